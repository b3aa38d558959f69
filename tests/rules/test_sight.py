"""What a seat may know: secrets planted in every private place never reach it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.rules.decisions import Decisions
from idlib_wargame.rules.dice import Address, LoadedDice
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.course import Limit, Upkeep
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.interactions import Chance, Contest, Contradiction, Shift
from idlib_wargame.rules.pack.moves import Choice, Modifier
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.result import EffectLine, Order, Release, Ruling, TurnResult
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
    return REFEREE.sight(seat)


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
    ruling = Ruling(Band.FAILURE, "facilitator", "SECRET-RULING", Release.HOT_WASH)
    rulings = {Address(1, "talk", "east", "call"): ruling}
    orders = [Order("east", "call")]
    card = REFEREE.adjudicate(REFEREE.opening(), orders, LoadedDice(), Decisions(rulings)).cards[0]
    seen = sight("east").card(card)
    assert seen is not None
    assert (seen.band, seen.dice, seen.final) == (None, None, Band.FAILURE)
    assert "SECRET" not in str(seen)
    shown = card._replace(ruled=ruling._replace(release=Release.NOW))
    assert "SECRET-RULING" in str(sight("east").card(shown))


# South raids in secret; calls, contests and contradictions of the others feel it.
COVERT = scenario(
    move("call", "north", effects=bands(does(peace=4)), tags=("defence",)),
    move("raid", "south", seen_by=frozenset({"south"}), tags=("attack",), step="talk"),
    tracks=(track("peace"), track("plot", seen_by=frozenset({"south"})), track("arms")),
    contests=(Contest("clash", "attack", "defence", "They met in the dark"),),
    contradictions=(
        Contradiction("dark", "call", when("ordered.raid"), ("peace",), (), "A raid was on"),
        Contradiction("open", "call", when("peace >= 1"), (), does(arms=-1), "In the open"),
    ),
    limits=(
        Limit("veil", "arms", when("plot >= 1"), "A plot holds it", no_fall=True),
        Limit("roof", "peace", when("peace >= 1"), "The talks are full", at_most=6),
    ),
    upkeep=(
        Upkeep("shown", when("peace >= 1"), does(arms=1), "Seen by all"),
        Upkeep("veiled", when("plot >= 1"), does(arms=1, plot=1), "Known to one"),
        Upkeep("unseen", when("plot >= 1"), does(plot=-1), "Felt by nobody else"),
    ),
)
COVERT_REFEREE = Referee(COVERT)
BOTH = [Order("north", "call"), Order("south", "raid")]


def covert_turn() -> TurnResult:
    """A call and a covert raid in one turn; the raid is strong, so that the call loses to it."""
    dice = LoadedDice({"turn 1/talk/south/raid": (6, 6)}, otherwise=(5, 5))
    return COVERT_REFEREE.adjudicate(COVERT_REFEREE.opening(), BOTH, dice)


def covert_sight(seat: str) -> Sight:
    """A seat's sight of the covert pack; the room's for no seat."""
    return COVERT_REFEREE.sight(seat)


@pytest.mark.parametrize("reader", ["north", "east", ""])
def test_rows_that_a_covert_order_brought_up_are_hidden(reader: str) -> None:
    """Whoever never learns of the raid reads that something held the call, and not what."""
    (card,) = (
        seen
        for each in covert_turn().cards
        if (seen := covert_sight(reader).card(each)) is not None
    )
    assert card.contests == ("hidden",)
    card = card._replace(effects=covert_sight(reader).effects(HALVED))
    assert [(line.track, line.source, line.cut) for line in card.effects] == [
        ("peace", "hidden", "limit.roof"),
        ("arms", "contradiction.open", "hidden"),
    ]


HALVED = (
    EffectLine("peace", 2, 1, "contradiction.dark", "limit.roof"),
    EffectLine("arms", -1, 0, "contradiction.open", "limit.veil"),
    EffectLine("plot", 1, 1),
)


def test_the_one_who_raids_reads_every_row() -> None:
    """South knows its own orders and its own plot, so nothing of the turn is hidden from it."""
    sight = covert_sight("south")
    result = covert_turn()
    assert [sight.card(card) for card in result.cards] == list(result.cards)
    assert sight.effects(HALVED) == HALVED
    assert [sight.after(row) for row in result.after] == list(result.after)


@pytest.mark.parametrize("reader", ["north", "east", ""])
def test_what_followed_by_itself_is_told_as_far_as_it_moved_something_seen(reader: str) -> None:
    """A row read off a secret shows what it moved in the open without its name, or not at all."""
    sight = covert_sight(reader)
    seen = [row for each in covert_turn().after if (row := sight.after(each)) is not None]
    assert [row.row for row in seen] == ["upkeep.shown", "hidden"]
    assert [line.track for row in seen for line in row.effects] == ["arms", "arms"]
    assert all((row.dice, row.address) == (None, None) for row in seen)


def test_what_others_ordered_is_never_known() -> None:
    """Orders that were not played leave no trace; a seat's own do."""
    pack = scenario(
        move("call", "north", needs="ordered.wait >= 1 and ordered.wait.north >= 1"),
        move("wait", "north", "south"),
    )
    referee = Referee(pack)
    north, south = (referee.sight(seat).known for seat in ("north", "south"))
    assert "ordered.wait" not in north | south | referee.sight().known
    assert ("ordered.wait.north" in north, "ordered.wait.north" in south) == (True, False)


