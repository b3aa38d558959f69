"""Which screens a window is on, and whether somebody sees two windows at one of them.

No ``QScreen`` is kept: the object that stands for a screen goes with the window that was asked.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_SLIVER = 24  # pixels: as a frame may reach over the edge of a screen, and shows nothing there


class OtherScreen(NamedTuple):
    """A screen that a window may be handed to, by its name and size in pixels."""

    name: str
    width: int
    height: int

    def found(self) -> QScreen | None:
        """That screen; None where it has gone."""
        return next((each for each in QGuiApplication.screens() if _named(each) == self), None)


def share_a_screen(one: QWidget, other: QWidget) -> bool:
    """Whether both can be seen on one screen. Screens that show the same picture are one."""
    return any(_overlap(here, there) for here in _seen_on(one) for there in _seen_on(other))


def shares_screen(window: QWidget, screen: QScreen) -> bool:
    """Whether a window can be seen on that screen, or on one that shows the same picture."""
    return any(_overlap(here, screen.geometry()) for here in _seen_on(window))


def screen_named(name: str) -> QScreen | None:
    """The screen of that name, whatever its size; None where it has gone."""
    return next((each for each in QGuiApplication.screens() if each.name() == name), None)


def is_mirrored() -> bool:
    """Whether two screens show the same picture, or a part of it."""
    boxes = [screen.geometry() for screen in QGuiApplication.screens()]
    return any(_overlap(one, two) for one, two in combinations(boxes, 2))


def screen_of(window: QWidget) -> OtherScreen:
    """The screen that a window is on."""
    return _named(window.screen())


def other_screens(window: QWidget) -> tuple[OtherScreen, ...]:
    """The screens on which nothing of the window, nor of what lies over or under it, is seen."""
    here = _seen_on(window)
    return tuple(
        _named(screen)
        for screen in QGuiApplication.screens()
        if not any(_overlap(screen.geometry(), box) for box in here)
    )


def _seen_on(window: QWidget) -> list[QRect]:
    """The geometries of the screens that hold more than a sliver of a window, or its own."""
    box = window.geometry()
    screens = [screen.geometry() for screen in QGuiApplication.screens()]
    return [each for each in screens if _overlap(each, box)] or [window.screen().geometry()]


def _overlap(one: QRect, other: QRect) -> bool:
    common = one & other
    return common.width() > _SLIVER and common.height() > _SLIVER


def _named(screen: QScreen) -> OtherScreen:
    size = screen.geometry().size()
    return OtherScreen(screen.name(), size.width(), size.height())
