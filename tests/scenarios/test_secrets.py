"""What the shipped packs keep to some seats, and that nothing which all can read gives it away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.conditions.condition import Condition, names_in
from idlib_wargame.rules.names import ORDERED, Count, Prefix, is_bargained, parted
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect, Track
from idlib_wargame.rules.result import Release
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import chosen
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.situation import situation
from idlib_wargame.views.seat import seat_view
from tests.twins.given import given_to
from tests.twins.packs import as_reading

# Who may know a track that is not for all: its owners, and the friends who share it.
KEPT = {
    "idlib-2020": {
        "opp_supply": {"opposition", "turkey", "united_states"},
        "arms_delivered": {"opposition", "turkey", "united_states"},
        "government_capacity": {"damascus", "russia", "iran"},
        "exhaustion": {"damascus", "russia", "iran"},
        "stocks": {"russia", "damascus"},
    },
    "lanner-sound": {"purse": {"isken"}, "dark_catch": {"corveil"}},
}
# Where a covert act moves what outsiders watch, and why it may.
TELLS = {
    ("move_fighters_out", "extremists"): "those who stay behind can see who is gone",
    ("fish_dark", "corveil_ports"): "anybody can see that the auction halls are full",
    ("fish_dark", "cod"): "the survey finds fewer cod, and names no flag",
}
# Where an aim asks after what its seat may not know, and how the seat comes to hear of it.
HEARD = {("russia_no_missiles", "total.arms.success"): "missiles_seen"}
WENT_WELL = (Band.PARTIAL, Band.SUCCESS, Band.STRONG)

PACKS = {path.name: path for path in shipped_packs()}
each_pack = pytest.mark.parametrize("name", PACKS)


@cache
def referee(name: str) -> Referee:
    """A pack as its author wrote it, read once."""
    return Referee(load(PACKS[name]))


def secrets(referee: Referee, sight: Sight, *conditions: Condition) -> set[str]:
    """What conditions read that the pack keeps from a reader: tracks, and counts of covert acts.

    Left out is what no pack has a say in: counters, orders not yet opened, messages to others.
    """
    counters = {track.id for track in referee.scenario.tracks if track.counter}
    read = {name for each in conditions for name in names_in(each)} - sight.known - counters
    return {name for name in read if _is_the_packs(name)}


def _is_the_packs(name: str) -> bool:
    count = Count.from_name(name)
    if count is not None:
        return count.scope != ORDERED
    row = parted(name)
    return row is None or row[0] != Prefix.INJECT


@each_pack
def test_stocks_supplies_and_returns_are_for_their_owners(name: str) -> None:
    """What lies in a depot or stands in a staff's returns is not for everybody."""
    kept = {
        track.id: set(track.seen_by)
        for track in referee(name).scenario.tracks
        if track.seen_by is not None
    }
    assert kept == KEPT[name]


@each_pack
def test_a_covert_act_that_goes_well_shows_nowhere_that_outsiders_look(name: str) -> None:
    """Who learns of an act by its move may watch what it moves; nobody else sees anything move."""
    scenario = referee(name).scenario
    found = {
        (move.id, effect.track)
        for move in scenario.moves
        if move.seen_by is not None
        for effect in _moved(move)
        if _is_watched_by_outsiders(scenario.track_by_id.get(effect.track), move)
    }
    assert found == {tell for tell in TELLS if tell[0] in scenario.move_by_id}


def _moved(move: Move) -> Iterator[Effect]:
    """What a move does where it goes well; where it goes badly, that is how it comes out."""
    choices = (choice.effects for choice in move.choices)
    for table in (move.effects, *move.by_seat.values(), *choices):
        for band in WENT_WELL:
            yield from table.get(band, ())


def _is_watched_by_outsiders(track: Track | None, move: Move) -> bool:
    if track is None or track.counter:
        return False
    insiders = (move.seen_by or frozenset()) | set(move.seats)
    return track.seen_by is None or not track.seen_by <= insiders


@each_pack
def test_no_seat_is_asked_to_order_by_what_it_may_not_know(name: str) -> None:
    """What its moves and their choices need, each seat can read."""
    looked = 0
    for move in referee(name).scenario.moves:
        for seat in move.seats:
            sight = referee(name).sight(seat)
            asked = (move.needs, *(choice.needs for choice in move.choices))
            assert secrets(referee(name), sight, *asked) == set(), (move.id, seat)
            looked += 1
    assert looked > 30


