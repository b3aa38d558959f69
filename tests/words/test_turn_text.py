"""A turn in plain lines: what the dice came to, what was ruled, and what was moved."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.decisions import Decisions
from idlib_wargame.rules.dice import Address, LoadedDice, Pair
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.interactions import Contest
from idlib_wargame.rules.result import Card, Order, Ruling
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.results import result_title
from idlib_wargame.words.turn_text import card_lines, throw_words
from tests.rules.small import bands, does, move, scenario, track

PACK = scenario(
    move("call", "north", effects=bands(does(peace=2))),
    move("raid", "east", target=2, effects=bands(does(peace=-2))),
    move("hold", "north", needs="peace >= 9", effects=bands(does(peace=1))),
    tracks=(track("peace"),),
    contests=(Contest("field", "raid", "call", "The raiders came first"),),
)
REFEREE = Referee(PACK)
RULING = Ruling(Band.STRONG, "facilitator", "Well argued")


def cards_of(*orders: Order, fall: Pair = (3, 4), **falls: Pair) -> tuple[Card, ...]:
    """What came of those orders; ``falls`` by the name of a move."""
    dice = {str(Address(1, "act", *order)): falls[order.move] for order in orders if falls}
    opening = REFEREE.opening()
    return REFEREE.adjudicate(opening, orders, LoadedDice(dice, fall)).cards


CALL, RAID, HOLD = Order("north", "call"), Order("east", "raid"), Order("north", "hold")


@pytest.mark.parametrize(
    ("order", "fall", "end"),
    [
        (CALL, (4, 5), ": dice 4 + 5 = 9: success, by 2"),
        (CALL, (3, 4), ": dice 3 + 4 = 7: success, on the number"),
        (CALL, (2, 4), ": dice 2 + 4 = 6: partial, short by 1"),
        (CALL, (1, 1), ": dice 1 + 1 = 2: backfire, two ones"),
        (RAID, (1, 1), ": dice 1 + 1 = 2: backfire, two ones"),
    ],
)
def test_the_dice_in_words(order: Order, fall: Pair, end: str) -> None:
    """Two ones are told as such, whatever was needed: no backfire is "exactly" anything."""
    (card,) = cards_of(order, fall=fall)
    assert throw_words(card).endswith(end.removeprefix(": "))


def test_a_ruling_stands_beside_what_the_dice_gave() -> None:
    """The margin is that of the table's result, and the ruling has none."""
    address = Address(1, "act", *CALL)
    dice, rulings = LoadedDice({}, (2, 4)), {cards_of(CALL)[0].address: RULING}
    (card,) = REFEREE.adjudicate(REFEREE.opening(), [CALL], dice, Decisions(rulings)).cards
    assert card.address == address._replace(step=card.step)
    lines = [line.strip() for line in card_lines(PACK, card)]
    assert lines[1].endswith("dice 2 + 4 = 6: partial, short by 1")
    said = "ruled strong success where the table gives partial: Well argued"
    assert lines[2:] == [said, "Peace +2"]


def test_a_ruling_on_what_lapsed_is_told_with_what_it_moved() -> None:
    """Nothing was rolled, and the ruling moved a track all the same."""
    rulings = {cards_of(HOLD)[0].address: RULING}
    (card,) = REFEREE.adjudicate(REFEREE.opening(), [HOLD], LoadedDice(), Decisions(rulings)).cards
    lines = [line.strip() for line in card_lines(PACK, card)]
    assert lines[1:] == [
        "not rolled: What it needs does not hold as its step begins.",
        "ruled strong success: Well argued",
        "Peace +1",
    ]


def test_what_lost_a_contest_has_no_margin() -> None:
    """The throw was over what it needed; what made it partial is the contest."""
    cards = {card.order.move: card for card in cards_of(CALL, RAID, fall=(5, 5))}
    lost = cards["call"]
    assert (lost.band, lost.contests) == (Band.PARTIAL, ("contest.field",))
    assert result_title(lost) == "Partial"
    lines = [line.strip() for line in card_lines(PACK, lost)]
    assert lines[1].endswith("dice 5 + 5 = 10: strong success, by 3")
    assert "The raiders came first: partial" in lines
