"""What each seat thought, beside what happened: for everybody, and not before the finish."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.play import Judgement
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.judging import judging
from idlib_wargame.views.judging.at_end import thoughts
from idlib_wargame.views.seat import seat_view
from tests.session.exercises import begun, do, to_orders
from tests.twins.given import given_to, room_play
from tests.views.judging.test_form import judgement

HOPES = judgement("highly_likely", "remote", "unlikely", rung=0)
FEARS = judgement("remote", "likely", "realistic", rung=4)


def played(full: PackReading, numbers: bool = True) -> Session:
    """Asked in turn 1, which is closed; asked by the pack in turn 2, in which nobody gives any."""
    session = begun(full, numbers=numbers)
    do(session, AskJudgements())
    session.submit(Judge("astra", HOPES), "astra")
    session.submit(Judge("borea", FEARS), "borea")
    to_orders(session)
    do(session, Adjudicate(), CloseTurn(), MoveOn())
    return session


@pytest.fixture
def session(full: PackReading) -> Session:
    """With figures."""
    return played(full)


def test_nobody_reads_another_seats_before_the_finish(full: PackReading) -> None:
    """Two exercises in which another seat judged otherwise are the same for all but that seat."""
    one, other = (played(full) for _ in range(2))
    for session, said in ((one, HOPES), (other, FEARS)):
        session.submit(Judge("borea", said), "borea")
    for reader in ("astra", "caldis", "press", ""):
        assert given_to(one, reader) == given_to(other, reader)
    assert seat_view(one, "borea") != seat_view(other, "borea")
    assert judging(one) == judging(other)
    for who in (CONTROL, ROOM):
        mine, theirs = ([line.text for line in each.log(who)] for each in (one, other))
        assert mine == theirs
    assert room_play(one, one.play).judged == {}


def test_control_sees_who_has_given_one(session: Session) -> None:
    """Of those who are asked, and nothing else."""
    session.submit(Judge("borea", FEARS), "borea")
    now = judging(session)
    assert now is not None
    assert now.heading == "Judgements of turn 2: 1 of 2"
    assert [(line.name, line.said) for line in now.lines] == [
        ("Astra", "none yet"),
        ("Borea", "given"),
    ]
    do(session, AskJudgements(False))
    called_off = judging(session)
    assert called_off is not None
    assert called_off.hint.startswith("The asking was called off")
    assert [line.name for line in called_off.lines] == ["Borea"]


def test_the_best_stands_first_beside_what_happened(session: Session) -> None:
    """Each with its score in words, its words, and its rung beside the one at the close."""
    assert thoughts(session.scenario, session.play) is None
    do(session, Finish())
    told = thoughts(session.scenario, session.play)
    assert told is not None
    assert told.came == "What happened: The quarrel goes on"
    first, second = told.turns
    assert (first.heading, first.rung) == (
        "Asked in turn 1",
        "At its close the crisis stood on “Watchful peace”.",
    )
    assert [(each.name, each.score) for each in first.thoughts] == [
        ("Borea", "Score 0.69 (0 is perfect, 2 is worst): some way from what happened"),
        ("Astra", "Score 1.08 (0 is perfect, 2 is worst): far from what happened"),
    ]
    assert [each.rung for each in first.thoughts] == [
        "“Fighting at sea”, 3 levels higher than it was",
        "“Treaty in force”, one level lower than it was",
    ]
    assert [(w.ending, w.word, w.came) for w in first.thoughts[0].words] == [
        ("The bank is shared", "Remote chance", False),
        ("War over fish", "Likely", False),
        ("The quarrel goes on", "Realistic possibility", True),
    ]
    assert [each.gave for each in first.thoughts] == [
        "It gave what happened 40–50%, which is about 40% of all that it gave.",
        "It gave what happened 25–35%, which is about 26% of all that it gave.",
    ]
    assert first.none == ""
    assert (second.thoughts, second.none) == ((), "Nobody gave any.")
    assert second.rung == "Turn 2 was not closed."


def test_only_those_who_were_asked_have_given_none(full: PackReading) -> None:
    """Neither a habit nor whoever sat down later; and who sits where is for control to tell."""
    session = begun(full)
    do(session, AskJudgements())
    session.submit(Judge("astra", HOPES), "astra")
    to_orders(session)
    do(session, Adjudicate(), CloseTurn(), MoveOn())
    do(session, Reseat("borea", (), "control"), Reseat("caldis", ("Chloe",), "person"))
    do(session, Finish())
    scenario, play = session.scenario, session.play
    of_control, of_others = thoughts(scenario, play, for_control=True), thoughts(scenario, play)
    assert of_control is not None
    assert of_others is not None
    assert [turn.none for turn in of_control.turns] == [
        "Borea gave none.",
        "Astra and Caldis gave none.",
    ]
    assert [turn.none for turn in of_others.turns] == ["", "Nobody gave any."]
    assert seat_view(session, "astra").thoughts == of_others


def test_everybody_reads_the_same_after_the_finish(session: Session) -> None:
    """Each seat, also one that nobody plays, and the room."""
    do(session, Finish())
    told = thoughts(session.scenario, session.play)
    assert told is not None
    seats = [seat.id for seat in session.scenario.seats]
    assert [seat_view(session, seat).thoughts for seat in seats] == [told] * 4
    assert given_to(session, "")["thoughts"] == told
    assert judging(session) is None


def test_in_words_alone_it_is_told_without_figures(full: PackReading) -> None:
    """But those of turns."""
    session = played(full, numbers=False)
    do(session, Finish())
    told = thoughts(session.scenario, session.play)
    assert told is not None
    thought = told.turns[0].thoughts
    assert [each.score for each in thought] == [
        "Some way from what happened",
        "Far from what happened",
    ]
    assert [each.gave for each in thought] == ["", ""]
    assert [each.rung for each in thought] == [
        "“Fighting at sea”, higher than it was",
        "“Treaty in force”, lower than it was",
    ]
    said = [words.word for each in thought for words in each.words]
    assert len(said) == 6
    assert [each for each in said if re.search(r"\d", each)] == []


def test_where_nobody_was_asked_there_is_nothing_to_read(full: PackReading) -> None:
    """An exercise that ends before the turn in which its pack asks."""
    session = begun(full)
    do(session, Finish())
    assert thoughts(session.scenario, session.play) is None


def test_what_a_rung_alone_was_thought_to_be(full: PackReading) -> None:
    """Without endings there is no score."""
    assert full.scenario is not None
    asking = replace(full.scenario.judgements, endings=())
    session = begun(replace(full, scenario=replace(full.scenario, judgements=asking)))
    do(session, AskJudgements())
    session.submit(Judge("astra", Judgement((), 1)), "astra")
    to_orders(session)
    do(session, Adjudicate(), CloseTurn(), Finish())
    told = thoughts(session.scenario, session.play)
    assert told is not None
    (thought,) = told.turns[0].thoughts
    assert (thought.score, thought.rung) == ("", "“Watchful peace”, where it stood")
