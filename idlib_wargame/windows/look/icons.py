"""Icons by our own names, drawn from a typeface in the colours of the scheme in force.

An icon asks for its colour each time it is drawn, so it follows light and dark by itself.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPixmap

from idlib_wargame.views.look.glyphs import GLYPHS
from idlib_wargame.windows.look import fonts, theme
from idlib_wargame.windows.look.painting import painting


class GlyphEngine(QIconEngine):
    """Draws one character. ``colour`` is "#rrggbb" or the name of one of theme.Colours."""

    def __init__(self, glyph: str, colour: str) -> None:
        super().__init__()
        self._glyph = glyph
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it in the middle of ``rect``."""
        now = theme.colours()
        asked = self._colour if self._colour.startswith("#") else getattr(now, self._colour)
        font = QFont(fonts.icon_family())
        font.setPixelSize(max(1, round(rect.height() * 0.96)))
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(now.disabled if mode == QIcon.Mode.Disabled else asked))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of that size, see-through behind."""
        picture = QPixmap(size)
        if size.isEmpty():
            return picture
        picture.fill(Qt.GlobalColor.transparent)
        with painting(picture) as painter:
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return picture


@cache
def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon of that name (a key of GLYPHS), in the text colour or the one asked for."""
    return QIcon(GlyphEngine(GLYPHS[name], colour or "text"))


def draw(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Draw an icon by hand; ``colour`` is "#rrggbb"."""
    GlyphEngine(GLYPHS[name], colour).paint(painter, rect, QIcon.Mode.Normal, QIcon.State.Off)
