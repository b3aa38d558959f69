"""A seat's window: what do I want, what can I do, what have I sealed?"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.report_released import ReleaseReport
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.play import Length, Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views import brief_reading
from idlib_wargame.windows.cards.choice_card import ChoiceCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.dress import at_each_size_of_text, dressed
from tests.windows.play_harbour import begin, closed, open_orders, seal, shown_text, texts
from tests.windows.seat.conftest import Opener
from tests.windows.seat.picking import option

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(at_orders: Session) -> Session:
    """The orders of its first turn are open."""
    return at_orders


def test_curtain_hides_everything_until_enter(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """The window opens saying whose it is, and shows nothing else until the player lifts it."""
    window = seat_of(session, lifted=False)
    text = shown_text(window)
    assert "Astra only" in text
    assert "Call the three ministers together" not in text
    QTest.keyClick(window.curtain, Qt.Key.Key_Return)
    assert "Call the three ministers together" in shown_text(window)
    assert "Astra only" not in shown_text(window)


def test_head_says_who_and_when(seat_of: Opener, session: Session) -> None:
    """The player sees whose window it is, the turn and the phase."""
    text = shown_text(seat_of(session))
    assert "Astra" in text
    assert "Turn 1 of 4 · Orders" in text


def test_brief_and_knowledge(seat_of: Opener, session: Session) -> None:
    """On the left stand the brief, what changed and what the seat knows."""
    window = seat_of(session)
    text = shown_text(window.orders_page.knowledge)
    assert "Nobody else knows how much" in text
    assert "Nothing yet. After each turn this shows what moved." in text
    assert "Catch that Astra does not declare" in text
    assert "tense · 5 of 10" in text


@dressed
def test_the_brief_at_the_side_is_opened_where_it_comes_into_sight(
    qtbot: QtBot, seat_of: Opener, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has read it there is not asked to turn to it elsewhere."""
    monkeypatch.setattr(brief_reading, "STAYS", 0.0)
    window = seat_of(session)
    window.resize(1280, 720)
    knows = window.orders_page.knowledge
    bar = knows.reading.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert session.play.briefs_read == frozenset()
    knows.reading.ensureWidgetVisible(knows.brief)
    qtbot.waitUntil(lambda: session.play.briefs_read == {"astra"})


