"""The typefaces that come with the program, and where they lie."""

from __future__ import annotations

from pathlib import Path

TEXT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")
ICON_FILE = "Phosphor-subset.ttf"


def assets() -> Path:
    """The folder of what ships beside the code: inside the package, or at the project's top."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "assets"
    return installed if installed.is_dir() else package.parent / "assets"
