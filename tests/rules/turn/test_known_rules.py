"""What a seat may order, and at what odds, as far as it may know: arms are hidden from north."""

from __future__ import annotations

from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.pack.interactions import Shift
from idlib_wargame.rules.pack.moves import Choice, Table
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.orders import Refusal
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import move, scenario, track, when

PACK = scenario(
    move("call", "north", "south", modifiers=(("peace >= 5", 1), ("arms >= 5", 1)), tags=("warm",)),
    move("raid", "north", "south", table="military", needs="arms >= 6"),
    move("bluff", "north", needs="peace >= 9 and arms >= 6"),
    move("cede", "north", choices=(Choice("a", "A"), Choice("b", "B", when("arms >= 6")))),
    tracks=(track("peace"), track("arms", seen_by=frozenset({"south"})), track("trade")),
    tables=(Table("diplomatic", "Diplomatic"), Table("military", "Military", 1)),
    shifts=(Shift("s", frozenset({"warm"}), when("arms >= 1"), 1, "They are armed"),),
)
REFEREE = Referee(PACK)
STATE = REFEREE.opening()
NORTH = REFEREE.desk_of("north")


def test_odds_count_only_what_the_seat_may_know() -> None:
    """A modifier or a shift that reads what the seat may not know is left out of its odds."""
    order = Order("north", "call")
    assert [each.row for each in NORTH.odds(STATE, order).fired] == ["modifier.call.1"]
    whole = ["modifier.call.1", "modifier.call.2", "shift.s"]
    assert [each.row for each in REFEREE.desk.odds(STATE, order).fired] == whole
    south = REFEREE.desk_of("south").odds(STATE, Order("south", "call"))
    assert [each.row for each in south.fired] == whole


def test_what_a_seat_may_not_know_closes_no_move_to_it() -> None:
    """It may order what control knows to be of no use yet; the order lapses, and no word why."""
    for order in (Order("north", "raid"), Order("north", "cede", "b")):
        assert REFEREE.desk.refusal(STATE, order) is not None
        assert NORTH.refusal(STATE, order) is None
        (card,) = REFEREE.adjudicate(STATE, [order], LoadedDice()).cards
        (told,) = REFEREE.sight("north").cards([card])
        assert (card.lapsed, told.lapsed) == ("needs", "hidden")


def test_only_what_a_seat_knows_to_fail_is_told_of_a_move_that_is_closed() -> None:
    """Of two things that a move needs, the reason names the one that may be known."""
    order = Order("north", "bluff")
    assert NORTH.refusal(STATE, order) == Refusal(order, "needs", when("peace >= 9"))


def test_how_many_orders_a_seat_has_is_judged_as_ever() -> None:
    """And so are the same order twice and a table that is full."""
    orders = [Order("north", "raid"), Order("north", "raid"), Order("north", "call")]
    found = NORTH.refusals(STATE, "north", orders)
    assert [refusal.kind for refusal in found] == ["twice", "too_many", "table_full"]


def test_a_seat_that_knows_all_judges_as_control_does() -> None:
    """Nothing of the pack's own book is lost."""
    legal = [Order("south", "call")]
    assert REFEREE.desk_of("south").legal(STATE, "south") == legal
    assert REFEREE.desk.legal(STATE, "south") == legal
