"""Six seats, three turns, keyboard alone: a template is tabled, countered twice, signed and broken.

Whatever is told of it, in the ledgers, the odds, the chart and the record, is the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.agreements.case import Case, Stage
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.phases import ADJUDICATION, ORDERS, REPORT
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.chart.agreement_marks import agreement_marks
from idlib_wargame.views.known_play import known_play
from idlib_wargame.views.seat import seat_view
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.seat.window import SeatWindow
from idlib_wargame.words.language import unmarked
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import shown_text
from tests.windows.typist import CTRL, KeysAlone

SIX = ("russia", "turkey", "damascus", "united_states", "opposition", "iran")
TITLE = "The Moscow terms, from Russia to Turkey and Damascus"
OFFENSIVE = "offensive_m5"
HESITATE = "Officers hesitate to attack over a signature"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A new exercise of three turns on the first pack that ships, with people at six seats."""
    (pack,) = [path for path in shipped_packs() if path.name == "idlib-2020"]
    seating = tuple(Seating(seat, (seat.title(),)) for seat in SIX)
    setup = Setup("Spring course", "Group B", 3, seating=seating)
    made = Session.create(tmp_path / "course.wargame", read_pack(pack), setup, seed_from_number(5))
    for seat in SIX:
        made.submit(EndFirstLook(seat), seat)
    yield made
    made.close()


class Room:
    """The desk and the seats' windows on one screen, and a hand at the keyboard of each."""

    def __init__(self, session: Session, qtbot: QtBot, hand: WatchedHand) -> None:
        self.session, self._qtbot, self._hand = session, qtbot, hand
        self.desk = DeskWindow(session)
        self._show(self.desk)
        self.at_desk = KeysAlone(self.desk, hand)
        self.at = {seat: self._at(seat) for seat in SIX}

    def _at(self, seat: str) -> KeysAlone[SeatWindow]:
        window = SeatWindow(seat_door(self.session, seat))
        self._show(window)
        window.lift()
        return KeysAlone(window, self._hand)

    def _show(self, window: DeskWindow | SeatWindow) -> None:
        self._qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    def window(self, seat: str) -> SeatWindow:
        """A seat's window."""
        window = self.at[seat].window
        assert isinstance(window, SeatWindow)
        return window

    def deals(self, seat: str) -> str:
        """What can be read on a seat's page of deals."""
        self.at[seat].press(Qt.Key.Key_D, CTRL)
        return unmarked(shown_text(self.window(seat).deals))

    def answers(self, seat: str, words: str) -> None:
        """Answer what a seat's page of deals asks."""
        assert self.window(seat).deals.question.isVisible()
        self.at[seat].press_button(words)

    def go_on(self, phase: str) -> None:
        """The facilitator does the next thing, until that phase."""
        for _ in range(12):
            if self.session.play.phase == phase:
                return
            self.at_desk.press(Qt.Key.Key_Return, CTRL)
            question = self.desk.page.question
            if question.isVisible():
                self.at_desk.tab_to(question.yes)
                self.at_desk.press(Qt.Key.Key_Return)
        raise AssertionError(f"The desk never came to {phase}, but stays at {self.where}")

    @property
    def where(self) -> str:
        """The phase that is played."""
        return self.session.play.phase

    def seal(self, seat: str, move: str = "") -> None:
        """A seat seals one order, or none."""
        typist, window = self.at[seat], self.window(seat)
        typist.press(Qt.Key.Key_F, CTRL)
        if move:
            typist.types(self.session.scenario.move_by_id[move].name)
            buttons = window.moves.buttons()
            typist.tab_to(next(b for b in buttons if b.option.wish.move == move))
            typist.press(Qt.Key.Key_Return)
        typist.press(Qt.Key.Key_Return, CTRL)
        if window.question.isVisible():
            typist.tab_to(window.question.yes)
            typist.press(Qt.Key.Key_Return)
        assert seat in self.session.play.sealed

    def turn(self, damascus: str = "") -> None:
        """A turn in which Damascus orders that, and nobody anything else."""
        self.go_on(ORDERS)
        for seat in SIX:
            self.seal(seat, damascus if seat == "damascus" else "")
        for row in self.session.scenario.seats:
            if row.id not in SIX and self.session.scenario.orders_of(row.id):
                self.session.submit(SealOrders(row.id, ()), FACILITATOR)
        self.go_on(ADJUDICATION)
        self.go_on(REPORT)


def told(session: Session, seat: str = "") -> list[tuple[int, str]]:
    """The marks of the chart, as the desk or a seat has them."""
    ledger = session.play.ledger
    if seat:
        ledger = known_play(session.play, session.referee.sight(seat)).ledger
    marks = agreement_marks(session.scenario, ledger)
    return [(mark.turn, unmarked(mark.words)) for mark in marks]


def hurts(session: Session) -> bool:
    """Whether Damascus reads that its signature hinders the offensive."""
    options = [o for o in seat_view(session, "damascus").options if o.wish.move == OFFENSIVE]
    assert options
    return all(any(HESITATE in said for said in option.hurts) for option in options)


def recorded(session: Session, query: str) -> list[tuple[object, ...]]:
    """What the file says, asked with SQL."""
    assert session.path is not None
    with closing(sqlite3.connect(session.path)) as db:
        return db.execute(query).fetchall()


