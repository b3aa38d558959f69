"""How much the one person at the desk has to press in a turn of six seats."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from tests.windows.dress import dress
from tests.windows.seminar import Facilitator, Players

PACK = Path(__file__).parents[2] / "scenarios" / "idlib-2020"
MOST = 12  # presses


def test_a_turn_of_six_seats_takes_twelve_presses_at_most(qtbot: QtBot, qapp: QApplication) -> None:
    """One laptop that goes round in talks and in orders; no rulings; injects go by themselves."""
    dress(qapp)
    reading = read_pack(PACK)
    assert reading.scenario is not None
    seats = [seat.id for seat in reading.scenario.seats if not seat.control]
    assert len(seats) == 6
    seating = tuple(Seating(seat, (f"Of {seat}",)) for seat in seats)
    session = Session.create(None, reading, Setup("Course", "B", 8, seating=seating), bytes(32))
    desk = DeskWindow(session)
    qtbot.addWidget(desk)
    desk.show()
    us, them = Facilitator(desk, qtbot), Players(desk, qtbot)

    due = [inject.id for inject in session.due_injects() if not inject.optional]
    assert due
    us.next("Start turn 1")
    assert [message.inject for message in session.play.messages] == due
    us.next("Open talks")
    us.hand_round()
    for seat in seats:
        them.stand_up(them.sit_down(seat))
    us.take_back()
    us.next("Open orders")
    us.hand_round()
    for seat in seats:
        them.seal(seat)
    us.take_back()
    us.next("Adjudicate turn 1")
    us.next("Close turn 1")
    assert session.play.phase == "report"
    assert session.play.released == {1}
    assert desk.page.top.next.accessibleName() == "Start turn 2"
    assert us.presses <= MOST
    desk.close()
