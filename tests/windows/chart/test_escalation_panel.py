"""The escalation panel: is it getting worse, and because of what?"""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.escalation import movers
from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.words.escalation import mover_words
from tests.windows.chart.exercises import lengthened, played


@pytest.fixture
def scenario(harbour: PackReading) -> Scenario:
    """The harbour pack."""
    assert harbour.scenario is not None
    return harbour.scenario


@pytest.fixture
def panel(scenario: Scenario, qtbot: QtBot) -> EscalationPanel:
    """An empty panel as wide as a whole window."""
    made = EscalationPanel(scenario)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.wait_exposed(made):
        made.show()
    return made


def press(panel: EscalationPanel, key: Qt.Key) -> None:
    """A key on the chart."""
    QTest.keyClick(panel.plot, key)


def click(panel: EscalationPanel, point: QPoint) -> None:
    """A click on the chart."""
    QTest.mouseClick(
        panel.plot.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
    )


def column_middle(panel: EscalationPanel, turn: int) -> QPoint:
    """A point on the ladder, in the middle of a turn's column."""
    found = [
        QPoint(x, 200)
        for x in range(panel.plot.width())
        if panel.plot.drawing.turn_at(panel.plot.mapToScene(x, 200)) == turn
    ]
    return found[len(found) // 2]


def test_before_the_first_turn_it_says_what_will_appear(
    panel: EscalationPanel, harbour: PackReading
) -> None:
    """The ladder shows where play opens, and a sentence says what turns will add."""
    panel.show_play(played(harbour, 0))
    assert panel.readout.title.text() == "Start · 3 Mar 2031"
    assert panel.readout.rung.text() == "The ladder stands at level 2, “Standoff”."
    assert panel.readout.empty.isVisible()
    assert "When a turn is closed" in panel.readout.empty.text()
    assert not panel.readout.orders.isVisible()


def test_the_last_turn_is_read_out(
    panel: EscalationPanel, harbour: PackReading, scenario: Scenario
) -> None:
    """After three turns the third is set off, and its orders stand beside, most first."""
    play = played(harbour, 3)
    panel.show_play(play)
    assert panel.readout.title.text() == "Turn 3 · 31 Mar – 13 Apr 2031"
    expected = [mover_words(scenario, card) for card in movers(play.closed[2].result)]
    assert expected
    assert panel.readout.orders.lines()[: len(expected)] == expected


def test_a_new_turn_is_followed(panel: EscalationPanel, harbour: PackReading) -> None:
    """A reader on the last turn is taken to the next; a reader looking back is left in peace."""
    panel.show_play(played(harbour, 1))
    panel.show_play(played(harbour, 2))
    assert panel.readout.title.text().startswith("Turn 2 ")
    press(panel, Qt.Key.Key_Home)
    panel.show_play(played(harbour, 3))
    assert panel.readout.title.text().startswith("Start")


def test_a_turn_that_is_taken_back_leaves_the_chart(
    panel: EscalationPanel, harbour: PackReading
) -> None:
    """After an undo the last turn that stands is read out."""
    panel.show_play(played(harbour, 3))
    panel.show_play(played(harbour, 1))
    assert panel.readout.title.text().startswith("Turn 1 ")


@pytest.mark.parametrize(
    ("keys", "turn"),
    [
        ([Qt.Key.Key_Left], 2),
        ([Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right], 2),
        ([Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_Home, Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_Home, Qt.Key.Key_End], 3),
        ([Qt.Key.Key_PageUp], 0),
        ([Qt.Key.Key_PageUp, Qt.Key.Key_PageDown], 3),
    ],
)
def test_keys_choose_a_turn(
    panel: EscalationPanel, harbour: PackReading, qtbot: QtBot, keys: list[Qt.Key], turn: int
) -> None:
    """Arrows step, Home and End jump, and nothing leads past what was played."""
    panel.show_play(played(harbour, 3))
    for key in keys[:-1]:
        press(panel, key)
    with qtbot.wait_signal(panel.turn_chosen) as chosen:
        press(panel, keys[-1])
    assert chosen.args == [turn]
    title = panel.readout.title.text()
    assert title.startswith(f"Turn {turn} ") if turn else title.startswith("Start")


def test_a_click_chooses_a_turn(panel: EscalationPanel, harbour: PackReading, qtbot: QtBot) -> None:
    """A click anywhere in a turn's column reads that turn."""
    panel.show_play(played(harbour, 3))
    with qtbot.wait_signal(panel.turn_chosen) as chosen:
        click(panel, column_middle(panel, 1))
    assert chosen.args == [1]
    assert panel.readout.title.text().startswith("Turn 1 ")


def test_a_click_on_a_turn_still_to_come_reads_the_last(
    panel: EscalationPanel, harbour: PackReading, qtbot: QtBot
) -> None:
    """There is nothing to read of a turn not played yet."""
    panel.show_play(played(harbour, 2))
    with qtbot.wait_signal(panel.turn_chosen) as chosen:
        click(panel, column_middle(panel, 4))
    assert chosen.args == [2]


def test_hovering_tells_a_turn_and_its_rung(
    panel: EscalationPanel, harbour: PackReading, scenario: Scenario
) -> None:
    """A point of the chart says the turn and its rung in full; the future says nothing."""
    play = played(harbour, 2)
    panel.show_play(play)
    rung = scenario.rung_by_number[play.closed[0].result.rung]
    words = panel.plot.words_at(panel.plot.mapToScene(column_middle(panel, 1)))
    assert words == f"Turn 1: {rung.number} {rung.name}"
    assert panel.plot.words_at(panel.plot.mapToScene(column_middle(panel, 4))) == ""


def test_hovering_a_rungs_name_tells_all_of_it(
    panel: EscalationPanel, harbour: PackReading
) -> None:
    """Names may be shortened in their band; the whole name and its reason show on hover."""
    panel.show_play(played(harbour, 0))
    found = {panel.plot.words_at(panel.plot.mapToScene(20, y)) for y in range(panel.plot.height())}
    assert "4 Fighting at sea\nShots have been fired" in found
    assert "0 Treaty in force" in found


def test_an_order_can_be_asked_for(
    panel: EscalationPanel, harbour: PackReading, qtbot: QtBot
) -> None:
    """Enter on an order that moved the turn asks for its card."""
    play = played(harbour, 2)
    panel.show_play(play)
    panel.readout.orders.setCurrentIndex(panel.readout.orders.model().index(0, 0))
    with qtbot.wait_signal(panel.card_chosen) as chosen:
        QTest.keyClick(panel.readout.orders, Qt.Key.Key_Return)
    assert chosen.args[0] in {card.address for card in play.closed[1].result.cards}


def test_the_legend_names_seats_rulings_and_clocks(
    panel: EscalationPanel, harbour: PackReading
) -> None:
    """Every colour and mark on the chart is explained, and none that it does not have."""
    panel.show_play(played(harbour, 2))
    words = panel.legend.words()
    assert "Astra" in words
    assert "clock" in words
    assert "ruling" not in words
    panel.show_play(played(harbour, 2, ruling_in=1))
    assert "ruling" in panel.legend.words()


@pytest.mark.parametrize("turns", [4, 8, 12, 1000])
def test_any_length_can_be_walked(panel: EscalationPanel, harbour: PackReading, turns: int) -> None:
    """Short and very long sessions draw, and their last and first turns can be read."""
    panel.show_play(lengthened(played(harbour, 4), turns))
    assert panel.readout.title.text().startswith(f"Turn {turns} ")
    press(panel, Qt.Key.Key_Plus)
    press(panel, Qt.Key.Key_Home)
    assert panel.readout.title.text().startswith("Start")
    assert panel.plot.drawing.turn_at(panel.plot.mapToScene(column_middle(panel, 0))) == 0


def test_narrow_it_reads_below_and_wide_beside(
    panel: EscalationPanel, harbour: PackReading, qtbot: QtBot
) -> None:
    """In a side column the words stand under the chart, and the legend last; in a window the words
    stand beside it and the legend under it, also after it was narrow.
    """
    panel.show_play(played(harbour, 3))
    wide = panel.size()
    plot, readout, legend = panel.plot, panel.readout, panel.legend

    def is_wide() -> bool:
        beside = readout.x() > plot.x() + plot.width() / 2
        below = legend.y() > plot.geometry().bottom()
        return beside and below and legend.geometry().right() < readout.x()

    def is_narrow() -> bool:
        below = readout.y() > plot.geometry().bottom()
        return below and legend.y() > readout.geometry().bottom()

    qtbot.wait_until(is_wide)
    panel.resize(420, 640)
    qtbot.wait_until(is_narrow)
    panel.resize(wide)
    qtbot.wait_until(is_wide)


def test_the_figures_are_saved_as_a_table(
    panel: EscalationPanel, harbour: PackReading, tmp_path: Path
) -> None:
    """The table has the start and every turn, and the handling line beside each; the panel says
    where it was saved."""
    play = played(harbour, 3)
    panel.show_play(replace(play, setup=replace(play.setup, handling="Chatham\nHouse rule")))
    panel.save_figures(tmp_path / "figures.csv")
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [row["turn"] for row in rows] == ["0", "1", "2", "3"]
    assert {row["handling"] for row in rows} == {"Chatham House rule"}
    assert panel.message.text() == f"Saved {tmp_path / 'figures.csv'}"


@pytest.mark.parametrize("name", ["chart.png", "figures.csv"])
def test_a_folder_that_cannot_be_written_is_said_calmly(
    panel: EscalationPanel, harbour: PackReading, tmp_path: Path, name: str
) -> None:
    """What was found, and what to do, in one line below the chart."""
    panel.show_play(played(harbour, 1))
    path = tmp_path / "gone" / name
    save = panel.save_picture if name.endswith("png") else panel.save_figures
    save(path)
    assert panel.message.isVisible()
    assert panel.message.text() == (
        f"{name} could not be written to {path.parent} (there is no such file or folder). "
        "Choose another folder."
    )
