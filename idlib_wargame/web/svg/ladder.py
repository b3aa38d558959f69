"""The situation ladder: its levels as named bands, and the line so far over them. Up is worse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from idlib_wargame.views.chart.ticks import every_so_many
from idlib_wargame.views.room.ladder_bands import Band, LadderBands, ladder_bands
from idlib_wargame.web.svg.lettering import wrapped
from idlib_wargame.web.svg.markup import drawing, figure, tag
from idlib_wargame.words.language import _

NAMES_SHARE = 0.42  # of the width
EDGE = 8.0
LEAST = 13  # units high: the smallest words


class Marked(NamedTuple):
    """A dashed line across the ladder, at a place where turn n lies from n − ½ to n + ½."""

    letter: str
    place: float


class LadderLook(NamedTuple):
    """How large it is. ``height`` 0 is as high as its names need; ``sizes`` of these, the largest
    first, the first that fits is taken.
    """

    width: float
    height: float = 0.0
    sizes: tuple[int, ...] = (LEAST,)
    line: float = 4.0


def ladder_drawing(
    rungs: Sequence[str],
    line: Sequence[int],
    turns: int,
    look: LadderLook,
    told: str = "",
    marks: Sequence[Marked] = (),
) -> Markup:
    """The levels from the lowest up, the places of the line among them, and how many turns."""
    return _Drawing(rungs, line, max(turns, len(line) - 1), look, told, marks).drawn()


class _Drawing:
    def __init__(
        self,
        rungs: Sequence[str],
        line: Sequence[int],
        turns: int,
        look: LadderLook,
        told: str,
        marks: Sequence[Marked],
    ) -> None:
        self._rungs, self._line, self._turns = rungs, line, turns
        self._look, self._told, self._marks = look, told, marks
        self._names = NAMES_SHARE * look.width
        self._axis = 1.9 * min(look.sizes)
        self._top = 1.5 * min(look.sizes) if marks else 0.0
        self._size = self._fitting()
        self._bands = self._placed()

    @property
    def _high(self) -> float:
        below = self._remark_room if self._bands.below else 0.0
        natural = self._bands.shown[-1].bottom + below
        return max(natural, self._look.height - self._axis) + self._axis

    @property
    def _remark_room(self) -> float:
        return 1.6 * min(self._look.sizes)

    def _needs(self, size: int) -> list[float]:
        counts = (len(self._lines(name, size)) for name in self._rungs)
        return [(1.25 * count + 0.45) * size for count in counts]

    def _lines(self, name: str, size: int) -> list[str]:
        return wrapped(name, size, self._names - 2 * EDGE, bold=True)

    def _fitting(self) -> int:
        sizes = self._look.sizes
        if not self._look.height:
            return sizes[0]
        room = self._look.height - self._axis - self._top
        return next((size for size in sizes if sum(self._needs(size)) <= room), sizes[-1])

    def _placed(self) -> LadderBands:
        needs, high = self._needs(self._size), self._look.height
        room = high - self._axis - self._top if high else sum(needs)
        return ladder_bands(needs, self._line[-1], room, self._remark_room, self._top)

    def drawn(self) -> Markup:
        """All of it."""
        return drawing(
            self._look.width,
            self._high,
            _("The situation ladder, turn by turn"),
            self._told,
            *self._levels(),
            *self._said(),
            *self._turns_axis(),
            *self._dashed(),
            self._walk(),
            class_="ladder",
        )

    def _levels(self) -> Iterator[Markup]:
        held = self._line[-1]
        for band in self._bands.shown:
            # A little more of the warning colour with each level.
            share = 0.16 * band.place / max(len(self._rungs) - 1, 1)
            box = {"x": 0, "y": band.top, "width": self._look.width, "height": band.height}
            if band.place == held:
                yield tag("rect", **box, class_="l-here")
            else:
                yield tag("rect", **box, class_="l-band", fill_opacity=f"{share:.3f}")
            rule = f"M0 {figure(band.top)}H{figure(self._look.width)}"
            yield tag("path", d=rule, class_="l-rule")
            yield self._name(band, "l-held" if band.place == held else "l-name")

    def _name(self, band: Band, name: str) -> Markup:
        step = 1.25 * self._size
        lines = self._lines(self._rungs[band.place], self._size)
        first = band.middle - step * (len(lines) - 1) / 2 + 0.36 * self._size
        spans = (
            tag("tspan", line, x=EDGE, y=first + step * number) for number, line in enumerate(lines)
        )
        return tag("text", *spans, class_=name, font_size=self._size)

    def _said(self) -> Iterator[Markup]:
        size = min(self._look.sizes)
        shown, above, below = self._bands
        for words, level in ((above, self._top), (below, shown[-1].bottom)):
            if words:
                y = level + 1.15 * size
                yield tag("text", words, x=EDGE, y=y, class_="l-number", font_size=size)

    def _column(self) -> float:
        return (self._look.width - self._names) / (self._turns + 1)

    def _turns_axis(self) -> Iterator[Markup]:
        size, level = min(self._look.sizes), self._high - 0.55 * min(self._look.sizes)
        column = self._column()
        every = every_so_many(1.7 * size, column)
        for turn in range(every, self._turns + 1, every):
            middle = self._names + (turn + 0.5) * column
            yield _centred(str(turn), middle, level, size)
        yield tag(
            "text",
            _("Turn"),
            x=self._names - EDGE,
            y=level,
            text_anchor="end",
            class_="l-number",
            font_size=size,
        )

    def _dashed(self) -> Iterator[Markup]:
        size, until = min(self._look.sizes), figure(self._bands.shown[-1].bottom)
        for mark in self._marks:
            x = self._names + (mark.place + 0.5) * self._column()
            yield tag("path", d=f"M{figure(x)} {figure(self._top)}V{until}", class_="l-clock")
            yield _centred(mark.letter, x, self._top - 0.4 * size, size)

    def _walk(self) -> Markup:
        column, ys = self._column(), [self._bands.level(place) for place in self._line]
        steps = [f"M{figure(self._names)} {figure(ys[0])}h{figure(column)}"]
        steps += [f"V{figure(now)}h{figure(column)}" for _was, now in pairwise(ys)]
        end = self._names + len(ys) * column
        width = self._look.line
        path = tag("path", d="".join(steps), class_="l-line", stroke_width=width)
        return Markup(path + tag("circle", cx=end, cy=ys[-1], r=1.6 * width, class_="l-dot"))


def _centred(words: str, x: float, y: float, size: int) -> Markup:
    return tag("text", words, x=x, y=y, text_anchor="middle", class_="l-number", font_size=size)
