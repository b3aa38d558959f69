"""The shipped map: true to its sources, plain about what is judgement, and moved by every track."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise, product
from typing import Any

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.views.map.fronts import Fronts, bounded_sides
from idlib_wargame.views.map.shapes import inside
from idlib_wargame.views.map.standing import Change, Ground, Standing
from tests.scenarios.rows import PACK, SEEDS, read

WEST, SOUTH, EAST, NORTH = 35.4, 34.6, 38.4, 37.2
# Who held what on 26 January 2020, by press reporting of the time; Ma'arrat by the ruling on it.
HELD_IN_JANUARY = {
    "damascus": {
        *("Aleppo", "Hama", "Homs", "Latakia", "Khan Shaykhun", "Morek", "Kafr Zayta", "Suran"),
        *("Ar-Rastan", "Nubl"),
    },
    "opposition": {
        *("Idlib", "Saraqib", "Ma'arrat an-Nu'man", "Jisr ash-Shughur", "Bdama", "Ariha"),
        *("Khan al-Assal", "Al-Atarib", "Anadan", "Ad-Dana", "Kafr Nabl", "Taftanaz", "Binnish"),
        "Sarmin",
    },
    "turkey": {"Afrin", "Al-Bab", "Azaz", "Jarabulus"},
    "democratic_forces": {"Manbij", "Tall Rif'at"},
}
FILE: dict[str, Any] = json.loads((PACK / "map.geojson").read_text(encoding="utf-8"))
ROWS: list[dict[str, Any]] = [each["properties"] for each in FILE["features"]]


@cache
def pack() -> Scenario:
    """The pack, read once."""
    return load(PACK)


@cache
def ground() -> Ground:
    """Its map, made ready once."""
    return Ground(pack())


@cache
def opening() -> State:
    """Where it begins."""
    return Referee(pack()).opening(8)


def state(**tracks: int) -> State:
    """The opening, with some tracks set otherwise."""
    return State.from_dict(opening().layout, {**opening().to_dict(), **tracks})


def standing(**tracks: int) -> dict[str, Standing]:
    """What stands then, by id."""
    return {each.feature.id: each for each in ground().standings(state(**tracks))}


def of_kind(kind: str) -> list[Feature]:
    """The features of one kind."""
    return [feature for feature in pack().map if feature.kind == kind]


def changed(before: dict[str, int], after: dict[str, int]) -> dict[str, Change]:
    """What a person would see change, by id."""
    found = ground().standings(state(**after), state(**before))
    return {each.feature.id: each.change for each in found if each.change is not Change.NONE}


def test_every_kind_of_thing_is_there() -> None:
    """Coast, borders, towns, both roads by segment, posts, camps, a base and crossings."""
    counts = {kind: len(of_kind(kind)) for kind in {feature.kind for feature in pack().map}}
    assert counts["post"] == 12
    assert [feature.id for feature in of_kind("road") if feature.track == "m5"] == [
        f"m5_{number}" for number in range(1, 7)
    ]
    assert [feature.id for feature in of_kind("road") if feature.track == "m4"] == [
        f"m4_{number}" for number in range(1, 5)
    ]
    assert {"coast", "border", "area", "town", "camp", "base", "crossing"} <= counts.keys()


def test_the_map_lies_within_its_sheet() -> None:
    """No point strays off the part of the world that the map shows."""
    assert len(pack().map) > 90
    for feature in pack().map:
        assert feature.name
        assert feature.points
        for longitude, latitude in feature.points:
            assert WEST <= longitude <= EAST, feature.id
            assert SOUTH <= latitude <= NORTH, feature.id


def test_segments_of_a_road_join_on_towns() -> None:
    """Each begins where the one before ended, at a town of the map."""
    towns = {feature.points[0] for feature in of_kind("town")}
    for track, count in (("m5", 6), ("m4", 4)):
        segments = [feature for feature in of_kind("road") if feature.track == track]
        assert len(segments) == count
        for one, following in pairwise(segments):
            assert one.points[-1] == following.points[0]
            # The M5 passes Khan al-Assal by on its south; the M4's front began in the hills.
            assert one.points[-1] in towns or following.id in ("m5_6", "m4_2")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_feature_says_what_it_rests_on(row: dict[str, Any]) -> None:
    """A claim, an outside source, or a plain word that it is judgement."""
    claims = {claim["id"] for claim in read(SEEDS / "claims.yaml")["claims"]}
    assert row.get("cites") or row.get("outside") or row.get("judgement")
    assert set(row.get("cites", [])) <= claims


def test_the_source_of_borders_and_coast_is_named() -> None:
    """Natural Earth, which is in the public domain."""
    assert "Natural Earth" in FILE["source"]
    assert "public domain" in FILE["source"]


def test_what_is_drawn_by_judgement_looks_so() -> None:
    """Zones, posts, camps, and roads through points that are no towns are schematic."""
    towns = {feature.points[0] for feature in of_kind("town")}
    zones = [area for area in of_kind("area") if area.holdings]
    judged = [*zones, *of_kind("post"), *of_kind("camp")]
    traced = [*of_kind("coast"), *of_kind("border"), *of_kind("town")]
    roads = of_kind("road")
    assert min(len(zones), len(judged), len(traced), len(roads)) > 10
    assert [each.id for each in judged if not each.schematic] == []
    assert [each.id for each in traced if each.schematic] == []
    off_towns = [road.id for road in roads if not set(road.points) <= towns]
    assert [road.id for road in roads if road.schematic] == off_towns


@pytest.mark.parametrize(("road", "segments"), [("m5", 6), ("m4", 4)])
def test_each_segment_is_held_as_its_track_says(road: str, segments: int) -> None:
    """At three, the first three are the government's and the rest are not."""
    for value in range(segments + 1):
        found = standing(**{road: value})
        held = [found[f"{road}_{number}"].holder for number in range(1, segments + 1)]
        assert held == ["damascus"] * value + ["opposition"] * (segments - value)


