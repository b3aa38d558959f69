"""An exercise becomes shorter, where the pack has an edition of that length."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, Reader
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.shortened import ShortenTo, shorter_editions
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from idlib_wargame.views.bargains.writing import reading_of, writing_desk
from idlib_wargame.views.situation_report import report_text
from tests.session.bargains import NO_RAIDS, OFFER, case, sign, strange_steps, table, to_closed
from tests.session.exercises import READERS, begun, do, last_line, read_back, refusal, told_to

TWO_TURNS = OFFER._replace(terms=(NO_RAIDS._replace(by=2),), until=2)


@pytest.fixture
def long(harbour: PackReading) -> Session:
    """An exercise in the pack's edition of six turns; it has another of four like it."""
    return begun(harbour, turns=6)


def _play_turn(session: Session) -> None:
    while session.play.phase != "orders":
        do(session, MoveOn())
    do(session, Adjudicate(), CloseTurn())


def test_it_ends_after_the_fourth_turn(long: Session) -> None:
    """Everybody reads of it, conditions that ask for the number of turns find four, and no fifth
    turn begins."""
    do(long, ShortenTo(4))
    assert last_line(long) == "The exercise is shortened: it ends after turn 4."
    assert told_to(long) == set(READERS)
    assert (long.play.setup.turns, long.play.state["turns"]) == (4, 4)
    for _turn in range(4):
        _play_turn(long)
        assert long.play.state["turns"] == 4
    assert refusal(long, MoveOn()) == "Turn 4 was the last; finish the exercise."
    assert long.next_act() == (Finish(), "Finish the exercise")
    assert read_back(long) == long.play


def test_the_file_of_a_shortened_exercise_is_sound(harbour: PackReading, tmp_path: Path) -> None:
    """Every act, done once more, comes to what the record holds."""
    session = begun(harbour, tmp_path / "short.wargame", turns=6)
    _play_turn(session)
    do(session, ShortenTo(4))
    while session.play.phase != "finished":
        step = session.next_act()
        assert step is not None
        do(session, step[0])
    session.close()
    verdict = verify(tmp_path / "short.wargame")
    assert verdict.well, [check.text for check in verdict.checks if not check.well]


@pytest.mark.parametrize(
    ("turns", "act", "said"),
    [
        (6, ShortenTo(5), "The pack has no shorter edition of 5 turns that goes on like this one."),
        (6, ShortenTo(6), "The pack has no shorter edition of 6 turns that goes on like this one."),
        (4, ShortenTo(6), "The pack has no shorter edition of 6 turns that goes on like this one."),
        (4, ShortenTo(1), "The pack has no shorter edition of 1 turn that goes on like this one."),
    ],
)
def test_no_other_length_is_made_up(
    harbour: PackReading, turns: int, act: ShortenTo, said: str
) -> None:
    """What the author wrote for six turns is not played in five."""
    session = begun(harbour, turns=turns)
    assert refusal(session, act) == said
    assert refusal(session, act, "astra") == "Only the facilitator may do that."


def test_it_cannot_end_before_the_turn_in_play_or_under_open_results(long: Session) -> None:
    """In the report of turn four it may still end there; in turn five no more."""
    for _turn in range(3):
        _play_turn(long)
    do(long, MoveOn())
    while long.play.phase != "orders":
        do(long, MoveOn())
    do(long, Adjudicate())
    assert refusal(long, ShortenTo(4)) == (
        "The results of turn 4 are not accepted yet; close the turn first."
    )
    assert shorter_editions(long.scenario, long.play) == ()
    do(long, CloseTurn())
    assert shorter_editions(long.scenario, long.play) == (4,)
    do(long, MoveOn())
    assert refusal(long, ShortenTo(4)) == (
        "Turn 5 is being played, so the exercise cannot end after turn 4."
    )
    assert shorter_editions(long.scenario, long.play) == ()


