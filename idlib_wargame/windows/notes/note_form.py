"""A note while it is written: its stamp, what it is tied to, its words, tags and for whom it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.note import TakeNote, too_long_words
from idlib_wargame.session.notes import Tie
from idlib_wargame.views.desk.drafts import Draft, draft_text
from idlib_wargame.views.notes.door import NoteDoor
from idlib_wargame.views.notes.rows import NoteRow, privacy_words
from idlib_wargame.views.notes.tags import (
    MOST_OFFERED,
    as_typed,
    tags_in,
    with_or_without,
    words_in,
)
from idlib_wargame.views.notes.ties import tie_from, tie_text
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.notes.chips import ChipRow
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.half_typed import HalfTyped
from idlib_wargame.windows.parts.keys import Where, key_words, keys_of
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import ENTER, steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill

LINES = 2  # of the field


class NoteText(QPlainTextEdit):
    """Enter keeps the note, with Shift it begins a new line. ``entered`` when it is pressed."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = _("A note for the record; players never see it. #words become tags")
        self.setPlaceholderText(hint)
        self.setAccessibleName(_("Note"))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()
        theme.changes().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(theme.scaled(18) * LINES + 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone is the end of the note."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in ENTER and plain:
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        super().keyPressEvent(event)


class NoteForm(QFrame):
    """``kept`` when the note is in the record, ``left`` by Escape, which loses nothing typed;
    ``dropped`` when an edit of note ``number`` is let go of.

    What is half written is kept by ``half`` at a place of its own.
    """

    kept = Signal()
    left = Signal()
    dropped = Signal()

    def __init__(
        self, door: NoteDoor, half: HalfTyped, number: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "well" if number else "bar")
        self._door, self._half, self._number = door, half, number
        self._place = f"note/{number}" if number else "note"
        self._ties: dict[Tie, QPushButton] = {}
        self._tags: dict[str, QPushButton] = {}
        self._is_filling = False
        self.stamp = label("", "muted")
        self.text = NoteText()
        self.tie = _soft(_("Tie to…"))
        self.for_report = _switch(_("For the report"), "for_report")
        self.important = _switch(_("Important"), "important")
        self.privacy = label("", "muted", wrap=number > 0, leads=True)
        self.fault = label("", "danger", wrap=True)
        self.keep = QPushButton(_("Keep the change") if number else _("Keep the note"))
        self.leave = QPushButton(_("Cancel"))
        self.leave.setProperty("role", "quiet")
        if not number:
            self.leave.hide()
        self.why_grey = WhyGrey(self.keep, wrap=number > 0)
        steady(self.keep, waits=False)
        steady(self.leave)
        self._lay_out()
        self._connect()
        self._fill_in(Draft(half.of(self._place)))

    def _lay_out(self) -> None:
        self.about = ChipRow(self.stamp, self.tie)
        switches = (self.for_report, self.important)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(6)
        column.addWidget(self.about)
        if self._number:  # in a list, which may be narrow
            self.below = ChipRow(*switches)
            buttons = flowing(theme.SPACE, self.keep, self.leave)
            for part in (self.text, self.below, self.privacy, buttons, self.why_grey.line):
                column.addWidget(part)
        else:
            self.below = ChipRow(*switches, self.privacy, self.why_grey.line)
            column.addLayout(self._beside())
            column.addWidget(self.below)
        column.addWidget(self.fault)
        self.fault.hide()

    def _beside(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(theme.SPACE)
        top = Qt.AlignmentFlag.AlignTop
        across.addWidget(self.text, 1, top)
        across.addWidget(self.keep, 0, top)
        across.addWidget(self.leave, 0, top)
        return across

    def _connect(self) -> None:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._offer_ties(menu))
        self.tie.setMenu(menu)
        self.text.textChanged.connect(self._typed)
        self.text.entered.connect(self.send)
        sends(self.send, self.text, self.tie, self.for_report, self.important, self.keep)
        self.keep.clicked.connect(self.send)
        self.leave.clicked.connect(self._drop)
        for switch, means in ((self.for_report, "for_report"), (self.important, "important")):
            switch.toggled.connect(self._typed)
            # Enter then ends the note; on the switch it would turn it back.
            switch.clicked.connect(lambda: self.text.setFocus())
            self._bind(means, switch.click)

    def _bind(self, means: str, act: Callable[[], None]) -> None:
        for key in keys_of(Where.NOTE, means):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def begin(self, ties: Iterable[Tie] = ()) -> None:
        """Take the keys. A note not begun yet is tied to these; one that is, to them as well."""
        if not self.text.toPlainText().strip():
            self._drop_ties()
        for tie in ties:
            self._add_tie(tie)
        self.show_moment()
        self.text.setFocus()

    def edit(self, row: NoteRow) -> None:
        """Fill in a note as it reads, unless a change of it was half written before."""
        if not self._half.of(self._place):
            ties = [tie_text(each.tie) for each in row.ties]
            typed = as_typed(row.text, row.tags)
            self._fill_in(Draft(_drafted(typed, ties, row.for_report, row.important)))
        self.stamp.setText(row.stamp)

    def show_moment(self) -> None:
        """Say what it would be stamped with, and offer the tags that are used by now."""
        if not self._number:
            self.stamp.setText(fill(_("Note: {stamp}"), stamp=self._door.stamp()))
        offered = self._door.tags()[:MOST_OFFERED]
        if tuple(self._tags) != offered:
            for chip in self._tags.values():
                self.below.drop(chip)
            self._tags = {tag: self._tag_chip(tag) for tag in offered}
        for tie, chip in self._ties.items():
            self._name_chip(chip, tie)
        self._show_picked()

    def _tag_chip(self, tag: str) -> QPushButton:
        chip = _soft(on_button(f"#{tag}"))
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self._switch_tag(tag))
        sends(self.send, chip)
        self.below.add(chip)
        return chip

    def _switch_tag(self, tag: str) -> None:
        self.text.setPlainText(with_or_without(self.text.toPlainText(), tag))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus()

    def _offer_ties(self, menu: QMenu) -> None:
        menu.clear()
        for group in self._door.ties():
            within = menu.addMenu(on_button(group.heading))
            for each in group.ties:
                action = within.addAction(on_button(each.words))
                action.setEnabled(each.tie not in self._ties)
                action.triggered.connect(lambda _on=False, tie=each.tie: self._tie_by_hand(tie))

    def _tie_by_hand(self, tie: Tie) -> None:
        self._add_tie(tie)
        self._typed()
        self.text.setFocus()

    def _add_tie(self, tie: Tie) -> None:
        if tie in self._ties:
            return
        chip = _soft("")
        self._name_chip(chip, tie)
        chip.setIcon(icons.icon("close", "muted"))
        chip.setToolTip(_("Take this off the note"))
        chip.clicked.connect(lambda: self._take_off(tie))
        sends(self.send, chip)
        self._ties[tie] = chip
        self.about.add(chip)

    def _name_chip(self, chip: QPushButton, tie: Tie) -> None:
        """It may have been covered since, or uncovered."""
        words = self._door.name(tie).words
        chip.setText(on_button(words))
        chip.setAccessibleName(fill(_("Not about {thing}"), thing=words))

    def _take_off(self, tie: Tie) -> None:
        self.about.drop(self._ties.pop(tie))
        self._typed()
        self.text.setFocus()

    def _drop_ties(self) -> None:
        for chip in self._ties.values():
            self.about.drop(chip)
        self._ties = {}

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What it is tied to so far."""
        return tuple(self._ties)

    def _fill_in(self, left: Draft) -> None:
        self._is_filling = True
        self.text.setPlainText(left.get("text", ""))
        self.for_report.setChecked(left.get("for_report", False))
        self.important.setChecked(left.get("important", False))
        self._drop_ties()
        for text in left.get("ties", [""]):
            if (tie := tie_from(text)) is not None:
                self._add_tie(tie)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._is_filling = False
        self.show_moment()

    def _typed(self) -> None:
        self._say(too_long_words(words_in(self.text.toPlainText())))
        self._show_picked()
        if not self._is_filling:
            typed, ties = self.text.toPlainText(), [tie_text(tie) for tie in self._ties]
            half = _drafted(typed, ties, self.for_report.isChecked(), self.important.isChecked())
            self._half.typed(self._place, half if typed.strip() else "")

    def _say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _show_picked(self) -> None:
        typed = self.text.toPlainText()
        self.why_grey.say("" if typed.strip() else _("Write the note first."))
        there = tags_in(typed)
        for tag, chip in self._tags.items():
            chip.setChecked(tag in there)
        told = privacy_words(self.for_report.isChecked(), self._door.is_observer)
        self.privacy.setText(told)

    def send(self) -> None:
        """Keep the note; where it is refused, it stays and a sentence says why."""
        typed = self.text.toPlainText()
        if not typed.strip():
            return
        note = TakeNote(
            words_in(typed),
            tags_in(typed),
            self.ties,
            self.for_report.isChecked(),
            self.important.isChecked(),
            self._number,
        )
        try:
            self._door.take(note)
        except Refused as refused:
            self._say(str(refused))
            return
        self._half.done(self._place)
        self._fill_in(Draft(""))
        self.kept.emit()

    def _drop(self) -> None:
        self._half.done(self._place)
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it, and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _drafted(typed: str, ties: list[str], for_report: bool, important: bool) -> str:
    return draft_text(text=typed, ties=ties, for_report=for_report, important=important)


def _soft(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "soft")
    steady(button)
    return button


def _switch(words: str, means: str) -> QPushButton:
    button = _soft(words)
    button.setCheckable(True)
    button.setToolTip(key_words(Where.NOTE, means))
    return button
