"""A map on a page: what stands on it, what changed, and what a finger finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.session.session import Session
from idlib_wargame.views.map.shown import Maps, MapShown
from idlib_wargame.views.map.standing import Change
from idlib_wargame.web.svg.map import map_drawing
from idlib_wargame.web.svg.map_legend import legend_lines
from tests.session.exercises import begun
from tests.views import silent_nets
from tests.web.svg.reading import named, read, styled, words


def shown_in(session: Session) -> MapShown:
    """The whole map of an exercise, as control has it."""
    return Maps(session.scenario).of(session.play)


def shipped() -> list[Callable[[], MapShown]]:
    """The map of each pack that ships, as it opens."""
    return [partial(opening, path) for path in shipped_packs()]


def opening(path: Path) -> MapShown:
    """The map of a pack before anything has happened."""
    return shown_in(begun(read_pack(path), seating=()))


@pytest.mark.parametrize("made", [*shipped(), lambda: shown_in(silent_nets.played())])
def test_every_map_is_well_formed_and_brings_no_styles(made: Callable[[], MapShown]) -> None:
    """It is a picture with a name and a description, drawn by attributes and classes alone."""
    picture = map_drawing(made(), 360)
    assert read(picture).get("role") == "img"
    assert next(each.text or "" for each in named(picture, "title")).startswith("Map: ")
    assert [each.text for each in named(picture, "desc")] == [made().spoken]
    assert styled(picture) == []


@pytest.mark.parametrize("made", shipped())
def test_names_are_large_and_are_the_map_s_own(
    made: Callable[[], MapShown],
) -> None:
    """At 360 units wide, words are 13 high and more, and each name is one of the map's."""
    shown = made()
    picture = map_drawing(shown, 360)
    sizes = [float(each.get("font-size", "0")) for each in named(picture, "text")]
    assert min(sizes) >= 13
    names = {each.feature.name for each in shown.standings}
    written = [each for each in words(picture) if not each.endswith("km")]
    assert len(written) > 3
    assert all(any(each in name for name in names) for each in written)


def test_each_thing_that_says_something_is_found_by_a_finger() -> None:
    """What is in sight opens what is told of it, by its id; where nothing is told, nothing does."""
    shown = shown_in(silent_nets.played())
    picture = map_drawing(shown, 360, opens="place-")
    opened = [each.get("data-tells", "") for each in read(picture).iter() if each.get("data-tells")]
    assert opened
    assert {each.removeprefix("place-") for each in opened} <= set(shown.places)
    assert "data-tells" not in map_drawing(shown, 360)


@pytest.mark.parametrize("kind", ["road", "post"])
def test_what_changed_is_set_off_and_what_did_not_is_not(kind: str) -> None:
    """As the map opens nothing is outlined; then one road is, or one post."""
    before = opening(shipped_packs()[0])
    assert "m-changed-line" not in map_drawing(before, 360)
    one = next(each for each in before.standings if each.feature.kind == kind)
    changed = replace(one, change=Change.TAKEN)
    standings = tuple(changed if each is one else each for each in before.standings)
    after = map_drawing(replace(before, standings=standings), 360)
    assert after.count("m-changed-line") == 1


def test_a_pattern_of_one_picture_is_never_one_of_another() -> None:
    """Two maps on a page have names of their own."""
    shown = shown_in(silent_nets.played())
    one, other = (
        {each.get("id") for each in named(map_drawing(shown, 360, prefix=prefix), "pattern")}
        for prefix in ("one", "other")
    )
    assert one
    assert not one & other


def test_the_legend_explains_what_is_on_the_map_in_the_words_of_the_view() -> None:
    """A sample each, which says nothing by itself."""
    shown = shown_in(silent_nets.played())
    lines = legend_lines(shown, shown.signs, "sign")
    assert [each.words for each in lines] == [each.words for each in shown.signs]
    assert all('aria-hidden="true"' in each.sample for each in lines)
    assert all(len(each.sample) > 60 for each in lines)
