"""The ledger of a seat: what it may do about each offer, and what its orders mean for it."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.offer import Does, How, Link, Offer, Secrecy, Term, Verification
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.asked import asked_of
from idlib_wargame.views.bargains.asking import question_of
from idlib_wargame.views.bargains.case_card import CaseCard, May
from idlib_wargame.views.bargains.ledger import LedgerView
from idlib_wargame.views.desk.scoring import scale_words
from idlib_wargame.views.desk.signing import signing_card
from idlib_wargame.views.seat import seat_view
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.words.language import unmarked
from tests.session.bargains import accept, sign, table, to_closed
from tests.session.exercises import begun, do, to_orders

NETS = Wish("silent_nets")
NO_RAIDS = Term("astra", Does.RESTRAINT, "no_raids", 4)
CREWS = Term("borea", Does.ACT, "free_crews", 2)
PLAIN = Offer("astra", ("borea",), (NO_RAIDS, CREWS), 1, 4, verification=Verification.OBSERVERS)
PARTY_ACTS = {May.AGREE_TO_END, May.DECLARE_OVER, May.ALLEGE, May.PUBLISH}


@pytest.fixture
def session(full: PackReading) -> Session:
    """An exercise in memory on a pack with agreements."""
    return begun(full)


def ledger(session: Session, seat: str) -> LedgerView:
    """What a seat knows of agreements."""
    found = seat_view(session, seat).ledger
    assert found is not None
    return found


def card(session: Session, seat: str, key: str) -> CaseCard:
    """A card of that seat."""
    found = ledger(session, seat).card(key)
    assert found is not None
    return found


def test_each_reader_may_do_what_is_theirs(session: Session) -> None:
    """A maker withdraws, the others answer; whoever is no party knows nothing of it."""
    key = table(session, PLAIN)
    assert card(session, "astra", key).may == {May.WITHDRAW, May.PUBLISH}
    answers = {May.ACCEPT, May.REFUSE, May.COUNTER, May.PUBLISH}
    assert card(session, "borea", key).may == answers
    assert ledger(session, "caldis").cards == ()
    assert [each.key for each in ledger(session, "borea").waiting] == [key]
    accept(session, key, "borea")
    for seat in ("astra", "borea"):
        assert card(session, seat, key).may == PARTY_ACTS


def test_an_offer_that_its_reader_has_countered_waits_for_it_no_more(session: Session) -> None:
    """Its card says who countered it; once the counter is gone, it waits again."""
    key = table(session, PLAIN)
    assert "An offer waits for your answer" in asked_of(seat_view(session, "borea")).words
    answer = table(session, PLAIN._replace(maker="borea", to=("astra",), text="And so on."), key)
    ours = card(session, "borea", key)
    assert (unmarked(ours.countered), ours.waits_for_reader) == ("You have countered this", False)
    assert May.ACCEPT in ours.may
    assert key in [each.key for each in ledger(session, "borea").tabled]
    assert "offer" not in asked_of(seat_view(session, "borea")).words
    assert unmarked(card(session, "astra", key).countered) == "Countered by Borea"
    assert [each.key for each in ledger(session, "astra").waiting] == [answer]
    session.submit(WithdrawOffer("borea", answer), "borea")
    ours = card(session, "borea", key)
    assert (ours.countered, ours.waits_for_reader) == ("", True)


def test_a_guarantor_accepts_and_does_not_counter(session: Session) -> None:
    """An acceptance that is not the last may be taken back, and is given without a question."""
    offer = PLAIN._replace(to=("caldis",), guarantor="borea", secrecy=Secrecy.GUARANTOR)
    offer = offer._replace(terms=(NO_RAIDS,))
    key = table(session, offer)
    before = card(session, "borea", key)
    assert May.COUNTER not in before.may
    assert question_of(May.ACCEPT, before) is None
    accept(session, key, "borea")
    assert May.TAKE_BACK in card(session, "borea", key).may


def test_when_a_term_is_due_is_told_by_turns(session: Session) -> None:
    """This turn, the next, or so many on; a restraint holds, and a term that waits says so."""
    later = Term("borea", Does.WORDS, "Much later", 4, link=Link(How.ONCE, 1))
    praise = Term("astra", Does.WORDS, "Speak well of it", 4)
    terms = (NO_RAIDS, CREWS, CREWS._replace(what="share_catch", by=1), later, praise)
    key = sign(session, PLAIN._replace(terms=terms))
    assert [unmarked(term.now) for term in card(session, "borea", key).terms] == [
        "to hold to the end of turn 4",
        "due next turn",
        "due this turn",
        "not due yet: it waits for another term",
        "due in 3 turns",
    ]


def test_breached_and_declared_over_are_two_marks(session: Session) -> None:
    """Each is told with or without the other."""
    key = sign(session, PLAIN)
    to_closed(session, (NETS,))
    found = card(session, "borea", key)
    assert unmarked(found.breached) == "Breached by Astra"
    assert (found.declared, found.in_force) == ("", True)
    session.submit(DeclareOver("borea", key), "borea")
    found = card(session, "borea", key)
    assert unmarked(found.declared) == "Declared over by Borea"
    assert (found.stage, found.in_force) == (Stage.DECLARED_OVER, False)


def test_what_is_held_to_after_a_breach_does_not_read_as_kept_all_along(session: Session) -> None:
    """Its mark of the turn says when it was broken."""
    key = sign(session, PLAIN)
    to_closed(session, (NETS,))
    to_closed(session)
    (term, _crews) = card(session, "borea", key).terms
    assert [line.words for line in term.history] == ["broken", "kept this turn, broken in turn 1"]
    assert term.now == "kept this turn, broken in turn 1"


def test_before_accepting_it_is_said_what_a_sealed_order_breaks_unless_another_term_is_kept(
    session: Session,
) -> None:
    """Such a term binds from the beginning; one that waits for another does not yet."""
    to_orders(session)
    session.submit(SealOrders("astra", (NETS,)), "astra")
    said = []
    for how in (How.UNLESS, How.ONCE):
        linked = NO_RAIDS._replace(link=Link(how, 1))
        offer = Offer("borea", ("astra",), (linked, CREWS), 1, 4)
        said.append(card(session, "astra", table(session, offer)).breaks_at_once)
    assert [len(each) for each in said] == [1, 0]
    assert "would break it at once" in said[0][0]


def test_the_sheet_that_all_sign_tells_nobody_of_a_secret_counter(session: Session) -> None:
    """What one of them knows alone is not on it."""
    key = table(session, PLAIN._replace(to=("borea", "caldis")))
    table(session, PLAIN._replace(maker="borea", to=("astra",)), key)
    assert card(session, "astra", key).countered != ""
    sheet = signing_card(session, key)
    assert (sheet.countered, sheet.we_countered, sheet.answers, sheet.events) == (
        "",
        False,
        "",
        card(session, "caldis", key).events,
    )


def read_of_nets(session: Session, key: str, seat: str) -> list[tuple[str, str]]:
    """What a seat reads of the term that astra's covert order broke: each turn, with evidence."""
    (term, *_others) = card(session, seat, key).terms
    return [(unmarked(mark.words), unmarked(mark.evidence)) for mark in term.history]


