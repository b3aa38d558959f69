"""Margins that begin where reading begins; Qt mirrors a layout's contents, but not its margins."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from idlib_wargame.words.language import is_right_to_left


def set_margins(place: QLayout | QWidget, start: int, top: int, end: int, bottom: int) -> None:
    """Give a layout or a widget margins in pixels, ``start`` on the side where reading begins."""
    left, right = (end, start) if is_right_to_left() else (start, end)
    place.setContentsMargins(left, top, right, bottom)
