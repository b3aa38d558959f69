"""The outlines of the small signs of a map, in radii from their middles: right, and down."""

from __future__ import annotations

from idlib_wargame.views.map.shapes import XY

# A triangle, a tent, a wing; a town is a dot.
CORNERS: dict[str, tuple[XY, ...]] = {
    "post": ((0.0, -0.95), (0.95, 0.72), (-0.95, 0.72)),
    "camp": (
        (0.0, -0.75), (0.95, 0.65), (0.28, 0.65), (0.0, 0.12), (-0.28, 0.65), (-0.95, 0.65),
    ),
    "base": (
        (0.0, -1.0), (0.16, -0.35), (1.0, 0.15), (1.0, 0.4), (0.16, 0.2), (0.13, 0.62),
        (0.38, 0.82), (0.38, 1.0), (0.0, 0.9), (-0.38, 1.0), (-0.38, 0.82), (-0.13, 0.62),
        (-0.16, 0.2), (-1.0, 0.4), (-1.0, 0.15), (-0.16, -0.35),
    ),
}  # fmt: skip
# The two posts of a crossing's gate: left, top, width, height.
GATE = ((-0.95, -0.8, 0.65, 1.6), (0.3, -0.8, 0.65, 1.6))
RING = 1.55  # for the ring about a post that is cut off
