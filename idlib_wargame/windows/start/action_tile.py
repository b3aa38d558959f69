"""A large button that says what it does and, in a second line, when one wants it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle

from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.card_button import CardButton
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.words.replaying import with_key

_ICON = 3 * theme.SPACE
_PAD = 2 * theme.SPACE
_WRAPPED = Qt.TextFlag.TextWordWrap


class ActionTile(CardButton):
    """An icon, a title and a line; the one filled tile is the next thing to do.

    The icon comes after the first paint (``show_icon``), for its typeface takes time to load.
    """

    def __init__(self, icon: str, title: str, line: str, means: str, primary: bool) -> None:
        super().__init__(filled=primary)
        self._icon, self._has_icon = icon, False
        self.title, self.line = title, line
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setToolTip(with_key(title, key_words(Where.START, means)))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_icon(self) -> None:
        """Draws the icon from now on."""
        self._has_icon = True
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Room for the icon, the title and as many lines as the words need."""
        room = QRect(0, 0, width - 2 * _PAD, 10_000)
        title = QFontMetrics(theme.font(16, bold=True)).boundingRect(room, _WRAPPED, self.title)
        line = QFontMetrics(theme.font(13)).boundingRect(room, _WRAPPED, self.line)
        return 2 * _PAD + _ICON + theme.SPACE + title.height() + 4 + line.height()

    def sizeHint(self) -> QSize:
        """As wide as a third of a common window."""
        width = 32 * theme.SPACE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word at any size of text."""
        width = theme.scaled(20 * theme.SPACE)
        return QSize(width, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The styled button, with the words on top."""
        super().paintEvent(event)
        colours = theme.colours()
        title, line, tint = (
            (colours.on_accent,) * 3
            if self.filled
            else (colours.text, colours.muted, colours.accent)
        )
        box = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        with painting(self) as painter:
            if self._has_icon:
                place = QRect(box.left(), box.top(), _ICON, _ICON)
                drawn = QStyle.visualRect(self.layoutDirection(), box, place)
                icons.draw(painter, drawn, self._icon, tint)
            box.setTop(box.top() + _ICON + theme.SPACE)
            used = self._write(painter, box, 16, title, self.title)
            box.setTop(used.bottom() + 4)
            self._write(painter, box, 13, line, self.line)

    def _write(self, painter: QPainter, box: QRect, size: int, colour: str, text: str) -> QRect:
        painter.setFont(theme.font(size, bold=size > 13))
        painter.setPen(QColor(colour))
        used = painter.boundingRect(box, _WRAPPED, text)
        painter.drawText(box, _WRAPPED, text)
        return used
