"""A seat writes offers in its own window, by the keyboard alone, and tables them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.offer import Does, Term, Verification
from idlib_wargame.session.kinds.offer_draft import DraftOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.session import Session
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.value_list import ValueList
from idlib_wargame.words.language import unmarked
from tests.session.bargains import case, table
from tests.windows.dress import at_each_size_of_text
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import closed
from tests.windows.seat.bargaining import (
    PLAIN,
    answer,
    shown_text,
    stages,
)
from tests.windows.seat.conftest import DealsOpener, Opener
from tests.windows.typist import CTRL


def test_a_template_is_tabled_in_four_presses(deals_of: DealsOpener, session: Session) -> None:
    """To the deals, the template that has the keys, the button that has them then: three."""
    typist = deals_of("astra")
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
    deals_of: DealsOpener, session: Session, hand: WatchedHand
) -> None:
    """Enter held down on a template opens it, and tables nothing."""
    window = deals_of("astra").window
    hand.holds(Qt.Key.Key_Return)
    assert window.deals.is_writing
    assert stages(session) == []


def test_whoever_picks_observers_reads_that_covert_orders_will_be_named(
    deals_of: DealsOpener,
) -> None:
    """It stands in the list's tooltip before anybody signs, for each choice its own."""
    astra = deals_of("astra")
    astra.press_button("Write an offer…")
    verifies = astra.window.deals.editor.rest.verification
    assert "only what they can see for themselves" in verifies.toolTip()
    place = verifies.findText("observers verify", Qt.MatchFlag.MatchContains)
    verifies.setCurrentIndex(place)
    verifies.activated.emit(place)
    assert verifies.value is Verification.OBSERVERS
    assert "which orders kept or broke it, covert ones too" in verifies.toolTip()


def test_a_half_written_offer_waits_for_whoever_comes_back(
    deals_of: DealsOpener, session: Session
) -> None:
    """Behind the curtain, in a window opened anew, phases and a turn later."""
    astra = deals_of("astra")
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
    later = deals_of("astra")
    assert "Half written\nan offer of 1 term, to Borea" in shown_text(later.window.deals)
    later.press_button("Go on writing")
    editor = later.window.deals.editor
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
    where: str, deals_of: DealsOpener, session: Session
) -> None:
    """As the list of keys says, with the keys where the words are typed; once for one press."""
    astra = deals_of("astra")
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
    deals_of: DealsOpener, session: Session
) -> None:
    """What keeps it off the table stands below, and what was typed stays."""
    astra = deals_of("astra")
    astra.press_button("Write an offer…")
    editor = astra.window.deals.editor
    editor.rest.text.setFocus()
    astra.types("so be it")
    astra.press(Qt.Key.Key_Return, CTRL)
    assert stages(session) == []
    assert editor.rest.text.toPlainText() == "so be it"
    assert "The offer is made to nobody; choose whom it is for." in shown_text(editor)


def test_a_counter_with_their_own_text_says_to_accept_theirs(
    deals_of: DealsOpener, session: Session
) -> None:
    """Until something in it is another, it cannot be tabled."""
    table(session, PLAIN)
    borea = deals_of("borea")
    borea.press_button("Counter…")
    editor = borea.window.deals.editor
    assert "This is the same text as theirs; accept theirs instead." in shown_text(editor)
    assert not editor.go.isEnabled()
    editor.rest.text.setPlainText("And so on.")
    assert "the same text" not in shown_text(editor)
    assert editor.go.isEnabled()


def test_a_draft_is_discarded_only_once_that_is_asked(
    deals_of: DealsOpener, session: Session
) -> None:
    """A template that was only looked at leaves nothing behind."""
    astra = deals_of("astra")
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
    deals_of: DealsOpener, session: Session
) -> None:
    """What is written stays, and can be tabled as an offer of its own."""
    table(session, PLAIN)
    borea = deals_of("borea")
    borea.press_button("Counter…")
    session.submit(WithdrawOffer("astra", next(iter(session.play.ledger.cases))), "astra")
    editor = borea.window.deals.editor
    assert "The offer that it answers: withdrawn. It can be tabled" in shown_text(editor)
    assert not editor.go.isEnabled()
    borea.press_button("Make it an offer of its own")
    borea.press(Qt.Key.Key_Return)
    assert stages(session) == [Stage.WITHDRAWN, Stage.TABLED]


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


@pytest.mark.dressed
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


@at_each_size_of_text
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