def test_it_may_finish_early_where_the_pack_has_no_such_edition(
    harbour: PackReading, tmp_path: Path
) -> None:
    """Conditions go on asking for as many turns as were set up; the file is sound, an undo gives
    the turns back, and it is no longer than it was."""
    session = begun(harbour, tmp_path / "early.wargame", turns=6)
    do(session, ShortenTo(3, early=True), Undo())
    assert session.play.setup.turns == 6
    do(session, ShortenTo(2, early=True))
    assert last_line(session) == "The exercise is to finish early: it ends after turn 2."
    assert (session.play.setup.turns, session.play.state["turns"]) == (2, 6)
    assert refusal(session, ShortenTo(2, early=True)) == "The exercise ends after turn 2 anyway."
    for _turn in range(2):
        _play_turn(session)
    assert [turn.began["turns"] for turn in session.play.closed] == [6, 6]
    assert session.next_act() == (Finish(), "Finish the exercise")
    do(session, Finish())
    assert read_back(session) == session.play
    session.close()
    verdict = verify(tmp_path / "early.wargame")
    assert verdict.well, [check.text for check in verdict.checks if not check.well]


@pytest.mark.parametrize("decided_in", [1, 2])
def test_what_holds_to_the_last_turn_played_is_in_force_when_the_ending_is_read(
    full: PackReading, decided_in: int
) -> None:
    """Finished early after turn 2, also where that is decided once turn 2 is closed, an agreement
    to turn 2 stands as in an edition of two; nobody is told of a turn 3, and an undo brings it."""
    session = begun(full, turns=4)
    key = sign(session, TWO_TURNS)
    for turn in (1, 2):
        to_closed(session)
        ended = turn == 2 and not case(session, key).in_force
        assert ended == (turn == decided_in == 2)
        if turn == decided_in:
            do(session, ShortenTo(2, early=True))
        if turn == 1:
            do(session, MoveOn())
    assert case(session, key).in_force
    assert session.play.state["agreement.astra.borea"] == 1
    for reader in (Reader("astra"), CONTROL):
        said = report_text(session.referee, session.play, reader, 2).text
        assert "# Situation report" in said
        assert "Turn 3" not in said
        assert "It ends with this turn." not in said
    assert read_back(session) == session.play
    assert strange_steps(session) == []
    if decided_in == 2:
        do(session, Undo())
        assert not case(session, key).in_force
        assert "Turn 3" in report_text(session.referee, session.play, CONTROL, 2).text


def test_no_offer_reaches_beyond_the_last_turn_that_is_played(full: PackReading) -> None:
    """Finished early after turn 2, it is said why, in the act and while it is written."""
    session = begun(full, turns=4)
    do(session, ShortenTo(2, early=True))
    late = TWO_TURNS._replace(until=3)
    said = "It would hold until turn 3, and the exercise ends with turn 2; let it end sooner."
    assert refusal(session, TableOffer("astra", late), "astra") == said
    referee, sight = session.referee, session.referee.sight("astra")
    assert reading_of(referee, session.play, late, sight).barred == (said,)
    desk = writing_desk(referee, session.play, sight)
    assert desk.last == 2
    assert [each.offer.until for each in desk.templates] == [2, 2]
    assert table(session, TWO_TURNS)


def test_an_undo_and_a_re_opening_give_the_turns_back(long: Session) -> None:
    """It is an act of the game, and goes with the turn in which it was done."""
    do(long, ShortenTo(4), Undo())
    assert (long.play.setup.turns, long.play.state["turns"]) == (6, 6)
    _play_turn(long)
    do(long, ShortenTo(4), Reopen(1))
    assert (long.play.setup.turns, long.play.state["turns"]) == (6, 6)
    do(long, ShortenTo(4), Adjudicate())
    assert long.play.pending is not None
    assert long.play.pending.result.state["turns"] == 4
    assert read_back(long) == long.play
