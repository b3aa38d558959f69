"""One way to play a move, to be picked: its name, its odds in words, or why it is not open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from idlib_wargame.views.seat import MoveOption
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.card_button import CardButton
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.language import _, fill, unmarked

_STEPS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class OptionButton(CardButton):
    """Picked by a click, Enter or the space bar.

    ``looked_at`` carries itself when it takes the focus or the pointer; ``stepped`` carries itself
    and the way an arrow key points, across and down.
    """

    looked_at = Signal(object)
    stepped = Signal(object, int, int)

    def __init__(self, option: MoveOption) -> None:
        super().__init__()
        self.option = option
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        name = option.choice or option.move
        self._name = label(name, bold=not option.choice, wrap=True, leads=True)
        self._mark = Glyph("check", "accent", 16)
        self._hint: QLabel = label(option.hint, "muted", wrap=True, leads=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 10, 8)
        column.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self._name, 1)
        first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        column.addWidget(self._hint)
        for child in (self._name, self._mark, self._hint):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if not option.legal:
            self._name.setProperty("role", "muted")
            self._hint.setProperty("text_size", 11)
        else:
            self.setToolTip(in_tooltip(option.odds_detail) if option.odds_detail else "")
        self.show_picked(False)

    def show_picked(self, on: bool) -> None:
        """Show whether it is among the seat's orders."""
        self.setChecked(on)
        policy = self._mark.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self._mark.setSizePolicy(policy)
        self._mark.setVisible(on)
        option = self.option
        places = {"move": option.title, "state": option.refusal or option.hint}
        picked = on and option.legal
        said = _("{move}. {state}, picked") if picked else _("{move}. {state}")
        self.setAccessibleName(fill(said, **places))

    def matches(self, words: list[str]) -> bool:
        """Whether every word stands somewhere in what can be read of the move."""
        text = unmarked(f"{self.option.code} {self.option.title} {self.option.summary}")
        return all(word in text.casefold() for word in words)

    def nextCheckState(self) -> None:
        """Picking is decided by the drafted orders, not by the click itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one to the next."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(self, *step)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Its details are shown."""
        super().focusInEvent(event)
        self.looked_at.emit(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Its details are shown."""
        super().enterEvent(event)
        self.looked_at.emit(self)

    def leaveEvent(self, event: QEvent) -> None:
        """The sheet falls back."""
        super().leaveEvent(event)
