"""The facilitator plays seats from one page: takes what habits would do, or does it at the seat."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.order import Order
from idlib_wargame.session.before_roll import Argument, AskedFor
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.seating import Seating
from tests.session.exercises import begun, do, to_orders
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import shown_text

SEATED = (
    Seating("astra", ("Ada",)),
    Seating("borea", (), "control"),
    Seating("caldis", (), "habit:cautious"),
    Seating("press", (), "control"),
)


def test_a_facilitator_plays_seats_from_one_page(desk_of: Opener, full: PackReading) -> None:
    """The count beside the seats leads there; what habits would do is covered until it is shown."""
    session = begun(full, seating=SEATED)
    desk = desk_of(session)
    page, seats, tabs = desk.page.control, desk.page.seats, desk.page.tabs
    assert seats.to_play.isHidden()
    desk.turning.show_control()
    assert "Nothing waits." in shown_text(page)
    to_orders(session)
    assert seats.to_play.text() == "1 seat to play"
    assert tabs.tabText(tabs.indexOf(page)) == "Your seats (1)"
    seats.to_play.click()
    assert tabs.currentWidget() is page
    assert "would order" not in shown_text(page)
    assert page.rows["orders/borea/"].take.text() == "Do as its habit would"
    page.uncover.click()
    assert "would order: Call the three ministers together." in shown_text(page)
    page.rows["orders/borea/"].take.click()
    assert session.play.sealed["borea"] == (Wish("call_talks"),)
    assert session.entries[-1].by == FACILITATOR
    assert seats.to_play.isHidden()
    done = page.rows["orders/borea/"].take
    assert (done.text(), done.isEnabled()) == ("Sealed", False)
    page.uncover.click()
    assert "orders/borea/" not in page.rows


def test_a_facilitator_does_it_at_the_seat_instead(desk_of: Opener, full: PackReading) -> None:
    """Its window opens on the page where it is done, also of a seat that a habit plays."""
    session = begun(full, seating=SEATED)
    session.submit(SendMessage(("borea",), "PLANTED: hold your boats"), "astra")
    to_orders(session)
    desk = desk_of(session)
    page = desk.page.control
    desk.turning.show_control()
    page.uncover.click()
    assert "PLANTED" in shown_text(page)
    message = next(row for key, row in page.rows.items() if key.startswith("read/borea"))
    message.own.click()
    window = desk.handover.windows["borea"]
    assert desk.handover.is_covered
    assert not page.uncovered
    window.first_look.left.emit()
    assert window.pages.current == "messages"
    window.close()
    assert "PLANTED" not in shown_text(page)
    page.rows["orders/caldis/"].own.click()
    window = desk.handover.windows["caldis"]
    window.first_look.left.emit()
    assert window.pages.current == "orders"


def test_no_curtain_stands_between_a_facilitator_and_a_seat_that_they_play(
    desk_of: Opener, full: PackReading
) -> None:
    """Opened from the open desk, to which they come back; not once others may sit there."""
    session = begun(full, seating=SEATED)
    handover = desk_of(session).handover
    handover.open_seat("borea")
    assert not handover.windows["borea"].is_covered
    handover.windows["borea"].close()
    assert not handover.is_covered
    handover.open_seat("borea")
    handover.let_down("borea")
    handover.windows["borea"].close()
    assert handover.is_covered
    handover.open_seat("caldis")
    assert handover.windows["caldis"].is_covered
    handover.windows["caldis"].close()
    handover.cover.lifted.emit()
    handover.open_seat("astra")
    assert handover.windows["astra"].is_covered


def test_a_facilitator_answers_for_a_seat_where_the_question_stands(
    desk_of: Opener, full: PackReading
) -> None:
    """A reason, then a word, without leaving the page; covered, neither field nor words."""
    session = begun(full, seating=SEATED)
    to_orders(session)
    session.submit(SealOrders("astra", (Wish("call_talks"),)), "astra")
    order = Order("astra", "call_talks")
    do(session, OpenOrders())
    for what in (AskedFor.AGAINST, AskedFor.ODDS):
        do(session, AskOthers(order, what, ("borea",)))
    desk = desk_of(session)
    page = desk.page.control
    desk.turning.show_control()
    why, odds = "asked/borea/astra/call_talks//against", "asked/borea/astra/call_talks//odds"
    assert page.rows[why].question is None
    page.uncover.click()
    question = page.rows[why].question
    assert question is not None
    assert question.field is not None
    assert question.send is not None
    question.send.click()
    assert question.fault.text() == "A reason needs a few words."
    question.field.setPlainText("Nobody trusts")
    page.uncover.click()
    page.uncover.click()
    question = page.rows[why].question
    assert question is not None
    assert question.field is not None
    assert question.send is not None
    assert question.field.toPlainText() == "Nobody trusts"
    question.send.click()
    before = session.play.before_roll
    assert before is not None
    assert before.arguments[order] == (Argument("borea", "Nobody trusts"),)
    assert (page.rows[why].own.text(), page.rows[why].own.isEnabled()) == ("Answered", False)
    asked = page.rows[odds].question
    assert asked is not None
    asked.buttons[9].click()
    assert not page.rows[odds].own.isEnabled()
    assert session.entries[-1].by == FACILITATOR
    assert not desk.handover.is_covered


def test_a_request_is_answered_from_there(desk_of: Opener, full: PackReading) -> None:
    """The page of messages opens, with the answer begun."""
    session = begun(full, seating=SEATED)
    session.submit(SendMessage((FACILITATOR,), "How deep is it?", request=True), "astra")
    desk = desk_of(session)
    assert desk.page.seats.to_play.text() == "1 request to answer"
    desk.page.seats.to_play.click()
    (row,) = desk.page.control.rows.values()
    row.own.click()
    assert desk.page.tabs.currentWidget() is desk.page.messages
    assert session.play.letter_drafts[FACILITATOR].to == ("astra",)
