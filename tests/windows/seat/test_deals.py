"""A seat bargains in its own window, by the keyboard alone: it tables, answers and complains."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Does, Offer, Term, Verification
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import May
from idlib_wargame.views.seat import seat_view
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.value_list import ValueList
from idlib_wargame.windows.seat.window import SeatWindow
from idlib_wargame.words.language import unmarked
from tests.session.bargains import accept, case, sign, table
from tests.session.exercises import read_back
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import begin, closed, open_orders, seal
from tests.windows.play_harbour import shown_text as shown_as_isolated
from tests.windows.seat.conftest import Opener
from tests.windows.typist import CTRL, KeysAlone

NETS = Wish("silent_nets")
NO_RAIDS = Term("astra", Does.RESTRAINT, "no_raids", 4)
CREWS = Term("borea", Does.ACT, "free_crews", 2)
PLAIN = Offer("astra", ("borea",), (NO_RAIDS, CREWS), 1, 4, verification=Verification.OBSERVERS)
THEIRS = PLAIN._replace(maker="borea", to=("astra",))


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise on a pack with agreements, on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def answer(typist: KeysAlone[SeatWindow], words: str) -> None:
    """Answer the question that is asked there."""
    assert typist.window.deals.question.isVisible()
    typist.press_button(words)


def shown_text(widget: QWidget) -> str:
    """What can be read on a widget, as it is spelled."""
    return unmarked(shown_as_isolated(widget))


def stages(session: Session) -> list[Stage]:
    """How each offer stands, in the order they were tabled."""
    return [each.stage for each in session.play.ledger.cases.values()]


def test_a_template_is_tabled_in_four_presses(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """To the deals, the template that has the keys, the button that has them then: three."""
    typist = KeysAlone(seat_of(session), hand)
    typist.press(Qt.Key.Key_D, CTRL)
    typist.press(Qt.Key.Key_Return)
    assert typist.window.deals.is_writing
    assert stages(session) == []
    typist.press(Qt.Key.Key_Return)
    assert stages(session) == [Stage.TABLED]
    assert typist.presses <= 4
    assert not typist.window.deals.is_writing
    assert session.play.offer_drafts.get("astra", {}) == {}
    text = shown_text(typist.window.deals)
    assert "On the table\nA ground for the crews, from Astra to Borea" in text
    assert "waits for Borea and Press · answer before the orders of turn 1" in text


def test_a_second_press_tables_nothing_more(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Enter held down on a template opens it, and tables nothing."""
    window = seat_of(session)
    KeysAlone(window, hand).press(Qt.Key.Key_D, CTRL)
    hand.holds(Qt.Key.Key_Return)
    assert window.deals.is_writing
    assert stages(session) == []


