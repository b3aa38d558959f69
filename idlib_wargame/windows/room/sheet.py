"""Where everything stands on the room's screen, for one scene and one shape of screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from idlib_wargame.views.room.shown import RoomView, SceneShown
from idlib_wargame.windows.look import fonts, icons, theme
from idlib_wargame.windows.room.page import RoomPage
from idlib_wargame.windows.room.rows import (
    HIGH,
    LEAST_TEXT,
    TOP,
    Block,
    height_of,
    ink,
    paint_rows,
    text_rows,
)
from idlib_wargame.windows.room.scene_pages import pages_of
from idlib_wargame.words.language import is_right_to_left
from idlib_wargame.words.lists import facts

SIDE, ABOVE = 64.0, 28.0
CLOCK, CLOCK_ROOM = 64, 500.0
LEAST_WIDE = 1200.0  # a narrower window has more height instead
PLACE_ROOM = 300.0


class Clock:
    """What the clock of the phase reads now. ``tone`` is the name of a colour."""

    def __init__(self, words: str, tone: str, is_paused: bool) -> None:
        self.words, self.tone, self.is_paused = words, tone, is_paused

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Clock) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]


class Shape:
    """How large a screen is in units: 1080 high, unless it is very narrow."""

    def __init__(self, width: float, height: float) -> None:
        self.scale = max(min(height / HIGH, width / LEAST_WIDE), 0.01)
        self.wide, self.high = width / self.scale, height / self.scale


class RoomSheet:
    """Paints any page of a scene; ``pages`` are its pages."""

    def __init__(self, view: RoomView, shown: SceneShown, wide: float, high: float) -> None:
        self.view, self.wide, self.high = view, wide, high
        room = wide - 2 * SIDE
        top = view.top
        named = facts([each for each in (top.practice, top.turn, top.dates, top.phase) if each])
        self._top: Block = text_rows(named, room - CLOCK_ROOM, TOP, bold=True)
        self._foot: Block = ()
        if view.handling:
            self._foot = text_rows(
                view.handling, room - 2 * PLACE_ROOM, LEAST_TEXT, bold=True, centred=True
            )
        self.body = self._body(room)
        self.pages: list[RoomPage] = pages_of(shown, room, self.body.height())

    def _body(self, room: float) -> QRectF:
        top = 2 * ABOVE + height_of(self._top) + ABOVE
        foot = max(height_of(self._foot), 1.3 * LEAST_TEXT) + ABOVE
        return QRectF(SIDE, top, room, self.high - top - foot - ABOVE / 2)

    @property
    def top_bar(self) -> QRectF:
        """The line along the top."""
        return QRectF(0, 0, self.wide, 2 * ABOVE + height_of(self._top))

    @property
    def free_corner(self) -> QRectF:
        """Where nothing stands at the foot: across from the place of a page among its others."""
        high = max(height_of(self._foot), 1.3 * LEAST_TEXT)
        left = self.wide - SIDE - PLACE_ROOM if is_right_to_left() else SIDE
        return QRectF(left, self.high - ABOVE - high, PLACE_ROOM, high + ABOVE / 2)

    def map_box(self, page: RoomPage) -> QRectF:
        """The room that a page leaves for what is drawn."""
        return self.body.adjusted(0, height_of(page.head), 0, 0)

    def said(self, page: RoomPage) -> str:
        """A page in words, with what stands around it."""
        named = " ".join(row.said for row in self._top)
        return "\n".join(part for part in (named, page.said, self.view.handling) if part)

    def paint(self, painter: QPainter, page: RoomPage, clock: Clock) -> None:
        """Draw a page, but for its map."""
        painter.fillRect(QRectF(0, 0, self.wide, self.high), QColor(theme.colours().panel))
        self._paint_top(painter, clock)
        body = self.body
        paint_rows(painter, page.head, body.left(), body.top())
        below = self.map_box(page)
        top = below.top()
        if page.is_centred:
            top += max(0.0, (below.height() - height_of(page.rows)) / 2)
        paint_rows(painter, page.rows, body.left(), top)
        if page.drawn is not None:
            page.drawn(painter, below)
        self._paint_foot(painter, page)

    def _paint_top(self, painter: QPainter, clock: Clock) -> None:
        now = theme.colours()
        painter.fillRect(
            self.top_bar, QColor(now.warning_fill if self.view.top.practice else now.window)
        )
        mirrored = is_right_to_left()
        left = SIDE + CLOCK_ROOM if mirrored else SIDE
        paint_rows(painter, self._top, left, ABOVE)
        if not clock.words:
            return
        left = SIDE if mirrored else self.wide - SIDE - CLOCK_ROOM
        box = QRectF(left, 0, CLOCK_ROOM, self.top_bar.height())
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.setFont(fonts.sized(CLOCK, bold=True))
        painter.setPen(ink(clock.tone))
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, clock.words)
        if clock.is_paused:
            wide = painter.fontMetrics().horizontalAdvance(clock.words) + 20
            at = box.left() + wide if mirrored else box.right() - wide - 48
            mark = QRectF(at, box.center().y() - 24, 48, 48)
            icons.draw(painter, mark.toRect(), "pause", ink(clock.tone).name())

    def _paint_foot(self, painter: QPainter, page: RoomPage) -> None:
        top = self.high - ABOVE - max(height_of(self._foot), 1.3 * LEAST_TEXT)
        paint_rows(painter, self._foot, SIDE + PLACE_ROOM, top)
        if page.place:
            mirrored = is_right_to_left()
            left = SIDE if mirrored else self.wide - SIDE - PLACE_ROOM
            side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.setFont(fonts.sized(LEAST_TEXT))
            painter.setPen(ink("muted"))
            flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
            painter.drawText(QRectF(left, top, PLACE_ROOM, 48), flags, page.place)
