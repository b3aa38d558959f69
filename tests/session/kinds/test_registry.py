"""Every kind of entry, gathered: nothing is left out, and nobody reads what is not for them."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Card, Release
from idlib_wargame.session import kinds
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.case_acts import CaseAct
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.kind import ActKind, EntryKind
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.registry import KINDS, UNKNOWN, kind_named, kind_of
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.seat_once import SeatOnce
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unreadable import UNREADABLE
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    ASTRA,
    BOREA,
    CALDIS,
    COVERT,
    COVERT_CARD,
    PRESS,
    PROTEST,
    READERS,
    begun,
    do,
    texts,
    to_orders,
)

ACT_KINDS = [kind for kind in KINDS if isinstance(kind, ActKind)]


def test_every_kind_that_has_a_file_is_in_the_registry() -> None:
    """A kind that was forgotten would be refused by the door and read as unknown."""
    modules = [
        importlib.import_module(f"{kinds.__name__}.{module.name}")
        for module in pkgutil.iter_modules(kinds.__path__)
    ]
    made = [each for module in modules for each in vars(module).values()]
    whole = {*KINDS, UNKNOWN, UNREADABLE, *(kind.left_of_it for kind in KINDS if kind.left_of_it)}
    assert {each for each in made if isinstance(each, EntryKind)} == whole
    acts = {each for each in made if isinstance(each, type) and issubclass(each, Act)}
    assert acts - {Act, CaseAct, SeatOnce} == {kind.act for kind in ACT_KINDS}


def test_each_kind_has_a_name_and_an_act_of_its_own() -> None:
    """Both lead back to it."""
    assert [kind_named(kind.name) for kind in KINDS] == list(KINDS)
    assert [kind_of(_blank(kind)) for kind in ACT_KINDS] == ACT_KINDS


def _blank(kind: ActKind[Act]) -> Act:
    """An act of that kind with nothing in it: the door may not look inside before it refuses."""
    return object.__new__(kind.act)


@pytest.mark.parametrize(
    "kind", [kind for kind in ACT_KINDS if not kind.open_to_seats], ids=lambda kind: str(kind.name)
)
def test_a_seat_does_only_what_is_open_to_seats(session: Session, kind: ActKind[Act]) -> None:
    """Anything else is the facilitator's, whatever it says."""
    with pytest.raises(Refused, match="Only the facilitator may do that"):
        session.submit(_blank(kind), "astra")


@pytest.mark.parametrize(
    "kind", [kind for kind in ACT_KINDS if not kind.after_finish], ids=lambda kind: str(kind.name)
)
def test_a_finished_exercise_is_not_changed(session: Session, kind: ActKind[Act]) -> None:
    """Its record can be replayed."""
    do(session, Finish())
    with pytest.raises(Refused, match="can be replayed but not changed"):
        do(session, _blank(kind))


def test_what_a_later_program_wrote_is_told_and_changes_nothing(session: Session) -> None:
    """An entry of an unknown kind is a line for control, and nothing for the others."""
    do(session, TakeNote("Begun"))
    entry = session.entries[-1]._replace(kind="negotiated")
    said = "An entry of a kind this program does not know: negotiated."
    assert kind_named("negotiated") is UNKNOWN
    assert UNKNOWN.line(session.scenario, entry) == said
    audience = UNKNOWN.audience(session.scenario, entry)
    assert [reader for reader in READERS if audience.admits(reader)] == [CONTROL]