def test_whoever_turns_to_the_brief_and_stays_has_read_it(
    qtbot: QtBot, seat_of: Opener, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not as it comes to the front; its own page tells of it."""
    monkeypatch.setattr(brief_reading, "STAYS", 0.0)
    window = seat_of(session)
    with qtbot.waitSignal(window.brief.brief_seen):
        window.turn_to("brief")
        assert session.play.briefs_read == frozenset()
    assert session.play.briefs_read == {"astra"}


def test_a_seat_does_not_see_what_others_hide(seat_of: Opener, session: Session) -> None:
    """A track or a move that is another seat's secret is nowhere in the window."""
    everything = "\n".join(texts(seat_of(session, "borea")))
    assert "Catch that Astra does not declare" not in everything
    assert "Fish at night behind the patrol line" not in everything
    assert "Nobody else knows how much" not in everything


def test_typing_is_kept_after_a_pause(qtbot: QtBot, seat_of: Opener, session: Session) -> None:
    """A reason is in the record soon after the hands rest, without a button."""
    window = seat_of(session)
    option(window, "call_talks").click()
    reason = window.orders.slots[0].why
    assert reason is not None
    QTest.keyClicks(reason, "The season presses")
    assert session.play.drafts["astra"] == (Wish("call_talks"),)
    qtbot.waitUntil(
        lambda: session.play.drafts["astra"] == (Wish("call_talks", "", "The season presses"),)
    )
    assert window.orders.slots[0].why is reason


def test_typing_is_kept_when_the_field_is_left(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """Going elsewhere keeps what was typed there and then."""
    window = seat_of(session)
    option(window, "call_talks").click()
    reason = window.orders.slots[0].why
    assert reason is not None
    reason.setFocus()
    QTest.keyClicks(reason, "Now")
    window.moves.filter.setFocus()
    assert session.play.drafts["astra"][0].why == "Now"


def test_closing_keeps_what_was_typed(qtbot: QtBot, seat_of: Opener, session: Session) -> None:
    """Closing the curtain in the middle of a word keeps the word."""
    window = seat_of(session)
    option(window, "call_talks").click()
    reason = window.orders.slots[0].why
    assert reason is not None
    QTest.keyClicks(reason, "Half a wo")
    with qtbot.waitSignal(window.closed):
        window.head.leave.click()
    assert session.play.drafts["astra"][0].why == "Half a wo"
    again = seat_of(session)
    assert "Half a wo" in shown_text(again.orders)


def test_what_others_do_leaves_typing_alone(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """A reason half typed stays under the hands when another seat seals."""
    window = seat_of(session)
    option(window, "call_talks").click()
    reason = window.orders.slots[0].why
    assert reason is not None
    QTest.keyClicks(reason, "Half a wo")
    seal(session, "borea", Wish("protest"))
    assert window.orders.slots[0].why is reason
    assert reason.toPlainText() == "Half a wo"


def test_the_filled_button_says_what_it_seals(seat_of: Opener, session: Session) -> None:
    """None, one of two, or both: the button tells before it is pressed."""
    window = seat_of(session)
    assert window.orders.seal.text() == "Seal no orders"
    option(window, "call_talks").click()
    assert window.orders.seal.text() == "Seal 1 of 2 orders"
    option(window, "protest").click()
    assert window.orders.seal.text() == "Seal both orders"


def test_a_seat_is_told_that_its_sealed_orders_were_looked_at(
    seat_of: Opener, session: Session
) -> None:
    """Nothing promises that nobody reads them, as the facilitator may."""
    window = seat_of(session)
    session.submit(SealOrders("astra", (Wish("call_talks"),)), "astra")
    assert "you are told if the facilitator looks at yours before" in shown_text(window)
    session.submit(UncoverOrders(), FACILITATOR)
    assert "Sealed. The facilitator has looked at your orders." in shown_text(window)


def test_sealing_and_taking_back(seat_of: Opener, session: Session) -> None:
    """Sealed orders can be read but not changed, until they are taken back."""
    window = seat_of(session)
    option(window, "call_talks").click()
    window.orders.seal.click()
    assert session.play.sealed["astra"] == (Wish("call_talks"),)
    assert "Sealed. All orders are opened together" in shown_text(window)
    assert not option(window, "protest").isEnabled()
    window.orders.unseal.click()
    assert "astra" not in session.play.sealed
    assert option(window, "protest").isEnabled()
    assert window.drafting.wishes == (Wish("call_talks"),)


def test_ctrl_enter_seals_from_within_a_reason(
    qtbot: QtBot, seat_of: Opener, session: Session
) -> None:
    """The last words typed are sealed with the order."""
    window = seat_of(session)
    option(window, "call_talks").click()
    reason = window.orders.slots[0].why
    assert reason is not None
    reason.setFocus()
    QTest.keyClicks(reason, "Now")
    QTest.keyClick(reason, Qt.Key.Key_Return, CTRL)
    assert session.play.sealed["astra"] == (Wish("call_talks", "", "Now"),)


def test_a_seat_that_sealed_nothing_is_told_so(seat_of: Opener, session: Session) -> None:
    """No blank sheet, and no button that would take back what there is not."""
    open_orders(session)
    seal(session, "astra")
    window = seat_of(session)
    text = shown_text(window.orders)
    assert "No orders this turn." in text
    assert "Give orders after all" in text
    assert "Take the order" not in text
    (card,) = (c for c in window.findChildren(ChoiceCard) if c.chips[0].option.code == "C01")
    assert not card.name.isEnabled()
    window.orders.unseal.click()
    assert "No orders this turn." not in shown_text(window.orders)
    assert card.name.isEnabled()


def test_talks_let_a_seat_draft_but_not_seal(
    seat_of: Opener, harbour: PackReading, tmp_path: Path
) -> None:
    """During the talks picks are kept, and the seal waits for the orders phase."""
    session = begin(harbour, tmp_path / "talks.wargame")
    window = seat_of(session)
    option(window, "call_talks").click()
    assert session.play.drafts["astra"] == (Wish("call_talks"),)
    assert not window.orders.seal.isEnabled()
    assert "Orders open after the talks" in shown_text(window.orders)
    session.submit(MoveOn(), FACILITATOR)
    assert window.orders.seal.isEnabled()
    session.close()


def test_results_of_the_last_turn_have_a_page(seat_of: Opener, session: Session) -> None:
    """After a turn the seat reads what came of it, and what moved."""
    window = seat_of(session)
    closed(session)
    assert window.pages.current == "results"
    assert "Call the three ministers together" in shown_text(window.results)
    assert "Turn 1 is over; orders for the next turn open later." in shown_text(window.orders)
    session.submit(MoveOn(), FACILITATOR)
    assert window.pages.current == "orders"


def test_the_report_of_the_last_turn_has_a_page(seat_of: Opener, session: Session) -> None:
    """What the turn led to, as far as the seat may know; none before the first or while held."""
    window = seat_of(session)
    assert "Report" not in window.pages.titles()
    session.submit(TakeInHand("reports"), FACILITATOR)
    closed(session)
    assert {"Results (turn 1)", "Report"} <= {*window.pages.titles()}
    window.turn_to("report")
    assert shown_text(window.report) == "The report of turn 1 has not been released yet."
    session.submit(ReleaseReport(1), FACILITATOR)
    assert window.report.held.isHidden()
    text = window.report.text.toPlainText()
    assert "Situation report, turn 1" in text
    assert "Call the three ministers together" in text
    window.turn_to("report")
    assert window.report.text.hasFocus()
    window.report.length.buttons[Length.MINUTE].click()
    assert "The ladder came down, to “Watchful peace”." in window.report.text.toPlainText()


def test_no_secret_of_another_seat_reaches_the_window(seat_of: Opener, session: Session) -> None:
    """A word planted in everything private of Astra is nowhere in Borea's window, at any phase."""
    word = "ZANZIBAR"
    window = seat_of(session, "borea")

    def clean() -> bool:
        everything = "\n".join(texts(window))
        return word not in everything and "Fish at night" not in everything

    session.submit(
        SealOrders("astra", (Wish("silent_nets", "", word), Wish("call_talks", "", word))), "astra"
    )
    assert clean()
    seal(session, "borea", Wish("protest"))
    session.submit(Adjudicate(), FACILITATOR)
    assert clean()
    session.submit(CloseTurn(), FACILITATOR)
    for button in window.results.findChildren(type(window.head.leave)):
        button.click()
    assert clean()
    session.submit(MoveOn(), FACILITATOR)
    assert clean()


def test_the_window_reads_nothing_but_its_own_view() -> None:
    """No code of the seat's window looks past the redacted view."""
    folder = Path(SeatWindow.__module__.replace(".", "/")).parent
    sources = [
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[3] / folder).glob("*.py")
    ]
    assert len(sources) > 5
    for reach in ("session.play.", ".orders_for(", ".log()", ".wishes_of(", "session.referee"):
        assert not any(reach in source for source in sources), reach


@at_each_size_of_text
def test_the_window_fits_a_small_screen(seat_of: Opener, session: Session, scale: int) -> None:
    """At 1366 × 768 nothing is pushed off the screen, at any size of text."""
    window = seat_of(session)
    theme.set_text_scale(scale)
    window.resize(1366, 768)
    least = window.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 768) == (True, True)


def test_controls_have_names_for_a_screen_reader(seat_of: Opener, session: Session) -> None:
    """Whoever does not see the screen hears which move, at what odds, and which field."""
    window = seat_of(session)
    assert option(window, "call_talks").accessibleName() == (
        "Call the three ministers together. Likely"
    )
    option(window, "call_talks").click()
    assert option(window, "call_talks").accessibleName().endswith("Likely, picked")
    slot = window.orders.slots[0]
    assert slot.drop.accessibleName() == "Take back order 1"
    assert slot.why is not None
    assert slot.why.accessibleName() == "Why order 1?"
