"""Which of Qt's system libraries this Linux machine lacks, and how to get them."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

from idlib_wargame.cli.speaking import tell
from idlib_wargame.words.language import _, fill

# Library -> Debian and Ubuntu package. Qt loads the first group for every window,
# the second for a window on an X11 screen.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def missing_packages() -> list[str]:
    """Packages whose library cannot be loaded, in a fixed order; none off Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in LIBRARIES.items() if not _loads(library)]


def command_for(packages: list[str]) -> str:
    """The command that installs them on Debian and its kin."""
    return f"apt-get install -y --no-install-recommends {' '.join(packages)}"


def advice(packages: list[str]) -> str:
    """What to tell someone whose machine lacks them."""
    said = _(
        "Qt needs system libraries that this machine lacks. Run this command, then try again:\n"
        "  sudo {command}"
    )
    return fill(said, command=command_for(packages))


def main() -> int:
    """Install what is missing as root, or print the exact command; 0 when nothing is missing."""
    packages = missing_packages()
    if sys.platform == "linux" and packages and shutil.which("apt-get") and os.geteuid() == 0:
        tell(_("Installing the system libraries that Qt needs (once)…"))
        _quietly("apt-get", "update")
        _quietly(*command_for(packages).split())
        packages = missing_packages()
    if packages:
        for line in advice(packages).splitlines():
            tell(line)
        return 2
    return 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _quietly(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment)
