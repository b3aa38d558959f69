"""The colours of the screen, light and dark, and how far apart two of them stand.

Colour means one thing: each result has one (with a shape); rule tables and seats take the
pack's. Everything else is ink on paper.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from functools import lru_cache

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.table_colours import TABLE_COLOURS as TABLE_COLOURS

TEXT_CONTRAST = 4.5  # WCAG 2 AA for body text
SHAPE_CONTRAST = 3.0  # WCAG 2 AA for shapes and lines that carry meaning


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme; each value is "#rrggbb".

    ``window`` lies behind everything, ``panel`` is a sheet on it, ``raised`` a quiet fill on a
    sheet (chips, hover, rows picked). ``line`` is a hairline, ``border`` the edge of a control.
    """

    dark: bool
    window: str
    panel: str
    raised: str
    line: str
    border: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    focus: str
    picked: str
    warning: str
    warning_fill: str
    danger: str
    danger_fill: str
    good: str
    good_fill: str


LIGHT = Colours(
    dark=False,
    window="#f2f3f5",
    panel="#ffffff",
    raised="#eef0f4",
    line="#dde1e7",
    border="#7e8999",
    text="#1a2230",
    muted="#515c6d",
    disabled="#8b95a4",
    accent="#22406e",
    accent_hover="#2d5290",
    on_accent="#ffffff",
    focus="#3a6fc4",
    picked="#e3eaf6",
    warning="#7a4d00",
    warning_fill="#fff3d6",
    danger="#a61b1b",
    danger_fill="#fdeaea",
    good="#1d6a43",
    good_fill="#e6f4ec",
)

DARK = Colours(
    dark=True,
    window="#12161c",
    panel="#1b2027",
    raised="#272e38",
    line="#323a46",
    border="#6f7b8c",
    text="#e8ebf0",
    muted="#a8b2c0",
    disabled="#6f7b8c",
    accent="#b7cbf0",
    accent_hover="#d0defa",
    on_accent="#12203a",
    focus="#7fa8ef",
    picked="#28364d",
    warning="#f1c06a",
    warning_fill="#35290f",
    danger="#ff9d94",
    danger_fill="#3d1c1c",
    good="#7ed3a2",
    good_fill="#173325",
)

# A colour and the name of a shape (see icons) for each result.
BANDS: dict[Band, tuple[str, str]] = {
    Band.STRONG: ("#2F7D1F", "star"),
    Band.SUCCESS: ("#6C8F00", "circle"),
    Band.PARTIAL: ("#A87900", "half"),
    Band.FAILURE: ("#7D6A60", "cross"),
    Band.BACKFIRE: ("#B3154F", "bolt"),
}


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, each 0 to 1, of "#rrggbb"."""
    return (
        int(colour[1:3], 16) / 255,
        int(colour[3:5], 16) / 255,
        int(colour[5:7], 16) / 255,
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 measures it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=512)
def readable(colour: str, behind: str, at_least: float = TEXT_CONTRAST) -> str:
    """The same hue, made darker or lighter until it stands out enough from what is behind it."""
    if contrast(colour, behind) >= at_least:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    towards = 0.0 if _luminance(behind) > 0.18 else 1.0
    found = colour
    for step in range(1, 101):
        moved = lightness + (towards - lightness) * step / 100
        found = _to_hex(*colorsys.hls_to_rgb(hue, moved, saturation))
        if contrast(found, behind) >= at_least:
            break
    return found


def mixed(colour: str, into: str, share: float) -> str:
    """``share`` (0 to 1) of a colour laid over another."""
    pairs = zip(channels(colour), channels(into), strict=True)
    red, green, blue = (a * share + b * (1 - share) for a, b in pairs)
    return _to_hex(red, green, blue)


def _to_hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in channels(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
