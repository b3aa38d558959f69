"""One way to play a move, to be picked: its name, its odds in words, or why it is not open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from idlib_wargame.views.finding import is_found
from idlib_wargame.views.seat import MoveOption
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.card_button import CardButton
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.language import _, fill

_STEPS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class OptionButton(CardButton):
    """Picked by a click, Enter or the space bar.

    ``looked_at`` carries itself when it takes the focus or the pointer; ``stepped`` carries itself
    and the way an arrow key points, across and down. ``read_on`` says which way a page key turns
    what is said of it: 1 on, −1 back.
    """

    looked_at = Signal(object)
    stepped = Signal(object, int, int)
    read_on = Signal(int)

    def __init__(self, option: MoveOption) -> None:
        super().__init__()
        self.option = option
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._mark = Glyph("check", "accent", 16)
        self._name, self._hint = self._labels(option)
        self._lay_out()
        for child in (self._name, self._mark, self._hint):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if not option.legal:
            self._name.setProperty("role", "muted")
            self._hint.setProperty("text_size", 11)
            self.setToolTip(in_tooltip(option.why_not_exact) if option.why_not_exact else "")
        else:
            self.setToolTip(in_tooltip(option.odds_detail) if option.odds_detail else "")
        self.show_picked(False)

    def _labels(self, option: MoveOption) -> tuple[QLabel, QLabel]:
        """Its name, and under it its odds or why it is not open."""
        name = label(option.choice or option.move, bold=not option.choice, wrap=True, leads=True)
        return name, label(option.hint, "muted", wrap=True, leads=True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 10, 8)
        column.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self._name, 1)
        first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        column.addWidget(self._hint)

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

    def matches(self, words: Sequence[str]) -> bool:
        """Whether every word stands somewhere in what the move is found by."""
        return is_found(self.option.sought, words)

    def nextCheckState(self) -> None:
        """Picking is decided by the drafted orders, not by the click itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one to the next."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(self, *step)
        elif event.key() in _PAGES:
            self.read_on.emit(_PAGES[Qt.Key(event.key())])
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


class ChoiceChip(OptionButton):
    """One choice of a move, small enough to stand in a row with the others on the move's card.

    Its odds, or why it is not open, are told on hover and wherever the move is explained; on the
    chip only where they are not those of the others (``own_hint``).
    """

    def __init__(self, option: MoveOption, own_hint: bool) -> None:
        self._own_hint = own_hint
        super().__init__(option)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if not option.legal:
            self.setToolTip(in_tooltip(option.why_not_exact or option.why_not))

    def _labels(self, option: MoveOption) -> tuple[QLabel, QLabel]:
        hint = label(option.odds if option.legal else _("not open"), "muted")
        hint.setProperty("text_size", 11)
        return label(option.choice, wrap=True, leads=True), hint

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._name, 1)
        row.addWidget(self._hint)
        self._hint.setVisible(self._own_hint)

    def sizeHint(self) -> QSize:
        """All on one line; where there is less room, its name goes on to more lines."""
        around = self._name.contentsMargins()
        width = self._name.fontMetrics().horizontalAdvance(self._name.text()) + 2
        width += around.left() + around.right() + 2 * 8
        for beside in (self._mark, self._hint):
            if not beside.isHidden():
                width += beside.sizeHint().width() + 6
        return QSize(width, self._one_line())

    def _one_line(self) -> int:
        return self._name.fontMetrics().height() + 8

    def hasHeightForWidth(self) -> bool:
        """Its name may take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that its name needs."""
        layout = self.layout()
        return max(self._one_line(), layout.heightForWidth(width) if layout else 0)
