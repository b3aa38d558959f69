"""What seats that habits play do at the table, as the facilitator closes the talks."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading, read_files
from idlib_wargame.rehearsal.rehearsal import Rehearsal
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.offer import Does, Offer, Term
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import begin, play_on
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Setup
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from tests.packs.harbour import FULL, changed
from tests.session.bargains import case, strange_steps, table
from tests.session.exercises import SEED, do, read_back, refusal, to_orders

# Every chance is certain, so that no test hangs on dice.
SURE = {
    "astra": "{offers: [{template: quiet_season, chance: 100}], answers: [{accept: 1}]}",
    "borea": "{answers: [{accept: 1}]}",
    "caldis": "{answers: [{accept: 1}]}",
}
OF_BOREA = Offer(
    "borea", ("astra",), (Term("borea", Does.WORDS, "Be kind", 4),), answer_by=1, until=4
)
BARGAINED = ("offer_tabled", "offer_accepted", "offer_refused", "declared_over")


def sure(**manners: str) -> PackReading:
    """The full pack, whose habit bargains so; "" for not at all."""
    habit = FULL["habits/cautious.yaml"].partition("bargains:\n")[0]
    rows = {**SURE, **manners}
    lines = [f"  {actor}: {how}\n" for actor, how in rows.items() if how]
    reading = read_files({**FULL, "habits/cautious.yaml": f"{habit}bargains:\n{''.join(lines)}"})
    assert reading.problems == ()
    return reading


def habits(reading: PackReading, *people: str, path: Path | None = None) -> Session:
    """An exercise in which people sit at some seats and the habit plays the others."""
    assert reading.scenario is not None
    seating = [
        Seating(seat.id, ("Ada",)) if seat.id in people else Seating(seat.id, (), "habit:cautious")
        for seat in reading.scenario.seats
        if not seat.control
    ]
    setup = Setup("Grey Bank", "B", 4, seating=(*seating, Seating("press", (), "control")))
    return Session.create(path, reading, setup, SEED)


def bargained(session: Session) -> list[tuple[str, str, str]]:
    """Every act at the table: its kind, its seat and who did it."""
    return [
        (entry.kind, entry.body["seat"], entry.by)
        for entry in session.entries
        if entry.kind in BARGAINED
    ]


def test_each_act_is_an_entry_by_the_facilitator_for_the_seat() -> None:
    """Offer and acceptances stand before the entry that opens the orders, and bind in its turn."""
    session = habits(sure())
    to_orders(session)
    assert bargained(session) == [
        ("offer_tabled", "astra", FACILITATOR),
        ("offer_accepted", "borea", FACILITATOR),
        ("offer_accepted", "caldis", FACILITATOR),
    ]
    assert session.entries[-1].kind == "phase"
    (only,) = session.play.ledger.cases.values()
    assert (only.stage, only.since) == (Stage.IN_FORCE, 1)
    assert len(session.log()) > 3


def test_nobody_bargains_before_talks_close() -> None:
    """To open talks is no close of them."""
    session = habits(sure())
    while session.play.phase != "talks":
        do(session, MoveOn())
    assert bargained(session) == []


def test_people_are_left_to_answer_for_themselves() -> None:
    """Borea is people's: their offer is answered, and what the habits offer waits for them."""
    session = habits(sure(), "borea")
    while session.play.phase != "talks":
        do(session, MoveOn())
    key = table(session, OF_BOREA)
    do(session, MoveOn())
    assert session.play.phase == "orders"
    assert case(session, key).in_force
    assert [seat for _kind, seat, _by in bargained(session)].count("borea") == 1
    waiting = [each for each in session.play.ledger.cases.values() if each.is_open]
    assert [each.missing for each in waiting] == [("borea",)]


def test_an_undo_strikes_the_phase_alone_and_nothing_is_done_twice() -> None:
    """What was tabled and accepted stays; to open the orders again adds none of it."""
    session = habits(sure())
    to_orders(session)
    before, ledger = bargained(session), session.play.ledger
    do(session, Undo())
    assert session.play.phase != "orders"
    assert session.play.ledger == ledger
    to_orders(session)
    assert bargained(session) == before


def test_a_turn_that_is_opened_again_repeats_nothing() -> None:
    """The first turn's agreements stand as its orders were opened; the second turn comes anew."""
    session = habits(sure())
    to_orders(session)
    first = session.play.ledger
    do(session, Adjudicate(), CloseTurn())
    to_orders(session)
    do(session, Reopen(1))
    assert session.play.ledger == first
    do(session, Adjudicate(), CloseTurn())
    to_orders(session)
    assert len(session.play.ledger.cases) == 1
    assert strange_steps(session) == []


def test_what_habits_did_reads_back_and_verifies(tmp_path: Path) -> None:
    """The file folds to the same play, and each act is the one that play would write."""
    path = tmp_path / "habits.wargame"
    session = begin(path, sure(), "cautious", seed_from_number(5))
    assert len(list(play_on(session))) > 10
    assert read_back(session) == session.play
    told = bargained(session)
    assert len(told) >= 3
    play = session.play
    session.close()
    assert read_session(path).last == play
    assert verify(path).well


@pytest.mark.parametrize("habit", ["cautious", "random"])
def test_a_rehearsal_bargains_as_an_exercise_does(full: PackReading, habit: str) -> None:
    """The same dice: as many offers, signatures and declarations over as in the records."""
    assert full.scenario is not None
    counted = {"offered": 0, "signed": 0, "declared": 0}
    for seed in range(1, 7):
        session = begin(None, full, habit, seed_from_number(seed))
        for _change in play_on(session):
            pass
        for each in session.play.ledger.cases.values():
            counted["offered"] += 1
            counted["signed"] += each.since > 0
            counted["declared"] += len(each.declared)
        session.close()
    bot = full.scenario.habit_by_id[habit]
    tally = Rehearsal(Referee(full.scenario), bot).play(range(1, 7))
    for what, count in counted.items():
        assert sum(n for (_, told), n in tally.agreed.items() if told == what) == count
    assert counted["signed"] if habit == "cautious" else not counted["offered"]


def test_where_orders_come_first_habits_bargain_before_them() -> None:
    """A pack without injects to send or talks opens turn 1 with orders, and is bargained for."""
    phases = "phases: [injects, talks, orders, adjudication, report]"
    files = changed("pack.yaml", phases, "phases: [orders, adjudication, report]", sure().files)
    minutes = "injects: 3, talks: 10, orders: 8, adjudication: 8, report: 4"
    files = changed("pack.yaml", minutes, "orders: 8", files)
    spring = "title: A cold spring"
    files = changed("injects.yaml", spring, f"optional: true\n    {spring}", files)
    reading = read_files(files)
    assert [str(each) for each in reading.problems] == []
    session = habits(reading)
    assert session.play.phase == "orders"
    assert len(bargained(session)) == 3
    do(session, Adjudicate(), CloseTurn(), MoveOn())
    assert (session.play.turn, session.play.phase) == (2, "orders")
    assert len(bargained(session)) == 3


def test_after_the_last_turn_the_refusal_is_of_the_phase_and_nobody_bargains() -> None:
    """Nothing is done at the table for a turn that never comes."""
    session = habits(sure(borea="{answers: [{wait: 1}]}"))
    for _turn in range(4):
        to_orders(session)
        do(session, Adjudicate(), CloseTurn())
    count = len(session.entries)
    assert refusal(session, MoveOn()) == "Turn 4 was the last; finish the exercise."
    assert len(session.entries) == count
