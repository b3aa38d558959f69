"""What a seat may know: secrets planted in every private place never reach it."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.rules.dice import Address, LoadedDice
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.interactions import Shift
from idlib_wargame.rules.pack.moves import Modifier
from idlib_wargame.rules.result import Order, Ruling
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import bands, does, move, scenario, track, when

PACK = scenario(
    replace(
        move(
            "call",
            "north",
            "east",
            effects=bands(does(peace=1, plot=2)),
            modifiers=(("peace >= 1", 1),),
        ),
        modifiers=(
            Modifier(when("peace >= 1"), 1, "in the open"),
            Modifier(when("plot >= 1"), 1, "SECRET-PLOT"),
            Modifier(when("total.smuggle == 0"), 1, "SECRET-COUNT"),
        ),
    ),
    move("smuggle", "south", seen_by=frozenset({"south", "north"}), tags=("covert",)),
    tracks=(
        track("peace"),
        track("plot", seen_by=frozenset({"north"})),
        track("tally", counter=True),
    ),
    shifts=(Shift("s", frozenset({"call"}), when("total.covert == 0"), 1, "SECRET-SHIFT"),),
)
REFEREE = Referee(PACK)


def sight(seat: str) -> Sight:
    """The sight of a seat."""
    return Sight.of(PACK, REFEREE.layout, seat)


def test_hidden_tracks_and_counters_stay_out_of_sight() -> None:
    """A seat sees the open tracks and those shown to it, and never a counter."""
    assert [t.id for t in sight("north").tracks] == ["peace", "plot"]
    assert [t.id for t in sight("east").tracks] == ["peace"]


def test_a_covert_order_reaches_only_those_it_is_shown_to() -> None:
    """A card of a covert move is nothing to a seat that never learns of it."""
    result = REFEREE.adjudicate(REFEREE.opening(), [Order("south", "smuggle")], LoadedDice())
    card = result.cards[0]
    assert sight("east").card(card) is None
    assert sight("north").card(card) == card
    assert sight("south").card(card) == card


def test_a_card_tells_a_seat_no_hidden_effect_or_reason() -> None:
    """Effects on hidden tracks and reasons that read them are kept back."""
    card = REFEREE.adjudicate(REFEREE.opening(), [Order("east", "call")], LoadedDice()).cards[0]
    assert [each.row for each in card.fired] == [
        "modifier.call.1",
        "modifier.call.2",
        "modifier.call.3",
        "shift.s",
    ]
    assert "plot" in str(card)
    seen = sight("east").card(card)
    assert seen is not None
    assert [each.row for each in seen.fired] == ["modifier.call.1", "hidden", "hidden", "hidden"]
    assert "plot" not in str(seen)
    mine = sight("north").card(card)
    assert mine == card


def test_a_hidden_ruling_hides_the_dice_too() -> None:
    """A ruling kept for the debrief shows players the result and nothing to doubt it by."""
    ruling = Ruling(Band.FAILURE, "facilitator", "SECRET-RULING", False)
    rulings = {Address(1, "talk", "east", "call"): ruling}
    orders = [Order("east", "call")]
    card = REFEREE.adjudicate(REFEREE.opening(), orders, LoadedDice(), rulings).cards[0]
    seen = sight("east").card(card)
    assert seen is not None
    assert (seen.band, seen.dice, seen.final) == (None, None, Band.FAILURE)
    assert "SECRET" not in str(seen)
    shown = card._replace(ruled=ruling._replace(shown=True))
    assert "SECRET-RULING" in str(sight("east").card(shown))
