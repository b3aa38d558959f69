"""Words of the moment from control to some seats or all, written without leaving the desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.desk.drafts import Draft, draft_text
from idlib_wargame.views.desk.inject_rows import tell_all_words, tell_words
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill

LINES = 2  # of the field
PLACE = "tell"


class ToldText(QPlainTextEdit):
    """The text. Enter begins a new line, as nobody is told anything by a key pressed in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        hint = _("What they are told. {keys} sends it")
        self.setPlaceholderText(fill(hint, keys=key_words(Where.FIELD, "go_on")))
        self.setAccessibleName(_("What they are told"))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()
        theme.changes().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(theme.scaled(18) * LINES + 20)


class TellBar(QFrame):
    """Hidden until asked for. ``told`` carries actors (none for all), sender and text.

    What was typed in it and not sent is in it again when the desk is opened again.
    """

    told = Signal(tuple, str, str)

    def __init__(self, scenario: Scenario, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "bar")
        self._scenario = scenario
        self._half = half
        self.everyone = _chip(_("All seats"))
        self.everyone.clicked.connect(self._press_all)
        self.chips: dict[str, QPushButton] = {}
        for actor in dict.fromkeys(scenario.actor_of.values()):
            self.chips[actor] = _chip(scenario.actor_name(actor))
            self.chips[actor].clicked.connect(self._press_one)
        self.from_whom = QLineEdit()
        self.from_whom.setPlaceholderText(_("From (facilitator)"))
        self.from_whom.setAccessibleName(_("From whom"))
        self.sent = label("", "muted", wrap=True)
        self.text = ToldText()
        sends(self._send, self.text, self.from_whom)
        self.text.textChanged.connect(self._show_button)
        self.tell = QPushButton()
        self.tell.clicked.connect(self._send)
        self.why_grey = WhyGrey(self.tell, trails=True)
        steady(self.tell, waits=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        who = label(_("Tell"), "muted")
        column.addWidget(flowing(6, who, self.everyone, *self.chips.values()))
        column.addLayout(self._fields())
        column.addWidget(self.why_grey.line)
        column.addWidget(self.sent)
        self._take_up(Draft(half.of(PLACE)))
        self.text.textChanged.connect(self._typed)
        self.from_whom.textChanged.connect(self._typed)
        self.hide()

    def _fields(self) -> QHBoxLayout:
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.from_whom, 1, top)
        row.addWidget(self.text, 4, top)
        row.addWidget(self.tell, 0, top)
        return row

    def begin(self, play: Play) -> None:
        """Show the bar, with what was left in it; control's own seats only where people sit."""
        for seat in self._scenario.seats:
            if seat.control:
                chip = self.chips[seat.actor]
                chip.setVisible(play.setup.of(seat.id).played_by == "person")
                chip.setChecked(chip.isChecked() and not chip.isHidden())
        self._chosen()
        self.show()
        self.text.setFocus()

    def show_sent(self, lines: Sequence[str]) -> None:
        """List what was told before, the newest first."""
        self.sent.setText("\n".join(lines))
        self.sent.setVisible(bool(lines))

    def done(self) -> None:
        """The words are in the record."""
        self.text.clear()
        self.from_whom.clear()
        self._choose_all()
        self._half.done(PLACE)
        self.hide()

    def _take_up(self, left: Draft) -> None:
        """Go on with what was left here."""
        to = left.get("to", [""])
        for actor, chip in self.chips.items():
            chip.setChecked(actor in to)
        self.from_whom.setText(left.get("sender", ""))
        self.text.setPlainText(left.get("text", ""))
        self._chosen()

    def _typed(self) -> None:
        text, sender = self.text.toPlainText(), self.from_whom.text()
        half = draft_text(to=list(self.to), sender=sender, text=text)
        self._half.typed(PLACE, half if text or sender else "")

    @property
    def to(self) -> tuple[str, ...]:
        """The actors picked; none for all."""
        return tuple(actor for actor, chip in self.chips.items() if chip.isChecked())

    def _press_all(self) -> None:
        self._choose_all()
        self._typed()

    def _press_one(self) -> None:
        self._chosen()
        self._typed()

    def _choose_all(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(False)
        self._chosen()

    def _chosen(self) -> None:
        self.everyone.setChecked(not self.to)
        self._show_button()

    def _show_button(self) -> None:
        self.tell.setText(on_button(tell_words(self._scenario, self.to)))
        typed = self.text.toPlainText().strip()
        why = "" if typed else _("Write what they are told first.")
        self.why_grey.say(why, tell_all_words(self._scenario, self.to))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the bar and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        if self.tell.isEnabled():
            self.told.emit(self.to, self.from_whom.text(), self.text.toPlainText())


def _chip(text: str) -> QPushButton:
    chip = QPushButton(on_button(text))
    chip.setProperty("role", "soft")
    chip.setCheckable(True)
    steady(chip)  # picked and dropped by a double click, it would have everybody told
    return chip
