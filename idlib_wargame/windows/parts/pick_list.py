"""A list that folds: what is picked in it is picked by an act, never in passing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from idlib_wargame.windows.parts.one_press import ENTER
from idlib_wargame.words.language import _, fill

BESIDE_WORDS = 48  # pixels: an arrow or a scroll bar, and the edges
_MOVING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class PickList(QComboBox):
    """Folded, it lets the wheel, arrows and letters by: whoever scrolls a page means the page.

    Enter, the space bar, F4, Alt with Down or a click opens it; Enter or a click picks, Escape
    leaves what was picked, and a reader of the screen is told so. With ``letters`` it is as wide as
    so many of them need, and no wider; open, it is as wide as its words.
    """

    def __init__(self, letters: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleDescription(opens_words())
        if letters:
            self.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self.setMinimumContentsLength(letters)

    def setAccessibleName(self, name: str) -> None:
        """Under X, Qt tells a reader of the screen only what is picked, and of what not."""
        super().setAccessibleName(name)
        said = _("{list}. {how}")
        self.setAccessibleDescription(fill(said, list=name, how=opens_words()))

    def showPopup(self) -> None:
        """Open it as wide as its words, as far as its window reaches."""
        view = self.view()
        wide = view.sizeHintForColumn(0) + BESIDE_WORDS
        view.setMinimumWidth(min(wide, self.window().width() - BESIDE_WORDS))
        super().showPopup()

    def shown_words(self) -> str:
        """What is picked, with dots for what it has no room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, field, self).width() - 2
        return self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, max(room, 1)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """As any list that folds, but no letter is cut in two."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_words()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What it lies on scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open it, or do nothing."""
        key = Qt.Key(event.key())
        if key in ENTER or (key == Qt.Key.Key_Down and _has_alt(event)):
            if not event.isAutoRepeat():
                self.showPopup()
        elif key in _MOVING or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


def opens_words() -> str:
    """How a list is picked from by keys, as arrows and letters do nothing to a folded one."""
    return _("Space opens the list; arrows and Enter pick from it.")


def _has_alt(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
