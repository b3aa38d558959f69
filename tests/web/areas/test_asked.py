"""A seat answers on its page what it is asked about orders that lie open."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.order import Order
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import Argument, AskedFor, Asking, Said
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.web.areas.written import Meanwhile
from idlib_wargame.web.fields import Amiss
from tests.harbour_exercise import open_orders, seal
from tests.web.areas.page import Page

CREWS = Order("borea", "free_crews")
AGAINST, ODDS, BAND = (f"borea/free_crews//{what}" for what in ("against", "odds", "band"))
REASON, WORD = "give_reason", "give_word"


@pytest.fixture
def astra(session: Session) -> Page:
    """The page of Astra, while an order of Borea lies open."""
    open_orders(session)
    seal(session, "borea", Wish("free_crews"))
    session.submit(OpenOrders(), FACILITATOR)
    return Page(session, "astra")


def ask(session: Session, *what: AskedFor) -> None:
    """Ask Astra about it."""
    for each in what:
        session.submit(AskOthers(CREWS, each, ("astra",)), FACILITATOR)


def asking(session: Session, what: AskedFor) -> Asking:
    """What was asked, and what is said to it."""
    before = session.play.before_roll
    found = before.asked(CREWS, what) if before is not None else None
    assert found is not None
    return found


def test_a_reason_is_given_and_another(session: Session, astra: Page) -> None:
    """Each stands on the card; the field is empty again, and keeps by itself what is half typed."""
    assert astra.parts()["asked.orders"] == ""
    ask(session, AskedFor.AGAINST)
    text = astra.text("asked")
    assert "Borea Free the crews we hold Why might it not come off?" in text
    (area,) = [at for tag, at in astra.reading("asked").tags if tag == "textarea"]
    assert area["data-keeps"] == f"asked.{AGAINST}"
    assert "data-clears" in area
    assert astra.press(REASON, text="They will not come") == "The reason is given."
    astra.press(REASON, text="Nor will we")
    before = session.play.before_roll
    assert before is not None
    assert before.arguments[CREWS] == (
        Argument("astra", "They will not come"),
        Argument("astra", "Nor will we"),
    )
    assert "Against it, Astra: They will not come" in astra.text("asked")
    with pytest.raises(Refused, match=r"A reason needs a few words\."):
        astra.press(REASON, text="  ")


def test_a_word_is_given_and_changed_until_it_is_counted(session: Session, astra: Page) -> None:
    """The one that counts is down, and any other may be pressed."""
    ask(session, AskedFor.ODDS)
    assert astra.press(WORD, "Unlikely") == ""
    assert asking(session, AskedFor.ODDS).said == (Said("astra", 9),)
    reading = astra.reading("asked")
    pressed = [at["value"] for tag, at in reading.tags if at.get("aria-pressed") == "true"]
    assert pressed == ["9"]
    astra.press(WORD, "Likely")
    assert asking(session, AskedFor.ODDS).said == (Said("astra", 7),)
    session.submit(CountWords(CREWS, AskedFor.ODDS), FACILITATOR)
    (form,) = astra.forms(WORD)
    assert all(button.is_off for button in form.buttons)
    assert "Counted; nothing can be changed any more." in astra.text("asked")
    with pytest.raises(Refused, match=r"What was said is counted already\."):
        astra.send(WORD, {"asked": ODDS, "number": "9"})


def test_how_it_comes_out_is_said(session: Session, astra: Page) -> None:
    """The worst of all is a word like any other."""
    ask(session, AskedFor.BAND)
    astra.press(WORD, "Backfire")
    assert asking(session, AskedFor.BAND).said == (Said("astra", 0),)


@pytest.mark.parametrize("what", [AskedFor.ODDS, AskedFor.BAND])
def test_whoever_presses_where_the_other_pressed_is_told(
    session: Session, astra: Page, what: AskedFor
) -> None:
    """Pressed again by somebody who has seen theirs, it counts."""
    ask(session, what)
    (form,) = astra.forms(WORD)
    first, second, *_others = (button.attributes["value"] for button in form.buttons)
    as_read = dict(form.fields)
    astra.send(WORD, {**as_read, "number": first})
    with pytest.raises(Meanwhile, match="has settled “Free the crews we hold” meanwhile"):
        astra.send(WORD, {**as_read, "number": second})
    astra.send(WORD, {**as_read, "number": first})
    assert asking(session, what).said == (Said("astra", int(first)),)
    (form,) = astra.forms(WORD)
    astra.send(WORD, {**dict(form.fields), "number": second})
    assert asking(session, what).said == (Said("astra", int(second)),)


def test_who_comes_too_late_is_told(session: Session, astra: Page) -> None:
    """And the question is gone."""
    ask(session, AskedFor.AGAINST, AskedFor.ODDS)
    session.submit(Adjudicate(), FACILITATOR)
    assert astra.parts()["asked.orders"] == ""
    for act, fields in (
        (REASON, {"asked": AGAINST, "text": "They will not"}),
        (WORD, {"asked": ODDS, "number": 7}),
    ):
        with pytest.raises(Refused) as refused:
            astra.send(act, fields)
        assert str(refused.value)


def test_of_what_others_are_asked_nothing_is_told(session: Session, astra: Page) -> None:
    """An order about which others were asked is refused as one that there is not."""
    session.submit(AskOthers(CREWS, AskedFor.AGAINST, ("caldis",)), FACILITATOR)
    said = set()
    for key in (AGAINST, "borea/protest//against", "nobody/nothing//against"):
        with pytest.raises(Refused) as refused:
            astra.send(REASON, {"asked": key, "text": "No"})
        said.add(str(refused.value))
    assert len(said) == 1


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        (REASON, {"asked": ODDS, "text": "No"}),
        (REASON, {"asked": AGAINST}),
        (REASON, {"asked": "borea/free_crews", "text": "No"}),
        (REASON, {"asked": "borea/free_crews//more", "text": "No"}),
        (REASON, {"asked": f"{AGAINST}{'x' * 400}", "text": "No"}),
        (WORD, {"asked": AGAINST, "number": "7"}),
        (WORD, {"asked": ODDS, "number": "seven"}),
        (WORD, {"asked": ODDS, "number": "13"}),
        (WORD, {"asked": ODDS, "number": True}),
        (WORD, {"number": "7"}),
    ],
)
def test_fields_that_no_page_sends_do_nothing(
    session: Session, astra: Page, act: str, fields: dict[str, object]
) -> None:
    """They are amiss, and the record does not know of them."""
    ask(session, *AskedFor)
    before = len(session.entries)
    with pytest.raises(Amiss):
        astra.send(act, fields)
    assert len(session.entries) == before
