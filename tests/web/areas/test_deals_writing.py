"""Offers are written on a seat's page, one small act at a time, by one person or by two at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Does, How, Link, Offer, Secrecy, Term, Verification
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.session import Session
from idlib_wargame.web.fields import Amiss
from tests.harbour_exercise import begin, closed
from tests.session.bargains import case, table
from tests.session.exercises import begun
from tests.web.areas.deals_exercise import (
    CREWS,
    NO_RAIDS,
    PLAIN,
    at_deals,
    draft_of,
    stages,
)

TEMPLATE = "Write from this: A ground for the crews"
KIND = Term("borea", Does.WORDS, "Be kind", 4)


@pytest.fixture
def session(full: PackReading) -> Iterator[Session]:
    """A new exercise on a pack with agreements."""
    session = begin(full)
    yield session
    session.close()


def entries(session: Session) -> int:
    """How many lines the record has."""
    return len(session.entries)


def test_a_prepared_offer_is_tabled_in_two_presses(session: Session) -> None:
    """Its terms are read before the first; nothing half written is left behind."""
    astra = at_deals(session, "astra")
    assert "Once term 1 is kept: Borea orders “Free the crews we hold” by turn 2" in astra.lines
    astra.tap(TEMPLATE)
    assert "Half written\nA ground for the crews, to Borea" in astra.lines
    assert stages(session) == []
    astra.tap("Table offer")
    assert stages(session) == [Stage.TABLED]
    assert case(session).offer.template == "ground_for_crews"
    assert "On the table\nA ground for the crews, from Astra to Borea" in astra.lines
    assert session.play.offer_drafts["astra"] == {}


def test_an_offer_of_every_kind_of_term_is_written_from_nothing(session: Session) -> None:
    """Each thing that is picked or typed is kept at once, and reads in words."""
    astra = at_deals(session, "astra")
    astra.tap("Write an offer")
    assert "The offer is made to nobody; choose whom it is for." in astra.lines
    assert astra.lines.count("Say first whom the offer is to.") == 1
    assert astra.is_off("Table offer")
    astra.tick("draft-1-to-borea")
    for side, kind in (("ours", "clause"), ("theirs", "act"), ("ours", "restraint")):
        astra.send("add_term", {"place": "1", "side": side, "does": kind})
    astra.send("add_term", {"place": "1", "side": "theirs", "does": "words"})
    astra.put("draft-1-ours-clause-0-score", "2")
    astra.tick("draft-1-ours-clause-0-hold")
    astra.put("draft-1-ours-clause-0-by", "2")
    astra.put("draft-1-theirs-act-0-what", "open_ground:north")
    astra.put("draft-1-theirs-act-0-link", "once:ours-clause-0")
    astra.put("draft-1-ours-restraint-0-what", "no_force_against:")
    astra.put("draft-1-theirs-words-0-words", "Say so on the quay")
    astra.put("draft-1-answer_by", "2")
    astra.put("draft-1-until", "3")
    astra.put("draft-1-secrecy", "guarantor")
    astra.put("draft-1-guarantor", "press")
    astra.put("draft-1-verification", "observers")
    astra.put("draft-1-text", "Let us be done")
    assert draft_of(session, "astra") == Offer(
        maker="astra",
        to=("borea",),
        terms=(
            Term("astra", Does.CLAUSE, "ground_opened", 2, score=2, hold=True),
            Term("borea", Does.ACT, "open_ground", 4, choice="north", link=Link(How.ONCE, 0)),
            Term("astra", Does.RESTRAINT, "no_force_against", 4, against="borea"),
            Term("borea", Does.WORDS, "Say so on the quay", 4),
        ),
        answer_by=2,
        until=3,
        secrecy=Secrecy.GUARANTOR,
        guarantor="press",
        verification=Verification.OBSERVERS,
        text="Let us be done",
    )
    assert (
        "Astra: Astra opens a ground, for the most part, by turn 2, and it stays so" in astra.lines
    )
    assert "holds to the end of turn 3 · known to its parties and the guarantor" in astra.lines
    assert "which orders kept or broke it, covert ones too." in astra.lines
    astra.put("draft-1-theirs-act-0-by", "3")
    astra.put("draft-1-ours-restraint-0-by", "3")
    astra.put("draft-1-theirs-words-0-by", "3")
    astra.tap("Table offer")
    assert case(session).offer.terms[1].link == Link(How.ONCE, 0)


def test_each_term_has_only_the_fields_that_its_kind_needs(session: Session) -> None:
    """A clause says how far, an act what, a restraint whom it spares, words nothing of these."""
    session.submit(DraftOffer("astra", 1, PLAIN._replace(terms=(NO_RAIDS, CREWS, KIND))), "astra")
    astra = at_deals(session, "astra")
    astra.send("add_term", {"place": "1", "side": "ours", "does": "clause"})
    astra.put("draft-1-ours-restraint-0-what", "no_force_against:")
    fields = {
        kind: {each[len(f"draft-1-{kind}-") :] for each in astra.field_ids if f"-{kind}-" in each}
        for kind in ("ours-restraint-0", "theirs-act-0", "theirs-words-0", "ours-clause-0")
    }
    assert fields == {
        "ours-restraint-0": {"what", "against", "by", "link"},
        "theirs-act-0": {"what", "by", "link"},
        "theirs-words-0": {"words", "by", "link"},
        "ours-clause-0": {"what", "score", "hold", "by", "link"},
    }


def test_of_several_others_each_term_says_who_owes_it(session: Session) -> None:
    """What the one cannot owe becomes the first thing that the other can."""
    session.submit(DraftOffer("astra", 1, PLAIN._replace(to=("borea", "caldis"))), "astra")
    astra = at_deals(session, "astra")
    astra.put("draft-1-theirs-act-0-debtor", "caldis")
    term = draft_of(session, "astra").terms[1]
    assert (term.debtor, term.does) == ("caldis", Does.ACT)
    assert term.what in {each.id for each in astra.seen.view.offers.acts["caldis"]}  # type: ignore[union-attr]
    astra.tick("draft-1-to-caldis")
    assert draft_of(session, "astra").terms[1].debtor == "borea"


def test_what_keeps_an_offer_off_the_table_is_told_at_once(session: Session) -> None:
    """The button is grey; whoever presses it on an old page reads every reason."""
    astra = at_deals(session, "astra")
    astra.tap("Write an offer")
    astra.put("draft-1-guarantor", "press")
    assert astra.is_off("Table offer")
    reads = draft_of(session, "astra").digest
    with pytest.raises(Refused) as refused:
        astra.send("table_draft", {"place": "1", "reads": reads})
    assert len(refused.value.reasons) == 3
    for reason in refused.value.reasons:
        assert reason in astra.lines
    assert draft_of(session, "astra").guarantor == "press"


def test_two_people_of_one_seat_add_terms_at_once(session: Session) -> None:
    """Each on a page that has not heard of the other's: both stand in the offer."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    ana, ben = at_deals(session, "astra", "Ana"), at_deals(session, "astra", "Ben")
    ana.hold()
    ben.hold()
    ana.send("add_term", {"place": "1", "side": "theirs", "does": "words"})
    ben.send("add_term", {"place": "1", "side": "ours", "does": "clause"})
    ben.put("draft-1-until", "3")
    ana.put("draft-1-text", "So be it")
    ana.put("draft-1-theirs-act-0-by", "3")
    offer = draft_of(session, "astra")
    assert [term.does for term in offer.terms] == ["restraint", "act", "words", "clause"]
    assert (offer.until, offer.text, offer.terms[1].by) == (3, "So be it", 3)


