"""A seat says on its page what it thinks will happen, and reads at the end what all thought."""

from __future__ import annotations

import pytest

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Judgement
from idlib_wargame.session.session import Session
from idlib_wargame.web.areas.written import Meanwhile
from idlib_wargame.web.fields import Amiss
from tests.harbour_exercise import adjudicated, closed
from tests.web.areas.page import Page

JUDGE, BACK = "judge", "take_judgement_back"
WORDS = (("treaty", "unlikely"), ("war", "remote"), ("drift", "likely"))
PICKED = {f"word.{ending}": word for ending, word in WORDS}


@pytest.fixture
def astra(session: Session) -> Page:
    """The page of Astra, where judgements are asked in the first turn."""
    session.submit(AskJudgements(), FACILITATOR)
    return Page(session, "astra")


def test_what_is_picked_is_kept_as_one_goes(session: Session, astra: Page) -> None:
    """A word at a time; what is still to be chosen is said, and what the words add up to."""
    text = astra.text("judgement")
    assert "Turn 1: how likely is each ending" in text
    assert "4 are still to be chosen before you can seal." in text
    assert astra.type(JUDGE, **{"word.war": "likely"}) == ""
    assert session.play.judgement_drafts[1]["astra"] == Judgement((("war", "likely"),), None)
    before = len(session.entries)
    astra.type(JUDGE)
    assert len(session.entries) == before, "what is kept already is not kept again"
    astra.type(JUDGE, **{"word.treaty": "likely"})
    text = astra.text("judgement")
    assert "2 are still to be chosen before you can seal." in text
    assert "So far that comes to about 130%" in text
    astra.type(JUDGE, **{"word.war": "", "word.treaty": ""})
    assert session.play.judgement_drafts[1]["astra"] == Judgement()


def test_it_is_sealed_and_taken_back(session: Session, astra: Page) -> None:
    """What was picked last counts, also where the page had not kept it yet."""
    assert astra.press(JUDGE, "Seal", **PICKED, rung="3") == "What you think is sealed."
    assert session.play.judged[1]["astra"] == Judgement(WORDS, 3)
    text = astra.text("judgement")
    assert "kept from everybody until the exercise is finished" in text
    assert "War over fish Remote chance" in text
    assert astra.forms(JUDGE) == []
    assert astra.press(BACK, "Take it back") == ""
    (form,) = astra.forms(JUDGE)
    assert form.values("word.war") == ["remote"]
    assert form.values("rung") == ["3"]
    with pytest.raises(Refused, match="There is no judgement to take back"):
        astra.send(BACK, {})


def test_half_of_it_is_not_sealed(session: Session, astra: Page) -> None:
    """Said what is missing, and nothing is lost."""
    astra.type(JUDGE, **{"word.war": "likely"})
    with pytest.raises(Refused, match="Give each ending a word first"):
        astra.press(JUDGE, "Seal")
    with pytest.raises(Refused, match="Say first on which level the crisis stands"):
        astra.press(JUDGE, "Seal", **PICKED)
    assert session.play.judgement_drafts[1]["astra"] == Judgement((("war", "likely"),), None)


def test_who_comes_too_late_is_told_so(session: Session, astra: Page) -> None:
    """Sealed by the other of the seat, with the orders open, and a turn later."""
    (form,) = astra.forms(JUDGE)
    sent = {**dict(form.fields), **PICKED, "rung": "3"}
    session.submit(Judge("astra", Judgement(WORDS, 3)), "astra")
    with pytest.raises(Refused, match="This judgement is sealed; take it back to change it"):
        astra.send(JUDGE, sent)
    adjudicated(session)
    late = r"Too late for turn 1: its orders have been opened\."
    for do in ({}, {"do": "seal"}):
        with pytest.raises(Refused, match=late):
            astra.send(JUDGE, {**sent, **do})
    with pytest.raises(Refused, match=late):
        astra.send(BACK, {})


def test_what_was_asked_a_turn_ago_says_nothing_of_this_one(session: Session, astra: Page) -> None:
    """A page that was left open does not seal for a turn that it does not show."""
    (form,) = astra.forms(JUDGE)
    sent = {**dict(form.fields), **PICKED, "rung": "3", "do": "seal"}
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    assert len(astra.forms(JUDGE)) == 1
    with pytest.raises(Refused, match="Too late for turn 1"):
        astra.send(JUDGE, sent)
    assert 2 not in session.play.judged


