"""The life of an offer: who may do what to it when, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from idlib_wargame.rules.agreements.bars import Bar, BargainFault
from idlib_wargame.rules.agreements.case import Allegation, Case, Score, Stage
from idlib_wargame.rules.agreements.ledger import EMPTY, Ledger
from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.offer import Offer, Secrecy, Verification
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.agreements.bargains import BUILD, act, offer, pack, words

TWO = offer(act("south", BUILD, 2), words("north", 2), answer_by=2, until=3)
THREE = TWO._replace(to=("south", "east"))
GUARDED = TWO._replace(guarantor="east", secrecy=Secrecy.GUARANTOR)


def tabled(one: Offer = TWO) -> tuple[Ledger, str]:
    """An offer of turn 1 on the table, and its key."""
    ledger = EMPTY.tabled(one, 1, 2)
    (key,) = ledger.cases
    return ledger, key


def accepted(ledger: Ledger, key: str, *actors: str, turn: int = 1) -> Ledger:
    """With those acceptances, of the text as it stands."""
    for actor in actors:
        ledger = ledger.accepted(key, actor, ledger[key].digest, turn)
    return ledger


def in_force(one: Offer = TWO) -> tuple[Ledger, str]:
    """An agreement of turn 1, and its key."""
    ledger, key = tabled(one)
    return accepted(ledger, key, *one.signers[1:]), key


def bar(act: Callable[[], Ledger]) -> Bar:
    """Why an act may not be."""
    with pytest.raises(BargainFault) as fault:
        act()
    (reason,) = fault.value.reasons
    return reason.bar


def test_an_offer_is_in_force_once_all_have_accepted_it() -> None:
    """The guarantor too; whoever made it accepted it by that."""
    ledger, key = tabled(GUARDED)
    assert (ledger[key].stage, ledger[key].missing) == (Stage.TABLED, ("south", "east"))
    ledger = accepted(ledger, key, "east")
    assert ledger[key].stage is Stage.TABLED
    ledger = accepted(ledger, key, "south", turn=2)
    assert (ledger[key].stage, ledger[key].since) == (Stage.IN_FORCE, 2)
    assert (ledger.binding(1), ledger.binding(2)) == ((), (ledger[key],))


def test_nobody_accepts_but_those_it_is_for_once_and_as_it_stands() -> None:
    """Each other way has its reason."""
    ledger, key = tabled(THREE)
    digest = ledger[key].digest
    once = accepted(ledger, key, "south")
    assert bar(lambda: once.accepted(key, "south", digest, 1)) is Bar.ACCEPTED_ALREADY
    assert bar(lambda: once.accepted(key, "north", digest, 1)) is Bar.ACCEPTED_ALREADY
    assert bar(lambda: once.accepted(key, "west", digest, 1)) is Bar.NOT_YOURS
    assert bar(lambda: once.accepted(key, "east", "another", 1)) is Bar.ANOTHER_TEXT
    assert bar(lambda: once.accepted("none", "east", digest, 1)) is Bar.NO_SUCH_OFFER


def test_another_text_has_another_digest() -> None:
    """Whatever was changed in it, by one field."""
    changed = (
        TWO._replace(answer_by=1),
        TWO._replace(until=4),
        TWO._replace(text="And more"),
        TWO._replace(verification=Verification.OBSERVERS),
        TWO._replace(terms=TWO.terms[:1]),
        TWO._replace(terms=(TWO.terms[0]._replace(by=3), TWO.terms[1])),
    )
    digests = {Case("key", each, 1).digest for each in (TWO, *changed)}
    assert len(digests) == 1 + len(changed)


def test_an_acceptance_is_taken_back_until_the_last_is_given() -> None:
    """A maker withdraws; what is in force stays so."""
    ledger, key = tabled(THREE)
    once = accepted(ledger, key, "south")
    assert once.taken_back(key, "south")[key].missing == ("south", "east")
    assert bar(lambda: once.taken_back(key, "east")) is Bar.NOT_ACCEPTED
    assert bar(lambda: once.taken_back(key, "north")) is Bar.NOT_ACCEPTED
    all_of_them = accepted(once, key, "east")
    assert bar(lambda: all_of_them.taken_back(key, "south")) is Bar.NOT_OPEN


def test_one_refusal_closes_it() -> None:
    """Also by the guarantor, and by who had accepted; not by its maker or an outsider."""
    ledger, key = tabled(GUARDED)
    for actor in ("south", "east"):
        refused = ledger.refused(key, actor, 1)[key]
        assert (refused.stage, refused.refused_by, refused.ended_in) == (Stage.REFUSED, actor, 1)
    assert not accepted(ledger, key, "south").refused(key, "south", 1)[key].is_open
    assert bar(lambda: ledger.refused(key, "north", 1)) is Bar.NOT_YOURS
    assert bar(lambda: ledger.refused(key, "west", 1)) is Bar.NOT_YOURS


def test_its_maker_alone_withdraws_it() -> None:
    """Until it is in force."""
    ledger, key = tabled()
    assert ledger.withdrawn(key, "north", 1)[key].stage is Stage.WITHDRAWN
    assert bar(lambda: ledger.withdrawn(key, "south", 1)) is Bar.NOT_YOURS
    signed = accepted(ledger, key, "south")
    assert bar(lambda: signed.withdrawn(key, "north", 1)) is Bar.NOT_OPEN


def test_nothing_is_done_to_what_is_closed() -> None:
    """Refused, withdrawn, lapsed or superseded: every act says that it is no longer open."""
    ledger, key = tabled()
    counter = TWO._replace(maker="south", to=("north",))
    both = ledger.tabled(counter, 1, 2, key)
    (other,) = both.cases.keys() - {key}
    closed = {
        Stage.REFUSED: ledger.refused(key, "south", 1),
        Stage.WITHDRAWN: ledger.withdrawn(key, "north", 1),
        Stage.LAPSED: ledger.orders_opened(2),
        Stage.SUPERSEDED: accepted(both, other, "north"),
    }
    for stage, now in closed.items():
        assert now[key].stage is stage
        acts: tuple[Callable[[], Ledger], ...] = (
            lambda: now.accepted(key, "south", now[key].digest, 2),  # noqa: B023
            lambda: now.taken_back(key, "south"),  # noqa: B023
            lambda: now.refused(key, "south", 2),  # noqa: B023
            lambda: now.withdrawn(key, "north", 2),  # noqa: B023
            lambda: now.tabled(counter, 2, 2, key),  # noqa: B023
        )
        assert [bar(each) for each in acts] == [Bar.NOT_OPEN] * 5


def test_a_counter_leaves_the_old_offer_open_and_signing_either_closes_both() -> None:
    """And all else of the same talks; other talks go on."""
    ledger, first = tabled()
    ledger = ledger.tabled(TWO._replace(maker="south", to=("north",)), 1, 2, first)
    (second,) = ledger.cases.keys() - {first}
    ledger = ledger.tabled(TWO._replace(until=4), 1, 2, second)
    (third,) = ledger.cases.keys() - {first, second}
    ledger = ledger.tabled(TWO._replace(maker="east"), 1, 2)
    (apart,) = ledger.cases.keys() - {first, second, third}
    assert {case.stage for case in ledger.cases.values()} == {Stage.TABLED}
    assert ledger.root(third) == first
    now = accepted(ledger, first, "south")
    assert [now[key].stage for key in (first, second, third, apart)] == [
        Stage.IN_FORCE,
        Stage.SUPERSEDED,
        Stage.SUPERSEDED,
        Stage.TABLED,
    ]
    now = accepted(ledger, second, "north")
    assert [now[key].stage for key in (first, second, third, apart)] == [
        Stage.SUPERSEDED,
        Stage.IN_FORCE,
        Stage.SUPERSEDED,
        Stage.TABLED,
    ]


def test_what_is_signed_in_secret_closes_nothing_for_those_who_may_not_know_of_it() -> None:
    """A third who was asked to sign learns nothing by it, nor whoever it was leaked to."""
    ledger, first = tabled(THREE)
    secret = TWO._replace(maker="south", to=("north",))
    ledger = ledger.tabled(secret, 1, 2, first)
    (second,) = ledger.cases.keys() - {first}
    ledger = accepted(ledger, second, "north")
    assert (ledger[second].in_force, ledger[first].is_open) == (True, True)
    assert accepted(ledger, first, "south", "east")[first].in_force
    ledger, first = tabled()
    ledger = ledger.leaked(first, ("east",), 1).tabled(secret, 1, 2, first)
    (second,) = ledger.cases.keys() - {first}
    ledger = accepted(ledger, second, "north")
    assert ledger[first].stage is Stage.SUPERSEDED
    sights = {who: Referee(pack()).sight(who).insight.ledger(ledger) for who in ("east", "south")}
    assert sights["south"][first].stage is Stage.SUPERSEDED
    assert (sights["east"][first].stage, sights["east"][first].superseded_by) == (Stage.CLOSED, "")
    assert bar(lambda: accepted(ledger, first, "east")) is Bar.NOT_YOURS


def test_who_answered_in_time_has_done_so_though_the_turn_is_closed_again() -> None:
    """An offer of a turn that is not open any more lapses; an acceptance of that turn counts."""
    late = TWO._replace(answer_by=1)
    ledger = EMPTY.tabled(late, 2, 2)
    (key,) = ledger.cases
    assert ledger[key].stage is Stage.LAPSED
    assert bar(lambda: accepted(ledger, key, "south", turn=2)) is Bar.NOT_OPEN
    signed = ledger.accepted(key, "south", late.digest, 2, given_in=1)
    assert (signed[key].in_force, signed[key].since) == (True, 2)


def test_a_counter_is_for_those_who_were_asked_and_goes_to_who_asked() -> None:
    """Or a deal behind its back would close the offer, and tell its maker of it."""
    ledger, key = tabled()
    stranger = TWO._replace(maker="east", to=("north",))
    assert bar(lambda: ledger.tabled(stranger, 1, 2, key)) is Bar.NOT_YOURS
    past = TWO._replace(maker="south", to=("east",))
    assert bar(lambda: ledger.tabled(past, 1, 2, key)) is Bar.NO_ANSWER


def test_an_actor_has_so_many_offers_open_and_no_more() -> None:
    """What was closed leaves room."""
    ledger, key = tabled()
    full = ledger.tabled(TWO, 1, 2)
    assert bar(lambda: full.tabled(TWO, 1, 2)) is Bar.TOO_MANY_OPEN
    assert len(full.tabled(TWO._replace(maker="east"), 1, 2).cases) == 3
    assert len(full.refused(key, "south", 1).tabled(TWO, 1, 2).cases) == 3


def test_what_should_have_been_answered_lapses_as_orders_are_opened() -> None:
    """What has time stays open."""
    ledger, key = tabled()
    assert ledger.orders_opened(1)[key].is_open
    late = ledger.orders_opened(2)[key]
    assert (late.stage, late.ended_in) == (Stage.LAPSED, 2)


def test_consent_of_all_ends_it() -> None:
    """Each consents once."""
    ledger, key = in_force(THREE)
    once = ledger.consented(key, "south", 2)
    assert bar(lambda: once.consented(key, "south", 2)) is Bar.CONSENTED_ALREADY
    assert bar(lambda: once.consented(key, "west", 2)) is Bar.NOT_YOURS
    twice = once.consented(key, "north", 2)
    assert twice[key].in_force
    assert twice.consented(key, "east", 2)[key].stage is Stage.ENDED
    assert twice.declared_over(key, "east", 2)[key].stage is Stage.ENDED
    assert once.declared_over(key, "east", 2)[key].in_force


def test_a_guarantor_who_is_no_party_neither_ends_it_nor_declares_it_over() -> None:
    """That is for the parties."""
    ledger, key = in_force(GUARDED)
    assert bar(lambda: ledger.consented(key, "east", 2)) is Bar.NOT_YOURS
    assert bar(lambda: ledger.declared_over(key, "east", 2)) is Bar.NOT_YOURS
    assert ledger.consented(key, "south", 2).consented(key, "north", 2)[key].stage is Stage.ENDED


def test_between_two_it_ends_and_among_three_the_declarer_leaves() -> None:
    """Who has left cannot leave again; the second to go ends it."""
    ledger, key = in_force()
    assert ledger.declared_over(key, "south", 2)[key].stage is Stage.DECLARED_OVER
    ledger, key = in_force(THREE)
    left = ledger.declared_over(key, "south", 2)
    assert left[key].in_force
    assert left[key].parties == ("north", "east")
    assert bar(lambda: left.declared_over(key, "south", 2)) is Bar.NOT_YOURS
    assert left.declared_over(key, "east", 3)[key].stage is Stage.DECLARED_OVER
    assert bar(lambda: tabled()[0].declared_over(tabled()[1], "south", 1)) is Bar.NOT_IN_FORCE


def test_it_expires_at_its_day_and_holds_to_the_end_where_that_is_the_last() -> None:
    """So that the ending finds it in force."""
    ledger, key = in_force()
    assert ledger.turned(2, 4)[key].in_force
    over = ledger.turned(3, 4)[key]
    assert (over.stage, over.ended_in) == (Stage.EXPIRED, 3)
    assert ledger.turned(3, 3)[key].in_force


def test_it_is_made_known_by_those_who_know_it_and_once() -> None:
    """To all by a signer; to some or to all by control."""
    ledger, key = in_force()
    assert bar(lambda: ledger.published(key, "east", 2)) is Bar.NOT_YOURS
    known = ledger.published(key, "south", 2)
    assert known[key].is_known_to(("north", "south", "east"))
    assert known[key].found_out_in == 2
    assert bar(lambda: known.published(key, "north", 2)) is Bar.KNOWN_ALREADY
    some = ledger.leaked(key, ("east",), 2)
    assert some[key].is_known_to(("east",))
    assert not some[key].is_known_to(("west",))
    assert (some[key].found_out_in, some[key].published_in) == (2, 0)
    assert bar(lambda: some.leaked(key, ("east",), 2)) is Bar.KNOWN_ALREADY
    assert some.leaked(key, (), 3)[key].was_public()
    assert some.leaked(key, (), 3)[key].found_out_in == 2
    assert bar(lambda: known.leaked(key, (), 3)) is Bar.KNOWN_ALREADY


def test_an_offer_that_was_told_is_not_found_out_as_an_agreement() -> None:
    """Nobody had agreed to anything yet."""
    ledger, key = tabled()
    told = accepted(ledger.published(key, "north", 1), key, "south")
    assert told[key].was_public()
    assert told[key].found_out_in == 0


def test_what_the_rules_find_is_learned_by_whom_verification_names() -> None:
    """Nobody, the guarantor alone, or all who signed."""
    for verification, readers in (
        (Verification.NONE, set()),
        (Verification.GUARANTOR, {"east"}),
        (Verification.OBSERVERS, {"north", "south", "east"}),
    ):
        case = Case("key", GUARDED._replace(verification=verification), 1)
        found = {each for each in ("north", "south", "east", "west") if case.is_found_by((each,))}
        assert found == readers


def test_free_words_are_scored_and_nothing_else() -> None:
    """While it is in force."""
    ledger, key = in_force()
    scored = ledger.scored(key, Score(1, 2, "So", 1))
    assert scored[key].score_of(1, 1) == Score(1, 2, "So", 1)
    assert scored[key].score_of(1, 2) is None
    assert bar(lambda: ledger.scored(key, Score(0, 2, "So", 1))) is Bar.NOT_IN_WORDS
    assert bar(lambda: ledger.scored(key, Score(2, 2, "So", 1))) is Bar.NO_SUCH_TERM
    assert bar(lambda: tabled()[0].scored(key, Score(1, 2, "So", 1))) is Bar.NOT_IN_FORCE


def test_a_breach_is_alleged_by_anyone_who_knows_of_it() -> None:
    """Also once it is over; of an offer there is nothing to allege."""
    ledger, key = in_force()
    said = Allegation("east", 0, "They lie", 2)
    assert bar(lambda: ledger.alleged(key, said)) is Bar.NO_SUCH_OFFER
    known = ledger.leaked(key, ("east",), 2)
    assert known.alleged(key, said)[key].allegations == (said,)
    assert bar(lambda: known.alleged(key, said._replace(term=2))) is Bar.NO_SUCH_TERM
    over = known.declared_over(key, "north", 2)
    assert over.alleged(key, said)[key].allegations == (said,)
    assert bar(lambda: tabled()[0].alleged(key, said._replace(by="south"))) is Bar.NO_SUCH_OFFER


def test_a_close_is_remembered_and_counted() -> None:
    """By actor for ever, and for the last turn alone; what earns nothing is not counted."""
    ledger, key = in_force()
    marks = (TermMark(key, 0, Mark.BROKEN), TermMark(key, 1, Mark.KEPT))
    first = ledger.closed(1, 4, marks, ())
    assert (first.broken.by_actor, first.broken.last_turn) == ({"south": 1}, 1)
    assert (first.kept.by_actor, first.kept.last_turn) == ({"north": 1}, 1)
    assert [p.kept_in for p in first[key].progress] == [0, 1]
    assert [p.broken_in for p in first[key].progress] == [1, 0]
    assert first[key].history[0].marks == marks
    idle = (TermMark(key, 0, Mark.LATE), TermMark(key, 1, Mark.KEPT, idle=True))
    second = first.closed(2, 4, idle, ())
    assert (second.kept.by_actor, second.kept.last_turn) == ({"north": 1}, 0)
    assert (second.broken.by_actor, second.broken.last_turn) == ({"south": 1}, 0)


def test_who_declared_it_over_is_counted_at_that_turns_close() -> None:
    """Once."""
    ledger, key = in_force()
    over = ledger.declared_over(key, "south", 2).closed(2, 4, (), ())
    assert (over.declared.by_actor, over.declared.last_turn) == ({"south": 1}, 1)
    assert over.closed(3, 4, (), ()).declared.last_turn == 0
    assert over.closed(3, 4, (), ()).declared.by_actor == {"south": 1}


def test_what_a_close_finds_out_counts_once_though_it_was_published_meanwhile() -> None:
    """Published while the orders of turn 1 lay open, it counts from turn 2; found out, in 1."""
    ledger, key = in_force()
    found = ledger.closed(1, 4, (), (key,))
    meanwhile = ledger.published(key, "south", 2).closed(1, 4, (), (key,))
    assert (found[key].found_out_in, found[key].published_in) == (1, 1)
    assert (meanwhile[key].found_out_in, meanwhile[key].published_in) == (1, 1)


def test_a_key_tells_nothing_of_other_offers() -> None:
    """Who learns of one from a leak does not read off its name how many more were tabled."""
    other = TWO._replace(text="Otherwise")
    alone = EMPTY.tabled(other, 1, 9)
    after = EMPTY.tabled(TWO, 1, 9).tabled(GUARDED, 1, 9).tabled(other, 1, 9)
    assert [*alone.cases] == [f"north>south/parties/{other.digest}"] == [*after.cases][2:]


def test_the_same_text_on_the_table_again_has_a_key_of_its_own() -> None:
    """Also where a re-opening made a draft of the first."""
    twice = EMPTY.tabled(TWO, 1, 9).tabled(TWO, 1, 9)
    first = EMPTY.key_for(TWO)
    assert [*twice.cases] == [first, f"{first}/2"]
    assert twice.key_for(TWO) == f"{first}/3"
    assert EMPTY.taken_off(first).key_for(TWO) == f"{first}/2"
