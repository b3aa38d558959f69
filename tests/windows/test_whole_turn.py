"""A whole turn through the real windows, by hand: from a new exercise to its replay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.app import Program
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.cards.option_button import OptionButton
from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.seat.window import SeatWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.start.session_card import SessionCard
from tests.conftest import HARBOUR
from tests.program_on_screen import leave, paths_in, program_on_screen, the_window
from tests.windows.dress import dress
from tests.windows.play_harbour import shown_text

SEATS = {"astra": ("Ana Lind", 2), "borea": ("K. Berg", 1), "caldis": ("Noor Vega", 1)}

WHYS = [f"Because {seat} must." for seat in SEATS]


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program, on a user's first start."""
    dress(qapp)
    with program_on_screen(qapp, qtbot, paths_in(tmp_path)) as program:
        yield program


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """A key, where the keyboard is."""
    QTest.keyClick(widget, key)


def set_up(program: Program, qtbot: QtBot) -> DeskWindow:
    """New exercise, a name typed at each seat, and begin."""
    program.new_exercise(HARBOUR)
    assistant = the_window(program)
    assert isinstance(assistant, SetupAssistant)
    assistant.onward.click()
    assistant.onward.click()
    for card in assistant.seats_page.cards:
        if card.seat.id in SEATS:
            QTest.keyClicks(card.names.edit, SEATS[card.seat.id][0])
            press(card.names.edit)
    assistant.onward.click()
    assert "Ana Lind" in shown_text(assistant.begin_page)
    assistant.onward.click()
    qtbot.wait_until(lambda: assistant not in program.windows)
    desk = the_window(program)
    assert isinstance(desk, DeskWindow)
    return desk


def first_lifting(window: SeatWindow) -> None:
    """Whoever is new goes on without a PIN, and leaves the first look."""
    if window.curtain.form.isVisible():
        window.curtain.form.leave.click()
    if window.first_look.isVisible():
        window.first_look.leave.click()


def order(desk: DeskWindow, qtbot: QtBot, seat: str, count: int, sealing: bool = True) -> list[str]:
    """Hands the laptop to a seat, which picks so many moves, says why, and (maybe) seals them."""
    desk.page.seats.rows[seat].open.click()
    window = desk.handover.seat_window
    assert isinstance(window, SeatWindow)
    assert window.is_covered
    assert desk.page.isHidden()
    press(window.curtain)
    first_lifting(window)
    assert not window.is_covered
    picked: list[str] = []
    while len(picked) < count:
        button = next(b for b in window.moves.buttons() if may_pick(b, picked))
        picked.append(button.option.wish.move)
        button.click()
    why = window.orders.slots[0].why
    assert why is not None
    QTest.keyClicks(why, f"Because {seat} must.")
    if sealing:
        window.orders.seal.click()
    assert (seat in desk.session.play.sealed) == sealing
    window.head.leave.click()
    qtbot.wait_until(lambda: desk.handover.seat_window is None)
    press(desk.handover.cover)  # a second Enter of whoever closed the curtain
    assert desk.page.isHidden()
    desk.handover.cover.button.click()
    assert not desk.page.isHidden()
    return picked


def may_pick(button: OptionButton, picked: list[str]) -> bool:
    """Whether a seat may still add this move, and has not."""
    option = button.option
    return option.legal and option.table == "diplomatic" and option.wish.move not in picked


def chart_of(window: QWidget) -> EscalationPanel:
    """The escalation chart of a window."""
    chart = window.findChild(EscalationPanel)
    assert isinstance(chart, EscalationPanel)
    return chart


def test_a_whole_turn_by_hand(program: Program, qtbot: QtBot) -> None:
    """Setup, orders in three seats, adjudication, the chart's new point, closing, and replay."""
    desk = set_up(program, qtbot)
    qtbot.wait_until(lambda: desk.findChild(EscalationPanel) is not None)
    assert chart_of(desk).readout.title.text().startswith("Start")
    assert desk.page.top.next.text() == "Start turn 1"
    desk.page.top.next.click()
    assert desk.page.top.next.text() == "Open orders"
    desk.page.top.next.click()

    for seat, (name, count) in SEATS.items():
        assert name in desk.page.seats.rows[seat].people.text()
        order(desk, qtbot, seat, count)
        sealed = desk.page.seats.rows[seat].state.text()
        assert sealed.startswith(f"sealed {count}")

    assert desk.page.top.next.text() == "Adjudicate turn 1"
    desk.page.top.next.click()
    cards = desk.page.orders.findChildren(AdjudicationCard)
    assert sum(len(card.view.head.colours) for card in cards) == 4
    pending = desk.session.play.pending
    assert pending is not None
    assert [order.why for order in pending.orders if order.why] == WHYS

    assert desk.page.top.next.text() == "Close turn 1"
    desk.page.top.next.click()
    assert chart_of(desk).readout.title.text() == "Turn 1 · 3–16 Mar 2031"
    assert chart_of(desk).plot.drawing.played == 1
    rung = chart_of(desk).readout.rung.text()
    situation = desk.session.play.state

    path = desk.session.path
    assert path is not None
    leave(qtbot, program, desk)
    [card] = program.start.grid.findChildren(SessionCard)
    assert card.recent.stands == "turn 1 of 4"

    card.replay.emit()
    replay = the_window(program)
    assert isinstance(replay, ReplayWindow)
    qtbot.wait_until(replay.isActiveWindow)
    assert not replay.banner.isVisible()
    press(replay, Qt.Key.Key_End)
    assert replay.moment.play.state == situation
    assert chart_of(replay).readout.title.text() == "Turn 1 · 3–16 Mar 2031"
    assert chart_of(replay).readout.rung.text() == rung
    assert "Turn 1 of 4" in shown_text(replay)
    press(replay, Qt.Key.Key_Home)
    assert chart_of(replay).readout.title.text().startswith("Start")


def test_closing_in_the_middle_of_a_turn_loses_nothing(program: Program, qtbot: QtBot) -> None:
    """Orders sealed, and those only picked, are there when the session is opened again."""
    desk = set_up(program, qtbot)
    for _press in ("Start turn 1", "Open orders"):
        desk.page.top.next.click()
    picked = order(desk, qtbot, "astra", 2)
    begun = order(desk, qtbot, "borea", 1, sealing=False)
    path = desk.session.path
    leave(qtbot, program, desk)

    [card] = program.start.grid.findChildren(SessionCard)
    card.click()
    again = the_window(program)
    assert isinstance(again, DeskWindow)
    assert again.session.path == path
    assert [wish.move for wish in again.session.play.sealed["astra"]] == picked
    assert again.page.seats.rows["astra"].state.text().startswith("sealed 2")
    [drafted] = again.session.play.drafts["borea"]
    assert (drafted.move, drafted.why) == (begun[0], "Because borea must.")
    assert again.page.seats.rows["borea"].state.text().startswith("writing")
