"""What may not be offered, reason by reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.rules.agreements.bars import Bar, Barred
from idlib_wargame.rules.agreements.fitness import may_be_party, may_guarantee, signer, unfit
from idlib_wargame.rules.offer import Offer, Secrecy, Term, Verification
from idlib_wargame.rules.pack.seats import Seat
from tests.rules.agreements.bargains import (
    AID,
    BUILD,
    SEATS,
    act,
    clause,
    offer,
    once,
    pack,
    restraint,
    unless,
    words,
)

GOOD = offer(act("south", BUILD, 2), restraint("north", "no_force_on", 3, "south"))
FIVE = tuple(act("south", BUILD, 2) for _ in range(5))

# (what is offered in turn 2, the reasons)
REFUSED: dict[str, tuple[Offer, tuple[Barred, ...]]] = {
    "an unknown actor": (
        offer(act("north", BUILD, 2), to=("west",), answer_by=2),
        (Barred(Bar.NO_SUCH_ACTOR, "west"),),
    ),
    "to oneself": (
        offer(act("north", BUILD, 2), to=("north",), answer_by=2),
        (Barred(Bar.TO_ONESELF, "north"),),
    ),
    "to nobody": (
        offer(act("north", BUILD, 2), to=(), answer_by=2),
        (Barred(Bar.TO_NOBODY),),
    ),
    "to somebody twice": (
        offer(act("south", BUILD, 2), to=("south", "east", "south"), answer_by=2),
        (Barred(Bar.NAMED_TWICE, "south"),),
    ),
    "to control's own": (
        offer(act("north", BUILD, 2), to=("chorus",), answer_by=2),
        (Barred(Bar.NO_PARTY, "chorus"),),
    ),
    "guaranteed by control's own": (
        offer(*GOOD.terms, guarantor="chorus", secrecy=Secrecy.PUBLIC, answer_by=2),
        (Barred(Bar.NO_GUARANTOR, "chorus"),),
    ),
    "guaranteed by nobody known": (
        offer(*GOOD.terms, guarantor="west", answer_by=2),
        (Barred(Bar.NO_SUCH_ACTOR, "west"),),
    ),
    "guaranteed by one who may not know": (
        offer(*GOOD.terms, guarantor="east", answer_by=2),
        (Barred(Bar.TELLS_GUARANTOR, "east"),),
    ),
    "verified by a guarantor that it has not": (
        offer(*GOOD.terms, verification=Verification.GUARANTOR, answer_by=2),
        (Barred(Bar.NO_ONE_GUARANTEES),),
    ),
    "secret with a guarantor that it has not": (
        offer(*GOOD.terms, secrecy=Secrecy.GUARANTOR, answer_by=2),
        (Barred(Bar.NO_ONE_GUARANTEES),),
    ),
    "no terms": (offer(answer_by=2), (Barred(Bar.NO_TERMS),)),
    "too many terms a side": (
        offer(*FIVE, act("north", BUILD, 2), answer_by=2),
        (Barred(Bar.TOO_MANY_TERMS, "5", 4),),
    ),
    "a long sentence": (
        offer(*GOOD.terms, text="x" * 10_000, answer_by=2),
        (Barred(Bar.TOO_LONG, "10000", 1000),),
    ),
    "a deadline in the past": (offer(*GOOD.terms), (Barred(Bar.ANSWER_PAST, "1", 2),)),
    "a deadline after the end": (
        offer(*GOOD.terms, answer_by=5),
        (Barred(Bar.UNTIL_PAST, "4", 5), Barred(Bar.ANSWER_AFTER_END, "5", 4)),
    ),
    "over before it is answered": (
        offer(words("south", 2), answer_by=2, until=1),
        (Barred(Bar.UNTIL_PAST, "1", 2), Barred(Bar.DUE_AFTER_END, "2", 1, 0)),
    ),
    "over after the end": (
        offer(*GOOD.terms, answer_by=2, until=5),
        (Barred(Bar.UNTIL_AFTER_END, "5", 4),),
    ),
    "an unknown template": (
        offer(*GOOD.terms, template="moscow", answer_by=2),
        (Barred(Bar.NO_SUCH_TEMPLATE, "moscow"),),
    ),
}


@pytest.mark.parametrize(("bad", "reasons"), REFUSED.values(), ids=REFUSED)
def test_what_may_not_be_offered(bad: Offer, reasons: tuple[Barred, ...]) -> None:
    """Every reason at once, and no other."""
    assert unfit(pack(), bad, 2) == reasons


# (a term of an offer from north to south in turn 2, the reasons)
TERMS: dict[str, tuple[Term, Barred]] = {
    "owed by an outsider": (act("east", BUILD, 2), Barred(Bar.NO_DEBTOR, "east")),
    "due in the past": (act("south", BUILD, 1), Barred(Bar.DUE_PAST, "1", 2)),
    "due after the end of the agreement": (
        act("south", BUILD, 5),
        Barred(Bar.DUE_AFTER_END, "5", 4),
    ),
    "a clause that is not there": (
        clause("south", 1, 3, what="bridge"),
        Barred(Bar.NO_SUCH_CLAUSE, "bridge"),
    ),
    "a clause of no score": (clause("south", 0, 3), Barred(Bar.NO_SCORE, "0", 3)),
    "a clause of too high a score": (clause("south", 4, 3), Barred(Bar.NO_SCORE, "4", 3)),
    "a move that is not there": (act("south", "fly", 3), Barred(Bar.NO_SUCH_MOVE, "fly")),
    "a move of another's": (act("south", "muster", 3), Barred(Bar.NOT_THEIR_MOVE, "muster")),
    "a move aimed at oneself": (
        act("south", AID, 3, "at_south"),
        Barred(Bar.NOT_THEIR_MOVE, AID),
    ),
    "a choice that is not there": (
        act("south", AID, 3, "at_west"),
        Barred(Bar.NO_SUCH_CHOICE, "at_west"),
    ),
    "a restraint that is not there": (
        restraint("south", "peace", 3),
        Barred(Bar.NO_SUCH_RESTRAINT, "peace"),
    ),
    "a restraint that spares whom it should not name": (
        restraint("south", "no_force", 3, "north"),
        Barred(Bar.SPARES_NOBODY, "north"),
    ),
    "a restraint that names nobody to spare": (
        restraint("south", "no_force_on", 3),
        Barred(Bar.SPARES_NOBODY, ""),
    ),
    "a restraint that spares oneself": (
        restraint("south", "no_force_on", 3, "south"),
        Barred(Bar.SPARES_NOBODY, "south"),
    ),
    "a restraint that spares nobody known": (
        restraint("south", "no_force_on", 3, "west"),
        Barred(Bar.NO_SUCH_ACTOR, "west"),
    ),
    "no words": (words("south", 3, " \n"), Barred(Bar.NO_WORDS)),
    "10,000 characters": (
        words("south", 3, "x" * 10_000),
        Barred(Bar.WORDS_TOO_LONG, "10000", 500),
    ),
    "a link to nowhere": (words("south", 3, link=once(7)), Barred(Bar.NO_SUCH_TERM, "8", 2)),
    "a link to itself": (words("south", 3, link=unless(0)), Barred(Bar.HANGS_ON_ITSELF)),
    "a score where none belongs": (
        words("south", 3)._replace(score=10**9),
        Barred(Bar.MORE_THAN_ITS_KIND),
    ),
    "a choice where none belongs": (
        clause("south", 1, 3)._replace(choice="at_north"),
        Barred(Bar.MORE_THAN_ITS_KIND),
    ),
    "somebody spared where nobody is": (
        act("south", BUILD, 3)._replace(against="north"),
        Barred(Bar.MORE_THAN_ITS_KIND),
    ),
}


@pytest.mark.parametrize(("term", "reason"), TERMS.values(), ids=TERMS)
def test_a_term_that_may_not_be_offered(term: Term, reason: Barred) -> None:
    """The reason stands with the term's place."""
    bad = offer(term, words("north", 4), answer_by=2)
    assert unfit(pack(), bad, 2) == (reason._replace(term=0),)


