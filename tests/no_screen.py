"""Where windows are drawn while nobody looks: decided here, for tests, pictures and benchmarks."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "QT_QPA_PLATFORM"
OFFSCREEN = "offscreen"


def platform_of_qt(
    screens: Path | None = None, environment: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """What to set in the environment before there is a Qt program: no screen, or ``screens``.

    On Windows nothing is, as Qt finds no fonts there but by the system's own platform; and whoever
    asked for another platform gets it.
    """
    if sys.platform == "win32" or environment.get(VARIABLE, OFFSCREEN) != OFFSCREEN:
        return {}
    return {VARIABLE: f"{OFFSCREEN}:configfile={screens}" if screens is not None else OFFSCREEN}
