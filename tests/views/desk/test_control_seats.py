"""What waits for the seats that control and habits play, and what a habit would do about it."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.agreements.templates import offer_from
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.end_agreed import AgreeToEnd
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.message_read import ReadMessages
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.play import HABITS_BARGAIN, Wish
from idlib_wargame.session.seat_habits import habit_for
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.control_seats import (
    ControlSeats,
    TaskRow,
    badge_words,
    control_tab,
)
from tests.session.exercises import begun, do, last_line, to_orders

WAITS, MAY, ITSELF = (
    "Waiting for you",
    "May be done too; nobody waits for it",
    "Habits see to this by themselves",
)
SEATED = (
    Seating("astra", ("Ada",)),
    Seating("borea", (), "control"),
    Seating("caldis", (), "habit:cautious"),
    Seating("press", (), "control"),
)


@pytest.fixture
def played(full: PackReading) -> Session:
    """People at one seat; control plays Borea and the press, a habit Caldis."""
    return begun(full, seating=SEATED)


def rows(session: Session, uncovered: bool = True) -> dict[str, list[TaskRow]]:
    """What stands under each heading."""
    view = ControlSeats(session).now(uncovered)
    return {section.heading: list(section.rows) for section in view.sections}


def offer(session: Session, template: str = "quiet_season") -> str:
    """Astra tables an offer; its key."""
    bargain = session.scenario.bargain
    assert bargain is not None
    row = next(each for each in bargain.templates if each.id == template)
    made = offer_from(session.scenario, row, "astra", 1)
    session.submit(TableOffer("astra", made, ""), "astra")
    return [*session.play.ledger.cases][-1]


def test_nothing_waits_and_the_page_says_so(played: Session, full: PackReading) -> None:
    """With seats of control; where people play every seat; and once all is over."""
    seats = ControlSeats(played)
    assert seats.now(True).sections == ()
    assert seats.now(True).hint.startswith("Nothing waits.")
    assert (badge_words(seats.counted()), control_tab(seats.counted())) == ("", "Your seats")
    people = tuple(Seating(each, ("Ada",)) for each in ("astra", "borea", "caldis", "press"))
    alone = ControlSeats(begun(full, seating=people)).now(True)
    assert alone.hint.startswith("People play every seat.")
    assert not alone.may_cover
    to_orders(played)
    do(played, Finish())
    assert ControlSeats(played).now(True).hint.startswith("The exercise is finished;")


def test_orders_not_sealed_wait_with_what_the_habit_would_order(played: Session) -> None:
    """Of a seat that control plays; one that a habit plays sees to it, and the press need not."""
    to_orders(played)
    found = rows(played)
    (borea,), (press,), (caldis,) = found[WAITS], found[MAY], found[ITSELF]
    assert (borea.name, borea.player, borea.waits) == (
        "Borea",
        "Facilitator",
        "It has sealed no orders.",
    )
    assert borea.would == "Its habit (Cautious) would order: Call the three ministers together."
    assert (borea.take, borea.own, borea.page) == ("Seal this order", "Open Borea", "orders")
    assert press.would == "Its habit (Cautious) would order nothing."
    assert caldis.waits == "Its habit orders as the orders are opened."
    counted = ControlSeats(played).counted()
    assert (badge_words(counted), control_tab(counted)) == ("1 seat to play", "Your seats (1)")
    played.submit(DraftOrders("borea", (Wish("call_talks"),)), FACILITATOR)
    assert rows(played)[WAITS][0].waits == "A draft of 1 order is not sealed."


def test_taking_a_suggestion_seals_just_what_was_shown(played: Session) -> None:
    """By the facilitator, as the record tells; and only then is anything changed."""
    to_orders(played)
    seats, before = ControlSeats(played), played.saved.head
    shown = rows(played)[WAITS][0]
    act = seats.act_for(shown.key)
    assert act is not None
    assert played.saved.head == before
    do(played, act)
    assert played.play.sealed["borea"] == (Wish("call_talks"),)
    assert "borea" in played.play.sealed_for[1]
    assert last_line(played) == "The facilitator seals the orders of Borea."
    assert WAITS not in rows(played)
    assert seats.act_for(shown.key) is None


def test_the_habit_that_plays_a_seat_would_order_what_it_then_does(played: Session) -> None:
    """The same dice at the same address."""
    to_orders(played)
    assert played.would_order("caldis") == played.orders_for("caldis") != ()


def test_a_seat_of_control_has_the_habit_that_the_pack_proposes(played: Session) -> None:
    """The first with a word on it; one that plays a seat speaks for that."""
    scenario, play = played.scenario, played.play
    assert [habit_for(scenario, play, seat) for seat in ("borea", "press")] == ["cautious"] * 2
    silent = scenario.habits[0]
    assert habit_for(scenario, play, "caldis") == "cautious" == silent.id


@pytest.mark.parametrize("by_hand", [False, True])
def test_an_offer_waits_for_the_answer_of_a_seat(played: Session, by_hand: bool) -> None:
    """Control answers for its own; a habit as talks close, unless it only does when it is told."""
    if by_hand:
        do(played, TakeInHand(HABITS_BARGAIN, True))
    key = offer(played)
    found = rows(played)
    mine = [row for row in found[WAITS] if key in row.key]
    assert [row.name for row in mine] == (["Borea", "Caldis"] if by_hand else ["Borea"])
    assert [row.name for row in found.get(ITSELF, ())] == ([] if by_hand else ["Caldis"])
    public = "An offer waits for its answer: A quiet season, from Astra to Borea and Caldis."
    assert mine[0].waits == public
    assert rows(played, uncovered=False)[WAITS][0].waits == public
    assert (mine[0].would, mine[0].take) in (
        ("Its habit (Cautious) would accept.", "Accept it"),
        ("Its habit (Cautious) would leave it for now.", ""),
    )
    assert mine[0].page == "deals"


def test_taking_what_a_habit_would_answer_is_an_act_for_the_seat(played: Session) -> None:
    """The entry is the facilitator's; accepted or refused, nothing waits for that seat any more."""
    do(played, TakeInHand(HABITS_BARGAIN, True))
    key = offer(played)
    row = next(row for row in rows(played)[WAITS] if row.name == "Caldis")
    assert row.take in ("Accept it", "Refuse it")
    act = ControlSeats(played).act_for(row.key)
    assert act is not None
    do(played, act)
    case = played.play.ledger[key]
    assert ("caldis" in case.accepted) == (row.take == "Accept it")
    assert (case.refused_by == "caldis") == (row.take == "Refuse it")
    assert played.entries[-1].by == FACILITATOR
    assert ControlSeats(played).act_for(row.key) is None