def test_a_ring_is_refused_and_what_only_hangs_on_it_is_not() -> None:
    """Each term that stands in it names the one it hangs on, counted from 1."""
    terms = (
        words("south", 3, link=once(1)),
        words("south", 3, link=unless(0)),
        words("south", 3, link=once(0)),
    )
    assert unfit(pack(), offer(*terms), 1) == (
        Barred(Bar.RING, "2", term=0),
        Barred(Bar.RING, "1", term=1),
    )


def test_nothing_can_be_offered_without_the_table_or_after_the_last_turn() -> None:
    """A pack without agreements plays as before."""
    assert unfit(replace(pack(), bargain=None), GOOD, 1) == (Barred(Bar.NO_TABLE),)
    assert Barred(Bar.NO_TURN_LEFT, "5", 4) in unfit(pack(), GOOD, 5)


def test_what_may_be_offered() -> None:
    """Of every kind, linked, guaranteed and verified."""
    whole = offer(
        clause("south", 3, 4, hold=True),
        act("south", AID, 3, "at_north", link=once(0)),
        restraint("north", "no_force_on", 4, "south", link=unless(1)),
        words("north", 2),
        guarantor="east",
        secrecy=Secrecy.GUARANTOR,
        verification=Verification.GUARANTOR,
        template="truce",
        text="For the winter",
    )
    assert unfit(pack(), GOOD, 1) == unfit(pack(), whole, 1) == ()


def test_the_pack_says_which_of_controls_own_may_sign_or_guarantee() -> None:
    """People's seats may always."""
    assert [may_be_party(pack(), each) for each in ("north", "chorus", "west")] == [
        True,
        False,
        False,
    ]
    assert may_be_party(pack(may_be_party=("chorus",)), "chorus")
    assert may_guarantee(pack(may_guarantee=("chorus",)), "chorus")
    assert not may_be_party(pack(may_guarantee=("chorus",)), "chorus")
    assert not may_guarantee(pack(may_guarantee=("west",)), "west")
    assert may_guarantee(pack(), "east")


def test_the_pack_says_which_seat_signs_for_an_actor() -> None:
    """By arrangement; the first of its seats where none, or a stranger, is named."""
    parts = (
        Seat("palace", "Palace", "#111111", part_of="north"),
        Seat("army", "Army", "#222222", part_of="north"),
    )
    seats = (*parts, *SEATS[1:])
    named = {"": {"north": "army"}, "split": {"north": "south"}}
    assert signer(pack(seats=seats), "north") == "palace"
    assert signer(pack(seats=seats, signs=named), "north") == "army"
    assert signer(pack(seats=seats, signs=named, arrangement="split"), "north") == "palace"
