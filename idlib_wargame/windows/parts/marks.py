"""Small marks drawn by hand, so that they follow light and dark: a seat's colour, an icon."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.look.painting import painting

# Arrows that point the way that is read, and so the other way where that is from the right.
_MIRRORED = {"next": "previous", "previous": "next", "right": "left", "left": "right"}


class Swatch(QWidget):
    """A small square in a seat's colour."""

    def __init__(self, colour: str, side: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its side, at the size of text in force."""
        return QSize(theme.scaled(self._side), theme.scaled(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.seat_colour(self._colour)))
            painter.drawRoundedRect(QRectF(self.rect()), 3, 3)


class Glyph(QWidget):
    """An icon in the middle of text. ``colour`` is "#rrggbb" or the name of one of our colours."""

    def __init__(
        self, name: str, colour: str = "muted", side: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def become(self, name: str, colour: str) -> None:
        """Show another icon, or the same in another colour."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        """Its side, at the size of text in force."""
        return QSize(theme.scaled(self._side), theme.scaled(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        named = not self._colour.startswith("#")
        colour = (
            getattr(theme.colours(), self._colour) if named else theme.seat_colour(self._colour)
        )
        name = _MIRRORED.get(self._name, self._name) if self.isRightToLeft() else self._name
        with painting(self) as painter:
            icons.draw(painter, QRect(0, 0, self.width(), self.height()), name, colour)


class Stripe(QWidget):
    """A narrow upright bar in a rule table's colour, along a card's left edge."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setFixedWidth(4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.seat_colour(self._colour)))
            painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
