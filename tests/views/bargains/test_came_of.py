"""A seat reads what signing, keeping, breaking and declaring an agreement moved this turn."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.offer import Does, Offer, Term, Verification
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.came_of import CameOf
from idlib_wargame.views.own_history import own_history
from idlib_wargame.views.seat import seat_view
from idlib_wargame.words.language import unmarked
from tests.session.bargains import sign, to_closed
from tests.session.exercises import begun

NO_RAIDS = Term("astra", Does.RESTRAINT, "no_raids", 4)
CREWS = Term("borea", Does.ACT, "free_crews", 2)
PLAIN = Offer("astra", ("borea",), (NO_RAIDS, CREWS), 1, 4, verification=Verification.OBSERVERS)


@pytest.fixture
def session(full: PackReading) -> Session:
    """An exercise in memory on a pack with agreements."""
    return begun(full)


def read(lines: tuple[CameOf, ...]) -> list[tuple[str, ...]]:
    """The lines as they are spelled."""
    return [tuple(map(unmarked, (line.happened, line.why, line.moved))) for line in lines]


def test_a_party_reads_what_its_agreement_moved(session: Session) -> None:
    """What was done to which agreement, the pack's reason, and how far each track went."""
    sign(session, PLAIN)
    to_closed(session)
    signed = ("Signed: Agreement of Astra and Borea", "The quays hear of a paper")
    beside = read(seat_view(session, "astra").beside)
    assert [line[:2] for line in beside] == [
        signed,
        ("Kept: Agreement of Astra and Borea, term 1", "A word was kept"),
    ]
    assert [line[2] for line in beside] == [
        "Nothing moved: Calm on the bank (this lifts it no higher than 6, “tense”).",
        "Astra and Borea +1",
    ]


def test_who_knows_nothing_of_it_reads_a_reason_not_known(session: Session) -> None:
    """The track is seen to move, and neither the agreement nor that there is one is named."""
    sign(session, PLAIN)
    to_closed(session)
    beside = read(seat_view(session, "caldis").beside)
    assert beside == [("For a reason that is not public", "", "Astra and Borea +1")]


def test_what_is_broken_and_declared_over_stands_there_in_its_turn(session: Session) -> None:
    """Each turn tells its own; what was signed before is in the history."""
    key = sign(session, PLAIN)
    to_closed(session)
    session.submit(MoveOn(), FACILITATOR)
    session.submit(DeclareOver("borea", key), "borea")
    to_closed(session)
    assert read(seat_view(session, "astra").beside) == [
        (
            "Declared over: Agreement of Astra and Borea",
            "The paper is torn",
            "Stage of the talks −1",
        )
    ]
    assert [len(turn.beside) for turn in own_history(session.referee, session.play, "astra")] == [
        1,
        2,
    ]


def test_in_words_alone_it_is_told_without_figures(full: PackReading) -> None:
    """As the orders' own cards are."""
    session = begun(full, numbers=False)
    sign(session, PLAIN)
    to_closed(session)
    moved = [unmarked(line.moved) for line in seat_view(session, "astra").beside]
    assert moved[1] == "Astra and Borea: up a little"
    assert not any(letter.isdigit() for said in moved for letter in said)


def test_own_history_has_own_agreements_alone(session: Session) -> None:
    """Turn by turn, beside the orders; a reason not known is for the last results to tell."""
    sign(session, PLAIN)
    to_closed(session)
    (turn,) = own_history(session.referee, session.play, "borea")
    assert [line[0] for line in read(turn.beside)] == [
        "Signed: Agreement of Astra and Borea",
        "Kept: Agreement of Astra and Borea, term 1",
    ]
    (turn,) = own_history(session.referee, session.play, "caldis")
    assert turn.beside == ()
