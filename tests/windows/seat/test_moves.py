"""The moves of a seat: found, picked by mouse or keys, explained, and refused in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.windows.cards.choice_card import ChoiceCard
from idlib_wargame.windows.look import theme
from idlib_wargame.words.language import unmarked
from tests.windows.play_harbour import shown_text
from tests.windows.seat.conftest import Opener
from tests.windows.seat.picking import in_focus, option

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(at_orders: Session) -> Session:
    """The orders of its first turn are open."""
    return at_orders


def test_moves_stand_by_table_with_odds_in_words(seat_of: Opener, session: Session) -> None:
    """Each rule table has its column; odds are words, the numbers stand behind them."""
    window = seat_of(session)
    column = shown_text(window.moves.columns["diplomatic"])
    assert "Diplomatic actions" in column
    assert "Call the three ministers together\nLikely" in column
    assert option(window, "call_talks").toolTip() == "6+ on two dice, 72%"


def test_a_move_that_is_not_open_says_why(seat_of: Opener, session: Session) -> None:
    """It stands below the others, in grey, with what would open it; picking it does nothing."""
    window = seat_of(session)
    treaty = option(window, "sign_treaty")
    assert "Stage of the talks must be “draft” or more, and is “feelers”" in shown_text(treaty)
    assert treaty.toolTip() == ("Stage of the talks must be 3 or more (draft), and is 1 (feelers)")
    column = window.moves.columns["diplomatic"]
    assert column.buttons[-1] is treaty
    treaty.click()
    assert window.drafting.wishes == ()
    assert "Stage of the talks must be “draft” or more" in window.orders.fault.text()
    treaty.setFocus()
    assert "Stage of the talks must be 3 or more (draft)" in shown_text(window.orders_page.detail)


def test_choices_stand_under_their_move(seat_of: Opener, session: Session) -> None:
    """A move with choices is named once, and each choice is picked by itself."""
    window = seat_of(session)
    text = shown_text(window.moves.columns["concessions"])
    assert text.count("Open one fishing ground to the others") == 1
    option(window, "open_ground", "south").click()
    assert window.drafting.wishes == (Wish("open_ground", "south"),)
    assert "Open one fishing ground to the others: The southern ground" in shown_text(window.orders)


def test_picks_are_kept_at_once(seat_of: Opener, session: Session) -> None:
    """Closing the program after a click loses nothing."""
    window = seat_of(session)
    option(window, "call_talks").click()
    assert session.play.drafts["astra"] == (Wish("call_talks"),)
    option(window, "call_talks").click()
    assert len(session.play.drafts["astra"]) == 0


def test_one_order_too_many_is_refused_in_place(seat_of: Opener, session: Session) -> None:
    """The third pick of two says what to do, and the two stay picked."""
    window = seat_of(session)
    for move in ("call_talks", "protest", "silent_nets"):
        option(window, move).click()
    assert len(window.drafting.wishes) == 2
    assert window.orders.fault.text() == "You have 2 orders a turn; take one back first."


def test_a_full_table_is_refused_in_place(seat_of: Opener, session: Session) -> None:
    """Where a table takes one order a turn, the second is refused at once."""
    window = seat_of(session)
    option(window, "send_patrols").click()
    option(window, "silent_nets").click()
    assert window.drafting.wishes == (Wish("send_patrols"),)
    assert window.orders.fault.text().startswith("At sea: 1 order a turn at most")


def test_orders_are_given_by_keys_alone(qtbot: QtBot, seat_of: Opener, session: Session) -> None:
    """Find a move, go down to it, Enter, and Ctrl+Enter seals."""
    window = seat_of(session)
    assert QApplication.focusWidget() is window.moves.filter
    QTest.keyClicks(window.moves.filter, "ministers")
    QTest.keyClick(window.moves.filter, Qt.Key.Key_Down)
    assert in_focus() is option(window, "call_talks")
    QTest.keyClick(in_focus(), Qt.Key.Key_Return)
    assert window.drafting.wishes == (Wish("call_talks"),)
    QTest.keyClick(in_focus(), Qt.Key.Key_Return, CTRL)
    assert session.play.sealed["astra"] == (Wish("call_talks"),)


def test_arrows_go_from_move_to_move(qtbot: QtBot, seat_of: Opener, session: Session) -> None:
    """Down and up within a table, left and right between tables, up and out to the search."""
    window = seat_of(session)
    option(window, "call_talks").setFocus()
    QTest.keyClick(in_focus(), Qt.Key.Key_Down)
    assert in_focus() is option(window, "protest")
    QTest.keyClick(in_focus(), Qt.Key.Key_Left)
    assert window.moves.columns["military"].isAncestorOf(in_focus())
    QTest.keyClick(in_focus(), Qt.Key.Key_Right)
    QTest.keyClick(in_focus(), Qt.Key.Key_Up)
    QTest.keyClick(in_focus(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is window.moves.filter


def test_search_hides_the_rest_and_says_when_nothing_fits(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """Words narrow the tables; an empty column says so; Escape brings everything back."""
    window = seat_of(session)
    QTest.keyClicks(window.moves.filter, "southern")
    assert option(window, "open_ground", "south").isVisible()
    assert not option(window, "open_ground", "north").isVisible()
    assert "No move here has these words." in shown_text(window.moves.columns["diplomatic"])
    QTest.keyClick(window.moves.filter, Qt.Key.Key_Escape)
    assert option(window, "open_ground", "north").isVisible()
    assert "No move here has these words." not in shown_text(window.moves)


def test_a_move_in_focus_is_explained(seat_of: Opener, session: Session) -> None:
    """Under the tables: what the move is, the odds in full, what success would do."""
    window = seat_of(session)
    option(window, "call_talks").setFocus()
    text = shown_text(window.orders_page.detail)
    assert "A table, three flags and a draft." in text
    assert "Likely, 6+ on two dice, 72%" in text
    assert "On success: Stage of the talks +1" in text


def test_a_player_reads_what_partial_failure_and_backfire_do(
    seat_of: Opener, session: Session
) -> None:
    """Under the tables, before anything is sealed, with who else must order the move."""
    window = seat_of(session)
    option(window, "sign_treaty").setFocus()
    text = unmarked(shown_text(window.orders_page.detail))
    assert "On partial: Calm on the bank +1" in text
    assert "On failure: Stage of the talks −1" in text
    assert "On backfire, two ones: Stage of the talks −2" in text
    assert "Not rolled unless Borea orders it in the same turn too." in text


def test_a_move_with_targets_is_one_card(seat_of: Opener, session: Session) -> None:
    """Its ways are chips on it, to be picked, found and stepped through as any move is."""
    window = seat_of(session)
    (card,) = (c for c in window.findChildren(ChoiceCard) if c.chips[0].option.code == "C01")
    assert [chip.option.choice for chip in card.chips] == [
        "The northern ground",
        "The southern ground",
    ]
    tall = [chip.height() for chip in card.chips]
    assert max(tall) <= 2 * card.fontMetrics().height() + 8
    card.chips[0].setFocus()
    QTest.keyClick(card.chips[0], Qt.Key.Key_Down)
    assert card.chips[1].hasFocus()
    QTest.keyClick(card.chips[1], Qt.Key.Key_Return)
    assert window.drafting.wishes == (Wish("open_ground", "south"),)
    QTest.keyClicks(window.moves.filter, "patrols")
    assert card.isHidden()


def test_a_long_name_of_a_target_goes_on_to_a_second_line(
    seat_of: Opener, session: Session
) -> None:
    """Nothing on a card is wider than its column, at any size of text."""
    window = seat_of(session)
    for scale in theme.TEXT_SCALES:
        theme.set_text_scale(scale)
        window.resize(1280, 720)
        QApplication.processEvents()
        column = window.moves.columns["concessions"]
        inside = column.area.widget()
        assert inside is not None
        assert inside.width() <= column.area.viewport().width()


def test_a_search_that_finds_nothing_says_what_is_near(seat_of: Opener, session: Session) -> None:
    """A slip of the fingers is met with the word that was meant."""
    window = seat_of(session)
    QTest.keyClicks(window.moves.filter, "nortehrn")
    assert "No move has these words. Near: northern" in unmarked(window.moves.near.text())
    assert "Esc shows all moves again." in window.moves.near.text()
    window.moves.filter.setText("xyzzyxyzzy")
    assert "Esc shows all moves again." in window.moves.near.text()
    window.moves.filter.clear()
    assert window.moves.near.isHidden()


def test_a_move_that_the_search_took_away_is_explained_no_longer(
    seat_of: Opener, session: Session
) -> None:
    """Under the tables stands nothing that is not in them; one still shown stays."""
    window = seat_of(session)
    option(window, "call_talks").looked_at.emit(option(window, "call_talks"))
    window.moves.filter.setText("ministers")
    assert "Call the three ministers together" in shown_text(window.orders_page.detail)
    window.moves.filter.setText("southern")
    assert "Call the three ministers together" not in shown_text(window.orders_page.detail)
    assert "Rest on a move" in shown_text(window.orders_page.detail)


def test_a_click_on_a_move_with_targets_leads_to_them(seat_of: Opener, session: Session) -> None:
    """Its name picks nothing by itself: the first target has the keys, and the card says why."""
    window = seat_of(session)
    (card,) = (c for c in window.findChildren(ChoiceCard) if c.chips[0].option.code == "C01")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.name.geometry().center())
    assert card.chips[0].hasFocus()
    assert "choose one of these" in shown_text(card)
    assert window.drafting.wishes == ()


def test_a_seat_sees_which_pressures_are_on(seat_of: Opener, session: Session) -> None:
    """Those that are on stand out; the others are named; by groups of the pack's own names."""
    window = seat_of(session)
    text = unmarked(shown_text(window.orders_page.knowledge))
    assert "Alarm on the quays" in text
    assert "Not pressing: The bank is failing, The quays burn." in text


def test_explanation_names_no_hidden_track(seat_of: Opener, session: Session) -> None:
    """What success would do to a track that the seat may not know is left out."""
    window = seat_of(session, "borea")
    option(window, "cut_nets").setFocus()
    text = shown_text(window.orders_page.detail)
    assert "Calm on the bank −2" in text
    assert "Nets cut and not yet answered" not in text
