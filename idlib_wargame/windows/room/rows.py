"""What a page of the room's screen is put together from: rows, each as high as it needs to be.

All lengths are in units of a screen 1080 units high, so that whatever is set in so many of them
is as large a part of every screen. Nothing is made smaller to fit: what has no room goes on the
next page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from idlib_wargame.windows.look import fonts, icons, theme
from idlib_wargame.words.language import is_right_to_left

HIGH = 1080.0
LEAST_TEXT = 28
BODY, HEADING, TITLE, LEAD = 36, 46, 68, 54
TOP = 48
GAP = 24.0

BULLET = "bullet"  # no icon: it is drawn smaller than one

Paint = Callable[[QPainter, float, float], None]


class Row(NamedTuple):
    """A strip of a page. ``paint`` is handed a painter, and where its upper left corner is.

    ``keeps`` says that it stands on one page with the row after it; ``is_gap`` that it is left out
    at the edge of a page, and ``said`` what it says to those who do not see it.
    """

    height: float
    paint: Paint
    keeps: bool = False
    is_gap: bool = False
    said: str = ""


Block = tuple[Row, ...]  # rows that stand on one page if one page can hold them


class Lead(NamedTuple):
    """What stands before the first line of a text: an icon in a colour, or a filled square."""

    icon: str
    colour: str
    width: float = 48.0


def ink(colour: str) -> QColor:
    """A colour of the scheme by its name, or "#rrggbb" made readable on it."""
    if colour.startswith("#"):
        return QColor(theme.seat_text(colour))
    return QColor(getattr(theme.colours(), colour))


def gap(height: float = GAP) -> Row:
    """Room between two blocks."""
    return Row(height, lambda painter, left, top: None, is_gap=True)


def text_rows(
    text: str,
    width: float,
    size: int = BODY,
    *,
    bold: bool = False,
    colour: str = "text",
    indent: float = 0.0,
    lead: Lead | None = None,
    centred: bool = False,
    keeps: bool = False,
) -> Block:
    """A text in lines; each paragraph of it begins anew. ``keeps`` with what follows."""
    before = lead.width if lead else 0.0
    room = width - indent - before
    found: list[Row] = []
    for paragraph in text.splitlines() or [""]:
        layout = laid_out(paragraph, fonts.sized(size, bold), room, centred)
        for number in range(layout.lineCount()):
            mark = lead if not found else None
            row = _line(layout, number, colour, indent, mark, before, width)
            found.append(row if number else row._replace(said=paragraph))
    if keeps:
        found = [row._replace(keeps=True) for row in found]
    return tuple(found)


def laid_out(text: str, font: QFont, width: float, centred: bool = False) -> QTextLayout:
    """A paragraph broken into lines of that width; a word longer than a line is broken too."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    sides = Qt.AlignmentFlag
    mirrored = is_right_to_left()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    )
    # Where text is laid out by hand, left is left on every screen.
    leads = sides.AlignRight if mirrored else sides.AlignLeft
    option.setAlignment(sides.AlignHCenter if centred else leads)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, top))
        top += line.height()
    layout.endLayout()
    return layout


def height_of(rows: Iterable[Row]) -> float:
    """How high they are under each other."""
    return sum(row.height for row in rows)


def _line(
    layout: QTextLayout,
    number: int,
    colour: str,
    indent: float,
    lead: Lead | None,
    before: float,
    width: float,
) -> Row:
    line = layout.lineAt(number)
    high = line.height() * 1.12
    mirrored = is_right_to_left()

    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setPen(ink(colour))
        across = left if mirrored else left + indent + before
        # The layout is named here so that it lives as long as its line does.
        layout.lineAt(number).draw(painter, QPointF(across, top - line.y()))
        if lead is not None:
            side = min(line.height() * 0.72, lead.width - 12.0)
            at = left + width - indent - side if mirrored else left + indent
            box = QRectF(at, top + (line.height() - side) / 2, side, side)
            _paint_lead(painter, box, lead)

    return Row(high, paint)


def _paint_lead(painter: QPainter, box: QRectF, lead: Lead) -> None:
    if lead.icon == BULLET:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(lead.colour))
        painter.drawEllipse(box.center(), box.width() / 5, box.width() / 5)
        return
    if lead.icon:
        icons.draw(painter, box.toRect(), lead.icon, ink(lead.colour).name())
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.seat_colour(lead.colour)))
    painter.drawRoundedRect(box, 6, 6)


def beside(rows: Sequence[Block], width: float, count: int) -> Iterator[Block]:
    """Blocks in columns, ``count`` of them, row by row; each was made for ``column_width``."""
    wide = column_width(width, count)
    for start in range(0, len(rows), count):
        yield (_across(rows[start : start + count], wide, width),)


def column_width(width: float, count: int) -> float:
    """How wide each of so many columns is."""
    return (width - (count - 1) * 2 * GAP) / count


def _across(blocks: Sequence[Block], wide: float, width: float) -> Row:
    mirrored = is_right_to_left()

    def paint(painter: QPainter, left: float, top: float) -> None:
        for number, block in enumerate(blocks):
            shift = number * (wide + 2 * GAP)
            at = left + width - shift - wide if mirrored else left + shift
            paint_rows(painter, block, at, top)

    said = "\n".join(said_in(block) for block in blocks)
    return Row(max(height_of(block) for block in blocks) + 0.5 * GAP, paint, said=said)


def said_in(rows: Iterable[Row]) -> str:
    """What they say, a line each."""
    return "\n".join(row.said for row in rows if row.said)


def paint_rows(painter: QPainter, rows: Iterable[Row], left: float, top: float) -> None:
    """Draw them under each other."""
    for row in rows:
        row.paint(painter, left, top)
        top += row.height


class Filled(NamedTuple):
    """The rows of a page, and the places of the blocks that they are of."""

    rows: Block
    holds: tuple[int, ...] = ()


def paged(blocks: Iterable[Block], height: float, again: Sequence[Block] = ()) -> list[Filled]:
    """The rows on pages of that height.

    A block that a page can hold stands on one; a longer one goes on where it must, under what
    ``again`` has in its place to say of whom it goes on, a few lines at most.
    """
    pages: list[list[Row]] = [[]]
    held: list[list[int]] = [[]]
    used = 0.0
    for place, block in enumerate(blocks):
        head = again[place] if place < len(again) else ()
        fits_a_page = height_of(block) <= height
        if pages[-1] and fits_a_page and used + _needed(block) > height:
            pages.append([])
            held.append([])
            used = 0.0
        for number, row in enumerate(block):
            if row.is_gap and not pages[-1]:
                continue
            if pages[-1] and used + _kept_with(block, number) > height:
                pages.append(list(head) if number else [])
                held.append([])
                used = height_of(pages[-1])
                if row.is_gap:
                    continue
            pages[-1].append(row)
            used += row.height
            if place not in held[-1]:
                held[-1].append(place)
    found = zip(pages, held, strict=True)
    return [Filled(_without_end(page), tuple(of)) for page, of in found if page] or [Filled(())]


def _needed(block: Block) -> float:
    """The height of a block, without the room after it."""
    return height_of(_without_end(block))


def _without_end(rows: Sequence[Row]) -> Block:
    end = len(rows)
    while end and rows[end - 1].is_gap:
        end -= 1
    return tuple(rows[:end])


def _kept_with(block: Block, number: int) -> float:
    """How high a row is with those that it stands on one page with."""
    row = block[number]
    if row.is_gap:
        return 0.0
    high = row.height
    while block[number].keeps and number + 1 < len(block):
        number += 1
        high += block[number].height
    return high
