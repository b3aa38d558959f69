"""Who sits at a seat, changed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.desk.drafts import Draft, draft_text
from idlib_wargame.views.desk.seat_lines import also_sits_words
from idlib_wargame.views.typed_names import names_in, names_typed
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.words.habits import habit_name
from idlib_wargame.words.language import _, fill


class ReseatForm(QFrame):
    """``reseated`` carries the people's names and who plays.

    ``typed`` when something was typed or picked. ``left`` when somebody turns to something else,
    and what was typed is kept; ``dropped`` when it is let go of. ``pin_reset`` carries one of
    those ``resettable``, whose PIN is to be reset. Under the names stands who of them sits
    ``elsewhere`` too.
    """

    reseated = Signal(tuple, str)
    pin_reset = Signal(str)
    typed = Signal()
    left = Signal()
    dropped = Signal()

    def __init__(
        self,
        scenario: Scenario,
        seating: Seating,
        resettable: tuple[str, ...] = (),
        elsewhere: Sequence[tuple[str, tuple[str, ...]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self._seated = names_typed(seating.people)
        self.people = QLineEdit(self._seated)
        self.people.setPlaceholderText(_("Name; name; name"))
        self.people.setToolTip(_("Names, with commas or semicolons between"))
        self.people.setAccessibleName(_("Who sits here"))
        self.also = label("", "muted", wrap=True)
        self._elsewhere = elsewhere
        self.player = PickList(letters=12)
        self.player.setAccessibleName(_("Who plays the seat"))
        self.player.addItem(_("Played by people"), "person")
        self.player.addItem(_("Played by the facilitator"), "control")
        for habit in scenario.habits:
            self.player.addItem(
                fill(_("Habit: {habit}"), habit=habit_name(habit)), f"habit:{habit.id}"
            )
        self.player.setCurrentIndex(max(0, self.player.findData(seating.played_by)))
        self.picked = label("", "muted", wrap=True)  # whole, where the list has no room for it
        self.picked.hide()
        keep = QPushButton(_("Change who sits"))
        keep.clicked.connect(self._send)
        leave = QPushButton(_("Cancel"))
        leave.setProperty("role", "quiet")
        leave.clicked.connect(self.dropped)
        for button in (keep, leave):
            steady(button)
        sends(self._send, self.people)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.people)
        column.addWidget(self.also)
        self._tell_also()
        column.addWidget(self.player)
        column.addWidget(self.picked)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(keep)
        column.addLayout(row)
        self.see_as = QPushButton(_("See as this seat"))
        self.see_as.setProperty("role", "quiet")
        self.see_as.setToolTip(_("What its people are shown, to look at; nothing can be pressed"))
        steady(self.see_as)
        column.addWidget(self.see_as)
        self._add_pins(column, resettable)
        self.people.returnPressed.connect(self._send)
        self.people.textChanged.connect(self.typed)
        self.people.textChanged.connect(self._tell_also)
        self.player.currentIndexChanged.connect(self.typed)
        self.player.currentIndexChanged.connect(self._tell_whole)

    def _add_pins(self, column: QVBoxLayout, people: tuple[str, ...]) -> None:
        """Who forgot a PIN; a name to pick where it may be one of several."""
        self.forgot = PickList(letters=12)
        self.forgot.setAccessibleName(_("Whose PIN"))
        self.forgot.addItems(list(people))
        self.reset = QPushButton(_("Reset the PIN…"))
        self.reset.setProperty("role", "quiet")
        self.reset.setToolTip(_("For somebody who forgot it, or is new beside those who have one"))
        self.reset.clicked.connect(
            lambda: self.pin_reset.emit(people[max(self.forgot.currentIndex(), 0)])
        )
        steady(self.reset)
        for part, shows in ((self.forgot, len(people) > 1), (self.reset, bool(people))):
            column.addWidget(part)
            part.setVisible(shows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is picked may have room now, or none any more."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._tell_whole)

    def _tell_also(self) -> None:
        words = also_sits_words(names_in(self.people.text()), self._elsewhere)
        self.also.setText(words)
        self.also.setVisible(bool(words))

    def _tell_whole(self) -> None:
        words = self.player.currentText()
        self.picked.setText(words)
        self.picked.setVisible(self.player.shown_words() != words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the seat as it is, and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def half_typed(self) -> str:
        """Names that were typed and seat nobody yet, and who is to play; empty without."""
        names = self.people.text().strip()
        half = draft_text(names=names, player=self.player.currentData())
        return half if names != self._seated else ""

    def fill_in(self, left: Draft) -> None:
        """Go on with what was left here before."""
        self.people.setText(left.get("names", self._seated))
        place = self.player.findData(left.get("player", ""))
        if place >= 0:
            self.player.setCurrentIndex(place)

    def _send(self) -> None:
        self.reseated.emit(tuple(names_in(self.people.text())), self.player.currentData())