def test_words_reach_their_term_while_another_is_taken_off(session: Session) -> None:
    """Its place and its number are others by then, on a page that does not know."""
    cruel = KIND._replace(what="Be cruel")
    offer = PLAIN._replace(terms=(NO_RAIDS, cruel, KIND))
    session.submit(DraftOffer("astra", 1, offer), "astra")
    ana, ben = at_deals(session, "astra", "Ana"), at_deals(session, "astra", "Ben")
    ana.hold()
    ben.tap("Take term 2 out")
    ana.put("draft-1-theirs-words-1-words", "Be kind to cats")
    assert [term.what for term in draft_of(session, "astra").terms] == [
        "no_raids",
        "Be kind to cats",
    ]


def test_whoever_types_on_is_not_stopped_by_what_is_kept_meanwhile(session: Session) -> None:
    """The page still has the term as it was before the first half of the sentence."""
    session.submit(DraftOffer("astra", 1, PLAIN._replace(terms=(NO_RAIDS, KIND))), "astra")
    ana = at_deals(session, "astra", "Ana")
    ana.hold()
    ana.put("draft-1-theirs-words-0-words", "Be kind to")
    ana.put("draft-1-theirs-words-0-words", "Be kind to cats")
    assert draft_of(session, "astra").terms[1].what == "Be kind to cats"


