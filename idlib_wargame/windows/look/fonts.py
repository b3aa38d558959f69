"""The typefaces that come with the program, as Qt knows them."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from idlib_wargame.views.look.typefaces import ICON_FILE, TEXT_FILES, assets


@cache
def text_family() -> str:
    """The family that text is set in; the system's own where ours cannot be loaded."""
    families = [_load(name) for name in TEXT_FILES]
    return families[0] or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@cache
def icon_family() -> str:
    """The family that icons are drawn with; empty where it cannot be loaded."""
    return _load(ICON_FILE)


def sized(pixels: int, bold: bool = False, tabular: bool = True) -> QFont:
    """The text typeface at so many pixels, its figures all of one width."""
    font = QFont(text_family())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _load(name: str) -> str:
    number = QFontDatabase.addApplicationFont(str(assets() / "fonts" / name))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else ""
