"""What a map says to one reader: what changed since the turn began, and what is agreed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.offer import Does, Offer, Term
from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play, Setup
from idlib_wargame.views.drawing import Drawings
from idlib_wargame.views.map.legend import Sample
from idlib_wargame.views.map.region import Region
from idlib_wargame.views.map.shown import Maps, MapShown
from idlib_wargame.views.map.standing import Change
from tests.session.bargains import sign
from tests.session.exercises import begun
from tests.views.map.bank import bank, held, shown, state, turn


@pytest.fixture
def scenario(harbour: PackReading) -> Scenario:
    """The harbour pack with a chart of the bank."""
    return bank(harbour)


def only(scenario: Scenario, *kinds: str) -> Scenario:
    """The same with no more on its map than what is of those kinds."""
    return replace(scenario, map=tuple(each for each in scenario.map if each.kind in kinds))


def legend(found: MapShown) -> list[str]:
    """What the fullest legend explains."""
    return [entry.words for entry in next(found.legends())]


def test_what_changed_counts_from_where_the_turn_began(scenario: Scenario) -> None:
    """What an inject took before the orders were opened is of this turn too."""
    began, opening = state(scenario, talks=0), state(scenario, talks=1)
    left = state(scenario, talks=2)
    played = replace(turn(scenario, left, began), opening=opening)
    play = Play(Setup("Grey Bank", "A", 4), left, turn=2, closed=(played,))
    found = Maps(scenario).of(play)
    assert found.changes_in_short(9) == (
        "Q1, Port to Ferry (now Astra)",
        "Q1, Ferry to Farness (now Astra)",
    )
    assert found.changes(1) == (
        "Changed since turn 1 began: Q1, Port to Ferry (now Astra); and 1 more."
    )
    assert found.changes_in_short(1) == ("Q1, Port to Ferry (now Astra)", "And 1 more")


def test_whose_changes_are_marked_is_said_once_the_next_turn_has_begun(scenario: Scenario) -> None:
    """In its own report it is this turn; in the next one, the turn by its number."""
    done = turn(scenario, state(scenario, talks=2), state(scenario))
    said = {}
    for number in (1, 2):
        play = Play(Setup("Grey Bank", "A", 4), done.result.state, turn=number, closed=(done,))
        found = Maps(scenario).of(play)
        (outlined,) = (each.words for each in found.signs if each.sample is Sample.CHANGED)
        said[number] = (found.changes_heading, outlined)
    assert said == {
        1: ("Changed this turn", "Outlined: changed this turn"),
        2: ("Changed since turn 1 began", "Outlined: changed since turn 1 began"),
    }


def test_before_the_first_turn_is_over_nothing_changed(scenario: Scenario) -> None:
    """Nothing is outlined, and nothing named."""
    found = shown(scenario, state(scenario))
    assert found.changed == ()
    assert {each.change for each in found.standings} == {Change.NONE}


def test_people_who_moved_into_a_camp_are_told_and_set_off(scenario: Scenario) -> None:
    """A camp looks the same whoever is in it; its track moved, and that is what changed."""
    camp = Feature("camp", "camp", "Camp at the port", ((10.3, 50.5),), track="held")
    pack = replace(scenario, map=(*scenario.map, camp))
    before = state(pack).to_dict()["held"]
    found = shown(pack, state(pack, held=before + 2), state(pack))
    assert f"Crews held in Borean and Caldic ports {before} → {before + 2} crews" in (
        found.changes_in_short(9)
    )
    change = {each.feature.id: each.change for each in found.standings}
    assert (change["camp"], change["light"]) == (Change.MOVED, Change.NONE)
    assert found.places["camp"].details == (
        f"Crews held in Borean and Caldic ports: {before + 2} crews, +2 this turn."
    )
    assert f"Camp · Crews held in Borean and Caldic ports: {before + 2} crews" in legend(found)


def test_a_map_of_areas_alone_says_nothing_of_roads(scenario: Scenario) -> None:
    """Zones and what is only planned, in the legend and in words; no road and no sign."""
    pack = only(scenario, "area")
    found = shown(pack, state(pack, calm=3, lines=1), state(pack))
    assert "road" not in found.region.kinds
    assert legend(found) == [
        "Astra",
        "Not in force",
        "Outlined: changed this turn",
        "Dashed, hatched or hollow: schematic",
    ]
    assert found.changes_in_short(9) == (
        "East shore (now Astra)",
        "Closed ground, as drafted (new)",
    )
    assert "road" not in found.spoken
    assert found.in_order == ("west", "east", "plan")
    assert [each.name for each in found.histories_of("east")] == ["Calm on the bank"]


def test_a_map_of_one_post_has_ground_about_it(scenario: Scenario) -> None:
    """Or its sign would stand at the very edge, and half of it would be cut off."""
    pack = only(scenario, "post")
    found = shown(pack, state(pack, patrols=12), state(pack))
    (light,) = found.standings
    (longitude, latitude) = light.feature.points[0]
    whole = found.region.whole
    assert whole.west < longitude < whole.east
    assert whole.south < latitude < whole.north
    assert found.changes_in_short(9) == ("Light, on the bank (encircled)",)
    assert "Post, encircled" in legend(found)


def test_a_sign_at_the_edge_of_the_ground_is_not_cut_off(scenario: Scenario) -> None:
    """The map reaches a little further there, and nowhere else."""
    edge = Feature("edge", "town", "Edge", ((10.5, 50.0),))
    whole = Region.of(replace(scenario, map=(*scenario.map, edge))).whole
    plain = Region.of(scenario).whole
    assert whole.south < plain.south
    assert (whole.west, whole.east, whole.north) == (plain.west, plain.east, plain.north)


def test_behind_a_place_stand_the_tracks_that_decide_of_it(scenario: Scenario) -> None:
    """What it says it shows comes first; a place that nothing can change has no history."""
    found = shown(scenario, state(scenario))
    assert found.places["light"].tracks == ("held", "patrols")
    assert [each.track for each in found.histories_of("light")] == ["held", "patrols"]
    assert found.histories_of("port") == ()
    assert found.histories_of("nowhere") == ()


def test_agreements_in_force_stand_beside_the_map_for_those_who_know_of_them(
    full: PackReading,
) -> None:
    """What is known to its parties alone is on the maps of these, and of control."""
    session = begun(full)
    sign(session)
    words = "In force: Agreement of Astra and Borea"
    seen = {}
    for seat in ("astra", "borea", "caldis"):
        drawing = Drawings(session.scenario, session.referee.sight(seat)).of(session.play)
        found = Maps(drawing.pack).of(drawing.play)
        entries = next(found.legends())
        seen[seat] = [each.words for each in entries if each.sample is Sample.AGREEMENT]
    control = Maps(session.scenario).of(session.play)
    assert control.agreements == ("Agreement of Astra and Borea",)
    assert seen == {"astra": [words], "borea": [words], "caldis": []}
    assert [each.words for each in control.agreed(0)] == ["1 agreement in force"]


def test_a_promise_about_a_place_is_told_with_its_history(full: PackReading) -> None:
    """Where a clause rests on its track; to whoever knows of the agreement, and nobody else."""
    session = begun(full)
    promise = Term("borea", Does.CLAUSE, "crews_home", 4, score=3)
    back = Term("astra", Does.WORDS, "Be kind", 4)
    offer = Offer("astra", ("borea",), (promise, back), answer_by=1, until=4)
    sign(session, offer)
    harbour = Feature("roads", "post", "Roadstead", ((0.5, 60.0),), track="held")
    pack = replace(session.scenario, map=(harbour,))
    control = Maps(pack).of(session.play).places["roads"].agreed
    caldis = Drawings(pack, session.referee.sight("caldis")).of(session.play)
    assert control == (
        "Borea: The crews come home, in full, by turn 4 (Agreement of Astra and Borea)",
    )
    assert Maps(caldis.pack).of(caldis.play).places["roads"].agreed == ()


def test_a_seat_reads_nothing_of_ground_whose_holder_it_may_not_know(scenario: Scenario) -> None:
    """Neither on its map nor in what is told of it, nor in its histories."""
    hidden = tuple(
        replace(track, seen_by=frozenset({"astra"})) if track.id == "calm" else track
        for track in scenario.tracks
    )
    secret = Feature("cove", "area", "Cove", scenario.map[2].points, held(("borea", "calm >= 5")))
    pack = replace(scenario, tracks=hidden, map=(*scenario.map, secret))
    referee = Referee(pack)
    play = Play(Setup("Grey Bank", "A", 4), referee.opening(4))
    told = {}
    for seat in ("astra", "borea"):
        drawing = Drawings(pack, referee.sight(seat)).of(play)
        found = Maps(drawing.pack).of(drawing.play)
        told[seat] = ("cove" in found.places, "calm" in found.histories)
    assert told == {"astra": (True, True), "borea": (False, False)}
