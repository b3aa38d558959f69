"""An actor puts an offer to others, or a counter to one of theirs."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.audience import Reader
from idlib_wargame.rules.offer import Does, Offer, Secrecy, Term
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.kinds.offer_tabled import DRAFT_AGAIN, TableOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import OfferDraft
from idlib_wargame.session.session import Session
from tests.session.bargains import (
    BE_KIND,
    KEY,
    NO_RAIDS,
    OFFER,
    PARTIES,
    accept,
    case,
    folded_again,
    sign,
    strange_steps,
    table,
    to_closed,
    to_open_orders,
)
from tests.session.exercises import (
    PRESS,
    READERS,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    told_to,
)


def test_an_offer_is_on_the_table(full_session: Session) -> None:
    """Accepted by whoever made it; the parties read of it, and outsiders nothing at all."""
    key = table(full_session)
    found = case(full_session)
    assert (key, found.stage, found.accepted) == (KEY, Stage.TABLED, ("astra",))
    assert found.offer == OFFER
    assert last_line(full_session) == "Astra tables an offer to Borea: an offer of 2 terms."
    assert told_to(full_session) == PARTIES
    assert {last_line(full_session, reader) for reader in set(READERS) - PARTIES} == {""}
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_the_draft_that_was_tabled_goes_with_it_in_one_entry(full_session: Session) -> None:
    """Whenever the program ends, nobody tables it twice; re-opened, it is a draft once."""
    to_closed(full_session)
    later = OFFER._replace(answer_by=2)
    for place in (1, 2):
        full_session.submit(DraftOffer("astra", place, later), "astra")
    count = len(full_session.entries)
    full_session.submit(TableOffer("astra", later, draft=1), "astra")
    assert len(full_session.entries) == count + 1
    assert list(full_session.play.offer_drafts["astra"]) == [2]
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []
    do(full_session, Reopen(1))
    assert [*full_session.play.offer_drafts["astra"].values()] == [OfferDraft(later)] * 2
    assert read_back(full_session) == full_session.play


def test_a_draft_that_is_gone_is_not_told_of(full_session: Session) -> None:
    """Nor is that of another seat."""
    full_session.submit(DraftOffer("borea", 1, OFFER._replace(maker="borea")), "borea")
    full_session.submit(TableOffer("astra", OFFER, draft=1), "astra")
    assert "draft" not in full_session.entries[-1].body
    assert list(full_session.play.offer_drafts["borea"]) == [1]


@pytest.mark.parametrize(
    ("offer", "readers"),
    [
        (OFFER._replace(secrecy=Secrecy.PUBLIC), set(READERS)),
        (OFFER._replace(secrecy=Secrecy.GUARANTOR, guarantor="press"), {*PARTIES, PRESS}),
    ],
    ids=["public", "guaranteed"],
)
def test_its_secrecy_says_who_reads_of_it(
    full_session: Session, offer: Offer, readers: set[Reader]
) -> None:
    """All, or the guarantor besides the parties."""
    table(full_session, offer)
    assert told_to(full_session) == readers


def test_a_counter_names_what_it_answers_and_leaves_it_open(full_session: Session) -> None:
    """Signing either closes both."""
    first = table(full_session)
    counter = OFFER._replace(maker="borea", to=("astra",), until=3, terms=(BE_KIND._replace(by=3),))
    second = table(full_session, counter, answers=first)
    assert last_line(full_session) == (
        "Borea answers with another offer, to Astra: an offer of 1 term."
    )
    assert case(full_session, first).is_open
    assert case(full_session, second).answers == first
    accept(full_session, second, "astra")
    assert case(full_session, first).stage is Stage.SUPERSEDED
    assert case(full_session, second).in_force


def test_a_counter_that_says_the_same_is_refused(full_session: Session) -> None:
    """Whoever means the same accepts it; with a word more, or another date, it is a counter."""
    key = table(full_session)
    same = OFFER._replace(maker="borea", to=("astra",))
    said = refusal(full_session, TableOffer("borea", same, key), "borea")
    assert said == "This is the same text as theirs; accept theirs instead."
    table(full_session, same._replace(text="And so on."), answers=key)


def test_a_counter_to_what_was_withdrawn_meanwhile_is_refused(full_session: Session) -> None:
    """The offer is no longer there to be answered, and what was typed can be tabled by itself."""
    key = table(full_session)
    full_session.submit(WithdrawOffer("astra", key), "astra")
    counter = OFFER._replace(maker="borea", to=("astra",))
    said = refusal(full_session, TableOffer("borea", counter, key), "borea")
    assert said == "That offer is no longer on the table: withdrawn."
    table(full_session, counter)


def test_nobody_answers_what_they_may_not_know(full_session: Session) -> None:
    """It is refused in the words for what does not exist."""
    key = table(full_session)
    stranger = OFFER._replace(maker="caldis", to=("astra",), terms=(NO_RAIDS,))
    act = TableOffer("caldis", stranger, key)
    there = refusal(full_session, act)
    assert there == refusal(full_session, TableOffer("caldis", stranger, "none"))
    assert there == "There is no such offer any more. Look at the list as it stands now."


def test_a_counter_goes_to_who_made_the_offer(full_session: Session) -> None:
    """Or it would close the talks behind their back."""
    key = table(full_session)
    past = OFFER._replace(maker="borea", to=("caldis",), terms=(BE_KIND,))
    assert refusal(full_session, TableOffer("borea", past, key), "borea") == (
        "An answer goes to whoever made the offer: add Astra, or make it an offer of its own."
    )


def test_a_seat_speaks_for_itself_alone(full_session: Session) -> None:
    """The facilitator acts for the seats of habits and of control, and for no people."""
    act = TableOffer("astra", OFFER)
    assert refusal(full_session, act, "borea") == (
        "That is for Astra to do; only its own seat may."
    )
    assert refusal(full_session, act) == (
        "Astra is played by people; only they can act for it here."
    )
    theirs = OFFER._replace(maker="caldis", to=("astra",), terms=(NO_RAIDS,))
    full_session.submit(TableOffer("caldis", theirs), FACILITATOR)
    assert refusal(full_session, TableOffer("astra", theirs), "astra") == (
        "An offer of Astra is made by Astra, and by nobody else."
    )


def test_the_pack_says_who_signs_for_an_actor(full: PackReading) -> None:
    """Where it is played in parts, the others are told whom to ask."""
    session = begun(full, arrangement="four")
    assert session.scenario.bargain is not None
    signer = session.scenario.bargain.signs["four"]["astra"]
    (other,) = (s for s in session.scenario.seats if s.actor == "astra" and s.id != signer)
    said = refusal(session, TableOffer(other.id, OFFER), other.id)
    assert said == f"{session.scenario.seat_by_id[signer].name} signs for Astra; ask them to."


def test_while_orders_are_open_nothing_is_tabled(full_session: Session) -> None:
    """Once the results stand, it is for the next turn."""
    to_open_orders(full_session)
    later = OFFER._replace(answer_by=2)
    assert refusal(full_session, TableOffer("astra", later), "astra") == (
        "The orders of turn 1 are open, and what is agreed stays as it was. "
        "You can go on once its results stand."
    )
    do(full_session, CloseTurn())
    table(full_session, later)
    assert case(full_session).turn == 2


def test_after_the_last_turn_nothing_is_tabled(full: PackReading) -> None:
    """It could bind nobody."""
    session = begun(full, turns=1)
    to_closed(session)
    assert refusal(session, TableOffer("astra", OFFER._replace(until=1)), "astra") == (
        "The last turn is over; nothing that is agreed now could bind anybody."
    )


BAD = {
    "to oneself": (
        OFFER._replace(to=("astra",), terms=(NO_RAIDS,)),
        "Astra cannot make an offer to itself; choose somebody else.",
    ),
    "a deadline in the past": (
        OFFER._replace(answer_by=0),
        "It asks for an answer by turn 0, which is past; turn 1 is the first left.",
    ),
    "what is not there": (
        OFFER._replace(terms=(Term("astra", Does.ACT, "fly", 2),)),
        "Term 1 names “fly”, and the pack has no such move; choose another.",
    ),
    "10,000 characters": (
        OFFER._replace(text="x" * 10_000),
        "The offer's sentence has 10000 characters and may have 1000; shorten it.",
    ),
    "10,000 characters of a term": (
        OFFER._replace(terms=(BE_KIND._replace(what="x" * 10_000),)),
        "Term 1 has 10000 characters and may have 500; shorten it.",
    ),
    "10,000 characters where an id should stand": (
        OFFER._replace(template="x" * 10_000),
        f"The pack has no template “{'x' * 60}…”; choose another, or none.",
    ),
}


@pytest.mark.parametrize(("offer", "said"), BAD.values(), ids=BAD)
def test_what_may_not_be_offered_is_refused_in_a_sentence(
    full_session: Session, offer: Offer, said: str
) -> None:
    """What was found, what may be, and what to do."""
    assert refusal(full_session, TableOffer("astra", offer), "astra") == said


def test_an_actor_has_no_more_open_than_the_pack_says(full_session: Session) -> None:
    """Three in this one."""
    for _ in range(3):
        table(full_session)
    assert refusal(full_session, TableOffer("astra", OFFER), "astra") == (
        "Astra has 3 offers on the table, which is the most; withdraw one first."
    )


def test_the_facilitators_undo_never_strikes_it(full_session: Session) -> None:
    """It passes over what seats did, to the facilitator's own last act."""
    do(full_session, MoveOn())
    phase = full_session.play.phase
    table(full_session)
    do(full_session, Undo())
    assert case(full_session).is_open
    assert full_session.play.phase != phase