@pytest.mark.qt_log_ignore("This plugin does not support")  # of a list that folds out
def test_an_offer_is_countered_and_the_counter_signed(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Two windows by turns: what changed is marked, and signing the counter closes both."""
    key = table(session, PLAIN)
    borea = KeysAlone(seat_of(session, "borea"), hand)
    assert "Agreements (1 waits)" in borea.window.pages.titles()
    asked = "An offer waits for your answer: the offer of Astra to Borea."
    assert asked in borea.window.head.asked.text()
    borea.press(Qt.Key.Key_D, CTRL)
    text = shown_text(borea.window.deals)
    assert "Waits for your answer\nOffer of Astra to Borea" in text
    assert "We give\n2\nBorea orders “Free the crews we hold” by turn 2" in text
    assert "We get\n1\nAstra: No nets are cut, to the end of turn 4" in text
    borea.press_button("Counter…")
    editor = borea.window.deals.editor
    assert "Answers: the offer of Astra to Borea" in shown_text(editor)
    assert [unmarked(form.reads.text()) for form in editor.ours.forms] == [
        "Borea orders “Free the crews we hold” by turn 2"
    ]
    nets = editor.theirs.forms[0]
    nets.by.setFocus()
    borea.press(Qt.Key.Key_Return)
    for key_ in (Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(nets.by.view(), key_)
    assert nets.new.isVisible()
    assert "No longer in it\nAstra: No nets are cut, to the end of turn 4" in shown_text(editor)
    borea.press(Qt.Key.Key_Return, CTRL)
    assert stages(session) == [Stage.TABLED, Stage.TABLED]
    counter = list(session.play.ledger.cases.values())[1]
    assert (counter.answers, counter.offer.terms[0].by) == (key, 3)
    assert "You have countered this" in unmarked(shown_text(borea.window.deals))
    assert "Agreements" in borea.window.pages.titles()
    assert "An offer waits" not in borea.window.head.asked.text()
    borea.window.close()
    astra = KeysAlone(seat_of(session), hand)
    astra.press(Qt.Key.Key_D, CTRL)
    text = shown_text(astra.window.deals)
    assert "New here\nAstra: No nets are cut, to the end of turn 3" in text
    assert "No longer in it\nAstra: No nets are cut, to the end of turn 4" in text
    astra.press_button("Accept")
    assert unmarked(astra.window.deals.question.words.text()) == (
        "Accept the offer of Borea to Astra? Yours is the last answer, so it is in force from "
        "then on."
    )
    answer(astra, "Accept it")
    assert stages(session) == [Stage.SUPERSEDED, Stage.IN_FORCE]
    assert "Agreements" in astra.window.pages.titles()


def played(session: Session, *astra: Wish) -> None:
    """A turn in which Astra orders this, and Borea nothing."""
    open_orders(session)
    seal(session, "astra", *astra)
    seal(session, "borea")
    session.submit(Adjudicate(), FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)


def test_a_promise_is_kept_broken_alleged_and_declared_over(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Three turns of one agreement on one card: breached and declared over are two marks."""
    key = sign(session, PLAIN)
    borea = KeysAlone(seat_of(session, "borea"), hand)
    played(session)
    borea.press(Qt.Key.Key_D, CTRL)
    text = shown_text(borea.window.deals)
    assert "In force\nAgreement of Astra and Borea\nin force · until the end of turn 4" in text
    assert "Astra: No nets are cut, to the end of turn 4\nkept so far" in text
    assert "by turn 2\ndue next turn" in text
    assert "Breached" not in text
    played(session, NETS)
    borea.press(Qt.Key.Key_D, CTRL)
    text = shown_text(borea.window.deals)
    assert "Breached by Astra" in text
    assert "Declared over" not in text
    assert "Astra: No nets are cut, to the end of turn 4\nbroken" in text
    borea.press_button("Say that term 1 was broken…")
    QTest.keyClicks(borea.window.deals.allege.text, "At night")
    borea.press(Qt.Key.Key_Return, CTRL)
    assert "Borea says that it was broken: At night" in shown_text(borea.window.deals)
    borea.press_button("Evidence and history")
    text = shown_text(borea.window.deals)
    assert "Turn 1: kept so far" in text
    assert "Turn 2: broken (Astra ordered “Fish at night behind the patrol line”)" in text
    borea.press_button("Declare over…")
    answer(borea, "Declare it over")
    assert case(session, key).stage is Stage.DECLARED_OVER
    text = shown_text(borea.window.deals)
    assert "Over\nAgreement of Astra and Borea\ndeclared over · turn 3" in text
    assert "Breached by Astra and Borea\nDeclared over by Borea" in text


def test_whoever_suspects_a_breach_finds_how_to_say_so(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """On the card itself, though no mark shows one; where one term can be meant, at once."""
    sign(session, PLAIN)
    borea = KeysAlone(seat_of(session, "borea"), hand)
    borea.press(Qt.Key.Key_D, CTRL)
    borea.press_button("Say that a term was broken…")
    assert borea.on is borea.window.deals.allege.text
    assert "Say that Astra broke term 1 of" in shown_text(borea.window.deals.allege)
    borea.press(Qt.Key.Key_Return, CTRL)
    text = shown_text(borea.window.deals)
    assert "Borea says that it was broken." in text
    assert "Say that" not in text  # it is said, for this turn
    played(session)
    session.submit(MoveOn(), FACILITATOR)
    borea.window.show_view(seat_view(session, "borea"))
    borea.window.turn_to("deals")
    QApplication.processEvents()
    assert "Say that a term was broken…" in shown_text(borea.window.deals)


def test_of_several_terms_one_is_picked_beside_its_evidence(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """One press opens them, and it takes another to pick."""
    gift = Term("astra", Does.WORDS, "Be kind", 3)
    sign(session, PLAIN._replace(terms=(NO_RAIDS, CREWS, gift)))
    borea = KeysAlone(seat_of(session, "borea"), hand)
    borea.press(Qt.Key.Key_D, CTRL)
    borea.press_button("Say that a term was broken…")
    assert not borea.window.deals.allege.isVisible()
    borea.press_button("Say that term 3 was broken…")
    assert "Say that Astra broke term 3 of" in shown_text(borea.window.deals.allege)


def test_a_half_typed_allegation_is_there_after_a_restart(
    seat_of: Opener, session: Session, hand: WatchedHand, qtbot: QtBot
) -> None:
    """Kept as it is typed, shown at its term, gone on with, and gone once it is said."""
    key = sign(session, PLAIN)
    borea = KeysAlone(seat_of(session, "borea"), hand)
    borea.press(Qt.Key.Key_D, CTRL)
    borea.press_button("Say that a term was broken…")
    borea.types("They fish at ni")
    qtbot.waitUntil(lambda: bool(session.play.allegation_drafts))
    assert session.play.allegation_drafts == {"borea": {(key, 0): "They fish at ni"}}
    again = read_back(session)  # as after a kill: nobody closed the window
    assert again.allegation_drafts == session.play.allegation_drafts
    later = KeysAlone(seat_of(session, "borea"), hand)
    later.press(Qt.Key.Key_D, CTRL)
    later.press_button("Go on saying that term 1 was broken…")
    assert later.window.deals.allege.text.toPlainText() == "They fish at ni"
    QTest.keyClick(later.on, Qt.Key.Key_End, CTRL)
    later.types("ght")
    later.press(Qt.Key.Key_Return, CTRL)
    assert "Borea says that it was broken: They fish at night" in shown_text(later.window.deals)
    assert session.play.allegation_drafts == {"borea": {}}
    assert "Go on saying" not in shown_text(later.window.deals)


def test_what_an_order_would_keep_or_break_is_said_before_it_is_sealed(
    seat_of: Opener, session: Session
) -> None:
    """On the move, beside the order, and in the question before the seal."""
    sign(session, PLAIN)
    open_orders(session)
    window = seat_of(session)
    button = next(b for b in window.moves.buttons() if b.option.wish == NETS)
    button.looked_at.emit(button)
    said = "It would break term 1 of the agreement of Astra and Borea."
    assert said in shown_text(window.orders_page.detail)
    button.click()
    assert said in shown_text(window.orders)
    window.orders.seal.click()
    assert window.question.isVisible()
    assert said in unmarked(window.question.words.text())
    assert "astra" not in session.play.sealed


def test_an_order_that_keeps_a_promise_is_sealed_without_a_question(
    seat_of: Opener, session: Session
) -> None:
    """It is a good remark with its mark on the move and beside the order, and nothing warns."""
    sign(session, PLAIN)
    open_orders(session)
    window = seat_of(session, "borea")
    button = next(b for b in window.moves.buttons() if b.option.wish.move == "free_crews")
    said = "It keeps term 2 of the agreement of Astra and Borea."
    button.looked_at.emit(button)
    button.click()
    QApplication.processEvents()
    for place in (window.orders_page.detail, window.orders):
        found = {
            unmarked(each.text()): each.property("role")
            for each in place.findChildren(QLabel)
            if not each.isHidden()
        }
        assert found[said] == "good"
        assert "warning" not in found.values()
    window.orders.seal.click()
    assert not window.question.isVisible()
    assert [wish.move for wish in session.play.sealed["borea"]] == ["free_crews"]


def test_accepting_after_sealing_names_the_orders_that_it_breaks(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Before it is done; left alone, nothing is accepted."""
    table(session, THEIRS)
    open_orders(session)
    seal(session, "astra", NETS)
    astra = KeysAlone(seat_of(session), hand)
    astra.press(Qt.Key.Key_D, CTRL)
    astra.press(Qt.Key.Key_Return)
    assert unmarked(astra.window.deals.question.words.text()).split("\n")[1:] == [
        "Your sealed order “Fish at night behind the patrol line” would break it at once."
    ]
    astra.press(Qt.Key.Key_Return)
    assert stages(session) == [Stage.TABLED]
    assert not astra.window.deals.question.isVisible()


def test_whoever_picks_observers_reads_that_covert_orders_will_be_named(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """It stands in the list's tooltip before anybody signs, for each choice its own."""
    astra = KeysAlone(seat_of(session), hand)
    astra.press(Qt.Key.Key_D, CTRL)
    astra.press_button("Write an offer…")
    verifies = astra.window.deals.editor.rest.verification
    assert "only what they can see for themselves" in verifies.toolTip()
    place = verifies.findText("observers verify", Qt.MatchFlag.MatchContains)
    verifies.setCurrentIndex(place)
    verifies.activated.emit(place)
    assert verifies.value is Verification.OBSERVERS
    assert "which orders kept or broke it, covert ones too" in verifies.toolTip()


def test_a_half_written_offer_waits_for_whoever_comes_back(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Behind the curtain, in a window opened anew, phases and a turn later."""
    astra = KeysAlone(seat_of(session), hand)
    astra.press(Qt.Key.Key_D, CTRL)
    astra.press_button("Write an offer…")
    editor = astra.window.deals.editor
    assert "The offer is made to nobody; choose whom it is for." in shown_text(editor)
    assert not editor.go.isEnabled()
    astra.press_button("Borea")
    astra.press_button("Add what we give")
    editor.rest.text.setFocus()
    QTest.keyClicks(editor.rest.text, "Between us")
    astra.window.let_down()
    (draft,) = session.play.offer_drafts["astra"].values()
    assert (draft.offer.to, draft.offer.text, len(draft.offer.terms)) == (
        ("borea",),
        "Between us",
        1,
    )
    astra.window.close()
    closed(session)
    again = seat_of(session)
    again.turn_to("deals")
    assert "Half written\nan offer of 1 term, to Borea" in shown_text(again.deals)
    later = KeysAlone(again, hand)
    later.press_button("Go on writing")
    editor = again.deals.editor
    assert editor.rest.text.toPlainText() == "Between us"
    assert (
        "It asks for an answer by turn 1, which is past; turn 2 is the first left."
        in shown_text(editor)
    )
    later.press_button("Move its dates on")
    assert editor.go.isEnabled()
    later.press(Qt.Key.Key_Return, CTRL)
    assert stages(session) == [Stage.TABLED]
    assert session.play.offer_drafts["astra"] == {}


@pytest.mark.parametrize("where", ["the offer's sentence", "free words of a term"])
def test_ctrl_enter_in_a_sentence_tables_the_offer(
    where: str, seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """As the list of keys says, with the keys where the words are typed; once for one press."""
    astra = KeysAlone(seat_of(session), hand)
    astra.press(Qt.Key.Key_D, CTRL)
    astra.press(Qt.Key.Key_Return)
    editor = astra.window.deals.editor
    free = next(form.words for form in editor.theirs.forms if form.words.isVisible())
    field = editor.rest.text if where == "the offer's sentence" else free
    field.setFocus()
    astra.types("so be it")
    astra.press(Qt.Key.Key_Return, CTRL)
    assert stages(session) == [Stage.TABLED]
    assert "so be it" in repr(case(session).offer)
    assert not editor.isVisible()


def test_ctrl_enter_tables_nothing_that_cannot_be_tabled(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """What keeps it off the table stands below, and what was typed stays."""
    astra = KeysAlone(seat_of(session), hand)
    astra.press(Qt.Key.Key_D, CTRL)
    astra.press_button("Write an offer…")
    editor = astra.window.deals.editor
    editor.rest.text.setFocus()
    astra.types("so be it")
    astra.press(Qt.Key.Key_Return, CTRL)
    assert stages(session) == []
    assert editor.rest.text.toPlainText() == "so be it"
    assert "The offer is made to nobody; choose whom it is for." in shown_text(editor)


def test_a_counter_with_their_own_text_says_to_accept_theirs(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """Until something in it is another, it cannot be tabled."""
    table(session, PLAIN)
    borea = KeysAlone(seat_of(session, "borea"), hand)
    borea.press(Qt.Key.Key_D, CTRL)
    borea.press_button("Counter…")
    editor = borea.window.deals.editor
    assert "This is the same text as theirs; accept theirs instead." in shown_text(editor)
    assert not editor.go.isEnabled()
    editor.rest.text.setPlainText("And so on.")
    assert "the same text" not in shown_text(editor)
    assert editor.go.isEnabled()


def test_nothing_is_offered_once_the_exercise_is_finished(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """The offer that is being written makes way for what there is, and a sentence says why."""
    sign(session, PLAIN)
    astra = KeysAlone(seat_of(session), hand)
    astra.press(Qt.Key.Key_D, CTRL)
    astra.press_button("Write an offer…")
    astra.press_button("Keep as draft")
    astra.press_button("Go on writing")
    page = astra.window.deals
    assert page.is_writing
    played(session)
    session.submit(Finish(), FACILITATOR)
    astra.window.show_view(seat_view(session, "astra"))
    astra.window.turn_to("deals")
    QApplication.processEvents()
    assert not page.is_writing
    text = shown_text(page)
    assert "The exercise is finished; nothing can be offered, agreed or ended any more." in text
    assert "Half written" not in text
    assert page.templates == {}
    assert not page.write.isVisible()
    (card,) = page.list.cards.values()
    assert card.acts == {}


def test_until_when_an_offer_may_be_answered_is_true_while_orders_are_sealed(
    seat_of: Opener, session: Session
) -> None:
    """In the orders of turn 1 it may be answered until those are opened, and then binds them."""
    key = table(session, PLAIN)
    open_orders(session)
    window = seat_of(session, "borea")
    window.turn_to("deals")
    assert "answer before the orders of turn 1 are opened" in shown_text(window.deals)
    window.deals.write.click()
    words = window.deals.editor.rest.answer_by.currentText()
    assert unmarked(words) == "before the orders of turn 1 are opened"
    accept(session, key, "borea")
    assert case(session, key).binds(1)


def test_a_draft_is_discarded_only_once_that_is_asked(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """A template that was only looked at leaves nothing behind."""
    astra = KeysAlone(seat_of(session), hand)
    astra.press(Qt.Key.Key_D, CTRL)
    astra.press(Qt.Key.Key_Return)
    astra.press(Qt.Key.Key_Escape)
    assert not astra.window.deals.is_writing
    assert session.play.offer_drafts.get("astra", {}) == {}
    astra.window.deals.take_keys()
    astra.press(Qt.Key.Key_Return)
    astra.press_button("Keep as draft")
    assert len(session.play.offer_drafts["astra"]) == 1
    astra.press_button("Discard…")
    answer(astra, "Discard it")
    assert session.play.offer_drafts["astra"] == {}
    assert "Half written" not in shown_text(astra.window.deals)


def test_a_counter_to_what_was_withdrawn_meanwhile_says_so(
    seat_of: Opener, session: Session, hand: WatchedHand
) -> None:
    """What is written stays, and can be tabled as an offer of its own."""
    table(session, PLAIN)
    borea = KeysAlone(seat_of(session, "borea"), hand)
    borea.press(Qt.Key.Key_D, CTRL)
    borea.press_button("Counter…")
    session.submit(WithdrawOffer("astra", next(iter(session.play.ledger.cases))), "astra")
    editor = borea.window.deals.editor
    assert "The offer that it answers: withdrawn. It can be tabled" in shown_text(editor)
    assert not editor.go.isEnabled()
    borea.press_button("Make it an offer of its own")
    borea.press(Qt.Key.Key_Return)
    assert stages(session) == [Stage.WITHDRAWN, Stage.TABLED]


def test_what_was_answered_elsewhere_is_refused_in_a_sentence(
    seat_of: Opener, session: Session
) -> None:
    """A card that is out of date accepts nothing a second time, and says why."""
    table(session, PLAIN)
    window = seat_of(session, "borea")
    window.turn_to("deals")
    shown_text(window)
    (card,) = window.deals.list.cards.values()
    stale = card.card
    session.submit(RefuseOffer("borea", stale.key), "borea")
    window.deals._do(May.ACCEPT, stale)
    assert "That offer is no longer on the table: refused." in shown_text(window.deals)


def test_ten_thousand_characters_are_kept_and_not_tabled(seat_of: Opener, session: Session) -> None:
    """One sentence each for the words of a term and for the offer's own."""
    window = seat_of(session)
    window.turn_to("deals")
    window.deals.templates["ground_for_crews"].click()
    editor = window.deals.editor
    words = next(form for form in editor.theirs.forms if form.words.isVisible())
    words.words.setPlainText("x" * 10_000)
    editor.rest.text.setPlainText("y" * 10_000)
    text = shown_text(editor)
    assert "The offer's sentence has 10000 characters and may have 1000; shorten it." in text
    assert "Term 5 has 10000 characters and may have 500; shorten it." in text
    assert not editor.go.isEnabled()
    window.let_down()
    (draft,) = session.play.offer_drafts["astra"].values()
    assert len(draft.offer.text) == 10_000


def test_a_term_that_names_what_is_gone_shows_it_and_says_so(
    seat_of: Opener, session: Session
) -> None:
    """A draft from another edition of the pack is opened, not lost."""
    gone = PLAIN._replace(terms=(Term("astra", Does.ACT, "sail_to_the_moon", 2),))
    session.submit(DraftOffer("astra", 1, gone), "astra")
    window = seat_of(session)
    window.turn_to("deals")
    shown_text(window)
    window.deals.list.drafts[1].go_on.click()
    editor = window.deals.editor
    said = "Term 1 names “sail_to_the_moon”, and the pack has no such move; choose another."
    assert said in shown_text(editor)
    assert unmarked(editor.ours.forms[0].what.shown) == "no longer there: sail_to_the_moon"


def test_without_offers_the_page_says_what_will_stand_there(
    seat_of: Opener, session: Session
) -> None:
    """And how it comes there."""
    window = seat_of(session)
    window.turn_to("deals")
    assert "Pick a template above, or write an offer of your own." in shown_text(window.deals)


def test_nothing_is_agreed_while_orders_lie_open(seat_of: Opener, session: Session) -> None:
    """The page says so, and no button offers what would be refused."""
    table(session, PLAIN._replace(answer_by=2))
    open_orders(session)
    seal(session, "astra")
    seal(session, "borea")
    session.submit(Adjudicate(), FACILITATOR)
    window = seat_of(session, "borea")
    window.turn_to("deals")
    text = shown_text(window.deals)
    assert "The orders of turn 1 are open, and what is agreed stays as it was." in text
    (card,) = window.deals.list.cards.values()
    assert set(card.acts) == {May.PUBLISH}
    assert not window.deals.write.isVisible()


def test_the_chosen_move_is_read_whole_in_large_text(seat_of: Opener, session: Session) -> None:
    """At 1280 × 720 and 150% its list has as many lines as its name needs, and room for them."""
    session.submit(DraftOffer("astra", 1, PLAIN), "astra")
    theme.set_text_scale(150)
    window = seat_of(session)
    window.resize(1280, 690)
    window.turn_to("deals")
    shown_text(window)
    window.deals.list.drafts[1].go_on.click()
    QApplication.processEvents()
    editor = window.deals.editor
    (crews,) = editor.theirs.forms
    narrow = crews.what.heightForWidth(crews.what.minimumSizeHint().width())
    assert narrow > crews.what.heightForWidth(2000)
    lists = [each for each in editor.findChildren(ValueList) if each.isVisible()]
    assert len(lists) > 8
    for each in lists:
        assert each.height() >= each.heightForWidth(each.width()), each.shown


@pytest.mark.parametrize("scale", theme.TEXT_SCALES)
def test_the_list_and_the_editor_fit_a_small_screen(
    seat_of: Opener, session: Session, scale: int
) -> None:
    """At 1280 × 720 nothing is pushed off the screen, at any size of text."""
    table(session, PLAIN)
    theme.set_text_scale(scale)
    window = seat_of(session, "borea")
    window.resize(1280, 690)
    window.turn_to("deals")
    for writes in (False, True):
        if writes:
            window.deals.templates["ground_for_crews"].click()
        shown_text(window)
        least = window.minimumSizeHint()
        assert (least.width() <= 1280, least.height() <= 690) == (True, True)
