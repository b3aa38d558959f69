"""The codes across a whole screen, and what is typed instead: how the room joins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from idlib_wargame.views.online.joining import Joining
from idlib_wargame.views.room.welcome import Welcome
from idlib_wargame.windows.parts.code_picture import paint_code
from idlib_wargame.windows.room.page import RoomPage
from idlib_wargame.windows.room.rows import (
    BODY,
    GAP,
    HEADING,
    LEAD,
    TITLE,
    Block,
    gap,
    height_of,
    paint_rows,
    text_rows,
)
from idlib_wargame.words.language import is_right_to_left
from idlib_wargame.words.lists import facts

LEAST = 26  # pixels of a password that fits in no line otherwise
MOST_OF_HEAD = 0.2  # of the height: the codes are what this page is for


def join_page(shown: Welcome, joining: Joining, width: float, height: float) -> RoomPage:
    """What is played, over its codes."""
    return RoomPage(
        head=_head(shown, width, MOST_OF_HEAD * height),
        drawn=JoinDrawing(joining),
        described=told(joining),
    )


def told(joining: Joining) -> str:
    """That in words, for those who do not see it."""
    return "\n".join((*joining.captions, *joining.steps))


def _head(shown: Welcome, width: float, most: float) -> Block:
    """As much of its name as there is room for; the page after it has all."""
    named = facts([each for each in (shown.exercise, shown.group) if each])
    for size in (TITLE, HEADING, BODY):
        rows = (*text_rows(named, width, size, bold=True, centred=True), gap())
        if height_of(rows) <= most:
            return rows
    return ()


class JoinDrawing:
    """Draws codes, with their captions over them and what is typed under them, into any room."""

    def __init__(self, joining: Joining) -> None:
        self._joining = joining

    def __call__(self, painter: QPainter, box: QRectF) -> None:
        """Draw it."""
        foot = self.foot(box.width())
        captions = self._joining.captions
        wide = box.width() / len(captions)
        heads = [text_rows(each, wide - GAP, HEADING, bold=True, centred=True) for each in captions]
        over = max(map(height_of, heads)) + GAP / 2
        high = box.height() - over - height_of(foot) - GAP
        for place, (rows, code) in enumerate(zip(heads, self._joining.codes, strict=True)):
            column = len(heads) - 1 - place if is_right_to_left() else place
            left = box.left() + column * wide
            paint_rows(painter, rows, left + GAP / 2, box.top())
            paint_code(painter, QRectF(left, box.top() + over, wide, max(high, 0.0)), code)
        paint_rows(painter, foot, box.left(), box.bottom() - height_of(foot))

    def foot(self, width: float) -> Block:
        """What is typed without a camera, in lines of that width."""
        joining = self._joining
        rows = text_rows(joining.page, width, LEAD, bold=True, centred=True)
        if joining.wifi.lines:
            rows += _wifi_rows(joining.wifi.lines, width)
        return rows + text_rows(joining.typed[-1], width, HEADING, centred=True)


def _wifi_rows(lines: Sequence[str], width: float) -> Block:
    """Side by side if they fit so; else each in a line, smaller if it must be, for who types it."""
    both = text_rows(facts(lines), width, HEADING, centred=True)
    if len(both) == 1:
        return both
    return tuple(row for line in lines for row in _in_a_line(line, width))


def _in_a_line(text: str, width: float) -> Block:
    for size in (HEADING, BODY, LEAST):
        rows = text_rows(text, width, size, centred=True)
        if len(rows) == 1:
            break
    return rows
