"""One note in the list: when, whose, what it says, and what it is about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.notes import Tie
from idlib_wargame.views.notes.rows import NoteRow
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill, isolated
from idlib_wargame.words.lists import facts

MOST_NAMED = 40  # letters of a note that name it to a reader


class NoteCard(QFrame):
    """``changing`` and ``dropping`` when it is to be written anew or taken away; ``tie_pressed``
    carries what to go to, ``tag_pressed`` the tag of the notes to look for. With ``may_go`` what
    it is tied to can be gone to.
    """

    changing = Signal()
    dropping = Signal()
    tie_pressed = Signal(object)
    tag_pressed = Signal(str)

    def __init__(self, row: NoteRow, may_go: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.row = row
        self.ties: dict[Tie, QPushButton] = {}
        self.change = self._button(_("Change"), _("Change the note “{note}”"))
        self.change.clicked.connect(self.changing)
        self.drop = self._button(_("Take away…"), _("Take away the note “{note}”"))
        self.drop.clicked.connect(self.dropping)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 10, theme.SPACE, 10)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(label(isolated(row.text), wrap=True, leads=True))
        chips = [*self._tie_chips(may_go), *self._tag_chips()]
        if chips:
            column.addWidget(flowing(6, *chips))
        self.setAccessibleName(row.spoken)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        if self.row.important:
            star = Glyph("star", "warning", 16)
            star.setToolTip(_("Important"))
            head.addWidget(star)
        said = [self.row.author, self.row.stamp]
        said += [_("For the report")] if self.row.for_report else []
        head.addWidget(
            label(facts([each for each in said if each]), "muted", wrap=True, leads=True), 1
        )
        for button in (self.change, self.drop):
            head.addWidget(button)
            button.setVisible(self.row.may_change)
        return head

    def _tie_chips(self, may_go: bool) -> list[QPushButton]:
        for each in self.row.ties:
            chip = self._button(on_button(each.words), _("Go to what the note “{note}” is about"))
            chip.setProperty("role", "soft")
            chip.setAccessibleName(each.words)
            chip.setEnabled(each.leads and may_go)
            chip.setIcon(icons.icon("right", "muted") if chip.isEnabled() else chip.icon())
            chip.clicked.connect(lambda _on=False, tie=each.tie: self.tie_pressed.emit(tie))
            self.ties[each.tie] = chip
        return list(self.ties.values())

    def _tag_chips(self) -> list[QPushButton]:
        chips = []
        for tag in self.row.tags:
            chip = self._button(on_button(f"#{tag}"), _("Change the note “{note}”"))
            chip.setAccessibleName(fill(_("Notes tagged {tag}"), tag=tag))
            chip.clicked.connect(lambda _on=False, tag=tag: self.tag_pressed.emit(tag))
            chips.append(chip)
        return chips

    def _button(self, words: str, spoken: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "quiet")
        button.setAccessibleName(fill(spoken, note=self.row.text[:MOST_NAMED]))
        steady(button)
        return button