def test_an_agreement_that_is_to_end_waits_for_the_word_of_a_seat(played: Session) -> None:
    """Also of one that a habit plays: no habit agrees to end anything."""
    key = offer(played)
    digest = played.play.ledger[key].digest
    do(played, *(AcceptOffer(seat, key, digest) for seat in ("borea", "caldis")))
    assert rows(played) == {}
    played.submit(AgreeToEnd("astra", key), "astra")
    found = rows(played)[WAITS]
    assert [(row.name, row.page) for row in found] == [("Borea", "deals"), ("Caldis", "deals")]
    words = "Others agree to end A quiet season, from Astra to Borea and Caldis, and wait for its"
    assert {row.waits for row in found} == {f"{words} word."}
    assert {(row.would, row.take) for row in found} == {
        ("Its habit (Cautious) would leave it for now.", "")
    }
    do(played, *(AgreeToEnd(seat, key) for seat in ("borea", "caldis")))
    assert rows(played) == {}


def test_what_a_habit_would_do_unasked_may_be_taken_too(full: PackReading) -> None:
    """A seat of control may table what its habit would, and is not counted as waiting."""
    seated = (Seating("astra", (), "control"), Seating("borea", ("Bo",)))
    session = begun(full, seating=seated)
    (row,) = rows(session)[MAY]
    assert row.waits == "It may table an offer of its own."
    assert row.would.startswith("Its habit (Cautious) would offer Borea:")
    assert ControlSeats(session).counted() == (0, 0)
    act = ControlSeats(session).act_for(row.key)
    assert act is not None
    do(session, act)
    (case,) = session.play.ledger.cases.values()
    assert case.offer.maker == "astra"
    assert MAY not in rows(session)


def test_messages_wait_until_they_are_read_or_answered(played: Session) -> None:
    """Those of people to seats that nobody else plays; and requests to control until answered."""
    seats = ControlSeats(played)
    played.submit(SendMessage(("borea", "press"), "Between us"), "astra")
    played.submit(SendMessage((FACILITATOR,), "How deep is it?", request=True), "astra")
    assert seats.counted() == (2, 1)
    assert badge_words(seats.counted()) == "2 seats to play"
    assert seats.now(True).hint.startswith("2 seats to play · 1 request to answer.")
    you, borea, press = seats.now(True).sections[0].rows
    assert (you.name, you.own, you.answer_to) == ("You", "Answer", "astra")
    assert you.waits == "Astra asks you, and waits for an answer: How deep is it?"
    assert borea.waits == "Astra writes, and it has not been read: Between us"
    assert (borea.take, borea.page) == ("", "messages")
    played.submit(SendMessage(("press",), "At once"), "astra")
    press = seats.now(True).sections[0].rows[2]
    several = "Astra wrote 2 messages that have not been read; the newest: At once"
    assert press.waits == several
    played.submit(ReadMessages(tuple(each.key for each in played.play.letters)), "press")
    played.submit(SendMessage(("astra",), "So be it"), "borea")
    do(played, SendMessage(("astra",), "Ten metres", answers=you.about))
    assert seats.counted() == (0, 0)
    assert seats.now(True).sections == ()


def test_a_judgement_is_asked_of_people_whose_seat_control_plays(full: PackReading) -> None:
    """It is given in that seat's window; no habit says what people think."""
    seated = (*SEATED[:1], Seating("borea", ("Bo",), "control"), *SEATED[2:])
    session = begun(full, seating=seated)
    do(session, AskJudgements())
    (row,) = rows(session)[WAITS]
    assert (row.name, row.page, row.would, row.take) == ("Borea", "judgement", "", "")
    assert row.waits == "It is asked what it thinks will happen, and has not said."


def test_covered_nobody_reads_whose_a_secret_is_nor_what_a_habit_would_do(
    played: Session,
) -> None:
    """A projector leaks nothing: no suggestion, no offer, no message, and no seat that has one."""
    played.submit(SendMessage(("press",), "PLANTED"), "astra")
    key = offer(played, "ground_for_crews")
    to_orders(played)
    covered = ControlSeats(played).now(False)
    said = repr(covered)
    assert "PLANTED" not in said
    assert "would order" not in said
    assert "crews" not in said
    shown = [row for section in covered.sections for row in section.rows]
    private = [row for row in shown if row.is_covered]
    assert {row.name for row in private} == {"A seat"}
    assert len(private) >= 2
    assert {(row.colour, row.player, row.own) for row in private} == {("", "", "Open its window")}
    assert all(row.take == "Do as its habit would" for row in private if key in row.key)
    assert [row.name for row in covered.sections[0].rows[:1]] == ["Borea"]
