"""The program's palette as custom properties for pages, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from idlib_wargame.rules.odds import Band
from idlib_wargame.views.look.colours import (
    BANDS,
    DARK,
    LIGHT,
    SHAPE_CONTRAST,
    TABLE_COLOURS,
    Colours,
    readable,
)

# The words of a page's rules, by the scheme's own.
_NAMES = {
    "ground": "window",
    "surface": "panel",
    "well": "raised",
    "faint": "disabled",
    **{name: name for name in ("line", "border", "text", "muted", "accent", "focus", "picked")},
    "accent-hover": "accent_hover",
    "on-accent": "on_accent",
    **{name: name for name in ("warning", "danger", "good")},
    **{f"{name}-fill": f"{name}_fill" for name in ("warning", "danger", "good")},
}


@cache
def stylesheet() -> str:
    """The properties of the light scheme, and of the dark one where the system asks for it."""
    light, dark = "\n".join(_properties(LIGHT)), "\n".join(_properties(DARK))
    return (
        f":root {{\n  color-scheme: light dark;\n{light}\n}}\n"
        f"@media (prefers-color-scheme: dark) {{\n:root {{\n{dark}\n}}\n}}\n"
    )


def on_light(colour: str) -> str:
    """A colour of a pack, made to stand out as a shape on a light sheet."""
    return readable(colour, LIGHT.panel, SHAPE_CONTRAST)


def on_dark(colour: str) -> str:
    """The same on a dark one."""
    return readable(colour, DARK.panel, SHAPE_CONTRAST)


def band_name(band: Band) -> str:
    """What a result is called in rules: "strong"."""
    return band.name.lower()


def band_shape(band: Band) -> str:
    """The icon of a result, which tells it apart without its colour."""
    return BANDS[band][1]


def _properties(now: Colours) -> Iterator[str]:
    for name, field in _NAMES.items():
        yield f"  --{name}: {getattr(now, field)};"
    yield f"  --link: {_on_every_sheet(now.focus, now)};"
    for band, (colour, _shape) in BANDS.items():
        yield f"  --band-{band_name(band)}: {readable(colour, now.raised)};"
    for word, colour in TABLE_COLOURS.items():
        yield f"  --table-{word}: {readable(colour, now.raised)};"


def _on_every_sheet(colour: str, now: Colours) -> str:
    """A colour of edges made fit for words: an edge may stand out less than they must."""
    for behind in (now.panel, now.window, now.raised):
        colour = readable(colour, behind)
    return colour
