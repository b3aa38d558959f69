"""A seat bargains in its own window, by the keyboard alone: it answers, acts and complains."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Does, Term
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import May
from idlib_wargame.views.seat import seat_view
from idlib_wargame.words.language import unmarked
from tests.session.bargains import accept, case, sign, table
from tests.session.exercises import read_back
from tests.windows.play_harbour import open_orders, seal
from tests.windows.seat.bargaining import (
    CREWS,
    NETS,
    NO_RAIDS,
    PLAIN,
    THEIRS,
    answer,
    played,
    shown_text,
    stages,
)
from tests.windows.seat.conftest import DealsOpener, Opener
from tests.windows.typist import CTRL


@pytest.mark.qt_log_ignore("This plugin does not support")  # of a list that folds out
def test_an_offer_is_countered_and_the_counter_signed(
    deals_of: DealsOpener, session: Session
) -> None:
    """Two windows by turns: what changed is marked, and signing the counter closes both."""
    key = table(session, PLAIN)
    borea = deals_of("borea")
    assert "Agreements (1 waits)" in borea.window.pages.titles()
    asked = "An offer waits for your answer: the offer of Astra to Borea."
    assert asked in borea.window.head.asked.text()
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
    astra = deals_of("astra")
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


def test_a_promise_is_kept_broken_alleged_and_declared_over(
    deals_of: DealsOpener, session: Session
) -> None:
    """Three turns of one agreement on one card: breached and declared over are two marks."""
    key = sign(session, PLAIN)
    borea = deals_of("borea")
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
    deals_of: DealsOpener, session: Session
) -> None:
    """On the card itself, though no mark shows one; where one term can be meant, at once."""
    sign(session, PLAIN)
    borea = deals_of("borea")
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
    deals_of: DealsOpener, session: Session
) -> None:
    """One press opens them, and it takes another to pick."""
    gift = Term("astra", Does.WORDS, "Be kind", 3)
    sign(session, PLAIN._replace(terms=(NO_RAIDS, CREWS, gift)))
    borea = deals_of("borea")
    borea.press_button("Say that a term was broken…")
    assert not borea.window.deals.allege.isVisible()
    borea.press_button("Say that term 3 was broken…")
    assert "Say that Astra broke term 3 of" in shown_text(borea.window.deals.allege)


def test_a_half_typed_allegation_is_there_after_a_restart(
    deals_of: DealsOpener, session: Session, qtbot: QtBot
) -> None:
    """Kept as it is typed, shown at its term, gone on with, and gone once it is said."""
    key = sign(session, PLAIN)
    borea = deals_of("borea")
    borea.press_button("Say that a term was broken…")
    borea.types("They fish at ni")
    qtbot.waitUntil(lambda: bool(session.play.allegation_drafts))
    assert session.play.allegation_drafts == {"borea": {(key, 0): "They fish at ni"}}
    again = read_back(session)  # as after a kill: nobody closed the window
    assert again.allegation_drafts == session.play.allegation_drafts
    later = deals_of("borea")
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
    deals_of: DealsOpener, session: Session
) -> None:
    """Before it is done; left alone, nothing is accepted."""
    table(session, THEIRS)
    open_orders(session)
    seal(session, "astra", NETS)
    astra = deals_of("astra")
    astra.press(Qt.Key.Key_Return)
    assert unmarked(astra.window.deals.question.words.text()).split("\n")[1:] == [
        "Your sealed order “Fish at night behind the patrol line” would break it at once."
    ]
    astra.press(Qt.Key.Key_Return)
    assert stages(session) == [Stage.TABLED]
    assert not astra.window.deals.question.isVisible()


def test_nothing_is_offered_once_the_exercise_is_finished(
    deals_of: DealsOpener, session: Session
) -> None:
    """The offer that is being written makes way for what there is, and a sentence says why."""
    sign(session, PLAIN)
    astra = deals_of("astra")
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
