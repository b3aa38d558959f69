"""The map as a person reads it: who holds what, what changed, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.map.projection import Box
from idlib_wargame.views.map.region import Region
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.map.view import MapView, has_map, hint
from tests.views.map.bank import bank, state
from tests.views.map.bank import shown as shown_map

Show = Callable[..., MapView]


@pytest.fixture
def scenario(harbour: PackReading) -> Scenario:
    """The harbour pack with a map."""
    return bank(harbour)


@pytest.fixture
def shown(qtbot: QtBot, scenario: Scenario) -> Show:
    """A way to show the map in a state: the opening, with some tracks set otherwise."""

    def show(**tracks: int) -> MapView:
        view = MapView(shown_map(scenario, state(scenario, **tracks), state(scenario)))
        qtbot.addWidget(view)
        view.resize(800, 560)
        with qtbot.wait_exposed(view):
            view.show()
        QApplication.processEvents()
        return view

    return show


def place(view: MapView, longitude: float, latitude: float) -> QPoint:
    """Where a place is on the canvas."""
    return QPointF(*view.canvas.frame.to_screen(longitude, latitude)).toPoint()


def point(view: MapView, longitude: float, latitude: float) -> str:
    """What the map says when the mouse is over a place."""
    at, none = QPointF(place(view, longitude, latitude)), Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, view.canvas.mapToGlobal(at), none, none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.canvas, move)
    return f"{view.foot.name.text()} | {view.foot.details.text()}"


def colour(view: MapView, longitude: float, latitude: float) -> QColor:
    """The colour drawn at a place."""
    at = place(view, longitude, latitude)
    return view.canvas.grab().toImage().pixelColor(at)


def legend(view: MapView) -> list[str]:
    """What the legend explains."""
    return view.legend.accessibleDescription().split("; ")


def test_a_pack_without_a_map_says_so(harbour: PackReading, scenario: Scenario) -> None:
    """The windows can leave the map out."""
    assert harbour.scenario is not None
    assert not has_map(harbour.scenario)
    assert has_map(scenario)


def test_pointing_at_a_road_names_it_its_holder_and_its_track(shown: Show) -> None:
    """All in words, with how it is drawn."""
    said = point(shown(), 11.5, 50.65)
    assert said == (
        "Q1, Ferry to Farness | Held by Borea. Stage of the talks: feelers · 1 of 5. Schematic."
    )


def test_a_road_changes_hands_with_its_track(shown: Show) -> None:
    """The words and the colour both follow."""
    view = shown(talks=2)
    assert "Held by Astra (until this turn: Borea)." in point(view, 11.5, 50.65)
    assert colour(view, 10.85, 50.4) == QColor(theme.seat_colour("#4E79A7"))
    assert colour(shown(talks=0), 10.85, 50.4) == QColor(theme.seat_colour("#F28E2B"))


def test_what_changed_is_told_before_anything_is_pointed_at(shown: Show) -> None:
    """Or else how to read the map."""
    assert shown().foot.details.text() == hint()
    assert shown(talks=2, calm=3).foot.details.text() == (
        "Changed this turn: Q1, Ferry to Farness (now Astra); East shore (now Astra)."
    )


def test_a_post_is_manned_then_cut_off_then_gone(shown: Show, scenario: Scenario) -> None:
    """A post that is cut off is still its owner's; one that is gone leaves a mark for a turn."""
    assert "Manned by Caldis." in point(shown(), 11.5, 51.5)
    assert "Caldis, encircled by Borea (since this turn)." in point(shown(patrols=12), 11.5, 51.5)
    gone = shown(held=0)
    assert "Gone this turn." in point(gone, 11.5, 51.5)
    assert "Gone this turn" in legend(gone)
    stays = state(scenario, held=0)
    gone.show_map(shown_map(scenario, stays, stays))
    assert point(gone, 11.5, 51.5).startswith("East shore")


