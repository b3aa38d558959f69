"""A map as a picture on a page: who holds what, with what changed set off."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from idlib_wargame.views.map.holder_signs import holder_rooms
from idlib_wargame.views.map.label_places import Room
from idlib_wargame.views.map.labelling import GREAT_TOWNS, Labelling, sign_room
from idlib_wargame.views.map.projection import Frame
from idlib_wargame.views.map.scale_bar import scale_bar
from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.views.map.standing import SIGNS, Change, Standing
from idlib_wargame.web.svg.holders import hatching, holder_sign, looks
from idlib_wargame.web.svg.map_ground import Ground, path
from idlib_wargame.web.svg.map_labels import LETTERING, written
from idlib_wargame.web.svg.map_scale import LOOK, drawn_scale
from idlib_wargame.web.svg.map_signs import (
    RADIUS,
    changed_road,
    cut_off,
    gone,
    gone_road,
    ring,
    road,
    sign,
)
from idlib_wargame.web.svg.markup import box, drawing, group, tag
from idlib_wargame.words.language import _, fill

MARGINS = (34.0, 18.0)  # units about what is in play, so that there is room for its names
SHAPES = (0.72, 1.2)  # the least and greatest height of a picture, in its widths
HOLDER_RADIUS = 4.2
TAPPED = 22.0  # units across that a finger is given


def map_drawing(
    shown: MapShown, width: float, height: float = 0.0, prefix: str = "map", opens: str = ""
) -> Markup:
    """The map, so many units wide; words are 13 units high and more. Without a height, it has
    that of what is in play.

    ``prefix`` begins the names of its patterns. What has a word to say ``opens`` it, where that
    names how the ids of such words begin.
    """
    return _Picture(shown, width, height or _height(shown, width), prefix, opens).drawn()


def _height(shown: MapShown, width: float) -> float:
    play = shown.region.play
    across = max((play.east - play.west) * shown.region.whole.squeeze, 1e-6)
    share = (play.north - play.south) / across
    least, most = SHAPES
    return width * min(max(share, least), most)


class _Picture:
    def __init__(
        self, shown: MapShown, width: float, height: float, prefix: str, opens: str
    ) -> None:
        self._shown, self._opens, self._prefix = shown, opens, prefix
        region = shown.region
        across, down = MARGINS
        room = max(width - 2 * across, 0.74 * width), max(height - 2 * down, 0.9 * height)
        fitting = Frame.fitting(region.play, *room, region.whole.squeeze)
        self._frame = fitting.resized(width, height).within(region.whole)
        self._looks = looks(region.holders, prefix)
        west, north = self._frame.to_screen(region.whole.west, region.whole.north)
        east, south = self._frame.to_screen(region.whole.east, region.whole.south)
        self._seen = Room(west, north, east - west, south - north).within(Room(0, 0, width, height))

    def drawn(self) -> Markup:
        """Everything, from the bottom up."""
        shown, frame, seen = self._shown, self._frame, self._seen
        signs = [each.feature for each in shown.standings if each.feature.kind in SIGNS]
        busy = [sign_room(frame, feature, LETTERING.radius) for feature in signs]
        scale = scale_bar(frame, seen, busy, LOOK)
        holders = list(holder_rooms(shown.region, frame, shown.standings, HOLDER_RADIUS))
        taken = [scale.room, *(room for _who, room in holders)]
        names = Labelling(frame, seen, LETTERING).place(shown.standings, taken)
        held = {each.holder for each in shown.standings}
        patterns = [hatching(look) for who, look in self._looks.items() if who in held]
        paper = tag(
            "svg",
            box(seen, class_="m-land"),
            group(Ground(frame, self._looks).drawn(shown.standings, shown.fronts)),
            group(self._roads()),
            group(
                holder_sign(self._looks[who], room.middle, HOLDER_RADIUS) for who, room in holders
            ),
            group(self._signs()),
            group(self._finger_rooms()),
            group(map(written, names), pointer_events="none"),
            x=seen.left,
            y=seen.top,
            width=seen.width,
            height=seen.height,
            viewBox=" ".join(f"{each:.1f}" for each in seen),
        )
        return drawing(
            frame.width,
            frame.height,
            fill(_("Map: {pack}"), pack=shown.region.title),
            shown.spoken,
            tag("defs", *patterns) if patterns else Markup(""),
            paper,
            box(seen.grown(-0.5), class_="m-edge"),
            drawn_scale(scale),
            class_="map",
        )

    def _roads(self) -> Iterator[Markup]:
        roads = [each for each in self._shown.standings if each.feature.kind == "road"]
        lines = [path(self._frame, each.feature.points) for each in roads]
        for each, d in zip(roads, lines, strict=True):
            if each.change is Change.GONE:
                yield gone_road(d)
            elif each.change is not Change.NONE:
                yield changed_road(d)
        for each, d in zip(roads, lines, strict=True):
            if each.change is not Change.GONE:
                yield road(d, self._looks.get(each.holder), schematic=each.feature.schematic)

    def _signs(self) -> Iterator[Markup]:
        for kind in SIGNS:
            of_kind = [each for each in self._shown.standings if each.feature.kind == kind]
            for number, each in enumerate(of_kind):
                size = "great" if kind == "town" and number < GREAT_TOWNS else kind
                yield from self._sign(each, RADIUS[size])

    def _sign(self, standing: Standing, radius: float) -> Iterator[Markup]:
        feature = standing.feature
        middle = self._frame.to_screen(*feature.points[0])
        if standing.change is Change.GONE:
            yield gone(middle, radius)
        else:
            # A post that is cut off is still its owner's.
            whose = standing.owner if feature.kind == "post" else standing.holder
            look, grip = self._looks.get(whose), self._looks.get(standing.holder)
            if standing.is_cut_off and grip is not None:
                yield cut_off(middle, grip, radius)
            colour = look.colour if look else ""
            yield sign(feature.kind, middle, colour, radius, schematic=feature.schematic)
        if standing.change is not Change.NONE:
            yield ring(middle, radius * (2.1 if standing.is_cut_off else 1.7))

    def _finger_rooms(self) -> Iterator[Markup]:
        """Unseen, and wide enough for a finger: areas, then roads over them, then signs."""
        if not self._opens:
            return
        known = [e for e in self._shown.standings if e.feature.id in self._shown.places]
        for kinds in (("area",), ("road",), SIGNS):
            for each in known:
                if each.feature.kind in kinds and self._is_in_sight(each):
                    yield self._finger_room(each)

    def _is_in_sight(self, standing: Standing) -> bool:
        points = (self._frame.to_screen(*point) for point in standing.feature.points)
        is_line = standing.feature.kind not in SIGNS
        return is_line or any(self._seen.gap(point) == 0 for point in points)

    def _finger_room(self, standing: Standing) -> Markup:
        feature = standing.feature
        named = {"data-tells": f"{self._opens}{feature.id}", "class": "m-tap"}
        if feature.kind in SIGNS:
            x, y = self._frame.to_screen(*feature.points[0])
            return tag("circle", cx=x, cy=y, r=TAPPED / 2, **named)
        if feature.kind == "road":
            d = path(self._frame, feature.points)
            named["class"] = "m-tap-line"
            return tag("path", d=d, fill="none", stroke_width=TAPPED, **named)
        return tag("path", d=path(self._frame, feature.points, close=True), **named)