def test_the_room_knows_what_every_seat_may_know() -> None:
    """What one seat may not know is not the room's, whatever the others know."""
    room = REFEREE.sight()
    seats = [sight(seat) for seat in ("north", "south", "east")]
    assert [each.id for each in room.tracks] == ["peace"]
    for seat in seats:
        assert room.known <= seat.known
    result = REFEREE.adjudicate(
        REFEREE.opening(), [Order("south", "smuggle"), Order("east", "call")], LoadedDice()
    )
    assert [room.card(card) is not None for card in result.cards] == [True, False]


def test_the_occasion_that_a_move_waited_for_may_be_a_secret() -> None:
    """A lapse is told, and its reason only where the reader may know what it hung on."""
    pack = scenario(
        move("guard", "north", only_if=when("ordered.raid.south >= 1")),
        move("wait", "north", only_if=when("peace >= 9")),
        move("raid", "south"),
    )
    referee = Referee(pack)
    orders = [Order("north", "guard"), Order("north", "wait")]
    cards = referee.adjudicate(referee.opening(), orders, LoadedDice()).cards
    seen = [referee.sight("north").card(card) for card in cards]
    assert [card.lapsed for card in seen if card] == ["hidden", "only_if"]


def test_a_contest_does_not_tell_what_a_hidden_ruling_hides() -> None:
    """That the guards' dice won is told by the raid's card only where theirs may be read."""
    pack = scenario(
        move("raid", "south", tags=("attack",), step="fight"),
        move("guard", "north", tags=("defence",), step="fight"),
        contests=(Contest("clash", "attack", "defence", "They met the guards"),),
    )
    referee = Referee(pack)
    orders = [Order("south", "raid"), Order("north", "guard")]
    dice = LoadedDice({"turn 1/fight/north/guard": (5, 5)}, otherwise=(4, 4))
    sight = referee.sight("east")
    told = []
    for release in Release:
        ruling = Ruling(Band.FAILURE, "facilitator", "why", release)
        rulings = {Address(1, "fight", "north", "guard"): ruling}
        cards = referee.adjudicate(referee.opening(), orders, dice, Decisions(rulings)).cards
        told += [card.contests for card in sight.cards(cards) if card.order.move == "raid"]
    assert told == [("contest.clash",), ("hidden",)]


def test_an_inject_is_nobodys_before_it_is_sent() -> None:
    """That it was sent may be told to whoever got it; that it will be, to nobody."""
    inject = Inject("cold", "I1", "A cold spring", when("turn >= 2"), "", "", "It is cold.")
    referee = Referee(scenario(injects=(inject,)))
    sight = referee.sight("north")
    before = referee.opening()
    after = referee.messages.send(before, inject).state
    assert "inject.cold" in sight.known
    told = [sight.may_be_told(state)("inject.cold") for state in (before, after)]
    assert told == [False, True]