def test_a_term_that_both_take_off_takes_no_other_with_it(session: Session) -> None:
    """The second is told; so is whoever takes off what has changed since they read it."""
    again = KIND._replace(what="Be cruel")
    session.submit(DraftOffer("astra", 1, PLAIN._replace(terms=(KIND, again))), "astra")
    ana, ben = at_deals(session, "astra", "Ana"), at_deals(session, "astra", "Ben")
    ana.hold()
    ben.tap("Take term 1 out")
    with pytest.raises(Refused, match="has changed since you read it"):
        ana.tap("Take term 1 out")
    ana.tap("Take term 2 out")
    with pytest.raises(Refused, match="That term is no longer there"):
        ana.tap("Take term 1 out")
    assert draft_of(session, "astra").terms == ()


def test_what_hung_on_a_term_that_is_taken_off_hangs_on_nothing(session: Session) -> None:
    """And what hung on a later one still hangs on that."""
    astra = at_deals(session, "astra")
    astra.tap(TEMPLATE)
    astra.tap("Take term 1 out")
    assert [term.link for term in draft_of(session, "astra").terms] == [
        None,
        Link(How.UNLESS, 0),
        None,
        None,
    ]


def test_a_term_cannot_come_to_hang_on_one_that_is_gone(session: Session) -> None:
    """Whoever picks it on an old page is told, and nothing changes."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    ana, ben = at_deals(session, "astra", "Ana"), at_deals(session, "astra", "Ben")
    ana.hold()
    ben.tap("Take term 1 out")
    with pytest.raises(Refused, match="no longer there"):
        ana.put("draft-1-theirs-act-0-link", "once:ours-restraint-0")
    assert draft_of(session, "astra").terms == (CREWS,)


def test_an_offer_is_tabled_once_however_often_it_is_pressed(session: Session) -> None:
    """By the same person or another; a draft that came in its place since is not tabled for it."""
    astra = at_deals(session, "astra")
    astra.tap(TEMPLATE)
    astra.hold()
    astra.tap("Table offer")
    with pytest.raises(Refused, match="no longer there: it was tabled or discarded"):
        astra.tap("Table offer")
    other = at_deals(session, "astra")
    other.tap("Write from this: A quiet season")
    with pytest.raises(Refused, match="has changed since you read it"):
        astra.tap("Table offer")
    assert stages(session) == [Stage.TABLED]


def test_nobody_tables_or_discards_what_they_have_not_read(session: Session) -> None:
    """Another of the seat has written on; what they wrote is there."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    ana, ben = at_deals(session, "astra", "Ana"), at_deals(session, "astra", "Ben")
    ana.hold()
    ben.put("draft-1-text", "And so on.")
    for words in ("Table offer", "Discard: an offer of 2 terms, to Borea"):
        with pytest.raises(Refused, match="Read it once more"):
            ana.tap(words)
    assert stages(session) == []
    assert draft_of(session, "astra").text == "And so on."


