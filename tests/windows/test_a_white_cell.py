"""A white cell through the real windows: rulings, orders nobody thought of, a list that bends.

One exercise is played once, press by press; each test looks at what came of it.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.audience import ROOM
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.result import Card
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.views.msel.sheet import sheet_of
from idlib_wargame.windows.parts.one_press import Hand, use_hand
from idlib_wargame.windows.replay.window import ReplayWindow
from tests.session.test_verifying import Body, forged, not_well
from tests.windows.replay.everything_said import said_throughout
from tests.windows.white_cell_exercise import (
    CREWS,
    LIST,
    NETS,
    NIGHT,
    NOT_YET,
    SEATS,
    TALKS,
    WORDS,
    Exercise,
    found_in,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of lists that fold out


@pytest.fixture(scope="module")
def played(
    full: PackReading,
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Exercise:
    """The exercise, over, and its file closed."""
    before = use_hand(Hand(tires=False))
    exercise = Exercise(full, QtBot(request), tmp_path_factory.mktemp("white"))
    try:
        exercise.play()
    finally:
        use_hand(before)
        exercise.leave()
        exercise.session.close()
    return exercise


def cards_of(session: Session, turn: int) -> dict[Order, Card]:
    """The results of a turn that is closed, by their orders."""
    closed = next(each for each in session.play.closed if each.number == turn)
    return {card.order: card for card in closed.result.cards}


def test_the_list_of_injects_bends(played: Exercise) -> None:
    """One edited, for one seat; one held over two turns, one sent again; all go by the list."""
    first, second, third, last = (
        {code: said.partition(",")[0] for code, said in each.items()} for each in played.states
    )
    assert first == {
        "I01": "Dropped for I01a",
        "I02": "Planned",
        "1": "Sent turn 1",
        "2": "Planned",
        "N1": "Held till turn 3",
        "I01a": "Planned",
    }
    assert (second["N1"], second["2"], second["I01a"]) == (
        "Held till turn 3",
        "Sent turn 2",
        "Sent turn 2",
    )
    assert (third["N1"], last["N1"], last["I01aa"]) == ("Due now", "Sent turn 3", "Sent turn 3")
    late = [each for each in played.session.play.messages if each.title.startswith("A late spring")]
    assert [(each.turn, each.to) for each in late] == [(2, ("borea",)), (3, ("borea",))]


def test_a_list_from_a_spreadsheet_goes_back_as_it_came(played: Exercise) -> None:
    """Every cell of the rows that could be taken, also those that nobody here understands."""
    came, went = sheet_of(LIST.read_bytes()), sheet_of((played.folder / "back.csv").read_bytes())
    assert went.headings == came.headings
    assert [row.cells for row in went.rows] == [row.cells for row in came.rows[:2]]
    assert "Morale" in came.rows[2].cells[8]


def test_controls_seats_bargain_and_seal_as_their_habits_would(played: Exercise) -> None:
    """What was said that each would do is what it did."""
    play, would = played.session.play, played.would
    assert would["ground"] == "Its habit (Cautious) would accept."
    assert would["quiet"] == "Its habit (Cautious) would refuse."
    assert play.ledger[played.ground].accepted == ("astra", "borea", "press")
    assert play.ledger[played.quiet].stage is Stage.REFUSED
    assert play.ledger[played.quiet].refused_by == "caldis"
    ordered = [order.move for order in cards_of(played.session, 1) if order.seat == "caldis"]
    names = [played.session.scenario.move_by_id[move].name for move in ordered]
    assert names
    assert all(name in would["caldis"] for name in names)
    assert would["press"].endswith("would order nothing.")


def test_orders_are_decided_by_whoever_was_asked(played: Exercise) -> None:
    """The median of a vote, all of which is kept; what two tables agreed on; odds in a word."""
    before = played.session.play.closed[0].before
    assert before is not None
    vote = before.asked(TALKS, AskedFor.ODDS)
    assert vote is not None
    assert [(each.who, each.number) for each in vote.said] == [
        ("borea", 5),
        ("Ann", 10),
        ("PLANTED-VOTER", 9),
    ]
    assert (before.odds[TALKS].need, before.odds[TALKS].voted) == (9, True)
    cards = cards_of(played.session, 1)
    assert (cards[TALKS].need, cards[NETS].need, cards[NIGHT].need) == (9, 9, 7)
    assert (cards[CREWS].final, before.bands[CREWS].seats) == (Band.SUCCESS, ("astra", "borea"))
    (against,) = before.arguments[NETS]
    assert (against.by, against.text) == ("borea", "They would see you, PLANTED-AGAINST")
    assert (cards[TALKS].final, cards[NETS].final) == (Band.BACKFIRE, Band.BACKFIRE)
    ruled = [each.body["release"] for each in played.session.entries if each.kind == "ruling"]
    assert ruled == ["now", "hot_wash", "now"]


def test_a_free_order_is_ordered_again_from_the_list_of_moves(played: Exercise) -> None:
    """A turn later, at the odds of its row, and only by those who were let."""
    again = cards_of(played.session, 2)
    row = played.session.scenario.move_by_id[NETS.move]
    assert (row.name, row.seats) == ("Nets cut by night, PLANTED-ROW", ("astra",))
    assert again[NETS].target == row.target
    assert again[NETS].dice
    assert NIGHT not in again


@pytest.mark.parametrize("reader", [*SEATS, "room"])
def test_nobody_reads_what_is_not_for_them(played: Exercise, reader: str) -> None:
    """In a window, its details, what can be copied, or the log; but each reads what is theirs."""
    looked = 0
    for (moment, who), said in played.said.items():
        if who == reader:
            may = {word for word, read_by in WORDS.items() if reader[0] in read_by}
            if moment == "hot wash" and reader[0] in "ab":
                may.add("PLANTED-HELD")
                assert "PLANTED-HELD" in said
            found = found_in(said)
            assert found <= may, moment
            if moment == "closed":
                assert may - found <= NOT_YET
            looked += 1
    assert looked >= 2


def test_the_rooms_replay_shows_none_of_it(played: Exercise, qtbot: QtBot) -> None:
    """At no moment, on no page, on no card."""
    assert played.session.path is not None
    window = ReplayWindow(read_session(played.session.path))
    qtbot.addWidget(window)
    window.show()
    qtbot.wait_exposed(window)
    assert window.retelling.reader == ROOM
    assert found_in(said_throughout(window)) == {w for w, who in WORDS.items() if "r" in who}


def test_verify_says_well_or_which_free_order_was_altered(played: Exercise) -> None:
    """One effect of its row by one, with every digest made anew: the order is named."""
    assert played.session.path is not None
    assert not_well(played.session.path) == {}
    changed = 0

    def altered(kind: str, body: Body) -> Body:
        nonlocal changed
        if kind != "row_written" or body["move"] != NETS.move:
            return body
        row, failed = body["row"], str(int(Band.FAILURE))
        (first, *rest) = row["effects"][failed]
        effects = {**row["effects"], failed: [{**first, "by": first["by"] - 1}, *rest]}
        changed += 1
        return {**body, "row": {**row, "effects": effects}}

    found = not_well(forged(played.session.path, altered))
    assert changed == 1
    assert "the stored result of Astra, Nets cut by night, PLANTED-ROW is not" in found["Results"]


def test_a_turn_of_a_white_cell_costs_few_presses(played: Exercise) -> None:
    """One free order, one vote and one ruling, from the start of the turn to its close."""
    assert played.presses["third turn"] <= 27
