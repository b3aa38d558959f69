"""Words of the moment from control to some seats or all, written without leaving the desk."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal
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
from idlib_wargame.views.desk.inject_rows import tell_all_words, tell_words
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip, on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.key_text import key_text
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.language import _, fill

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LINES = 2


class ToldText(QPlainTextEdit):
    """The text; ``entered`` on Enter, while Shift and Enter begin a new line."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter = Qt.Key.Key_Return
        hint = fill(
            _("What they are told. {enter} sends it, {shift_enter} begins a new line"),
            enter=key_text(enter),
            shift_enter=key_text(QKeyCombination(Qt.Modifier.SHIFT, enter)),
        )
        self.setPlaceholderText(hint)
        self.setAccessibleName(_("What they are told"))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()
        theme.changes().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(theme.scaled(18) * LINES + 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for sending."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TellBar(QFrame):
    """Hidden until asked for. ``told`` carries actors (none for all), sender and text."""

    told = Signal(tuple, str, str)

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._scenario = scenario
        self.everyone = _chip(_("All seats"))
        self.everyone.clicked.connect(self._choose_all)
        self.chips: dict[str, QPushButton] = {}
        for actor in dict.fromkeys(scenario.actor_of.values()):
            self.chips[actor] = _chip(scenario.actor_name(actor))
            self.chips[actor].clicked.connect(self._chosen)
        self.from_whom = QLineEdit()
        self.from_whom.setPlaceholderText(_("From (facilitator)"))
        self.from_whom.setAccessibleName(_("From whom"))
        self.text = ToldText()
        self.text.entered.connect(self._send)
        self.text.textChanged.connect(self._show_button)
        self.tell = QPushButton()
        self.tell.clicked.connect(self._send)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        who = label(_("Tell"), "muted")
        column.addWidget(flowing(6, who, self.everyone, *self.chips.values()))
        column.addLayout(self._fields())
        self._choose_all()
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

    def done(self) -> None:
        """The words are in the record."""
        self.text.clear()
        self.from_whom.clear()
        self._choose_all()
        self.hide()

    @property
    def to(self) -> tuple[str, ...]:
        """The actors picked; none for all."""
        return tuple(actor for actor, chip in self.chips.items() if chip.isChecked())

    def _choose_all(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(False)
        self._chosen()

    def _chosen(self) -> None:
        self.everyone.setChecked(not self.to)
        self._show_button()

    def _show_button(self) -> None:
        self.tell.setText(on_button(tell_words(self._scenario, self.to)))
        self.tell.setToolTip(in_tooltip(tell_all_words(self._scenario, self.to)))
        self.tell.setEnabled(bool(self.text.toPlainText().strip()))

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
    return chip
