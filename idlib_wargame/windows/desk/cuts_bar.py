"""What could be cut to end in time: a button each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.day.cuts import Cut
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.day import nothing_to_cut_words
from idlib_wargame.words.language import _


class CutsBar(QFrame):
    """Hidden until asked for. ``wanted`` carries the act of the button pressed, ``left`` on Escape.

    Those that are enough come first; a line says which are not. What loses more than time has a
    line of its own, that says what.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Cut, ...] | None = None
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.SPACE // 2)
        self._column.setSpacing(theme.SPACE // 2)
        self.hide()

    def show_cuts(self, cuts: Sequence[Cut]) -> None:
        """Offer these. What is offered already stays as it lies under the hand."""
        cuts = tuple(cuts)
        if cuts == self._shown:
            return
        had_keys = any(button.hasFocus() for button in self.buttons)
        self._shown = cuts
        self._empty()
        self.buttons = [self._button(cut) for cut in cuts]
        offered = list(zip(self.buttons, cuts, strict=True))
        enough = [b for b, cut in offered if cut.is_enough and not cut.loses]
        not_enough = [b for b, cut in offered if not cut.is_enough and not cut.loses]
        if not cuts:
            self._column.addWidget(label(nothing_to_cut_words(), "muted", wrap=True))
        if enough:
            self._column.addWidget(flowing(6, *enough))
        if not_enough:
            said = _("Not enough by itself:")
            self._column.addWidget(flowing(6, label(said, "muted"), *not_enough))
        for button, cut in offered:
            if cut.loses:
                self._column.addWidget(_with_loss(button, cut.loses))
        if had_keys and self.buttons and self.isVisible():
            self.buttons[0].setFocus()

    def begin(self) -> None:
        """Show what there is, the keys on the first."""
        self.show()
        if self.buttons:
            self.buttons[0].setFocus()

    def _button(self, cut: Cut) -> QPushButton:
        button = QPushButton(on_button(cut.words))
        button.setProperty("role", "soft")
        button.clicked.connect(lambda: self.wanted.emit(cut.act))
        steady(button)
        return button

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the bar and cuts nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _with_loss(button: QPushButton, loses: str) -> QWidget:
    button.setAccessibleDescription(loses)
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACE)
    row.addWidget(button)
    row.addWidget(label(loses, "muted", wrap=True), 1)
    return line
