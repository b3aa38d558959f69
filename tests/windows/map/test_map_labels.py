"""The labels of a crowded map, at the sizes that the windows give it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import load
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.symbols import RADIUS, radius_of
from idlib_wargame.windows.map.view import MapView
from tests.scenarios.rows import PACK
from tests.tries import some_of
from tests.views.map.bank import shown, state


@pytest.fixture(scope="module")
def crowded() -> Scenario:
    """The shipped pack, whose map is crowded where it matters."""
    return load(PACK)


def sign_rects(view: MapView) -> Iterator[QRectF]:
    """Where the signs are drawn."""
    for each in view.shown.standings:
        if each.feature.kind in RADIUS:
            x, y = view.canvas.frame.to_screen(*each.feature.points[0])
            radius = radius_of(each.feature.kind)
            yield QRectF(x - radius, y - radius, 2 * radius, 2 * radius)


SIZES = [(560, 460), (700, 560), (1000, 620), (1366, 768)]


@pytest.mark.parametrize(
    ("size", "closer", "percent"), some_of([*product(SIZES, (0.2, 1.0, 2.6), (100, 150))])
)
def test_no_two_labels_overlap(
    qtbot: QtBot, crowded: Scenario, size: tuple[int, int], closer: float, percent: int
) -> None:
    """Nor does a label stand on a sign or off the map, at any zoom and size of text."""
    before = theme.text_scale()
    theme.set_text_scale(percent)
    try:
        view = MapView(shown(crowded, state(crowded)))
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        QApplication.processEvents()
        view.canvas.zoom(closer)
        rects = [QRectF(*each.room) for each in view.canvas.picture.labels]
        signs = list(sign_rects(view))
        seen = QRectF(view.canvas.rect())
    finally:
        theme.set_text_scale(before)
    assert rects
    assert not [rect for rect in rects if any(rect.intersects(sign) for sign in signs)]
    assert all(seen.contains(rect) for rect in rects)
    assert not [pair for pair in combinations(rects, 2) if pair[0].intersects(pair[1])]


def test_the_greatest_towns_and_the_roads_are_named_first(qtbot: QtBot, crowded: Scenario) -> None:
    """In the desk's narrowest middle, what a briefing would name is named."""
    view = MapView(shown(crowded, state(crowded)))
    qtbot.addWidget(view)
    view.resize(620, 520)
    view.show()
    QApplication.processEvents()
    named = {each.text for each in view.canvas.picture.labels}
    greatest = [each.name for each in crowded.map if each.kind == "town"][:4]
    roads = {each.name.partition(",")[0] for each in crowded.map if each.kind == "road"}
    assert {*greatest, *roads} <= named


def test_coming_closer_names_more(qtbot: QtBot, crowded: Scenario) -> None:
    """Posts have names once there is room for them."""
    view = MapView(shown(crowded, state(crowded)))
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    QApplication.processEvents()
    post = next(each for each in crowded.map if each.kind == "post").name.partition(",")[0]
    assert post not in {each.text for each in view.canvas.picture.labels}
    view.canvas.zoom(3)
    assert post in {each.text for each in view.canvas.picture.labels}