def test_whoever_has_signed_with_observers_reads_which_covert_order_broke_it(
    session: Session,
) -> None:
    """Their finding reaches all who signed, and names the order; others are told neither."""
    key = sign(session, PLAIN._replace(secrecy=Secrecy.PUBLIC))
    to_closed(session, (NETS,))
    found = [("broken", "Astra ordered “Fish at night behind the patrol line”")]
    assert read_of_nets(session, key, "astra") == read_of_nets(session, key, "borea") == found
    assert read_of_nets(session, key, "caldis") == [("kept, as far as you know", "")]


def test_whoever_has_signed_without_verification_reads_nothing_of_a_covert_order(
    session: Session,
) -> None:
    """The order broke it all the same, and whoever gave it knows."""
    key = sign(session, PLAIN._replace(verification=Verification.NONE))
    to_closed(session, (NETS,))
    assert read_of_nets(session, key, "borea") == [("kept, as far as you know", "")]
    assert read_of_nets(session, key, "astra")[0][0] == "broken"


def test_an_allegation_stands_on_its_term_and_tells_nothing_found(session: Session) -> None:
    """Without verification it says what somebody says, and the mark stays as it was."""
    key = sign(session, PLAIN._replace(verification=Verification.NONE))
    to_closed(session, (NETS,))
    before = card(session, "borea", key).terms[0]
    session.submit(AllegeBreach("borea", key, 0, "Lights at night"), "borea")
    after = card(session, "borea", key).terms[0]
    assert [unmarked(each) for each in after.allegations] == [
        "Borea says that it was broken: Lights at night"
    ]
    assert (after.mark, after.is_guess) == (before.mark, True)
    assert before.now == "kept, as far as you know"
    assert after.now == "disputed; you are not told what was found"
    assert card(session, "astra", key).terms[0].now == "broken"


