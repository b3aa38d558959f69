"""How the bar that says how far is far is set and drawn."""

from __future__ import annotations

from markupsafe import Markup

from idlib_wargame.views.map.scale_bar import ScaleBar, ScaleLook
from idlib_wargame.web.svg.lettering import size_of
from idlib_wargame.web.svg.markup import box, figure, tag

SIZE = 13


def _measure(text: str) -> tuple[float, float]:
    return size_of(text, SIZE)


LOOK = ScaleLook(_measure, longest=90.0, over=3.0, margins=(8.0, 8.0))


def drawn_scale(bar: ScaleBar) -> Markup:
    """It on a pale plate, so that it reads over anything."""
    (start, end), middle = bar.ends, bar.room.middle[1]
    plate = box(bar.room, rx=4, class_="m-plate")
    ends = "".join(f"M{figure(x)} {figure(middle - 4)}v8" for x in (start, end))
    line = tag(
        "path",
        d=f"M{figure(start)} {figure(middle)}h{figure(bar.length)}{ends}",
        class_="m-text-line",
        fill="none",
        stroke_width=1.4,
    )
    words = tag(
        "text",
        bar.text,
        x=bar.words_left,
        y=middle + 0.36 * SIZE,
        class_="m-word",
        font_size=SIZE,
    )
    return Markup(plate + line + words)
