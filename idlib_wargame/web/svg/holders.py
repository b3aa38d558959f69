"""How each holder looks on a map: a colour, a hatching, and a shape for who tells none apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from markupsafe import Markup

from idlib_wargame.views.map.holder_signs import DISC, marks
from idlib_wargame.views.map.region import Holder
from idlib_wargame.views.map.shapes import XY
from idlib_wargame.web.svg.inks import ink
from idlib_wargame.web.svg.markup import figure, tag

HATCH_APART = 9


@dataclass(frozen=True, slots=True)
class Look:
    """``colour`` stands out on light and dark; ``hatch`` is the name of its hatching."""

    colour: str
    slant: int
    shape: str
    hatch: str


def looks(holders: Sequence[Holder], prefix: str) -> dict[str, Look]:
    """Everyone who may hold something, by id; ``prefix`` is the picture's own, for its names."""
    found = marks(holders)
    return {
        each.id: Look(ink(each.colour), *found[each.id], f"{prefix}-hatch-{at}")
        for at, each in enumerate(holders)
    }


def hatching(look: Look) -> Markup:
    """The pattern of ground that is drawn by judgement."""
    line = tag(
        "path",
        d=f"M0 {HATCH_APART / 2}H{HATCH_APART}",
        stroke=look.colour,
        stroke_width=1.0,
        stroke_opacity="0.4",
    )
    return tag(
        "pattern",
        line,
        id=look.hatch,
        width=HATCH_APART,
        height=HATCH_APART,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({-look.slant})",
    )


def holder_sign(look: Look, middle: XY, radius: float) -> Markup:
    """A holder's shape on a pale disc."""
    x, y = middle
    disc = tag("circle", cx=x, cy=y, r=radius * DISC, class_="m-halo", stroke=look.colour)
    return Markup(disc + tag("path", d=shape(look.shape, middle, radius), fill=look.colour))


def shape(name: str, middle: XY, radius: float) -> str:
    """The outline of a shape, as a path."""
    x, y = middle
    if name == "circle":
        reach = radius * 0.9
        return f"{_move(x - reach, y)}{_arc(reach, 2 * reach)}{_arc(reach, -2 * reach)}z"
    if name == "cross":
        arm, thick = radius, radius * 0.36
        return _box(x, y, arm, thick) + _box(x, y, thick, arm)
    if name in ("square", "bar"):
        side = radius * 0.8 if name == "square" else radius
        return _box(x, y, side, side if name == "square" else radius * 0.45)
    count = 4 if name == "diamond" else 6
    angles = (2 * pi * corner / count - pi / 2 for corner in range(count))
    return polygon([(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles])


def polygon(points: Sequence[XY]) -> str:
    """A closed line through those points, as a path."""
    return "M" + "L".join(f"{figure(x)} {figure(y)}" for x, y in points) + "z"


def _move(x: float, y: float) -> str:
    return f"M{figure(x)} {figure(y)}"


def _arc(radius: float, right: float) -> str:
    return f"a{figure(radius)} {figure(radius)} 0 1 0 {figure(right)} 0"


def _box(x: float, y: float, across: float, down: float) -> str:
    wide, high = figure(2 * across), figure(2 * down)
    return f"{_move(x - across, y - down)}h{wide}v{high}h-{wide}z"
