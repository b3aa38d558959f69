"""Seats bargain on their pages: what is offered, answered, kept, broken and ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Does, Term
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.allegation_draft import DraftAllegation
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.session import Session
from idlib_wargame.web.fields import Amiss
from tests.harbour_exercise import begin, open_orders, seal
from tests.secret_bargains import PEOPLE, SEATS, WORDS, bargained_in_secret, kept_from, read_by
from tests.session.bargains import case, sign, table
from tests.web.areas.deals_exercise import (
    CREWS,
    NETS,
    NO_RAIDS,
    PLAIN,
    at_deals,
    draft_of,
    played,
    stages,
)


@pytest.fixture
def session(full: PackReading) -> Iterator[Session]:
    """A new exercise on a pack with agreements."""
    session = begin(full)
    yield session
    session.close()


def test_an_offer_is_countered_and_the_counter_signed(session: Session) -> None:
    """Two pages by turns: what changed is marked, and signing the counter closes both."""
    key = table(session, PLAIN)
    borea = at_deals(session, "borea")
    assert "Waits for your answer\nOffer of Astra to Borea" in borea.lines
    assert "We give\n2\nBorea orders “Free the crews we hold” by turn 2" in borea.lines
    assert "We get\n1\nAstra: No nets are cut, to the end of turn 4" in borea.lines
    borea.tap("Counter…")
    assert "Answers: the offer of Astra to Borea" in borea.lines
    assert "This is the same text as theirs; accept theirs instead." in borea.lines
    assert borea.is_off("Table offer")
    borea.put("draft-1-theirs-restraint-0-by", "3")
    assert "New here\nAstra: No nets are cut, to the end of turn 3" in borea.lines
    assert "No longer in it\nAstra: No nets are cut, to the end of turn 4" in borea.lines
    assert borea.tap("Table offer") == "It is on the table."
    assert stages(session) == [Stage.TABLED, Stage.TABLED]
    counter = list(session.play.ledger.cases.values())[1]
    assert (counter.answers, counter.offer.terms[0].by) == (key, 3)
    assert "You have countered this" in borea.lines
    assert "Half written" not in borea.lines
    astra = at_deals(session, "astra")
    assert "New here\nAstra: No nets are cut, to the end of turn 3" in astra.lines
    assert astra.question("Accept") == (
        "Accept the offer of Borea to Astra? Yours is the last answer, so it is in force from "
        "then on."
    )
    astra.tap("Accept")
    assert stages(session) == [Stage.SUPERSEDED, Stage.IN_FORCE]
    assert "In force\nAgreement of Borea and Astra" in astra.lines
    assert "Over: 1" in astra.lines


def test_whoever_has_begun_a_counter_goes_on_with_it(session: Session) -> None:
    """A second press on a page that is late begins no other."""
    table(session, PLAIN)
    borea = at_deals(session, "borea")
    borea.hold()
    borea.tap("Counter…")
    borea.tap("Counter…")
    borea.let_go()
    assert list(session.play.offer_drafts["borea"]) == [1]
    assert not borea.has("Counter…")
    assert "Go on with your counter" in borea.lines


def test_a_promise_is_kept_broken_alleged_and_declared_over(session: Session) -> None:
    """Three turns of one agreement on one card: breached and declared over are two marks."""
    key = sign(session, PLAIN)
    borea = at_deals(session, "borea")
    played(session)
    assert (
        "In force\nAgreement of Astra and Borea\nin force · until the end of turn 4" in borea.lines
    )
    assert "Astra: No nets are cut, to the end of turn 4\nkept so far" in borea.lines
    assert "Breached" not in borea.lines
    played(session, NETS)
    assert "Breached by Astra" in borea.lines
    assert "Declared over" not in borea.lines
    assert "Astra: No nets are cut, to the end of turn 4\nbroken" in borea.lines
    asked = "Say that Astra broke term 1 of the agreement of Astra and Borea?"
    assert f"Say that a term was broken…\nSay that term 1 was broken…\n{asked}" in borea.lines
    borea.tap("Say so to all who know of it", text="At <night>")
    assert "Borea says that it was broken: At <night>" in borea.lines
    assert "Turn 1: kept so far" in borea.lines
    assert "Turn 2: broken (Astra ordered “Fish at night behind the patrol line”)" in borea.lines
    assert borea.question("Declare over…").startswith("Declare the agreement of Astra and Borea")
    borea.tap("Declare over…")
    assert case(session, key).stage is Stage.DECLARED_OVER
    assert "Over: 1\nAgreement of Astra and Borea\ndeclared over · turn 3" in borea.lines
    assert "Breached by Astra and Borea\nDeclared over by Borea" in borea.lines


def test_every_mark_has_a_shape_beside_its_words(session: Session) -> None:
    """Broken is no colour alone; what the reader is not told is in no colour at all."""
    sign(session, PLAIN)
    borea = at_deals(session, "borea")
    played(session, NETS)
    html = borea.parts()["deals.in_force"]
    marks = [line for line in html.splitlines() if 'class="remark small' in line]
    assert len(marks) == 2
    assert all('class="icon"' in line for line in marks)
    (broken,) = (line for line in marks if ">broken<" in line)
    assert 'class="remark small danger"' in broken


def test_of_several_terms_one_is_picked_to_be_called_broken(session: Session) -> None:
    """Said with no words at all; for this turn it is not asked again."""
    gift = Term("astra", Does.WORDS, "Be kind", 3)
    sign(session, PLAIN._replace(terms=(NO_RAIDS, CREWS, gift)))
    borea = at_deals(session, "borea")
    first = "Say that a term was broken…\nSay that term 1 was broken…"
    assert first in borea.lines
    assert "Say that term 3 was broken…" in borea.lines
    (key,) = session.play.ledger.cases
    borea.send("allege_breach", {"case": key, "term": "2", "text": ""})
    assert "Borea says that it was broken." in borea.lines
    assert "Say that term 3 was broken…" not in borea.lines


def test_what_was_half_said_on_the_laptop_stands_in_the_field(session: Session) -> None:
    """And goes with what is said on the page."""
    key = sign(session, PLAIN)
    session.submit(DraftAllegation("borea", key, 0, "They came at ni"), "borea")
    borea = at_deals(session, "borea")
    assert "Go on saying that term 1 was broken…" in borea.lines
    borea.tap("Say so to all who know of it")
    assert "Borea says that it was broken: They came at ni" in borea.lines
    assert "Go on saying" not in borea.lines
    assert session.play.allegation_drafts["borea"] == {}


def test_what_is_half_said_keeps_its_place_while_its_term_is_marked(session: Session) -> None:
    """It is kept as it is typed, and the field is not taken from under the hands that type."""
    key = sign(session, PLAIN)
    borea = at_deals(session, "borea")
    (field,) = (each for each in borea.field_ids if each.endswith("-text"))
    before = _around(borea.html, field)
    borea.put(field, "They came")
    assert session.play.allegation_drafts["borea"] == {(key, 0): "They came"}
    count = len(session.entries)
    borea.put(field, "They came")
    assert len(session.entries) == count
    played(session, NETS)
    assert "broken\nGo on saying that term 1 was broken…" in borea.lines
    assert _around(borea.html, field) == before
    borea.put(field, "")
    assert session.play.allegation_drafts["borea"] == {}


def _around(html: str, field: str) -> list[str]:
    """The ids of what stands open around a field."""
    opened: list[str] = []
    for ends, name in re.findall(r'<(/?)details(?: [^>]*?id="([^"]*)")?', html.split(field)[0]):
        if ends:
            opened.pop()
        else:
            opened.append(name)
    return opened


def test_an_offer_is_withdrawn_and_another_refused(session: Session) -> None:
    """Both are asked, and stand among what is over."""
    table(session, PLAIN)
    astra, borea = at_deals(session, "astra"), at_deals(session, "borea")
    assert "That closes it for everybody." in astra.question("Withdraw…")
    astra.tap("Withdraw…")
    table(session, PLAIN._replace(text="Once more"))
    assert "That closes it for everybody." in borea.question("Refuse…")
    borea.tap("Refuse…")
    assert stages(session) == [Stage.WITHDRAWN, Stage.REFUSED]
    assert "Over: 2" in borea.lines
    assert borea.parts()["deals.waiting"] == ""


def test_an_acceptance_is_taken_back_while_others_have_not_given_theirs(session: Session) -> None:
    """It is done at once, as it can be done again."""
    table(session, PLAIN._replace(to=("borea", "caldis")))
    borea = at_deals(session, "borea")
    assert borea.question("Accept") == ""
    borea.tap("Accept")
    assert borea.parts()["deals.waiting"] == ""
    assert borea.question("Take our acceptance back") == ""
    borea.tap("Take our acceptance back")
    assert "Waits for your answer" in borea.lines


def test_an_agreement_is_made_known_and_ended_by_consent(session: Session) -> None:
    """What cannot be taken back is asked; it ends once both have agreed."""
    key = sign(session, PLAIN)
    astra, borea = at_deals(session, "astra"), at_deals(session, "borea")
    assert "That cannot be taken back." in astra.question("Make it known to all…")
    astra.tap("Make it known to all…")
    assert case(session, key).was_public()
    assert not borea.has("Make it known to all…")
    astra.tap("Agree to end it…")
    assert "Astra would end it; the others have not agreed yet." in borea.lines
    borea.tap("Agree to end it…")
    played(session)
    assert case(session, key).stage is Stage.ENDED


def test_the_person_who_is_logged_in_signs_for_the_seat(session: Session) -> None:
    """Nobody is asked who they are: the server knows, and says so with the act."""
    key = table(session, PLAIN._replace(maker="borea", to=("astra",)))
    ben = at_deals(session, "astra", "Ben")
    ben.tap("Accept")
    assert session.play.signed_by["astra"] == {key: "Ben"}
    assert "Ben signed for Astra." in ben.lines


def test_nobody_accepts_what_they_did_not_read(session: Session) -> None:
    """An acceptance names the text that stood on the page; of another text it is refused."""
    key = table(session, PLAIN)
    borea = at_deals(session, "borea")
    with pytest.raises(Refused):
        borea.send("accept_offer", {"case": key, "reads": "0123456789ab"})
    assert stages(session) == [Stage.TABLED]
    with pytest.raises(Amiss):
        borea.send("accept_offer", {"case": key})


def test_what_was_answered_elsewhere_is_refused_in_a_sentence(session: Session) -> None:
    """A page that is out of date accepts nothing a second time, and says why."""
    table(session, PLAIN)
    one, other = at_deals(session, "borea"), at_deals(session, "borea")
    one.hold()
    other.tap("Refuse…")
    with pytest.raises(Refused, match="That offer is no longer on the table: refused"):
        one.tap("Accept")


def test_accepting_after_sealing_names_the_orders_that_it_breaks(session: Session) -> None:
    """Before it is done, each order on a line of its own."""
    table(session, PLAIN._replace(maker="borea", to=("astra",)))
    open_orders(session)
    seal(session, "astra", NETS)
    assert at_deals(session, "astra").question("Accept").split("\n")[1:] == [
        "Your sealed order “Fish at night behind the patrol line” would break it at once."
    ]


def test_without_offers_the_page_says_what_will_stand_there(session: Session) -> None:
    """And how it comes there."""
    astra = at_deals(session, "astra")
    assert "Pick a template above, or write an offer of your own." in astra.lines
    table(session, PLAIN)
    assert astra.parts()["deals.empty"] == ""


def test_nothing_is_agreed_while_orders_lie_open(session: Session) -> None:
    """The page says so, and no button offers what would be refused."""
    table(session, PLAIN._replace(answer_by=2))
    open_orders(session)
    seal(session, "astra")
    seal(session, "borea")
    session.submit(Adjudicate(), FACILITATOR)
    borea = at_deals(session, "borea")
    assert "The orders of turn 1 are open, and what is agreed stays as it was." in borea.lines
    assert [form.attributes["data-act"] for form in borea.all_forms] == ["publish_agreement"]
    with pytest.raises(Refused, match="The orders of turn 1 are open"):
        borea.send("begin_offer", {})


def test_nothing_is_offered_once_the_exercise_is_finished(session: Session) -> None:
    """What was half written makes way, and a sentence says why."""
    sign(session, PLAIN)
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    played(session)
    session.submit(Finish(), FACILITATOR)
    astra = at_deals(session, "astra")
    said = "The exercise is finished; nothing can be offered, agreed or ended any more."
    assert said in astra.lines
    assert astra.all_forms == []
    assert draft_of(session, "astra") == PLAIN
    with pytest.raises(Refused):
        astra.send("table_draft", {"place": "1", "reads": PLAIN.digest})


def test_a_pack_without_agreements_has_no_deals(harbour: PackReading) -> None:
    """Every part is there and shows nothing; nothing can be begun."""
    session = begin(harbour)
    astra = at_deals(session, "astra")
    assert set(astra.parts().values()) == {""}
    assert len(astra.parts()) == 7
    with pytest.raises(Refused):
        astra.send("begin_offer", {})
    session.close()


def test_no_part_tells_what_another_seat_keeps(tmp_path: Path) -> None:
    """Of a bargain with a word in every private place, each page has its own words alone."""
    session = bargained_in_secret(tmp_path)
    for seat in SEATS:
        html = "\n".join(at_deals(session, seat).parts().values())
        told = set(re.findall(r"SECRET[-A-Z]*[A-Z]", html))
        assert told <= WORDS.keys()
        assert told & kept_from(seat) == set()
        if seat in PEOPLE:
            assert told <= read_by(seat)
            assert {"SECRET-PUBLISHED", "SECRET-OPEN", "SECRET-LEAKED-OFFER"} <= told
    assert "SECRET-OFFER-HALF-WRITTEN-A" in at_deals(session, "astra").html
    session.close()