def test_a_chance_that_moves_only_secrets_never_tells_if_it_came() -> None:
    """Its throw is read by those who see what it moves, whether it came off or not."""
    storm = Chance("storm", "talk", when(), ((when(), 7),), does(plot=1), "A storm")
    pack = scenario(tracks=COVERT.tracks, chances=(storm,))
    referee = Referee(pack)
    told = []
    for dice in ((1, 1), (6, 6)):
        (row,) = referee.adjudicate(referee.opening(), [], LoadedDice(otherwise=dice)).after
        told.append([referee.sight(seat).after(row) is not None for seat in ("south", "north")])
    assert told == [[True, False], [True, False]]


def test_a_hidden_ruling_on_what_was_not_rolled_does_not_tell_that_it_was_not() -> None:
    """Players read what came of it, as of any order that was ruled on in secret."""
    pack = scenario(move("call", "north", needs="peace >= 9"))
    referee = Referee(pack)
    ruling = Ruling(Band.SUCCESS, "facilitator", "why", Release.HOT_WASH)
    rulings = {Address(1, "talk", "north", "call"): ruling}
    orders = [Order("north", "call")]
    (card,) = referee.adjudicate(referee.opening(), orders, LoadedDice(), Decisions(rulings)).cards
    (seen,) = referee.sight("north").cards([card])
    assert (card.lapsed, seen.lapsed, seen.final) == ("needs", "", Band.SUCCESS)


def test_what_a_move_needs_may_itself_be_a_secret() -> None:
    """Whoever may know what it needs reads that it failed; of a hidden choice's needs as well."""
    choice = Choice("dark", "Dark", when("plot >= 9"))
    pack = scenario(
        move("call", "north", needs="plot >= 9"),
        move("cede", "north", choices=(choice,)),
        move("wait", "north", needs="peace >= 9"),
        tracks=COVERT.tracks,
    )
    referee = Referee(pack)
    orders = [Order("north", "call"), Order("north", "cede", "dark"), Order("north", "wait")]
    cards = referee.adjudicate(referee.opening(), orders, LoadedDice()).cards
    told = [[c.lapsed for c in referee.sight(seat).cards(cards)] for seat in ("north", "south")]
    assert told == [["hidden", "hidden", "needs"], ["needs", "needs", "needs"]]


def test_every_seat_of_an_actor_reads_what_the_actor_did() -> None:
    """Two ministries of one government: a covert act of either is no secret to the other."""
    parts = (
        Seat("envoys", "Envoys", "#336699", part_of="north"),
        Seat("army", "Army", "#336699", part_of="north"),
        Seat("south", "South", "#993366"),
    )
    raid = move("raid", "north", seen_by=frozenset({"nobody"}))
    referee = Referee(scenario(raid, seats=parts))
    (card,) = referee.adjudicate(referee.opening(), [Order("army", "raid")], LoadedDice()).cards
    told = {
        seat: referee.sight(seat).card(card) is not None for seat in ("envoys", "army", "south")
    }
    assert told == {"envoys": True, "army": True, "south": False}


def test_the_room_reads_an_act_that_all_know_of_each_for_its_own_reason() -> None:
    """Two are shown it and the third did it, so it is nobody's secret."""
    raid = move("raid", "south", seen_by=frozenset({"north", "east"}))
    referee = Referee(scenario(raid, move("wait", "north", needs="total.raid >= 1")))
    (card,) = referee.adjudicate(referee.opening(), [Order("south", "raid")], LoadedDice()).cards
    assert referee.sight().card(card) == card
    assert "total.raid" in referee.sight().known


def test_a_situation_holds_nought_where_a_reader_may_not_look() -> None:
    """What it may know stands as it stands."""
    state = REFEREE.opening()
    seen = sight("east").situation(state)
    assert (seen["peace"], seen["plot"], seen["tally"]) == (state["peace"], 0, 0)
    assert sight("north").situation(state)["plot"] == state["plot"] != 0


def test_a_reader_is_told_where_an_order_may_have_moved_more_than_it_sees() -> None:
    """By what the pack writes of that result, whether or not anything came of it."""
    (card,) = REFEREE.adjudicate(REFEREE.opening(), [Order("north", "call")], LoadedDice()).cards
    by_band = {
        band: (sight("east").may_miss(each), sight("north").may_miss(each))
        for band in (Band.FAILURE, Band.SUCCESS)
        for each in (card._replace(band=band),)
    }
    assert by_band == {Band.FAILURE: (False, False), Band.SUCCESS: (True, False)}
    assert not sight("east").may_miss(card._replace(band=None))
