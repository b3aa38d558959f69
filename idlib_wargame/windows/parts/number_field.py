"""A small field for a whole number, such as minutes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.digits_typed import NumberLike, WholeNumber
from idlib_wargame.words.figures import signed

AT_ONCE = 5  # that the page keys add or take
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: AT_ONCE,
    Qt.Key.Key_PageDown: -AT_ONCE,
}


class NumberField(QLineEdit):
    """A number from ``least`` to ``most``. Arrows add one or take one off, the page keys five.

    The wheel does nothing: whoever scrolls the page means the page. ``changed`` as somebody types
    or steps. Left empty, or with too much in it, it goes back to the number before. With ``signs``
    it says of what is added that it is.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        least: int,
        most: int,
        parent: QWidget | None = None,
        signs: bool = False,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._signs = least, most, signs
        self._number = least
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setValidator(
            NumberLike(f"[+−-]?[0-9]{{1,{len(str(most))}}}", self)
            if signs
            else WholeNumber(least, most, self)
        )
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._show)
        theme.changes().changed.connect(self._fit)
        self._fit()
        self._show()

    def number(self) -> int:
        """The number in it, or the last that there was."""
        return self._number

    def show_number(self, number: int) -> None:
        """Show a number, within what is allowed."""
        self._number = min(max(number, self._least), self._most)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down step."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.show_number(self._number + step)
        self.changed.emit()

    def _typed(self) -> None:
        if self.hasAcceptableInput():
            number = int(self.text().replace("−", "-"))
            self._number = min(max(number, self._least), self._most)
            self.changed.emit()

    def _show(self) -> None:
        shown = signed(self._number) if self._signs else str(self._number)
        if self.text() != shown:
            self.setText(shown)

    def _fit(self) -> None:
        digits = len(str(self._most)) + self._signs
        widest = QFontMetrics(theme.font(13)).horizontalAdvance("0" * digits)
        self.setFixedWidth(widest + 4 * theme.SPACE)