@pytest.fixture(scope="module")
def told(full: PackReading) -> Session:
    """An exercise with something private wherever there is room for it, its turn 1 closed."""
    session = begun(full)
    session.submit(DraftOrders("astra", (Wish("protest", "", "SECRET-DRAFT"),)), "astra")
    session.submit(DraftMessage(("astra",), "SECRET-HALF-WRITTEN"), "borea")
    session.submit(SendMessage(("borea",), "SECRET-LETTER"), "astra")
    session.submit(SendMessage(("facilitator",), "SECRET-QUESTION", request=True), "astra")
    do(session, SendMessage(("astra",), "SECRET-ANSWER", answers="astra>facilitator#1"))
    session.submit(SendMessage(("astra",), "SECRET-LEAKED"), "borea")
    do(session, LeakMessage("borea>astra#1", ("press",)))
    do(
        session,
        TakeNote("SECRET-NOTE"),
        Tell(("borea",), "SECRET-SENDER", "SECRET-MESSAGE"),
        Tell((), "", "SECRET-STRUCK"),
        Undo(),
        SendInject("wreck"),
        SkipInject("cold_spring"),
        DropInject("cold_spring"),
        Reseat("caldis", ("SECRET-PERSON",), "habit:cautious"),
    )
    to_orders(session)
    session.submit(SealOrders("borea", PROTEST), "borea")
    session.submit(UnsealOrders("borea"), "borea")
    session.submit(SealOrders("borea", (Wish("protest", "", "SECRET-WHY"),)), "borea")
    session.submit(SealOrders("astra", COVERT), "astra")
    do(session, Adjudicate())
    shown = [card.address for card in _cards(session) if card.address != COVERT_CARD]
    do(
        session,
        Decide(COVERT_CARD, Band.FAILURE, "SECRET-COVERT-RULING"),
        Decide(shown[0], Band.FAILURE, "SECRET-HIDDEN-RULING", release=Release.HOT_WASH),
        Decide(shown[1], Band.FAILURE, "A reason for all"),
        CloseTurn(),
    )
    return session


def _cards(session: Session) -> tuple[Card, ...]:
    assert session.play.pending is not None
    return session.play.pending.result.cards


SECRETS: dict[str, set[Reader]] = {
    "SECRET-NOTE": set(),
    "SECRET-SENDER": {BOREA},
    "SECRET-MESSAGE": {BOREA},
    "SECRET-STRUCK": set(),
    "SECRET-DRAFT": set(),
    "SECRET-HALF-WRITTEN": set(),
    "SECRET-LETTER": {ASTRA, BOREA},
    "SECRET-QUESTION": {ASTRA},
    "SECRET-ANSWER": {ASTRA},
    "SECRET-LEAKED": {ASTRA, BOREA, PRESS},
    "SECRET-WHY": set(),
    "SECRET-PERSON": set(),
    "SECRET-HIDDEN-RULING": set(),
    "SECRET-COVERT-RULING": {ASTRA},
    "A wreck on the bank": {ASTRA, CALDIS},
    "A cold spring": set(),
    "Fish at night behind the patrol line": {ASTRA},
    "Borea seals Protest in public": {BOREA},
    "A reason for all": {ASTRA, BOREA, CALDIS, PRESS, ROOM},
}


@pytest.mark.parametrize(("secret", "readers"), SECRETS.items(), ids=SECRETS)
def test_nobody_else_reads_what_is_private(
    told: Session, secret: str, readers: set[Reader]
) -> None:
    """A word planted in each private place is in the record, and in the logs of its readers."""
    assert any(secret in entry.body.text for entry in told.entries) or not secret.isupper()
    found = {reader for reader in READERS if any(secret in line for line in texts(told, reader))}
    assert found - {CONTROL} == readers


def test_the_room_reads_what_every_seat_may(told: Session) -> None:
    """What happened, without what anybody kept from anybody."""
    ruled = [text for text in texts(told, CONTROL) if "A reason for all" in text]
    assert texts(told, ROOM) == [
        "Pack loaded: The Grey Bank, version 1.0.",
        "Exercise set up: Grey Bank, 4 turns.",
        "Who plays Caldis has changed.",
        "Turn 1: Talks open.",
        "Turn 1: Orders open.",
        "Borea seals its orders.",
        "Borea takes its orders back.",
        "Borea seals its orders.",
        "Astra seals its orders.",
        "Turn 1 adjudicated.",
        *ruled,
        "Turn 1 closed; its results stand.",
    ]


def test_a_seats_log_holds_the_rooms(told: Session) -> None:
    """Each seat reads at least as many lines as the room does, and control the most."""
    rooms = {line.number for line in told.log(ROOM)}
    whole = {line.number for line in told.log(CONTROL)}
    for seat in (ASTRA, BOREA, CALDIS, PRESS):
        assert rooms <= {line.number for line in told.log(seat)} < whole
