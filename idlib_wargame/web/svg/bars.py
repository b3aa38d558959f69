"""A flow as bars, a stack a turn: what adds piles upwards, what takes away downwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from idlib_wargame.views.chart.ticks import every_so_many, round_numbers
from idlib_wargame.web.svg.inks import ink
from idlib_wargame.web.svg.markup import drawing, figure, tag
from idlib_wargame.words.figures import plain

SIZE = 13
MARGIN = 42.0  # units at the left, for the numbers of the scale
AXIS = 22.0
MOST_NUMBERS = 4


class Series(NamedTuple):
    """Numbers a turn, from turn 1 on. ``colour`` is the pack's; "" is the page's own."""

    colour: str
    values: Sequence[float]


def bars_drawing(
    title: str,
    series: Sequence[Series],
    turns: int,
    width: float,
    height: float,
    told: str = "",
    numbers: bool = True,
) -> Markup:
    """The bars over so many turns; without ``numbers`` the scale has none."""
    return _Bars(series, turns, width, height, numbers).drawn(title, told)


class _Bars:
    def __init__(
        self, series: Sequence[Series], turns: int, width: float, height: float, numbers: bool
    ) -> None:
        self._series, self._turns, self._numbers = series, max(turns, 1), numbers
        self._width, self._height = width, height
        by_turn = list(zip(*(each.values for each in series), strict=True))
        tops = [sum(max(value, 0.0) for value in values) for values in by_turn]
        feet = [sum(min(value, 0.0) for value in values) for values in by_turn]
        self._low, self._high = _span(min(feet, default=0.0), max(tops, default=0.0))

    def drawn(self, title: str, told: str) -> Markup:
        """The scale, then the bars."""
        inside = (*self._scale(), *self._bars(), *self._axis())
        return drawing(self._width, self._height, title, told, *inside, class_="bars")

    @property
    def _column(self) -> float:
        return (self._width - MARGIN) / (self._turns + 1)

    def _level(self, value: float) -> float:
        room = self._height - AXIS - 8
        return 8 + room * (self._high - value) / (self._high - self._low)

    def _scale(self) -> Iterator[Markup]:
        for number in round_numbers(self._low, self._high, MOST_NUMBERS):
            level = figure(self._level(number))
            name = "l-axis" if number == 0 else "l-rule"
            if number == 0 or self._numbers:
                line = f"M{figure(MARGIN)} {level}H{figure(self._width)}"
                yield tag("path", d=line, class_=name)
            if self._numbers:
                y = self._level(number) + 0.36 * SIZE
                yield _word(plain(round(number)), MARGIN - 6, y, "end")

    def _bars(self) -> Iterator[Markup]:
        column = self._column
        wide = min(0.7 * column, 28.0)
        ends: dict[tuple[int, bool], float] = {}
        for series in self._series:
            for place, value in enumerate(series.values):
                if not value:
                    continue
                turn, way = place + 1, value > 0
                foot = ends.get((turn, way), 0.0)
                ends[turn, way] = foot + value
                top, bottom = (
                    self._level(max(foot, foot + value)),
                    self._level(min(foot, foot + value)),
                )
                yield tag(
                    "rect",
                    x=MARGIN + (turn + 0.5) * column - wide / 2,
                    y=top,
                    width=wide,
                    height=max(bottom - top, 1.0),
                    fill=ink(series.colour) if series.colour else None,
                    class_=None if series.colour else "l-bar",
                    **{"data-turn": turn, "data-value": f"{value:g}"},
                )

    def _axis(self) -> Iterator[Markup]:
        every = every_so_many(1.7 * SIZE, self._column)
        for turn in range(every, self._turns + 1, every):
            yield _word(str(turn), MARGIN + (turn + 0.5) * self._column, self._height - 5, "middle")


def _word(words: str, x: float, y: float, anchor: str) -> Markup:
    return tag("text", words, x=x, y=y, text_anchor=anchor, class_="l-number", font_size=SIZE)


def _span(low: float, high: float) -> tuple[float, float]:
    """The range of the scale: nought is always on it, and it is never flat."""
    if high - low < 1:
        high = low + 10
    room = (high - low) * 0.08
    return low - (room if low < 0 else 0), high + (room if high > 0 else 0)