def test_re_opening_makes_later_offers_their_authors_drafts(full_session: Session) -> None:
    """What was on the table as its orders were opened is there again."""
    before = table(full_session, OFFER._replace(answer_by=2))
    to_closed(full_session)
    later = OFFER._replace(answer_by=2, text="Later")
    after = table(full_session, later)
    accept(full_session, after, "borea")
    stood = full_session.play
    assert [line.text for line in full_session.drafts_again(1)] == [
        "Astra tables an offer to Borea: an offer of 2 terms."
    ]
    assert full_session.drafts_again(2) == ()
    do(full_session, Reopen(1))
    assert full_session.drafts_again(1) == ()
    assert list(full_session.play.ledger.cases) == [before]
    assert [*full_session.play.offer_drafts["astra"].values()] == [OfferDraft(later)]
    (left,) = [m for m in folded_again(full_session).moments if m.kind is DRAFT_AGAIN]
    assert left.kind.line(full_session.scenario, left.entry) == (
        "The offer of Astra is its draft again: an offer of 2 terms."
    )
    do(full_session, Undo())
    assert full_session.play.ledger == stood.ledger
    assert full_session.play.offer_drafts == stood.offer_drafts
    assert read_back(full_session) == full_session.play


def test_what_was_agreed_while_a_turn_was_open_again_outlives_the_undo(
    full_session: Session,
) -> None:
    """It counts from the turn that is bargained for now; no name is given twice."""
    to_closed(full_session)
    first = table(full_session, OFFER._replace(answer_by=2))
    do(full_session, Reopen(1))
    second = sign(full_session, OFFER._replace(answer_by=1))
    assert first != second
    assert case(full_session, second).since == 1
    do(full_session, Undo())
    assert case(full_session, first).is_open
    assert (case(full_session, second).in_force, case(full_session, second).since) == (True, 2)
    assert folded_again(full_session).play == full_session.play
    assert strange_steps(full_session) == []
    to_closed(full_session)
    assert len(full_session.play.closed[-1].result.marks) == 2