@pytest.mark.parametrize(
    ("track", "lowest", "highest"), [("m5", 0, 6), ("m4", 0, 4), ("aleppo_belt", 0, 4)]
)
def test_every_step_on_the_ground_redraws_the_front(track: str, lowest: int, highest: int) -> None:
    """Ground changes hands with each step, not the road alone, and the line moves."""
    bounded = bounded_sides(pack().map)
    for value in range(lowest, highest):
        before, after = state(**{track: value}), state(**{track: value + 1})
        found = ground().standings(after, before)
        taken = [each for each in found if each.change is Change.TAKEN]
        assert any(each.feature.kind == "area" for each in taken), value
        lines = Fronts.of(found, bounded)
        assert lines.changed
        assert lines.schematic != Fronts.of(ground().standings(before), bounded).schematic


def test_posts_stand_and_are_cut_off_as_their_tracks_say() -> None:
    """As many as stand are drawn; as many of them as are encircled look so."""
    for posts, besieged in product(range(13), range(13)):
        found = [
            each
            for each in standing(posts=posts, posts_besieged=besieged).values()
            if each.feature.kind == "post"
        ]
        assert len(found) == posts
        assert sum(each.is_cut_off for each in found) == min(posts, besieged)


def test_the_southern_posts_leave_first() -> None:
    """When five remain, each of them lies north of all that left."""
    posts = {feature.id: feature.points[0][1] for feature in of_kind("post")}
    stay = {latitude for post, latitude in posts.items() if post in standing(posts=5)}
    left = {latitude for post, latitude in posts.items() if post not in standing(posts=5)}
    assert max(left) < min(stay)


def test_every_stage_of_the_zone_can_be_seen() -> None:
    """Floated, discussed, declared, deployed, sheltering: each is another picture."""
    for stage in range(5):
        assert changed({"zone": stage}, {"zone": stage + 1}), stage
    assert not [each for each in standing(zone=0) if each.startswith("zone")]
    assert standing(zone=2)["zone_discussed"].holder == ""
    assert standing(zone=4)["zone_in_force"].holder == "turkey"
    shelters = standing(zone=5).keys() - standing(zone=4).keys()
    assert {pack_feature(each).kind for each in shelters} == {"camp"}


def pack_feature(feature: str) -> Feature:
    """The feature of that id."""
    return next(each for each in pack().map if each.id == feature)


def test_the_opening_is_as_the_briefs_have_it() -> None:
    """Two segments of the M5 and one of the M4 with the government, two posts cut off."""
    found = standing()
    held = {each for each in found if found[each].holder == "damascus" and each[:2] in ("m5", "m4")}
    roads = {each.id for each in of_kind("road") if each.track}
    assert held & roads == {"m5_1", "m5_2", "m4_1"}
    assert sum(each.is_cut_off for each in found.values()) == 2


def test_every_town_begins_on_the_side_it_was_on() -> None:
    """Somebody who knows Syria in January 2020 finds no town in the wrong hands."""
    held: dict[str, set[str]] = {}
    for each in standing().values():
        if each.feature.kind == "town":
            held.setdefault(each.holder, set()).add(each.feature.name)
    assert held == HELD_IN_JANUARY


def test_the_words_of_a_road_name_the_town_that_it_has_reached() -> None:
    """What the track calls a value is held at that value, and in other hands one below."""
    reached = 0
    for road in ("m5", "m4"):
        for level in pack().track_by_id[road].levels:
            value, words = level.at_least, level.words
            for town in of_kind("town"):
                if town.name in words and words.startswith("as far as"):
                    at, below = standing(**{road: value}), standing(**{road: value - 1})
                    assert at[town.id].holder == "damascus", words
                    assert below[town.id].holder == "opposition", words
                    reached += 1
    assert reached == 7


def test_a_town_lies_on_ground_of_its_holder() -> None:
    """Whatever was taken, no town shows another holder than the ground around it."""
    places = [each for each in pack().map if each.kind == "town" and each.holdings]
    assert len(places) == 30
    for m5, m4, belt, zone in product(range(7), range(5), range(5), (0, 3, 4)):
        found = standing(m5=m5, m4=m4, aleppo_belt=belt, zone=zone)
        areas = [each for each in found.values() if each.feature.kind == "area" and each.holder]
        for town in places:
            below = [each for each in areas if town_in(town, each)]
            assert below, town.id
            assert found[town.id].holder == below[-1].holder, (town.id, m5, m4, belt, zone)


@cache
def _in(town: str, area: str) -> bool:
    return inside(pack_feature(town).points[0], pack_feature(area).points)


def town_in(town: Feature, area: Standing) -> bool:
    """Whether a town lies in an area."""
    return _in(town.id, area.feature.id)
