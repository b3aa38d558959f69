"""Under an offer that is written: what is vague, why it cannot be tabled yet, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.bargains.writing import Reading
from idlib_wargame.views.meanwhile import choose_first_words
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.meanwhile_row import MeanwhileRow
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill

MOST_REASONS = 3  # that are told at once, with how many more there are


class OfferFoot(QFrame):
    """Stays in sight while the offer above it is scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.vague = label("", "warning", wrap=True, leads=True)
        self.why_not = label("", "warning", wrap=True, leads=True)
        self.fault = label("", "danger", wrap=True)
        self.meanwhile = MeanwhileRow()
        self.move_on = QPushButton(_("Move its dates on"))
        self.let_go = QPushButton(_("Make it an offer of its own"))
        self.discard = QPushButton(_("Discard…"))
        self.discard.setProperty("role", "quiet")
        self.draft = QPushButton(_("Keep as draft"))
        self.go = QPushButton(_("Table offer"))
        self.go.setProperty("role", "primary")
        for button in (self.move_on, self.let_go):
            button.setProperty("role", "soft")
            button.setIcon(icons.icon("edit", "muted"))
        for button in (self.discard, self.draft, self.move_on, self.let_go):
            steady(button)
        self._go_press = steady(self.go)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(4)
        for words in (self.meanwhile, self.vague, self.why_not, self.fault):
            column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(flowing(theme.SPACE, self.move_on, self.let_go), 1)
        for button in (self.discard, self.draft, self.go):
            row.addWidget(button)
        column.addLayout(row)

    def counts(self, key: Qt.Key) -> bool:
        """Whether that key, pressed now, means the button that tables."""
        return self._go_press.counts(key)

    @property
    def is_read(self) -> bool:
        """The same for a press that a field has counted already: twice it would be no press."""
        return self._go_press.is_read

    def show_reading(self, reading: Reading, has_past_dates: bool) -> None:
        """Show how the offer reads, and what would mend it."""
        _say(self.vague, reading.vague)
        _say(self.why_not, "\n".join(_told(reading.barred)))
        say_grey(self.go, "\n".join(_told(reading.barred)), key_words(Where.SEAT, "go_on"))
        self.move_on.setVisible(has_past_dates)
        self.let_go.setVisible(bool(reading.note))

    def asks_first(self) -> bool:
        """Whether it is still to be chosen whose is kept; then that is said."""
        if self.meanwhile.is_asking:
            self.say(choose_first_words())
        return self.meanwhile.is_asking

    def say(self, words: str) -> None:
        """Say why something could not be done."""
        _say(self.fault, words)


def _told(reasons: Sequence[str]) -> list[str]:
    """The first reasons, and that there are more, so that the foot stays low."""
    told = [*(reasons if len(reasons) <= MOST_REASONS else reasons[: MOST_REASONS - 1])]
    left = len(reasons) - len(told)
    if left:
        told.append(fill(_("And {count} more, once these are mended."), count=left))
    return told


def _say(where: QLabel, words: str) -> None:
    where.setText(words)
    where.setVisible(bool(words))