def on_the_desk(room: Room) -> str:
    """What can be read on the desk's page of agreements."""
    room.desk.turning.show_agreements()
    page = room.desk.page.agreements
    if TITLE not in unmarked(shown_text(page)):  # covered; one key shows what is secret
        room.at_desk.press(Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    return unmarked(shown_text(page))


@pytest.mark.thorough
def test_a_bargain_of_six_seats_by_the_keyboard(
    session: Session, qtbot: QtBot, qapp: QApplication, hand: WatchedHand
) -> None:
    """Four presses at most table a template; everything after is told alike wherever it is told."""
    theme.apply(qapp)
    room = Room(session, qtbot, hand)
    made = _signed(room)
    assert hurts(session)
    assert told(session) == told(session, "turkey") == [(1, f"Signed, from turn 1 on: {TITLE}")]
    room.turn()
    _all_is_kept(room, made)
    room.turn(OFFENSIVE)
    _breached(room, made)
    room.go_on(ORDERS)
    _declared_over(room, made)
    session.close()  # the file is its own until then
    _in_the_record(session)


def _signed(room: Room) -> Case:
    """Tabled by Russia, countered by Turkey and by Russia again, and signed by all three."""
    russia, turkey, damascus = (room.at[seat] for seat in SIX[:3])
    before = russia.presses
    russia.press(Qt.Key.Key_D, CTRL)
    russia.press(Qt.Key.Key_Return)
    russia.press(Qt.Key.Key_Return)
    cases = room.session.play.ledger.cases
    assert [each.offer.template for each in cases.values()] == ["moscow_terms"]
    assert russia.presses - before == 3
    for typist, seat, words in (
        (turkey, "turkey", "With a map."),
        (russia, "russia", "With a map, and dates."),
    ):
        typist.press(Qt.Key.Key_D, CTRL)
        typist.press_button("Counter…")
        field = room.window(seat).deals.editor.rest.text
        typist.tab_to(field)
        typist.press(Qt.Key.Key_A, CTRL)
        typist.types(words)
        typist.press_button("Table offer")
    for typist in (turkey, damascus):
        typist.press(Qt.Key.Key_D, CTRL)
        typist.press_button("Accept")
    room.answers("damascus", "Accept it")  # only the last is asked: from then on it is in force
    cases = room.session.play.ledger.cases
    stages = [each.stage for each in cases.values()]
    assert stages == [Stage.SUPERSEDED, Stage.SUPERSEDED, Stage.IN_FORCE]
    *_, last = cases.values()
    assert (last.accepted, last.offer.text) == (SIX[:3], "With a map, and dates.")
    return last


def _all_is_kept(room: Room, made: Case) -> None:
    """After a turn in which nobody does anything: nothing is broken, wherever one looks."""
    for text in (room.deals("turkey"), room.deals("damascus"), on_the_desk(room)):
        assert "The Moscow terms" in text
        assert "Breached by" not in text
    assert told(room.session, "turkey") == [(1, f"Signed, from turn 1 on: {TITLE}")]
    assert made.offer.terms[1].debtor == "damascus"


def _breached(room: Room, made: Case) -> None:
    """Damascus attacks: Turkey reads it off the act, and says so before all who know."""
    for text in (room.deals("turkey"), room.deals("damascus"), on_the_desk(room)):
        assert "Breached by Damascus" in text
        assert "Declared over" not in text
    marks = [(1, f"Signed, from turn 1 on: {TITLE}"), (2, f"Broken by Damascus: {TITLE}")]
    assert told(room.session) == told(room.session, "turkey") == marks
    turkey = room.at["turkey"]
    turkey.press(Qt.Key.Key_D, CTRL)
    turkey.press_button("Say that term 2 was broken…")
    turkey.types("They attacked along the M5")
    turkey.press(Qt.Key.Key_Return, CTRL)
    said = "Turkey says that it was broken: They attacked along the M5"
    for text in (room.deals("turkey"), room.deals("russia"), on_the_desk(room)):
        assert said in text
    assert hurts(room.session)
    for outsider in ("united_states", "iran", "opposition"):
        assert TITLE not in room.deals(outsider)
        assert told(room.session, outsider) == []
    assert made.key in room.session.play.ledger.cases


def _declared_over(room: Room, made: Case) -> None:
    """A turn later Turkey leaves: two marks, of which neither takes the other's place."""
    turkey = room.at["turkey"]
    turkey.press(Qt.Key.Key_D, CTRL)
    turkey.press_button("Declare over…")
    room.answers("turkey", "Declare it over")
    for text in (room.deals("turkey"), room.deals("damascus"), on_the_desk(room)):
        assert "Breached by Damascus" in text
        assert "Declared over by Turkey" in text
    assert told(room.session)[-1] == (3, f"Declared over by Turkey, from turn 3 on: {TITLE}")
    assert told(room.session) == told(room.session, "turkey") == told(room.session, "russia")
    assert not hurts(room.session)
    assert room.session.play.ledger[made.key].parties == ("russia", "damascus")


def _in_the_record(session: Session) -> None:
    """The same facts, asked with SQL: kept so far, broken by what, alleged, and who left it."""
    kept = "SELECT turn, mark FROM term_marks WHERE place = 2 ORDER BY turn"
    assert recorded(session, kept) == [(1, "keeping"), (2, "broken")]
    broken = "SELECT turn, place, debtor, found_by FROM term_marks WHERE mark = 'broken'"
    assert recorded(session, broken) == [(2, 2, "damascus", f"damascus {OFFENSIVE}")]
    answers = "SELECT turn, seat, answer FROM answers"
    assert recorded(session, answers) == [
        (1, "turkey", "accepted"),
        (1, "damascus", "accepted"),
        (3, "turkey", "declared_over"),
    ]