def test_what_is_not_asked_any_more_is_refused(session: Session, astra: Page) -> None:
    """The facilitator thought better of it."""
    (form,) = astra.forms(JUDGE)
    sent = {**dict(form.fields), **PICKED, "rung": "3"}
    session.submit(AskJudgements(False), FACILITATOR)
    assert astra.parts()["judgement.form"] == ""
    for do in ({}, {"do": "seal"}):
        with pytest.raises(Refused, match="No judgement is asked for in turn 1"):
            astra.send(JUDGE, {**sent, **do})


def test_what_was_sealed_before_stays_to_be_read(session: Session, astra: Page) -> None:
    """Folded, under its turn."""
    astra.press(JUDGE, "Seal", **PICKED, rung="3")
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    assert "What you sealed in turn 1" in astra.text("judgement")


def test_what_a_seat_thinks_is_its_own_until_the_end(session: Session, astra: Page) -> None:
    """Then everybody reads it beside what happened, with which ending came."""
    borea = Page(session, "borea")
    before = borea.parts()
    astra.press(JUDGE, "Seal", **PICKED, rung="3")
    assert borea.parts() == before
    closed(session)
    session.submit(Finish(), FACILITATOR)
    assert borea.parts()["judgement.form"] == ""
    text = borea.text("judgement")
    assert "What each seat thought, and what happened" in text
    assert "The Brier score." in text
    assert text == astra.text("judgement")
    named = [at["aria-label"] for _tag, at in borea.reading("judgement").tags if "role" in at]
    assert named.count("This ending came") == 1
    assert named.count("This ending did not come") == 2


@pytest.mark.parametrize(
    "other",
    [
        {"turn": "x"},
        {"turn": "0"},
        {"do": "open"},
        {"word.war": "perhaps"},
        {"word.war": ["likely", "remote"]},
        {"rung": "99"},
        {"rung": "high"},
        {"rung": None},
    ],
)
def test_fields_that_no_page_sends_do_nothing(
    session: Session, astra: Page, other: dict[str, object]
) -> None:
    """They are amiss, and the record does not know of them."""
    (form,) = astra.forms(JUDGE)
    before = len(session.entries)
    with pytest.raises(Amiss):
        astra.send(JUDGE, {**dict(form.fields), **PICKED, "rung": "3", **other})
    assert len(session.entries) == before


def test_what_two_of_a_seat_pick_at_once_is_kept_of_both(session: Session, astra: Page) -> None:
    """Each on a page that has not heard of the other's."""
    (form,) = astra.forms(JUDGE)
    was = {f"was.{name}": value for name, value in form.fields if name in form.was}
    empty = {**dict(form.fields), **was}
    astra.send(JUDGE, {**empty, "word.war": "likely"})
    astra.send(JUDGE, {**empty, "rung": "3"})
    assert session.play.judgement_drafts[1]["astra"] == Judgement((("war", "likely"),), 3)


@pytest.mark.parametrize("do", [{}, {"do": "seal"}])
def test_whoever_picks_where_the_other_picked_is_told_and_the_rest_is_kept(
    session: Session, astra: Page, do: dict[str, str]
) -> None:
    """Nothing is sealed that one of them has not seen; picked again, it counts."""
    (form,) = astra.forms(JUDGE)
    was = {f"was.{name}": value for name, value in form.fields if name in form.was}
    astra.type(JUDGE, **{"word.war": "likely", "rung": "2"})
    mine = {**dict(form.fields), **was, **PICKED, "rung": "3", **do}
    with pytest.raises(Meanwhile) as told:
        astra.send(JUDGE, mine)
    assert [said[:60] for said in told.value.reasons] == [
        "Somebody else at your seat has settled “War over fish” meanw",
        "Somebody else at your seat has settled “Where the crisis wil",
    ]
    kept = (("treaty", "unlikely"), ("war", "likely"), ("drift", "likely"))
    assert session.play.judgement_drafts[1]["astra"] == Judgement(kept, 2)
    assert session.play.judged == {}
    astra.press(JUDGE, "Seal", **PICKED, rung="3")
    assert session.play.judged[1]["astra"] == Judgement(WORDS, 3)
