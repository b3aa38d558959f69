"""The ground of a map: sea, land, who holds which area, fronts, coasts and borders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from idlib_wargame.views.map.fronts import Fronts
from idlib_wargame.views.map.projection import Frame
from idlib_wargame.views.map.shapes import Points, is_ring
from idlib_wargame.views.map.standing import Change, Standing
from idlib_wargame.web.svg.holders import Look
from idlib_wargame.web.svg.map_signs import stroke
from idlib_wargame.web.svg.markup import figure, tag

FRONT_DASHES = "6 3.6"
PLAN_DASHES = "4.2 3"
BORDER_DASHES = "10 3 2 3"
LEAST_STEP = 0.7  # units between two points of a line: fewer are not seen


class Ground:
    """Draws what lies below roads and signs."""

    def __init__(self, frame: Frame, looks: Mapping[str, Look]) -> None:
        self._frame, self._looks = frame, looks

    def drawn(self, standings: Sequence[Standing], fronts: Fronts) -> Iterator[Markup]:
        """All of it, from the bottom up."""
        seas = [e for e in standings if e.feature.kind == "coast" and is_ring(e.feature.points)]
        yield from (self._filled(each, "m-sea") for each in seas)
        for each in standings:
            if each.feature.kind == "area" and each.change is not Change.GONE:
                yield from self._area(each)
        yield from self._lines(fronts.surveyed, ("m-halo-line", 2.6), ("m-front-line", 1.5))
        dashed = ("m-front-line", 1.5, FRONT_DASHES)
        yield from self._lines(fronts.schematic, ("m-halo-line", 2.6), dashed)
        yield from self._lines(_open(standings, "coast"), ("m-coast-line", 1.1))
        borders = _open(standings, "border")
        yield from self._lines(borders, ("m-halo-line", 4.4), ("m-border-line", 1.5, BORDER_DASHES))
        yield from self._lines(
            fronts.plans, ("m-halo-line", 4.6), ("m-text-line", 1.9, PLAN_DASHES)
        )
        yield from self._lines(fronts.changed, ("m-halo-line", 5.0), ("m-changed-line", 2.1))

    def _area(self, standing: Standing) -> Iterator[Markup]:
        look, feature = self._looks.get(standing.holder), standing.feature
        if look is None:
            if not feature.schematic:
                yield self._filled(standing, "m-neighbour")
            return
        d = path(self._frame, feature.points, close=True)
        yield tag("path", d=d, fill=look.colour, class_="m-held")
        if feature.schematic:
            yield tag("path", d=d, fill=f"url(#{look.hatch})")

    def _filled(self, standing: Standing, name: str) -> Markup:
        d = path(self._frame, standing.feature.points, close=True)
        return tag("path", d=d, class_=name)

    def _lines(
        self, lines: Iterable[Points], *strokes: tuple[str, float] | tuple[str, float, str]
    ) -> Iterator[Markup]:
        for points in lines:
            d = path(self._frame, points)
            for colour, width, *dashes in strokes:
                yield stroke(d, colour, width, dashes=dashes[0] if dashes else None)


def _open(standings: Iterable[Standing], kind: str) -> list[Points]:
    return [
        each.feature.points
        for each in standings
        if each.feature.kind == kind and not is_ring(each.feature.points)
    ]


def path(frame: Frame, points: Points, close: bool = False) -> str:
    """The points as a path, those left out that are too near to the one before to be seen."""
    kept: list[tuple[float, float]] = []
    for place, point in enumerate(points):
        x, y = frame.to_screen(*point)
        ends = place in (0, len(points) - 1)
        near = kept and max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) < LEAST_STEP
        if ends or not near:
            kept.append((x, y))
    return "M" + "L".join(f"{figure(x)} {figure(y)}" for x, y in kept) + ("z" if close else "")
