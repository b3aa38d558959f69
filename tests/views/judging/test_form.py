"""What a seat is asked to judge, and what it reads while it fills it in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.yardstick import YARDSTICK
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.judgement_draft import DraftJudgement
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Judgement
from idlib_wargame.session.session import Session
from idlib_wargame.views.judging.form import JudgementForm
from idlib_wargame.views.seat import seat_view
from tests.session.exercises import begun, do, to_orders

ENDINGS = ("treaty", "war", "drift")


def judgement(*words: str, rung: int | None = None) -> Judgement:
    """Words for the endings in their order."""
    return Judgement(tuple(zip(ENDINGS, words, strict=False)), rung)


def form(session: Session, seat: str = "astra") -> JudgementForm:
    """What the seat is asked."""
    found = seat_view(session, seat).judgement
    assert found is not None
    return found


@pytest.fixture
def asked(full: PackReading) -> Session:
    """Asked by the facilitator in turn 1."""
    session = begun(full)
    do(session, AskJudgements())
    return session


def test_nothing_is_asked_until_it_is(full: PackReading) -> None:
    """Nor of a seat where nobody sits."""
    session = begun(full)
    assert seat_view(session, "astra").judgement is None
    do(session, AskJudgements())
    assert form(session).is_open
    assert [seat_view(session, seat).judgement for seat in ("caldis", "press")] == [None, None]
    do(session, AskJudgements(False))
    assert seat_view(session, "astra").judgement is None


def test_what_the_form_holds(asked: Session) -> None:
    """Every ending by its name, the words from the least likely up, rungs from the top down."""
    view = form(asked)
    assert view.asks == (
        "Turn 1: how likely is each ending, and where will the crisis stand when this turn closes?"
    )
    assert view.rule == (
        "Only one of these endings comes. When the exercise is finished, your answers are shown "
        "beside what happened."
    )
    assert view.state == (
        "What you pick is kept as you go. You need not answer: the turn goes on without it."
    )
    assert [each.text for each in view.endings] == [
        "The three fleets sail by one book.",
        "What was a bank is a line of wrecks.",
        "Another season goes by.",
    ]
    names = [each.name for each in view.endings]
    assert names == ["The bank is shared", "War over fish", "The quarrel goes on"]
    assert [said for _id, said in view.words][-3:] == [
        "Likely (55–75%)",
        "Highly likely (80–90%)",
        "Almost certain (95–100%)",
    ]
    assert [rung.name for rung in view.rungs] == [
        "Fighting at sea",
        "Raids",
        "Standoff",
        "Watchful peace",
        "Treaty in force",
    ]
    assert (view.is_whole, view.is_sealed, view.rung) == (False, False, None)


def test_in_words_alone_no_figure_stands_in_it(full: PackReading) -> None:
    """But the number of the turn."""
    session = begun(full, numbers=False)
    do(session, AskJudgements())
    act = DraftJudgement("astra", judgement(*["almost_certain"] * 3))
    session.submit(act, "astra")
    view = form(session)
    assert view.words[0][1] == "Remote chance"
    assert len(view.words) == len(YARDSTICK)
    assert view.remark == "Together that is more than can be, as only one ending comes."
    said = [view.remark, view.state, *(words for _id, words in view.words)]
    assert [each for each in said if re.search(r"\d", each)] == []


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ((), ""),
        (("likely",), "So far that comes to about 65%; all endings together make about 100%."),
        (
            ("likely", "unlikely", "remote"),
            "Together that comes to about 98%, near the 100% of one ending.",
        ),
        (("likely", "likely"), "So far that comes to about 130%, and only one ending comes."),
        (
            ("remote", "remote"),
            "So far that comes to about 5%; all endings together make about 100%.",
        ),
        (
            ("remote", "remote", "unlikely"),
            "Together that comes to about 35%, and some ending comes.",
        ),
    ],
)
def test_what_words_add_up_to_is_told_while_they_are_picked(
    asked: Session, words: tuple[str, ...], remark: str
) -> None:
    """With what it should be; and it is sealed all the same."""
    asked.submit(DraftJudgement("astra", judgement(*words)), "astra")
    assert form(asked).remark == remark
    if len(words) == len(ENDINGS):
        asked.submit(Judge("astra", judgement(*words, rung=2)), "astra")
        assert form(asked).is_sealed


def test_what_was_sealed_is_its_own_and_is_read_again(asked: Session) -> None:
    """In later turns too; another seat sees nothing of it, as it would of orders."""
    before = seat_view(asked, "borea")
    asked.submit(Judge("astra", judgement("likely", "remote", "unlikely", rung=2)), "astra")
    assert seat_view(asked, "borea") == before
    view = form(asked)
    assert (view.is_sealed, view.is_open, view.may_take_back) == (True, False, True)
    assert view.state.startswith("Sealed, and kept from everybody until the exercise is finished.")
    to_orders(asked)
    do(asked, Adjudicate())
    assert form(asked).state == "Sealed. Everybody reads it when the exercise is finished."
    missed = form(asked, "borea")
    assert (missed.asks, missed.endings, missed.rungs, missed.rule) == ("", (), (), "")
    assert missed.state == (
        "You gave no judgement in turn 1. Its orders have been opened, so it is too late for one; "
        "nothing in the exercise hangs on it."
    )
    assert not form(asked).may_take_back
    do(asked, CloseTurn(), MoveOn())
    later = form(asked)
    assert (later.turn, later.is_open) == (2, True)
    assert [given.heading for given in later.earlier] == ["What you sealed in turn 1"]
    assert later.earlier[0].lines == (
        "The bank is shared: Likely",
        "War over fish: Remote chance",
        "The quarrel goes on: Unlikely",
        "Where the crisis would stand when the turn closed: “Standoff”",
    )
    do(asked, Finish())
    assert seat_view(asked, "astra").judgement is None


def test_endings_that_are_not_named_stand_in_one_row(full: PackReading) -> None:
    """An author who keeps one secret leaves it out, and no seat reads its name."""
    assert full.scenario is not None
    asking = replace(full.scenario.judgements, endings=("treaty", "drift"))
    session = begun(replace(full, scenario=replace(full.scenario, judgements=asking)))
    do(session, AskJudgements())
    view = form(session)
    assert [(each.id, each.name) for each in view.endings] == [
        ("treaty", "The bank is shared"),
        ("drift", "The quarrel goes on"),
        ("", "Another ending"),
    ]
    words = view.with_word("", "likely")
    session.submit(DraftJudgement("astra", words), "astra")
    assert form(session).judgement == words


def test_endings_stand_in_the_order_in_which_the_pack_asks(full: PackReading) -> None:
    """The rules read outcomes in an order of their own; people read like beside like."""
    assert full.scenario is not None
    asking = replace(full.scenario.judgements, endings=("drift", "treaty", "war"))
    session = begun(replace(full, scenario=replace(full.scenario, judgements=asking)))
    do(session, AskJudgements())
    assert [each.id for each in form(session).endings] == ["drift", "treaty", "war"]


def test_the_rung_may_be_all_that_is_asked(full: PackReading) -> None:
    """Or the endings alone."""
    assert full.scenario is not None
    asking = full.scenario.judgements
    ways = (replace(asking, endings=()), replace(asking, rung=False))
    found = []
    for way in ways:
        session = begun(replace(full, scenario=replace(full.scenario, judgements=way)))
        do(session, AskJudgements())
        found.append((form(session).asks, len(form(session).endings), len(form(session).rungs)))
    assert found == [
        ("Turn 1: where will the crisis stand when this turn closes?", 0, 5),
        ("Turn 1: how likely is each ending?", 3, 0),
    ]
