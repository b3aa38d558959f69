"""Roads and the small signs of a map: towns, posts, camps, bases, crossings."""

from __future__ import annotations

from markupsafe import Markup

from idlib_wargame.views.map.shapes import XY
from idlib_wargame.views.map.signs import CORNERS, GATE, RING
from idlib_wargame.web.svg.holders import Look, polygon
from idlib_wargame.web.svg.markup import figure, tag

# Half the width of each sign, in units of a picture whose smallest words are 13 high.
RADIUS = {"town": 3.3, "great": 4.4, "post": 7.0, "camp": 7.0, "base": 7.5, "crossing": 5.5}
ROAD_WIDTH = 4.0
BARE_ROAD_WIDTH = 2.0


def stroke(d: str, colour: str, width: float, *, dashes: str | None = None) -> Markup:
    """A line; ``colour`` is "#rrggbb", or the name of a class."""
    by_class = not colour.startswith("#")
    return tag(
        "path",
        d=d,
        class_=colour if by_class else None,
        stroke=None if by_class else colour,
        fill="none",
        stroke_width=width,
        stroke_dasharray=dashes,
        stroke_linejoin="round",
        stroke_linecap=None if dashes else "round",
    )


def road(d: str, look: Look | None, *, schematic: bool) -> Markup:
    """A road in its holder's colour, with a pale edge; dashed where it is schematic."""
    if look is None:
        dashes = "8 4" if schematic else None
        bare = stroke(d, "m-quiet-line", BARE_ROAD_WIDTH, dashes=dashes)
        return Markup(stroke(d, "m-halo-line", BARE_ROAD_WIDTH + 2) + bare)
    edge = stroke(d, "m-halo-line", ROAD_WIDTH + 3)
    dashes = "8.4 4" if schematic else None
    return Markup(edge + stroke(d, look.colour, ROAD_WIDTH, dashes=dashes))


def changed_road(d: str) -> Markup:
    """What sets off a road below it that changed."""
    return stroke(d, "m-changed-line", ROAD_WIDTH + 7)


def gone_road(d: str) -> Markup:
    """The edges of a road that was there last turn, with nothing between them."""
    return Markup(changed_road(d) + stroke(d, "m-halo-line", ROAD_WIDTH + 3))


def sign(kind: str, middle: XY, colour: str, radius: float, *, schematic: bool) -> Markup:
    """The sign of a kind, "" for a colour that the page decides. A schematic one is hollow."""
    x, y = middle
    d = outline(kind, middle, radius)
    edge = tag("path", d=d, class_="m-halo-line", fill="none", stroke_width=3.4)
    hollow = schematic and kind != "crossing"
    filled = colour if colour and not hollow else None
    shown = tag(
        "path",
        d=d,
        fill=filled,
        stroke=None if kind == "town" or not colour else colour,
        stroke_width=1.1 if kind == "town" else 1.8,
        class_=" ".join(_classes(kind, colour, hollow)) or None,
    )
    dot = Markup("")
    if kind == "post":
        dot = tag(
            "circle",
            cx=x,
            cy=y + radius * 0.18,
            r=radius * 0.24,
            fill=colour if hollow and colour else None,
            class_="m-halo-fill" if not hollow else None if colour else "m-quiet-fill",
        )
    return Markup(edge + shown + dot)


def _classes(kind: str, colour: str, hollow: bool) -> list[str]:
    found = ["m-town"] if kind == "town" else [] if colour else ["m-quiet-line"]
    if hollow:
        return [*found, "m-halo-fill"]
    return found if colour else [*found, "m-quiet-fill"]


def outline(kind: str, middle: XY, radius: float) -> str:
    """A dot, a triangle, a tent, a wing or a gate, as a path."""
    x, y = middle
    if kind == "crossing":
        return "".join(
            f"M{figure(x + left * radius)} {figure(y + top * radius)}"
            f"h{figure(width * radius)}v{figure(height * radius)}h{figure(-width * radius)}z"
            for left, top, width, height in GATE
        )
    corners = CORNERS.get(kind)
    if corners is not None:
        return polygon([(x + a * radius, y + b * radius) for a, b in corners])
    arc, wide = f"a{figure(radius)} {figure(radius)} 0 1 0", figure(2 * radius)
    return f"M{figure(x - radius)} {figure(y)}{arc} {wide} 0{arc} -{wide} 0z"


def ring(middle: XY, radius: float, colour: str = "m-changed-line", dashes: str = "") -> Markup:
    """A ring about a sign: whole about one that changed, broken about one that is cut off."""
    x, y = middle
    by_class = not colour.startswith("#")
    halo = tag("circle", cx=x, cy=y, r=radius, fill="none", class_="m-halo-line", stroke_width=4.3)
    return Markup(
        halo
        + tag(
            "circle",
            cx=x,
            cy=y,
            r=radius,
            fill="none",
            class_=colour if by_class else None,
            stroke=None if by_class else colour,
            stroke_width=2.2,
            stroke_dasharray=dashes or None,
        )
    )


def cut_off(middle: XY, look: Look, radius: float) -> Markup:
    """The broken ring of those who closed a post in."""
    return ring(middle, radius * RING, look.colour, "4.8 2.2")


def gone(middle: XY, radius: float) -> Markup:
    """A cross where something stood last turn."""
    (x, y), reach = middle, radius * 0.6
    lines = "".join(
        f"M{figure(x - reach)} {figure(y - slope * reach)}"
        f"L{figure(x + reach)} {figure(y + slope * reach)}"
        for slope in (-1, 1)
    )
    return Markup(stroke(lines, "m-halo-line", 4.4) + stroke(lines, "m-quiet-line", 1.8))