def test_free_words_are_nobodys_fault_until_the_facilitator_has_scored_them(
    session: Session,
) -> None:
    """Their day over, they wait; a score given since says when it counts, and what it makes."""
    key = sign(session, PLAIN._replace(terms=(Term("astra", Does.WORDS, "Be kind", 1),)))
    to_closed(session)

    def read() -> tuple[str, list[str]]:
        (term,) = card(session, "borea", key).terms
        return term.now, [" · ".join((line.words, line.evidence)) for line in term.history]

    assert read() == ("waits for the facilitator's score", ["not scored yet · "])
    do(session, ScoreWords(key, 0, 1, "Hardly"))
    scored = "scored as kept in small part; it counts as turn 2 closes"
    assert read() == (scored, ["not scored yet · "])
    assert [scale_words(score)[-9:] for score in range(4)] == ["breaks it"] * 2 + [" keeps it"] * 2
    to_closed(session)
    broken = "broken · the facilitator's score: kept in small part"
    assert read() == ("broken", ["not scored yet · ", broken])


def test_who_is_not_told_of_free_words_reads_neither_praise_nor_blame(session: Session) -> None:
    """Nobody verifies; the facilitator alone knows what was found."""
    words = Term("astra", Does.WORDS, "Be kind", 1)
    key = sign(session, PLAIN._replace(terms=(words,), verification=Verification.NONE))
    do(session, ScoreWords(key, 0, 0, "Not at all"))
    to_closed(session)
    found = [card(session, seat, key).terms[0] for seat in ("astra", "borea")]
    assert {term.now for term in found} == {"for the facilitator to judge; you are not told"}
    assert all(term.is_guess for term in found)


def test_what_has_ended_asks_nothing_any_more(session: Session) -> None:
    """What was due fell away, and what was held to was held until then."""
    key = sign(session, PLAIN)
    to_closed(session)
    session.submit(DeclareOver("borea", key), "borea")
    assert [term.now for term in card(session, "borea", key).terms] == [
        "kept until turn 2",
        "fell away",
    ]


def test_a_seat_that_does_not_sign_reads_and_does_nothing(full: PackReading) -> None:
    """It is told who signs, and its side's terms are still its own."""
    session = begun(full, arrangement="four")
    key = table_for(session, "borea")
    signs, reads = ledger(session, "astra_navy"), None
    others = [seat.id for seat in session.scenario.seats if seat.actor == "astra"]
    (other,) = [seat for seat in others if seat != "astra_navy"]
    reads = ledger(session, other)
    assert (signs.may_offer, reads.may_offer) == (True, False)
    assert reads.signer == session.scenario.seat_by_id["astra_navy"].name
    assert card(session, other, key).may == frozenset()
    assert [term.is_ours for term in card(session, other, key).terms] == [True, False]


def table_for(session: Session, maker: str) -> str:
    """The plain offer, made by another."""
    return table(session, PLAIN._replace(maker=maker, to=("astra",)))