def test_the_legend_explains_what_is_there_and_no_more(shown: Show, scenario: Scenario) -> None:
    """Holders, signs, and what dashes mean."""
    view = shown()
    assert legend(view) == [
        "Astra",
        "Borea",
        "Caldis",
        "Post · Crews held in Borean and Caldic ports: 2 crews",
        "Dashed, hatched or hollow: schematic",
    ]
    view.show_map(shown_map(scenario, state(scenario, lines=1, patrols=12), state(scenario)))
    assert {"Post, encircled", "Not in force", "Outlined: changed this turn"} <= set(legend(view))


def test_the_map_is_told_to_those_who_do_not_see_it(shown: Show, scenario: Scenario) -> None:
    """Who holds how much, where the tracks stand, what changed; then what is pointed at."""
    view = shown(talks=2)
    assert view.canvas.accessibleName() == f"Map: {scenario.title}"
    told = view.canvas.accessibleDescription()
    assert "Astra: 2 roads, 1 town." in told
    assert "Stage of the talks: terms exchanged · 2 of 5, +1 this turn." in told
    assert "Q1, Ferry to Farness (now Astra)" in told
    view.canvas.point_at("light")
    assert view.canvas.accessibleDescription().startswith("Light, on the bank. Manned by Caldis.")


def test_without_numbers_tracks_are_words_alone(shown: Show, scenario: Scenario) -> None:
    """A facilitator may hide the numbers."""
    view = shown()
    view.show_map(shown_map(scenario, state(scenario), numbers=False))
    assert "Stage of the talks: feelers." in point(view, 11.5, 50.65)


def test_keys_go_from_feature_to_feature(shown: Show) -> None:
    """Page Down names the next, Page Up the one before, Escape none."""
    view = shown()
    QTest.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert view.foot.name.text() == "Q1, Port to Ferry"
    QTest.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert view.foot.name.text() == "Q1, Ferry to Farness"
    QTest.keyClick(view.canvas, Qt.Key.Key_PageUp)
    QTest.keyClick(view.canvas, Qt.Key.Key_PageUp)
    assert view.foot.name.text() == "Ferry"
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert view.foot.details.text() == hint()


def test_keys_zoom_pull_and_fit(shown: Show) -> None:
    """Plus comes closer, arrows move, 0 shows the whole map, Home what was there at first."""
    view = shown()
    home = view.canvas.frame
    QTest.keyClick(view.canvas, Qt.Key.Key_Plus)
    closer = view.canvas.frame
    assert closer.scale > home.scale
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    assert view.canvas.frame.longitude > closer.longitude
    QTest.keyClick(view.canvas, Qt.Key.Key_Up)
    assert view.canvas.frame.latitude > closer.latitude
    QTest.keyClick(view.canvas, Qt.Key.Key_0)
    assert is_all_in_view(view)
    QTest.keyClick(view.canvas, Qt.Key.Key_Home)
    assert view.canvas.frame == home


def test_stepping_brings_a_far_feature_into_view(shown: Show) -> None:
    """What is named can be seen."""
    view = shown()
    view.canvas.zoom(8)
    for _ in range(3):
        view.canvas.step(forward=True)
    assert view.foot.name.text() == "Light, on the bank"
    assert view.canvas.rect().contains(place(view, 11.5, 51.5))


def test_the_wheel_zooms_at_the_pointer(shown: Show) -> None:
    """The place under the pointer stays where it is."""
    view = shown()
    at = QPointF(place(view, 11.0, 51.0))
    before = view.canvas.frame.to_earth(at.x(), at.y())
    wheel = QWheelEvent(
        at, view.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    scale = view.canvas.frame.scale
    QApplication.sendEvent(view.canvas, wheel)
    assert view.canvas.frame.scale > scale
    assert view.canvas.frame.to_earth(at.x(), at.y()) == pytest.approx(before, abs=0.02)


def test_pinching_a_touchpad_zooms(shown: Show) -> None:
    """Fingers apart, closer."""
    view = shown()
    scale, at = view.canvas.frame.scale, QPointF(300, 200)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, view.canvas.mapToGlobal(at), 0.3, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view.canvas, pinch)
    assert view.canvas.frame.scale > scale


