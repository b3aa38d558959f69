"""Whoever turns the wheel on a page that scrolls means the page, whatever the pointer is over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.windows.parts.hour_field import HourField
from idlib_wargame.windows.parts.number_field import NumberField
from idlib_wargame.windows.parts.pick_list import PickList
from tests.windows.chart.exercises import lengthened, played
from tests.windows.wheels import turn_real_wheel

Told = Callable[[], object]


def _number(_harbour: PackReading) -> tuple[QWidget, QWidget, Told]:
    field = NumberField("Minutes", 1, 90)
    field.show_number(20)
    return field, field, field.number


def _hour(_harbour: PackReading) -> tuple[QWidget, QWidget, Told]:
    field = HourField("Ends at")
    field.show_hour("16:30")
    return field, field, field.hour


def _pick(_harbour: PackReading) -> tuple[QWidget, QWidget, Told]:
    pick = PickList()
    pick.addItems(["Turn 3", "Turn 2", "Turn 1"])
    pick.setCurrentIndex(1)
    return pick, pick, pick.currentIndex


def _chart(harbour: PackReading) -> tuple[QWidget, QWidget, Told]:
    """So many turns that it can be zoomed."""
    assert harbour.scenario is not None
    chart = EscalationPanel(harbour.scenario)
    chart.show_play(lengthened(played(harbour, 2), 20))
    assert chart.plot.drawing.zooms
    seen = chart.plot.drawing._ladder
    return chart, chart.plot.viewport(), lambda: (seen.viewRange()[0], chart.plot.cursor_turn)


@pytest.mark.parametrize("made", [_number, _hour, _pick, _chart])
@pytest.mark.parametrize("has_keys", [False, True])
def test_the_wheel_scrolls_the_page_and_changes_nothing(
    qtbot: QtBot,
    harbour: PackReading,
    made: Callable[[PackReading], tuple[QWidget, QWidget, Told]],
    has_keys: bool,
) -> None:
    """Over a number, an hour, a list or a chart, with the keys on it or not."""
    part, under, told = made(harbour)
    page, area = QWidget(), QScrollArea()
    column = QVBoxLayout(page)
    column.addSpacing(40)
    column.addWidget(part)
    column.addSpacing(900)
    area.setWidget(page)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(900, 500)
    with qtbot.wait_exposed(area):
        area.show()
    if has_keys:
        part.setFocus()
    before, bar = told(), area.verticalScrollBar()
    turn_real_wheel(under, -2)
    assert told() == before
    assert bar.value() > 0
