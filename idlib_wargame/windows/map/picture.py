"""The map as a picture file, with or without a screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from idlib_wargame.rules.layout import State
from idlib_wargame.rules.scenario import Scenario
from idlib_wargame.windows import theme
from idlib_wargame.windows.labels import label
from idlib_wargame.windows.map.view import MapView
from idlib_wargame.windows.screenless import application

# Pictures are looked at on paper and on slides, so everything is a quarter larger than on screen.
ENLARGED = 1.25


def save_map(
    scenario: Scenario,
    state: State,
    path: Path,
    width: int = 1600,
    height: int = 1200,
    *,
    previous: State | None = None,
    caption: str = "",
    numbers: bool = True,
    scheme: str = "light",
) -> None:
    """Write a PNG of so many pixels, of a pack that has a map. Raises OSError.

    What changed since ``previous`` is set off. ``caption`` stands below the title. ``scheme`` is
    "light" or "dark". Works without a screen and without a running program.
    """
    application()
    before = theme.scheme()
    theme.set_scheme(scheme)
    try:
        page = _page(scenario, caption)
        view = page.findChild(MapView)
        assert view is not None
        page.resize(round(width / ENLARGED), round(height / ENLARGED))
        view.show_state(state, previous, numbers)
        picture = _painted(page, width, height)
    finally:
        theme.set_scheme(before)
    # Qt says only that it failed; opening the file ourselves gives the reason.
    with path.open("wb"):
        pass
    writer = QImageWriter(str(path), QByteArray(b"png"))
    if not writer.write(picture):
        raise OSError(0, writer.errorString(), str(path))


def _page(scenario: Scenario, caption: str) -> QFrame:
    page = QFrame()
    page.setProperty("role", "panel")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 16)
    column.addWidget(label(scenario.title, "title"))
    if caption:
        column.addWidget(label(caption, "muted"))
    column.addSpacing(theme.SPACE)
    view = MapView(scenario)
    view.make_still()
    column.addWidget(view, 1)
    return page


def _painted(page: QFrame, width: int, height: int) -> QImage:
    # The first drawing lays everything out, which a widget that is never shown does not otherwise.
    page.grab()
    QApplication.sendPostedEvents()
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ENLARGED)
    picture.fill(QColor(theme.colours().panel))
    page.render(picture, QPoint(0, 0))
    page.deleteLater()
    return picture
