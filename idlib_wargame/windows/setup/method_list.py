"""How results are decided: each method with a line that says what it means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from idlib_wargame.session.play import METHODS
from idlib_wargame.windows import theme
from idlib_wargame.windows.setup.page import muted


def method_name(method: str) -> str:
    """A method as people read it: "Semi-rigid"."""
    return method.replace("_", "-").capitalize()


class MethodList(QWidget):
    """One of the methods, picked."""

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Method")
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for method, words in METHODS.items():
            button = QRadioButton(method_name(method))
            button.setAccessibleDescription(words)
            line = muted(words)
            line.setContentsMargins(theme.scaled(3 * theme.SPACE), 0, 0, theme.SPACE // 2)
            self._group.addButton(button)
            self.buttons[method] = button
            column.addWidget(button)
            column.addWidget(line)
        self._group.buttonClicked.connect(lambda _: self.picked.emit())

    def pick(self, method: str) -> None:
        """Picks a method."""
        self.buttons[method].setChecked(True)

    def answer(self) -> str:
        """The method picked."""
        return next(method for method, button in self.buttons.items() if button.isChecked())
