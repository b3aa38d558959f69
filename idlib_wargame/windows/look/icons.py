"""Icons by our own names, drawn from a typeface in the colours of the scheme in force.

An icon asks for its colour each time it is drawn, so it follows light and dark by itself.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPixmap

from idlib_wargame.windows.look import fonts, theme
from idlib_wargame.windows.look.painting import painting

# Our name -> the character of the icon typeface (a subset of Phosphor, MIT).
GLYPHS: dict[str, str] = {
    "play": "\uf9e7",
    "pause": "\uf9c9",
    "first": "\ufa35",
    "last": "\ufa37",
    "back": "\uf82c",
    "forward": "\uf82d",
    "note": "\uf22e",
    "seal": "\uf96f",
    "unseal": "\uf206",
    "lock": "\uf205",
    "adjudicate": "\uf2aa",
    "eye": "\uf15b",
    "eye_off": "\uf15e",
    "undo": "\uf066",
    "reopen": "\uf021",
    "save": "\uf181",
    "open": "\uf18c",
    "new": "\uf16d",
    "replay": "\uf172",
    "person": "\uf346",
    "people": "\uf351",
    "bot": "\uf2a3",
    "control": "\uf34c",
    "clock": "\uf0f9",
    "timer": "\uf329",
    "hourglass": "\uf1d3",
    "warning": "\uf35c",
    "check": "\uf0e7",
    "chart": "\uf0d5",
    "map": "\uf20f",
    "list": "\uf1fb",
    "settings": "\uf19c",
    "help": "\uf293",
    "info": "\uf1e0",
    "export": "\uf15a",
    "print": "\uf288",
    "edit": "\uf266",
    "search": "\uf20a",
    "close": "\uf36d",
    "add": "\uf27f",
    "remove": "\uf21a",
    "more": "\uf145",
    "expand": "\uf0c2",
    "collapse": "\uf0c5",
    "next": "\uf0c4",
    "previous": "\uf0c3",
    "right": "\uf044",
    "left": "\uf03b",
    "up": "\uf3df",
    "down": "\uf3a0",
    "dice": "\uf137",
    "brief": "\uf097",
    "curtain": "\uf1bd",
    "log": "\uf068",
    "orders": "\uf0b5",
    "situation": "\uf19a",
    "copy": "\uf114",
    "branch": "\uf1a6",
    "finish": "\uf17d",
    "calendar": "\uf0ad",
    "star": "\ufa5d",
    "circle": "\uf857",
    "half": "\uf858",
    "cross": "\uf759",
    "bolt": "\uf959",
    "ring": "\uf46a",
    "square": "\ufa57",
    "spark": "\uf1ef",
    "shield": "\uf2b8",
    "folder": "\uf186",
    "pin": "\uf28d",
    "flag": "\uf17c",
    "text_size": "\uf310",
    "sun": "\uf2fe",
    "moon": "\uf21f",
    "drag": "\uf144",
    "keyboard": "\uf1e5",
    "dice_1": "\uf139",
    "dice_2": "\uf13c",
    "dice_3": "\uf13b",
    "dice_4": "\uf138",
    "dice_5": "\uf137",
    "dice_6": "\uf13a",
}


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