def test_dragging_pulls_the_map(shown: Show) -> None:
    """What was taken hold of follows the mouse."""
    view = shown()
    view.canvas.zoom(4)
    held_at = QPoint(200, 200)
    before = view.canvas.frame.to_earth(200, 200)
    QTest.mousePress(view.canvas, Qt.MouseButton.LeftButton, pos=held_at)
    QTest.mouseMove(view.canvas, QPoint(230, 190))
    QTest.mouseRelease(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(230, 190))
    assert view.canvas.frame.to_earth(230, 190) == pytest.approx(before, abs=1e-6)


def test_the_buttons_do_what_they_say(shown: Show) -> None:
    """Closer, and all in view; each with a name for those who do not see its sign."""
    view = shown()
    home = view.canvas.frame
    buttons = {each.accessibleName(): each for each in view.findChildren(QToolButton)}
    buttons["Come closer (+)"].click()
    assert view.canvas.frame.scale > home.scale
    assert not is_all_in_view(view)
    buttons["Show the whole map (0); Home goes back to the first view"].click()
    assert is_all_in_view(view)


def is_all_in_view(view: MapView) -> bool:
    """Whether every point of the map is on the canvas."""
    room = view.canvas.rect().adjusted(-1, -1, 1, 1)
    points = [point for each in view.shown.standings for point in each.feature.points]
    return all(room.contains(place(view, *point)) for point in points)


def first_view(scenario: Scenario) -> Box:
    """What a pack's map shows at first."""
    return Region.of(scenario).play


def test_a_map_without_roads_and_posts_opens_on_its_towns_and_what_changes(
    scenario: Scenario,
) -> None:
    """Places, and land that changes hands, are in the first view, and mere ground is not."""
    few = ("water", "isle", "east", "port", "ferry")
    towns = replace(scenario, map=tuple(each for each in scenario.map if each.id in few))
    box = first_view(towns)
    assert box.holds((10.2, 50.4))  # Port
    assert box.holds((12.0, 52.0))  # the far corner of the East shore
    assert not box.holds((9.0, 51.0))  # the open sea


def test_a_pack_says_what_its_map_shows_at_first(scenario: Scenario) -> None:
    """The features that it names for the view are in it, and what lies far off is not."""
    box = first_view(replace(scenario, map_view=("light", "isle")))
    assert box.holds((11.5, 51.5))
    assert box.holds((12.5, 50.0))
    assert not box.holds((10.2, 50.4))


def test_what_is_in_play_fits_at_any_size(shown: Show, scenario: Scenario) -> None:
    """Every road and post is in view, in a tall window and in a wide one."""
    view = shown()
    for size in ((360, 700), (1200, 420), (700, 560)):
        view.resize(*size)
        QApplication.processEvents()
        for feature in ("quay_1", "quay_2", "light"):
            points = next(each.points for each in scenario.map if each.id == feature)
            assert all(view.canvas.rect().contains(place(view, *point)) for point in points)


def test_nothing_moves_as_one_points_about(shown: Show, scenario: Scenario) -> None:
    """The map keeps its size however much there is to say."""
    view = shown(talks=2)
    before = view.canvas.size()
    assert len(scenario.map) == 11
    for feature in scenario.map:
        view.canvas.point_at(feature.id)
        QApplication.processEvents()
        assert view.canvas.size() == before
        assert (
            view.foot.details.heightForWidth(view.foot.details.width())
            <= view.foot.details.height()
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ground_shows_its_holder_in_both_schemes(shown: Show, scheme: str) -> None:
    """The same ground is drawn differently for another holder."""
    before = theme.scheme()
    theme.set_scheme(scheme)
    try:
        mine = colour(shown(calm=3), 11.3, 51.1)
        theirs = colour(shown(calm=9), 11.3, 51.1)
    finally:
        theme.set_scheme(before)
    assert mine != theirs