@each_pack
def test_a_seat_can_follow_its_own_aims(name: str) -> None:
    """Each asks after what its seat may know, or what a message to it tells.

    What others sign over a seat's head may stay theirs until the end: an aim of not being left out
    is about nothing else.
    """
    scenario = referee(name).scenario
    assert len(scenario.aims) >= 9
    for aim in scenario.aims:
        hidden = secrets(referee(name), referee(name).sight(aim.seat), aim.when)
        hidden = {each for each in hidden if not is_bargained(each)}
        assert {each for each in hidden if not _is_heard(scenario, aim.id, each)} == set(), aim.id


def _is_heard(scenario: Scenario, aim: str, name: str) -> bool:
    inject = HEARD.get((aim, name), "")
    told = {each.id: each for each in scenario.injects}.get(inject)
    seat = next(each.seat for each in scenario.aims if each.id == aim)
    return told is not None and seat in told.to


@each_pack
def test_the_ladder_and_the_pressures_read_what_everybody_knows(name: str) -> None:
    """All see the rung and which pressures are on, so neither may turn on a secret."""
    scenario, room = referee(name).scenario, referee(name).sight()
    rungs: Iterable[Condition] = (rung.when for rung in scenario.ladder)
    assert secrets(referee(name), room, *rungs) == set()
    pressures = [flag for flag in scenario.flags if flag.group]
    assert len(pressures) >= 4
    assert [flag.id for flag in pressures if not room.knows_flag(flag.id)] == []
    for seat in scenario.seats:
        sight = referee(name).sight(seat.id)
        assert all(sight.knows_flag(flag.id) for flag in pressures), seat.id


def test_a_shipment_of_weapons_shows_to_nobody_who_was_not_told() -> None:
    """Washington ships weapons, or does not: Moscow and the room are given the same either way."""
    shipped = played({"united_states": (Wish("supply_anti_tank"),)}, us_return=7)
    not_shipped = played({"united_states": ()}, us_return=7)
    for outsider in ("russia", "damascus", "iran", ""):
        assert given_to(shipped, outsider) == given_to(not_shipped, outsider), outsider
    (card,) = seat_view(shipped, "opposition").cards
    assert card.moved.startswith("Supply of the factions 3 → ")


def test_a_flight_of_munitions_shows_without_what_it_brought() -> None:
    """Everybody counts the aircraft; what is in the depot now is for Moscow and Damascus."""
    session = played({"russia": (Wish("munitions_flight"),)})
    told = {seat: seat_view(session, seat).cards[0].moved for seat in ("russia", "turkey")}
    assert told["russia"].startswith("Munitions at Humaymim")
    assert told["turkey"] == "Nothing moved that you may know of."


def test_the_desk_names_every_table_that_may_know_a_track() -> None:
    """Where Turkey and the opposition are shared by two tables each, all four may know."""
    eight = chosen(load(PACKS["idlib-2020"]), arrangement="eight")
    session = begun(eight)
    only = {line.id: line.only for line in situation(eight, session.play).tracks}
    assert only["opp_supply"].count("Turkey") == 2
    assert only["opp_supply"].count("Syrian opposition") == 2
    assert "United States" in only["opp_supply"]


def played(orders: Mapping[str, tuple[Wish, ...]], **start: int) -> Session:
    """The Idlib pack after one turn with those orders, each ruled a success in secret."""
    pack = load(PACKS["idlib-2020"])
    tracks = (replace(t, start=start.get(t.id, t.start)) for t in pack.tracks)
    pack = replace(pack, tracks=tuple(tracks), phases=("orders", "adjudication", "report"))
    session = begun(pack)
    for seat, wishes in orders.items():
        session.submit(SealOrders(seat, wishes), FACILITATOR)
    session.submit(Adjudicate(), FACILITATOR)
    assert session.play.pending is not None
    for card in session.play.pending.result.cards:
        session.submit(
            Decide(card.address, Band.SUCCESS, "For the test", Release.HOT_WASH), FACILITATOR
        )
    session.submit(CloseTurn(), FACILITATOR)
    session.submit(MoveOn(), FACILITATOR)
    return session


def begun(pack: Scenario) -> Session:
    """An exercise on that pack, in memory, in which control plays every seat."""
    seats = tuple(Seating(seat.id, (), "control") for seat in pack.seats)
    setup = Setup("", "", pack.turns, seating=seats)
    return Session.create(None, as_reading(pack), setup, bytes(32))
