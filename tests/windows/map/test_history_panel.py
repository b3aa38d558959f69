"""How it came to that: a click on a place, or Enter, tells over the map what moved its track."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.session import Session
from idlib_wargame.views.map.shown import Maps
from idlib_wargame.windows.map.step_line import StepLine
from idlib_wargame.windows.map.view import MapView
from tests.views.map.bank import bank, shown, state
from tests.views.silent_nets import played

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session() -> Session:
    """An exercise in which fish stocks fell, and why is known."""
    return played()


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> MapView:
    """Control's map of it."""
    view = MapView(Maps(session.scenario).of(session.play))
    qtbot.addWidget(view)
    view.resize(760, 520)
    with qtbot.wait_exposed(view):
        view.show()
    view.activateWindow()
    view.canvas.setFocus()
    return view


def read(view: MapView) -> list[str]:
    """What the panel says, line by line; nothing while it is closed."""
    labels = view.history.findChildren(QLabel)
    return [each.text() for each in labels if each.isVisible()]


def at(view: MapView, longitude: float, latitude: float) -> QPoint:
    """Where a place is on the canvas."""
    return QPointF(*view.canvas.frame.to_screen(longitude, latitude)).toPoint()


def test_a_click_tells_the_history_behind_a_place(view: MapView) -> None:
    """The last turn first, each with what moved it; it stands clear of the place, until Esc."""
    bank_at = at(view, 1.85, 60.5)
    QTest.mouseClick(view.canvas, LEFT, pos=bank_at)
    said = read(view)
    assert said[:3] == [
        "Behind The Grey Bank – north",
        "Fish stocks",
        "10 is plenty; 0 is a dead bank.",
    ]
    assert said[3:8] == [
        "Turn 2, so far: failing · 3 of 10 (−1)",
        "News from Fisheries institute · Letter: A cold spring (−1)",
        "Turn 1: failing · 4 of 10 (−2)",
        "Astra: Fish at night behind the patrol line (−1)",
        "The fleets fish on (−1)",
    ]
    assert not view.history.geometry().contains(view.canvas.mapTo(view, bank_at))
    assert view.rect().contains(view.history.geometry())
    line = view.history.findChildren(StepLine)[0]
    assert line.accessibleDescription().startswith("At the start: thin")
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert read(view) == []


def test_enter_tells_it_of_the_place_that_the_keys_chose(view: MapView) -> None:
    """The keys go into it, so that it can be scrolled and read aloud, and come back with Escape."""
    QTest.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert view.foot.name.text() == "The Grey Bank – north"
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert "Fish stocks" in read(view)
    on = QApplication.focusWidget()
    assert on is view.history
    assert on.accessibleName().startswith("History: Fish stocks")
    assert "Turn 1: failing · 4 of 10 (−2)\nAstra: Fish at night" in on.accessibleDescription()
    QTest.keyClick(on, Qt.Key.Key_Escape)
    assert read(view) == []
    assert view.canvas.hasFocus()
    assert view.foot.name.text() == "The Grey Bank – north"
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert view.canvas.at == ""


def test_a_place_that_nothing_changes_has_no_history(view: MapView) -> None:
    """Neither a click nor Enter opens an empty panel; nor does pulling the map open one."""
    QTest.mouseClick(view.canvas, LEFT, pos=at(view, 0.0, 59.5))
    view.canvas.point_at("port")
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert read(view) == []
    start = at(view, 1.85, 60.5)
    QTest.mousePress(view.canvas, LEFT, pos=start)
    QTest.mouseMove(view.canvas, start + QPoint(40, 0))
    QTest.mouseRelease(view.canvas, LEFT, pos=start + QPoint(40, 0))
    assert read(view) == []


def test_an_open_history_follows_the_exercise(qtbot: QtBot, harbour: PackReading) -> None:
    """As a turn is closed it has one step more; where its place is gone, it closes."""
    scenario = bank(harbour)
    view = MapView(shown(scenario, state(scenario)))
    qtbot.addWidget(view)
    view.resize(700, 500)
    with qtbot.wait_exposed(view):
        view.show()
    view.open_history("light")
    assert "At the start: 2 crews" in read(view)
    assert "Turn 1: 4 crews (+2)" not in read(view)
    view.show_map(shown(scenario, state(scenario, held=4), state(scenario)))
    assert "Turn 1: 4 crews (+2)" in read(view)
    view.show_map(shown(scenario, state(scenario, held=0), state(scenario, held=0)))
    assert read(view) == []
