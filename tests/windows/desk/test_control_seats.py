"""The facilitator plays seats from one page: takes what habits would do, or does it at the seat."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.play import Wish
from idlib_wargame.session.seating import Seating
from tests.session.exercises import begun, to_orders
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
    window.lift()
    assert window.pages.current == "messages"
    window.close()
    desk.handover.cover.lifted.emit()
    assert "PLANTED" not in shown_text(page)
    page.rows["orders/caldis/"].own.click()
    window = desk.handover.windows["caldis"]
    window.lift()
    assert window.pages.current == "orders"


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
