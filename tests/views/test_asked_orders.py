"""What a seat is asked about orders that lie open, and what it may read of them."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.order_shown import ShowOrder
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.asked import ASKED_PAGE, asked_of
from idlib_wargame.views.desk.control_seats import ControlSeats
from idlib_wargame.views.known_play import known_play
from idlib_wargame.views.seat import seat_view
from idlib_wargame.views.seat_door import seat_door
from tests.session.exercises import begun, do, to_orders

OWN = FreeOrder("PLANTED ferry", "PLANTED end", ("PLANTED sea",))
FREE, PROTEST = Order("astra", "F1_astra_1"), Order("borea", "free_crews")


@pytest.fixture
def opened(full: PackReading) -> Session:
    """Astra ordered something of its own, Borea a move; both lie open."""
    session = begun(full, free_orders=FreeOrders(1))
    to_orders(session)
    session.submit(SealOrders("astra", (Wish(FREE.move, free=OWN),)), "astra")
    session.submit(SealOrders("borea", (Wish("free_crews"),)), "borea")
    do(session, OpenOrders())
    return session


def test_a_seat_that_is_asked_reads_the_order_and_answers(opened: Session) -> None:
    """Its line and its page say so, until it has said something; then others read its reason."""
    do(opened, ShowOrder(FREE, ("borea",)), AskOthers(FREE, AskedFor.AGAINST, ("borea",)))
    view = seat_view(opened, "borea")
    (row,) = view.asked
    assert asked_of(view) == (
        "You are asked about an order of Astra: PLANTED ferry.",
        ASKED_PAGE,
        "Answer",
    )
    assert (row.whose, row.is_free, row.title) == ("Astra", True, "PLANTED ferry")
    assert "Because: PLANTED sea" in row.lines
    assert "PLANTED end" not in repr(view)  # to what end is between its seat and the facilitator
    assert row.asks == "Why might it not come off?"
    seat_door(opened, "borea").give_reason(row.order, "The tide runs out")
    view = seat_view(opened, "borea")
    assert view.asked[0].reasons == ("The tide runs out",)
    assert "Against it, Borea: The tide runs out" in view.asked[0].lines
    assert asked_of(view).page == ""


def test_a_vote_is_given_in_words_and_changed_until_it_is_counted(opened: Session) -> None:
    """Nobody else reads it; once counted nothing is taken any more."""
    do(opened, AskOthers(PROTEST, AskedFor.ODDS, ("borea", "astra")))
    door = seat_door(opened, "astra")
    (row,) = door.view().asked
    assert [words for _need, words in row.choices] == [
        "Almost certain",
        "Highly likely",
        "Likely",
        "Realistic possibility",
        "Unlikely",
        "Highly unlikely",
        "Remote chance",
    ]
    for number in (3, 9):
        door.give_word(row.order, row.what, number)
        assert door.view().asked[0].given == number
    assert seat_view(opened, "borea").asked[0].given is None
    do(opened, CountWords(PROTEST, AskedFor.ODDS))
    (row,) = door.view().asked
    assert (row.is_open, row.waits) == (False, False)
    assert row.remark == "Counted; nothing can be changed any more."
    with pytest.raises(Refused):
        door.give_word(row.order, row.what, 3)


def test_tables_agree_on_a_result(opened: Session) -> None:
    """The results are offered, the best first."""
    do(opened, AskOthers(PROTEST, AskedFor.BAND, ("astra",)))
    (row,) = seat_view(opened, "astra").asked
    assert next(words for _band, words in row.choices) == "Strong success"
    assert len(row.choices) == 5


def test_who_was_not_told_reads_nothing_of_another_seats_own_order(opened: Session) -> None:
    """Neither its words nor that there is one; nor may it be asked about it."""
    do(opened, ShowOrder(FREE, ("borea",)), AskOthers(FREE, AskedFor.AGAINST, ("borea",)))
    seat_door(opened, "borea").give_reason(FREE, "PLANTED tide")
    for seat in ("caldis", "press"):
        view = seat_view(opened, seat)
        assert view.asked == ()
        assert "PLANTED" not in repr(view)
    with pytest.raises(Refused):
        do(opened, AskOthers(FREE, AskedFor.ODDS, ("caldis",)))


def test_a_seat_reads_what_an_inject_has_it_do_only_as_the_turn_is_closed(
    full: PackReading,
) -> None:
    """The inject may have been told to others: the order would tell of it."""
    session = begun(full)
    do(session, SendInject("wreck"))
    to_orders(session)
    do(session, OpenOrders())
    before = session.play.before_roll
    assert before is not None
    assert [each.inject for each in before.orders if each.order.seat == "borea"] == ["wreck"]
    known = known_play(session.play, session.referee.sight("borea")).before_roll
    assert known is not None
    assert known.orders == ()


def test_questions_to_a_seat_of_the_facilitators_stand_on_its_page(opened: Session) -> None:
    """To be answered there; covered, no more of them than the card of the order tells."""
    do(opened, ShowOrder(FREE, ("press",)), AskOthers(FREE, AskedFor.ODDS, ("press",)))
    (section,) = ControlSeats(opened).now(True).sections
    (row,) = section.rows
    assert (row.name, row.page, row.take) == ("Press", ASKED_PAGE, "")
    assert row.waits == "It is asked how likely an order of Astra is."
    assert row.asked is not None
    assert row.asked.asks == "How likely is it to come off?"
    (covered,) = ControlSeats(opened).now(False).sections[0].rows
    assert (covered.name, covered.waits, covered.asked) == (row.name, row.waits, None)
    seat_door(opened, "press").give_word(FREE, AskedFor.ODDS, 7)
    assert ControlSeats(opened).counted() == (0, 0)
