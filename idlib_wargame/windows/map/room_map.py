"""The map for the room's projector: large, without controls, and told without pointing at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from idlib_wargame.views.map.legend import LegendEntry
from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.map.base_map import BaseMap
from idlib_wargame.windows.map.ink import Ink, ink
from idlib_wargame.windows.map.legend_sheet import Line, height_of, lines_of, paint_lines
from idlib_wargame.windows.map.picture import Picture
from idlib_wargame.words.language import _, fill

SCREEN = 1920, 1080  # pixels of the screen that sizes are counted on
SMALLEST_TEXT = 28  # of those pixels
SMALLEST_FONT = 11  # the smallest that a map is drawn with
SIDE_SHARES = (0.32, 0.42)  # of the width, for the words beside the map: usually, and at most
GAP = 10
MOST_NAMED = 6  # changes that are named before the others are counted


class Side(NamedTuple):
    """What stands beside the map, and how high it is: changes with a heading, and the legend."""

    changes: tuple[str, ...]
    lines: list[Line]
    width: float
    height: float


class RoomMap(QWidget):
    """A map that is read from the back of a room: no text below 28 px, counted at 1920×1080.

    It is drawn as a small map and enlarged, so that writing, signs and outlines grow alike.
    ``set_screen`` says how large the screen is that it stands on, or the picture of one.
    """

    def __init__(self, shown: MapShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = BaseMap.of(shown.region)
        self._shown = shown
        self._screen = QSize(*SCREEN)
        self._picture: Picture | None = None
        self._side: Side | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(fill(_("Map: {pack}"), pack=shown.region.title))
        theme.changes().changed.connect(self._redraw)
        self.show_map(shown)

    def show_map(self, shown: MapShown) -> None:
        """Draw this from now on."""
        if shown.region is not self._shown.region:
            self._base = BaseMap.of(shown.region)
        self._shown = shown
        self.setAccessibleDescription(shown.spoken)
        self._redraw()

    def set_screen(self, screen: QSize) -> None:
        """It stands on a screen of that many pixels, and its words are sized by that."""
        self._screen = screen
        self._redraw()

    @property
    def enlarged(self) -> float:
        """How many times larger it is drawn than a map on the desk."""
        wide, high = SCREEN
        share = min(self._screen.width() / wide, self._screen.height() / high)
        drawn: float = theme.font(SMALLEST_FONT).pixelSize()
        return SMALLEST_TEXT * share / drawn

    @property
    def room(self) -> QSizeF:
        """How large it would be if it were not enlarged."""
        return QSizeF(self.size()) / self.enlarged

    @property
    def side(self) -> Side:
        """What has room beside the map; what is over is counted, or is named on the map itself."""
        if self._side is None:
            self._side = next(
                (each for each in self._sides() if each.height <= self.room.height()),
                self._side_of(1, SIDE_SHARES[-1], ()),
            )
        return self._side

    def _sides(self) -> Iterator[Side]:
        """As much as may be; changes are given up last."""
        many = range(MOST_NAMED, 0, -1)
        for each in product(many, SIDE_SHARES, self._shown.legends()):
            yield self._side_of(*each)

    def _side_of(self, changes: int, share: float, entries: Sequence[LegendEntry]) -> Side:
        told, width = self._shown.changes_in_short(changes), share * self.room.width()
        words = (self._shown.changes_heading, *told)
        high = sum(_height_of(text, font, width) + GAP / 2 for text, font in _set(words)) + GAP
        lines = lines_of(entries, width, single=True)
        if high + height_of(lines) > self.room.height():
            lines = lines_of(entries, width, single=False)
        return Side(words, lines, width, high + height_of(lines))

    def _redraw(self) -> None:
        self._picture = self._side = None
        self.update()

    @property
    def picture(self) -> Picture:
        """What is drawn of the map itself, before it is enlarged."""
        if self._picture is None:
            width = self.room.width() - self.side.width - 2 * GAP
            frame = self._base.frame(max(width, 1.0), max(self.room.height(), 1.0))
            self._picture = Picture(self._base, frame, self._shown.standings, self._shown.fronts)
        return self._picture

    def resizeEvent(self, event: object) -> None:
        """Fit again."""
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map, and beside it what changed, what its signs mean, what is agreed."""
        with painting(self) as painter:
            painter.scale(self.enlarged, self.enlarged)
            frame, mirrored = self.picture.frame, self.isRightToLeft()
            painter.save()
            painter.translate(self.side.width + 2 * GAP if mirrored else 0, 0)
            painter.setClipRect(QRectF(0, 0, frame.width, frame.height))
            self.picture.paint(painter)
            painter.restore()
            painter.translate(0 if mirrored else frame.width + 2 * GAP, 0)
            self._paint_side(painter, ink(), mirrored)

    def _paint_side(self, painter: QPainter, inks: Ink, mirrored: bool) -> None:
        side = self.side
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(inks.text))
        top = 0.0
        for text, font in _set(side.changes):
            high = _height_of(text, font, side.width)
            painter.setFont(font)
            painter.drawText(QRectF(0, top, side.width, high), flags, text)
            top += high + GAP / 2
        painter.translate(QPointF(0, top + GAP))
        paint_lines(painter, side.lines, side.width, mirrored, inks, self._base)


def _height_of(text: str, font: QFont, width: float) -> float:
    room = QRectF(0, 0, width, 10_000)
    return QFontMetricsF(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


def _set(words: tuple[str, ...]) -> Iterator[tuple[str, QFont]]:
    """The words over the legend, each in its type: a heading and what changed, or that nothing."""
    heading, *changes = words
    yield heading, theme.font(13, bold=True) if changes else theme.font(11)
    yield from ((each, theme.font(11)) for each in changes)
