"""The seats of a pack in their colours, as one line or more of small marks with names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.words.lists import series

_MARK = 10
_GAP = 6
_BETWEEN = 2 * theme.SPACE


class SeatChips(QWidget):
    """Wraps like text; reads out as the list of names."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        super().__init__()
        self._seats = [(seat.name, seat.colour) for seat in seats]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(series([seat.name for seat in seats]))

    def heightForWidth(self, width: int) -> int:
        """As many lines as the names need."""
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:
        """On one line, up to a common width."""
        width = 60 * theme.SPACE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One name a line."""
        widest = max((place.width() for place in self._places(10_000)), default=0)
        return QSize(widest, self._metrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A round mark and a name each."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme.font(13))
            for (name, colour), place in zip(self._seats, self._places(self.width()), strict=True):
                painter.setPen(QColor(0, 0, 0, 0))
                painter.setBrush(QColor(theme.seat_colour(colour)))
                top = place.center().y() - _MARK // 2 + 1
                mark = self._mirrored(QRect(place.left(), top, _MARK, _MARK))
                painter.drawRoundedRect(QRectF(mark), 3, 3)
                painter.setPen(QColor(theme.colours().text))
                painter.drawText(self._mirrored(place.adjusted(_MARK + _GAP, 0, 4, 0)), 0, name)

    def _mirrored(self, place: QRect) -> QRect:
        """A place, counted from where reading begins."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font(13))

    def _places(self, width: int) -> list[QRect]:
        metrics = self._metrics()
        x, y, places = 0, 0, []
        for name, _ in self._seats:
            wide = _MARK + _GAP + metrics.horizontalAdvance(name)
            if x and x + wide > width:
                x, y = 0, y + metrics.height() + _GAP
            places.append(QRect(x, y, wide, metrics.height()))
            x += wide + _BETWEEN
        return places