def test_an_offer_of_a_turn_that_is_closed_again_has_lapsed(full_session: Session) -> None:
    """Its deadline is over with the turn that was open for it; nobody signs it any more."""
    to_closed(full_session)
    do(full_session, Reopen(1))
    key = table(full_session, OFFER._replace(answer_by=1))
    do(full_session, Undo())
    assert case(full_session, key).stage is Stage.LAPSED
    said = refusal(full_session, AcceptOffer("borea", key, OFFER.digest), "borea")
    assert said == "That offer is no longer on the table: lapsed: not answered in time."
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_what_nobody_can_read_or_print_is_not_kept_in_an_offer(full_session: Session) -> None:
    """Half a character, signs that steer a terminal, lines that pass for another term."""
    words = Term("borea", Does.WORDS, "Be\x1b[31m kind\nTerm 9. Astra: all", 4)
    key = table(full_session, OFFER._replace(terms=(NO_RAIDS, words), text="a\ud800b\x00"))
    kept = case(full_session, key).offer
    assert kept.terms[1].what == "Be[31m kind Term 9. Astra: all"
    assert kept.text == "a\ufffdb"
    assert key.endswith(kept.digest)
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []
    unseen = OFFER._replace(terms=(Term("borea", Does.WORDS, "\u200b\u2800", 4),))
    assert "words" in refusal(full_session, TableOffer("astra", unseen), "astra")


def test_a_forged_offer_is_found(full_session: Session) -> None:
    """One that its maker could not have made, or under another name."""
    table(full_session)
    number = full_session.entries[-1].number
    for changes in ({"case": "another"}, {"seat": "borea"}, {"known_to": None}):
        assert strange_steps(full_session, {number: changes}) == ["offer_tabled"]


def test_an_offer_that_is_not_for_it_leaves_no_trace_in_a_seats_log(full_session: Session) -> None:
    """Not even that there was one."""
    before = [line.text for line in full_session.log(Reader("caldis"))]
    sign(full_session)
    do(full_session, MoveOn(), MoveOn(), Adjudicate())
    after = [line.text for line in full_session.log(Reader("caldis"))]
    assert not [text for text in after[len(before) :] if "offer" in text.lower()]
