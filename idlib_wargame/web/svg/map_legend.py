"""The samples of a map's legend: how each thing that it explains looks on the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from idlib_wargame.views.map.legend import LegendEntry, Sample
from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.views.map.standing import Standing
from idlib_wargame.web.svg.holders import Look, hatching, looks, shape
from idlib_wargame.web.svg.map_ground import FRONT_DASHES, PLAN_DASHES
from idlib_wargame.web.svg.map_signs import RADIUS, cut_off, gone, ring, sign, stroke
from idlib_wargame.web.svg.markup import tag

WIDE, HIGH = 28.0, 20.0
MIDDLE = (WIDE / 2, HIGH / 2)
LEVEL = "M2 10H26"


class LegendLine(NamedTuple):
    """A sample, and what it means."""

    sample: Markup
    words: str


def legend_lines(
    shown: MapShown, entries: Sequence[LegendEntry], prefix: str
) -> tuple[LegendLine, ...]:
    """The entries of a legend, drawn as the map has them; ``prefix`` is the legend's own."""
    drawn = _Samples(looks(shown.region.holders, prefix), shown.region.kinds)
    return tuple(LegendLine(drawn.of(each), each.words) for each in entries)


class _Samples:
    def __init__(self, of: dict[str, Look], kinds: frozenset[str]) -> None:
        self._looks, self._kinds = of, kinds

    def of(self, entry: LegendEntry) -> Markup:
        """The sample of an entry, as a picture that says nothing by itself."""
        return tag(
            "svg",
            self._inside(entry),
            width=int(WIDE),
            height=int(HIGH),
            viewBox=f"0 0 {WIDE:.0f} {HIGH:.0f}",
            class_="sample",
            **{"aria-hidden": "true"},
        )

    def _inside(self, entry: LegendEntry) -> Markup:
        standing = entry.standing
        match entry.sample:
            case Sample.HOLDER:
                return _holder(self._looks[entry.holder])
            case Sample.SIGN if standing is not None:
                return self._sign(standing, RADIUS[standing.feature.kind])
            case Sample.CUT_OFF if standing is not None:
                grip = cut_off(MIDDLE, self._looks[standing.holder], 5.2)
                return Markup(grip + self._sign(standing, 5.0))
            case Sample.CHANGED:
                return self._changed()
            case Sample.GONE:
                return gone(MIDDLE, 8)
            case Sample.SCHEMATIC:
                return stroke(LEVEL, "m-front-line", 1.8, dashes=FRONT_DASHES)
            case Sample.AGREEMENT:
                return _paper()
            case _:
                box = "M2 2H26V18H2z"
                return stroke(box, "m-text-line", 1.9, dashes=PLAN_DASHES)

    def _sign(self, standing: Standing, radius: float) -> Markup:
        kind = standing.feature.kind
        look = self._looks.get(standing.owner if kind == "post" else standing.holder)
        colour = look.colour if look else ""
        return sign(kind, MIDDLE, colour, radius, schematic=standing.feature.schematic)

    def _changed(self) -> Markup:
        """A road with its edges set off; where there is none, as ground is, or else a sign."""
        if "road" in self._kinds:
            strokes = (("m-changed-line", 10.0), ("m-halo-line", 6.4), ("m-quiet-line", 3.4))
            return Markup("").join(stroke("M6 10H22", *each) for each in strokes)
        if "area" in self._kinds:
            return stroke("M2 2H26V18H2z", "m-changed-line", 2.1)
        return ring(MIDDLE, 8.5)


def _holder(look: Look) -> Markup:
    box = {"x": 1, "y": 1, "width": 26, "height": 18}
    return Markup("").join(
        (
            tag("defs", hatching(look)),
            tag("rect", **box, class_="m-land"),
            tag("rect", **box, fill=look.colour, class_="m-held"),
            tag("rect", **box, fill=f"url(#{look.hatch})", stroke=look.colour),
            tag("circle", cx=14, cy=10, r=6.5, class_="m-halo-fill"),
            tag("path", d=shape(look.shape, MIDDLE, 4.2), fill=look.colour),
        )
    )


def _paper() -> Markup:
    """A sheet of paper with two lines on it and a signature."""
    sheet = tag(
        "rect", x=8, y=1, width=12, height=18, class_=" ".join(("m-halo-fill", "m-quiet-line"))
    )
    lines = stroke("M10.5 5.5H17.5M10.5 9H17.5", "m-quiet-line", 1.2)
    return Markup(sheet + lines + stroke("M14 15H17.5", "m-text-line", 1.6))
