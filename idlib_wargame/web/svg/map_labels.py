"""How the names on a map are set, and how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from idlib_wargame.views.map.label_places import Placed
from idlib_wargame.views.map.labelling import Lettering
from idlib_wargame.web.svg.lettering import size_of
from idlib_wargame.web.svg.map_signs import RADIUS
from idlib_wargame.web.svg.markup import box, tag


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of name is set."""

    size: int
    bold: bool = False
    spaced: float = 0.0


STYLES = {
    "great": Style(14, bold=True),
    "town": Style(13),
    "sign": Style(13),
    "road": Style(13, bold=True),
    "area": Style(13, bold=True, spaced=0.6),
    "country": Style(14, spaced=3.0),
    "water": Style(14, spaced=0.8),
}


def measure(text: str, style: str) -> tuple[float, float]:
    """About how wide and high a name is, in a style."""
    asked = STYLES[style]
    return size_of(text, asked.size, asked.bold, asked.spaced)


LETTERING = Lettering(measure, RADIUS.__getitem__)


def written(label: Placed) -> Markup:
    """A name on a pale edge that keeps it legible over anything; a road's stands in a box."""
    style, room = STYLES[label.style], label.room
    (middle, level), shield = room.middle, Markup("")
    if label.style == "road":
        shield = box(room, rx=3, class_="m-shield")
    words = tag(
        "text",
        label.text,
        x=middle,
        y=level + 0.36 * style.size,
        class_=" ".join(("m-word", f"m-{label.style}")),
        font_size=style.size,
        font_weight="700" if style.bold else None,
        letter_spacing=style.spaced or None,
        text_anchor="middle",
    )
    return Markup(shield + words)
