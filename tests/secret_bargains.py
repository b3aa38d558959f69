"""A bargain with a word of its own in every private place, and who may read each of them.

Three turns with offers, counters, allegations, leaks, messages, sealed orders, hidden rulings, an
inject held back, an undo and a re-opening; in the fourth, orders are sealed and not opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.offer import Does, Offer, Secrecy, Term, Verification
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.result import Release
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.agreement_leaked import LeakAgreement
from idlib_wargame.session.kinds.agreement_published import PublishAgreement
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.seat_note import WriteSeatNote
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from tests.secret_session import pack_with_secrets

PEOPLE = ("astra", "borea", "caldis")
SEATS = (*PEOPLE, "press")
SEATING = (
    Seating("astra", ("SECRET-ANA",)),
    Seating("borea", ("SECRET-CARLA",)),
    Seating("caldis", ("SECRET-DORA",)),
    Seating("press", (), "control"),
)


class Word(NamedTuple):
    """Who reads a word, by the first letters of their seats; ``may`` may, and need not."""

    read_by: str
    may: str = ""


# All that is written in play, and in the pack what only some may know.
WORDS = {
    "SECRET-ANA": Word("a"),
    "SECRET-CARLA": Word("b"),
    "SECRET-DORA": Word("c"),
    "SECRET-PAIR": Word("ab"),
    "SECRET-TERM-OF-PAIR": Word("ab"),
    "SECRET-COUNTER": Word("ab"),
    "SECRET-GUARDED": Word("abp"),
    "SECRET-OTHERS": Word("bc"),
    "SECRET-LEAKED-OFFER": Word("abc"),
    "SECRET-ALLEGED": Word("ab"),
    "SECRET-ALLEGED-AND-LEAKED": Word("abc"),
    "SECRET-PUBLISHED": Word("abcp"),
    "SECRET-OPEN": Word("abcp"),
    "SECRET-AGAIN-A-DRAFT": Word("a"),
    "SECRET-OFFER-HALF-WRITTEN-A": Word("a"),
    "SECRET-OFFER-HALF-WRITTEN-B": Word("b"),
    "SECRET-SCORED-PAIR": Word(""),
    "SECRET-SCORED-OTHERS": Word(""),
    "SECRET-LETTER": Word("ab"),
    "SECRET-LEAKED-LETTER": Word("abc"),
    "SECRET-QUESTION": Word("a"),
    "SECRET-ANSWER": Word("a"),
    "SECRET-LETTER-HALF-WRITTEN": Word("a"),
    "SECRET-OWN-NOTE-A": Word("a"),
    "SECRET-OWN-NOTE-C": Word("c"),
    "SECRET-PIN": Word(""),
    "SECRET-WHY-A": Word("a"),
    "SECRET-WHY-B": Word("b"),
    "SECRET-RULING": Word(""),
    "SECRET-TOLD": Word("c"),
    "SECRET-CONTROLS-NOTE": Word(""),
    "SECRET-STRUCK": Word(""),
    "SECRET-UNOPENED-A": Word("a"),
    "SECRET-UNOPENED-B": Word("b"),
    "SECRET-INJECT": Word(""),
    "SECRET-TEXT-OF-INJECT": Word(""),
    "SECRET-TRACK": Word("a"),
    "SECRET-COUNTER-OF-NETS": Word(""),
    "SECRET-MOVE": Word("ab"),  # it broke what both had agreed to have observed
    "SECRET-AIM": Word("a"),
    "SECRET-FLAG": Word("a"),
    "SECRET-ENDING": Word("", may="a"),
    "SECRET-PLACE": Word("a"),
}


def read_by(seat: str) -> set[str]:
    """The words that a seat is given to read."""
    return {word for word, who in WORDS.items() if seat[0] in who.read_by}


def kept_from(seat: str) -> set[str]:
    """The words that a seat may not read."""
    return {word for word, who in WORDS.items() if seat[0] not in who.read_by + who.may}


def for_the_room() -> set[str]:
    """What every seat may read."""
    return {word for word, who in WORDS.items() if {*"abcp"} <= {*who.read_by}}


def bargained_in_secret(folder: Path) -> Session:
    """The exercise, still open; its file is in the folder."""
    session = Session.create(
        folder / "bargain.wargame",
        read_pack(pack_with_secrets(folder / "pack")),
        Setup("Staff course", "Group B", 4, seating=SEATING),
        seed_from_number(3),
    )
    for seating in SEATING[:3]:
        SeatPins(session, seating.seat).set(seating.people[0], "SECRET-PIN")
    _written(session)
    keys = _agreed(session)
    _turn(session)
    _said_of(session, keys)
    _re_opened(session)
    session.submit(MoveOn(), FACILITATOR)
    _turn(session)
    session.submit(MoveOn(), FACILITATOR)
    _turn(session)
    session.submit(MoveOn(), FACILITATOR)
    _to_orders(session)
    session.submit(SealOrders("astra", (Wish("silent_nets", why="SECRET-UNOPENED-A"),)), "astra")
    session.submit(DraftOrders("borea", (Wish("protest", why="SECRET-UNOPENED-B"),)), "borea")
    session.submit(DraftMessage(("borea",), "SECRET-LETTER-HALF-WRITTEN"), "astra")
    return session


def _do(session: Session, *acts: Act, by: str = FACILITATOR) -> None:
    for act in acts:
        session.submit(act, by)


def _written(session: Session) -> None:
    """Messages, a request and its answer, one leaked; notes of seats and of control."""
    _do(session, SendMessage(("borea",), "SECRET-LETTER"), by="astra")
    _do(session, SendMessage((FACILITATOR,), "SECRET-QUESTION", request=True), by="astra")
    asked = session.play.letters[-1].key
    _do(session, SendMessage(("astra",), "SECRET-ANSWER", answers=asked))
    _do(session, SendMessage(("astra",), "SECRET-LEAKED-LETTER"), by="borea")
    _do(session, LeakMessage(session.play.letters[-1].key, ("caldis",)))
    _do(session, Tell(("caldis",), "A skipper", "SECRET-TOLD"), TakeNote("SECRET-CONTROLS-NOTE"))
    _do(session, TakeNote("SECRET-STRUCK"), Undo())
    _do(session, WriteSeatNote("astra", 1, "SECRET-OWN-NOTE-A", False), by="astra")
    _do(session, WriteSeatNote("caldis", 1, "SECRET-OWN-NOTE-C", True), by="caldis")


def words(maker: str, to: str, text: str, term: str = "", **more: object) -> Offer:
    """An offer with a term in free words, and one that control does not decide."""
    said = Term(to, Does.WORDS, term or text, 4)
    nets = Term("astra" if "astra" in (maker, to) else maker, Does.RESTRAINT, "no_raids", 4)
    made = Offer(maker, (to,), (said, nets), 4, 4, text=text)
    return made._replace(**more)  # type: ignore[arg-type]


def _table(session: Session, offer: Offer, answers: str = "", sign: bool = True) -> str:
    before = set(session.play.ledger.cases)
    _do(session, TableOffer(offer.maker, offer, answers), by=offer.maker)
    (key,) = set(session.play.ledger.cases) - before
    for seat in offer.signers[1:] if sign else ():
        by = seat if seat in PEOPLE else FACILITATOR
        _do(session, AcceptOffer(seat, key, session.play.ledger[key].digest), by=by)
    return key


def _agreed(session: Session) -> dict[str, str]:
    """Secret in each of the three ways, leaked to one, published, and countered."""
    seen = Verification.OBSERVERS
    first = _table(session, words("borea", "astra", "SECRET-COUNTER"), sign=False)
    pair = words("astra", "borea", "SECRET-PAIR", "SECRET-TERM-OF-PAIR", verification=seen)
    keys = {"pair": _table(session, pair, answers=first)}
    guarded = {"secrecy": Secrecy.GUARANTOR, "guarantor": "press"}
    _table(session, words("astra", "borea", "SECRET-GUARDED", **guarded))
    keys["others"] = _table(session, words("borea", "caldis", "SECRET-OTHERS"))
    keys["leaked"] = _table(session, words("astra", "borea", "SECRET-LEAKED-OFFER"))
    published = _table(session, words("astra", "borea", "SECRET-PUBLISHED"))
    _do(session, PublishAgreement("borea", published), by="borea")
    _table(session, words("caldis", "borea", "SECRET-OPEN", secrecy=Secrecy.PUBLIC), sign=False)
    _do(session, LeakAgreement(keys["leaked"], ("caldis",)))
    for seat, letter in (("astra", "A"), ("borea", "B")):
        other = "borea" if seat == "astra" else "caldis"
        half = words(seat, other, f"SECRET-OFFER-HALF-WRITTEN-{letter}")
        _do(session, DraftOffer(seat, 1, half), by=seat)
    return keys


def _said_of(session: Session, keys: dict[str, str]) -> None:
    """Allegations and scores, of what all its readers know and of what was leaked to one."""
    _do(session, AllegeBreach("borea", keys["pair"], 1, "SECRET-ALLEGED"), by="borea")
    leaked = AllegeBreach("caldis", keys["leaked"], 1, "SECRET-ALLEGED-AND-LEAKED")
    _do(session, leaked, by="caldis")
    _do(session, ScoreWords(keys["pair"], 0, 1, "SECRET-SCORED-PAIR"))
    _do(session, ScoreWords(keys["others"], 0, 3, "SECRET-SCORED-OTHERS"))
    _do(session, DeclareOver("caldis", keys["others"]), by="caldis")


def _re_opened(session: Session) -> None:
    """An offer of since then is a draft again, and its turn is played once more."""
    again = words("astra", "caldis", "SECRET-AGAIN-A-DRAFT")
    _table(session, again, sign=False)
    _do(session, Reopen(1))
    _turn(session)


def _turn(session: Session) -> None:
    """Astra acts in secret, Borea in the open; control rules on Borea's and hides the ruling."""
    _to_orders(session)
    for seat, move, why in (
        ("astra", "silent_nets", "SECRET-WHY-A"),
        ("borea", "send_patrols", "SECRET-WHY-B"),
        ("caldis", "", ""),
    ):
        sheet = (Wish(move, why=why),) if move else ()
        _do(session, SealOrders(seat, sheet), by=seat)
    _do(session, Adjudicate())
    assert session.play.pending is not None
    cards = session.play.pending.result.cards
    ruled = next(card for card in cards if card.order.move == "send_patrols")
    _do(
        session,
        Decide(ruled.address, Band.BACKFIRE, "SECRET-RULING", release=Release.HOT_WASH),
        CloseTurn(),
    )


def _to_orders(session: Session) -> None:
    while session.play.phase != ORDERS:
        _do(session, MoveOn())