def test_a_draft_is_discarded_once_that_is_asked(session: Session) -> None:
    """With the same words as at the laptop."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    astra = at_deals(session, "astra")
    discards = "Discard: an offer of 2 terms, to Borea"
    asked = "Discard an offer of 2 terms, to Borea? It cannot be brought back."
    assert astra.question(discards) == asked
    astra.tap(discards)
    assert "Half written" not in astra.lines


def test_a_counter_to_what_was_withdrawn_meanwhile_says_so(session: Session) -> None:
    """What is written stays, and can be tabled as an offer of its own."""
    key = table(session, PLAIN)
    borea = at_deals(session, "borea")
    borea.tap("Counter…")
    session.submit(WithdrawOffer("astra", key), "astra")
    assert "The offer that it answers: withdrawn. It can be tabled" in borea.lines
    assert borea.is_off("Table offer")
    borea.tap("Make it an offer of its own")
    borea.tap("Table offer")
    assert stages(session) == [Stage.WITHDRAWN, Stage.TABLED]


def test_dates_that_are_past_are_moved_on_in_one_press(session: Session) -> None:
    """A draft of the turn before says why it cannot be tabled, and what would mend it."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    astra = at_deals(session, "astra")
    assert not astra.has("Move its dates on")
    closed(session)
    assert "which is past; turn 2 is the first left." in astra.lines
    astra.tap("Move its dates on")
    assert not astra.is_off("Table offer")
    assert draft_of(session, "astra").answer_by == 2


def test_ten_thousand_characters_are_kept_and_not_tabled(session: Session) -> None:
    """One sentence each for the words of a term and for the offer's own."""
    session.submit(DraftOffer("astra", 1, PLAIN._replace(terms=(NO_RAIDS, KIND))), "astra")
    astra = at_deals(session, "astra")
    astra.put("draft-1-theirs-words-0-words", "x" * 10_000)
    astra.put("draft-1-text", "y" * 10_000)
    said = "The offer's sentence has 10000 characters and may have 1000; shorten it."
    assert said in astra.lines
    assert "Term 2 has 10000 characters and may have 500; shorten it." in astra.lines
    assert astra.is_off("Table offer")
    assert len(draft_of(session, "astra").text) == 10_000


def test_a_term_that_names_what_is_gone_shows_it_and_says_so(session: Session) -> None:
    """A draft from another edition of the pack is opened, not lost."""
    gone = PLAIN._replace(terms=(Term("astra", Does.ACT, "sail_to_the_moon", 2),))
    session.submit(DraftOffer("astra", 1, gone), "astra")
    astra = at_deals(session, "astra")
    said = "Term 1 names “sail_to_the_moon”, and the pack has no such move; choose another."
    assert said in astra.lines
    assert "no longer there: sail_to_the_moon" in astra.lines
    astra.put("draft-1-ours-act-0-what", "open_ground:")
    assert draft_of(session, "astra").terms[0].what == "open_ground"


def test_one_side_takes_no_more_terms_than_it_may_have(session: Session) -> None:
    """Where the buttons stood it says so, and an old page is told the same."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    astra = at_deals(session, "astra")
    add = {"place": "1", "side": "ours", "does": "words"}
    for _more in range(3):
        astra.send("add_term", add)
    assert "One side has 4 terms at most." in astra.lines
    with pytest.raises(Refused, match="One side has 4 terms at most"):
        astra.send("add_term", add)
    astra.send("add_term", {**add, "side": "theirs"})


def test_what_changes_nothing_is_no_entry(session: Session) -> None:
    """A field that sends itself as it was leaves the record as it was."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    astra = at_deals(session, "astra")
    before = entries(session)
    astra.put("draft-1-text", "")
    astra.put("draft-1-theirs-act-0-by", "2")
    assert entries(session) == before
    astra.put("draft-1-text", "a")
    assert entries(session) == before + 1


def test_a_seat_is_told_when_it_has_too_many_drafts(session: Session) -> None:
    """Twenty are kept, and none of them makes way."""
    astra = at_deals(session, "astra")
    for _each in range(20):
        astra.send("begin_offer", {})
    with pytest.raises(Refused, match="A seat may keep 20 drafts; discard one first"):
        astra.send("begin_offer", {})
    assert len(session.play.offer_drafts["astra"]) == 20


TERM = {"place": "1", "term": "theirs-act-0"}


