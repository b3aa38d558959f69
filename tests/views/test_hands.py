"""Two people of one seat read who of them did what."""

from __future__ import annotations

import re

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.pick_added import AddPick
from idlib_wargame.session.kinds.pick_taken_off import TakePickOff
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.sent import Sent
from idlib_wargame.session.session import Session
from idlib_wargame.views.looking import looking_door
from idlib_wargame.views.seat import seat_view
from idlib_wargame.words.language import unmarked
from tests.session.bargains import case, table
from tests.session.exercises import to_orders

SEED = b"s" * 32
TALKS = Wish("call_talks")


def begun_by(full: PackReading, *people: str) -> Session:
    """Orders are open, and those sit at Borea."""
    seating = (Seating("astra", ("Ana",)), Seating("borea", people))
    session = Session.create(None, full, Setup("Group B", "", 4, seating=seating), SEED)
    to_orders(session)
    return session


@pytest.fixture
def session(full: PackReading) -> Session:
    """Olga and Sami sit at Borea."""
    return begun_by(full, "Olga", "Sami")


def sends(session: Session, person: str, act: Act) -> None:
    """Somebody of Borea does that on a device of their own; "" at the laptop."""
    with session.sending(Sent(f"{len(session.entries):032x}", person) if person else None):
        session.submit(act, "borea")


def told(session: Session) -> list[str]:
    """What stands with Borea's orders, without the time of day."""
    return [
        re.sub(r"\d\d:\d\d", "12:00", unmarked(each))
        for each in seat_view(session, "borea").done_for_it
    ]


def test_the_partner_reads_who_sealed_and_who_opened_again(session: Session) -> None:
    """As long as it stands so."""
    sends(session, "Olga", SealOrders("borea", (TALKS,)))
    assert told(session) == ["Olga sealed these orders at 12:00."]
    sends(session, "Sami", UnsealOrders("borea"))
    assert told(session) == ["Sami took the sealed orders back at 12:00."]
    sends(session, "Sami", SealOrders("borea", ()))
    assert told(session) == ["Sami sealed these orders at 12:00."]


def test_the_partner_reads_who_took_a_pick_off(session: Session) -> None:
    """Until it is picked again."""
    sends(session, "Olga", AddPick("borea", TALKS))
    sends(session, "Sami", TakePickOff("borea", "call_talks"))
    assert told(session) == ["Sami took this off at 12:00: Call the three ministers together"]
    sends(session, "Olga", AddPick("borea", TALKS))
    assert told(session) == []


def test_what_was_done_at_the_laptop_is_nobodys_by_name(session: Session) -> None:
    """Nor is it another's who did the same before."""
    sends(session, "Olga", SealOrders("borea", ()))
    sends(session, "Olga", UnsealOrders("borea"))
    sends(session, "", SealOrders("borea", ()))
    assert told(session) == []


def test_whoever_sits_alone_is_told_nothing_of_themselves(full: PackReading) -> None:
    """They know."""
    session = begun_by(full, "Olga")
    sends(session, "Olga", SealOrders("borea", ()))
    assert told(session) == []


def test_the_partner_reads_who_signed(session: Session, full: PackReading) -> None:
    """The other side reads that the seat did, and not who of it."""
    key = table(session)
    sends(session, "Olga", AcceptOffer("borea", key, case(session, key).digest))
    ours, theirs = (seat_view(session, seat).ledger for seat in ("borea", "astra"))
    assert ours is not None
    assert theirs is not None
    (said,) = ours.news
    assert said.by == "Olga"
    assert re.fullmatch(r"Olga signed this for you at \d\d:\d\d: .*", unmarked(said.words))
    assert "Olga" not in " ".join(each.words for each in theirs.news)


def test_whoever_looks_at_a_seat_reads_no_name_and_no_pick(session: Session) -> None:
    """What the seat has not given to anybody stays covered."""
    sends(session, "Olga", AddPick("borea", TALKS))
    sends(session, "Sami", TakePickOff("borea", "call_talks"))
    assert looking_door(session, "borea").view().done_for_it == ()
