"""A list that folds: what is picked in it is picked by an act, never in passing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.one_press import ENTER
from idlib_wargame.words.language import _, fill

LEAST_WHOLE = 120  # pixels at the usual size of text: words that need no more are never cut
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
        else:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """As Qt would have it, and what large text needs beside that for the longest words."""
        hint = super().sizeHint()
        if self.minimumContentsLength():
            return hint
        words = (self.itemText(place) for place in range(self.count()))
        longest = max((self.fontMetrics().horizontalAdvance(each) for each in words), default=0)
        missing = longest - self._room_in(QRect(QPoint(), hint))
        return hint + QSize(max(0, missing), 0)

    def minimumSizeHint(self) -> QSize:
        """Short words stand whole in it, however little room there is beside."""
        least, wish = super().minimumSizeHint(), self.sizeHint()
        return least.expandedTo(QSize(min(wish.width(), theme.scaled(LEAST_WHOLE)), 0))

    def event(self, event: QEvent) -> bool:
        """What has no room is told whole by hovering."""
        is_cut = not self.toolTip() and self.shown_words() != self.currentText()
        if is_cut and isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), in_tooltip(self.currentText()), self)
            return True
        return super().event(event)

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
        end = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(
            self.currentText(), end, max(self._room_in(self.rect()), 1)
        )

    def _room_in(self, rect: QRect) -> int:
        """The pixels for words in a list of that size."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = rect
        field = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        return self.style().subControlRect(kind, option, field, self).width() - 2

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