@pytest.mark.parametrize(
    ("act", "plain"),
    [
        ("begin_offer", {"template": "no_such"}),
        ("begin_offer", {"template": ["quiet_season"]}),
        ("counter_offer", {}),
        ("offer_to", {"place": "1", "to": ["borea", "nobody"]}),
        ("offer_to", {"place": "1", "to": ["astra"]}),
        ("offer_to", {"place": "1", "to": {"a": 1}}),
        ("offer_to", {"place": "one", "to": ["borea"]}),
        ("add_term", {"place": "1", "side": "nobody's", "does": "words"}),
        ("add_term", {"place": "1", "side": "ours", "does": "wonders"}),
        ("add_term", {"place": "0", "side": "ours", "does": "words"}),
        ("take_term_off", {"place": "1", "term": "ours-restraint-0", "was": None}),
        ("take_term_off", {"place": "1", "was": "0" * 12}),
        ("change_term", {**TERM, "sets": "does", "value": "words"}),
        ("change_term", {**TERM, "sets": "what", "value": "no_such:"}),
        ("change_term", {**TERM, "sets": "what"}),
        ("change_term", {**TERM, "sets": "words", "value": "Be kind"}),
        ("change_term", {**TERM, "sets": "score", "value": "2"}),
        ("change_term", {**TERM, "sets": "hold", "value": "on"}),
        ("change_term", {**TERM, "sets": "against", "value": "astra"}),
        ("change_term", {**TERM, "sets": "by", "value": "99"}),
        ("change_term", {**TERM, "sets": "by", "value": "-1"}),
        ("change_term", {**TERM, "sets": "by", "value": "soon"}),
        ("change_term", {**TERM, "sets": "link", "value": "because:ours-restraint-0"}),
        ("change_term", {**TERM, "sets": "debtor", "value": "astra"}),
        ("change_term", {**TERM, "term": "ours-restraint-0", "sets": "debtor", "value": "borea"}),
        ("set_in_offer", {"place": "1", "sets": "maker", "value": "borea"}),
        ("set_in_offer", {"place": "1", "sets": "until", "value": "5"}),
        ("set_in_offer", {"place": "1", "sets": "secrecy", "value": "everybody"}),
        ("set_in_offer", {"place": "1", "sets": "guarantor", "value": "the sea"}),
        ("set_in_offer", {"place": "1", "sets": "verification", "value": ""}),
        ("set_in_offer", {"place": "1", "sets": "text", "value": "x" * 20_001}),
        ("discard_draft", {"place": "1"}),
        ("table_draft", {"place": "1", "reads": "x" * 65}),
        ("accept_offer", {"case": "x" * 1001, "reads": ""}),
        ("allege_breach", {"case": "x", "term": "8", "text": ""}),
        ("allege_breach", {"case": "x", "term": "0", "text": ["a", "b"]}),
        ("refuse_offer", {"case": None}),
    ],
)
def test_what_no_page_of_ours_sends_is_amiss(
    session: Session, act: str, plain: Mapping[str, Any]
) -> None:
    """Nothing is made of it, and nothing is written."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    before = entries(session)
    with pytest.raises(Amiss):
        at_deals(session, "astra").send(act, {"was": "", **plain})
    assert entries(session) == before


def test_who_signs_for_nobody_writes_nothing(full: PackReading) -> None:
    """A seat whose side another signs for reads, and is told who does; its acts are refused."""
    session = begun(full, arrangement="four")
    court, navy = at_deals(session, "astra_court"), at_deals(session, "astra_navy")
    assert "signs for your side. You read here what is offered and agreed." in court.lines
    assert court.all_forms == []
    assert navy.has("Write an offer")
    for act in ("begin_offer", "offer_to", "table_draft"):
        with pytest.raises(Refused, match="signs no offers"):
            court.send(act, {"place": "1", "to": ["borea"], "reads": ""})
    session.close()


def test_a_stranger_to_an_offer_cannot_answer_it(session: Session) -> None:
    """Its key alone opens nothing: who does not know of it is told no more than of any other."""
    key = table(session, PLAIN)
    press = at_deals(session, "press")
    for unknown in (key, "no such key"):
        with pytest.raises(Refused) as refused:
            press.send("counter_offer", {"case": unknown})
        assert "Astra" not in str(refused.value)