def test_a_draft_tells_whom_it_is_to_and_what_became_of_what_it_answers(session: Session) -> None:
    """Whoever comes back to it knows before it is opened."""
    key = table(session, PLAIN)
    counter = PLAIN._replace(maker="borea", to=("astra",))
    session.submit(DraftOffer("borea", 1, counter, key), "borea")
    session.submit(DraftOffer("borea", 2, counter._replace(to=(), terms=())), "borea")
    first, second = ledger(session, "borea").drafts
    assert (unmarked(first.title), first.note) == ("an offer of 2 terms, to Astra", "")
    assert unmarked(second.title) == "an offer of 0 terms, to nobody yet"
    session.submit(WithdrawOffer("astra", key), "astra")
    first, _ = ledger(session, "borea").drafts
    assert unmarked(first.note).startswith("The offer that it answers: withdrawn.")
    assert ledger(session, "astra").drafts == ()


def test_every_reason_is_told_before_anything_is_pressed(session: Session) -> None:
    """What is wrong with the text, the table that is full, and what it answers."""
    door = seat_door(session, "astra")
    wrong = PLAIN._replace(to=(), terms=(), answer_by=0)
    assert [unmarked(each) for each in door.reading_of(wrong).barred] == [
        "The offer is made to nobody; choose whom it is for.",
        "It asks for an answer by turn 0, which is past; turn 1 is the first left.",
        "The offer has no terms yet; add at least one.",
    ]
    assert door.reading_of(PLAIN).barred == ()
    for _ in range(3):
        table(session, PLAIN)
    assert [unmarked(each) for each in door.reading_of(PLAIN).barred] == [
        "Astra has 3 offers on the table, which is the most; withdraw one first."
    ]


def test_who_has_left_an_agreement_reads_that_nothing_is_owed(session: Session) -> None:
    """Among more than two it goes on without them, and stands with what is over for them."""
    key = sign(session, PLAIN._replace(to=("borea", "caldis")))
    session.submit(DeclareOver("borea", key), "borea")
    left, stayed = ledger(session, "borea"), ledger(session, "astra")
    assert ([each.key for each in left.over], left.in_force) == ([key], ())
    assert "you have left it and owe nothing" in left.over[0].state
    assert left.over[0].terms[1].now == "void"
    assert [each.key for each in stayed.in_force] == [key]
    assert "you have left" not in stayed.in_force[0].state


def test_what_a_seat_cannot_see_is_due_until_its_day(session: Session) -> None:
    """A term that nobody has come to yet does not read as kept, however little one is told."""
    far = Term("borea", Does.WORDS, "The quay is swept", 3)
    then = Term("borea", Does.WORDS, "And lit", 4, link=Link(How.ONCE, 0))
    key = sign(session, Offer("astra", ("borea",), (far, then), 1, 4))
    to_closed(session, ())
    assert [each.now for each in card(session, "astra", key).terms] == [
        "due in 2 turns",
        "not due yet: it waits for another term",
    ]


def test_once_the_first_term_is_kept_the_term_that_waited_is_due(session: Session) -> None:
    """In the turn after, to both parties alike; at the earlier close it waited, and that stays."""
    far = Term("borea", Does.WORDS, "The quay is swept", 4)
    then = Term("astra", Does.WORDS, "And lit", 1, link=Link(How.ONCE, 0))
    key = sign(session, PLAIN._replace(terms=(far, then)))
    do(session, ScoreWords(key, 0, 3, "Swept"))
    to_closed(session, ())
    for seat in ("astra", "borea"):
        first, second = card(session, seat, key).terms
        assert (first.mark, first.now) == (Mark.KEPT, "kept")
        assert (second.mark, second.now) == (Mark.DUE, "due next turn")
        assert second.history[0].mark is Mark.WAITING
    to_orders(session)
    for seat in ("astra", "borea"):
        assert card(session, seat, key).terms[1].now == "due this turn"


def test_to_look_again_makes_no_card_anew_of_what_is_over(session: Session) -> None:
    """It is the very same card, until something is said of it: then it tells that."""
    key = sign(session, PLAIN)
    session.submit(DeclareOver("astra", key), "astra")
    over = card(session, "borea", key)
    table(session, PLAIN._replace(text="Once more"))
    assert card(session, "borea", key) is over
    session.submit(AllegeBreach("borea", key, 0, "You did"), "borea")
    told = card(session, "borea", key)
    assert ["You did" in unmarked(said) for said in told.terms[0].allegations] == [True]
    assert card(session, "astra", key) is not told
