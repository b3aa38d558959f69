"""What stands on a map, in sentences."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words import mapping


@pytest.fixture(scope="module")
def scenario(harbour: PackReading) -> Scenario:
    """The harbour pack."""
    assert harbour.scenario is not None
    return harbour.scenario


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (None, "Held by Astra."),
        ("borea", "Held by Astra (until this turn: Borea)."),
        ("", "Held by Astra (until this turn: nobody)."),
    ],
)
def test_who_holds_a_place(scenario: Scenario, before: str | None, words: str) -> None:
    """And from whom it was taken, if it was."""
    assert mapping.held_words(scenario, "astra", before) == words


def test_a_place_without_a_holder(scenario: Scenario) -> None:
    """It is new, or somebody has left it."""
    assert mapping.newly_there_words(scenario, "") == "New this turn."
    assert mapping.newly_there_words(scenario, "astra") == "Held by Astra (new this turn)."
    assert mapping.left_words(scenario, "borea") == "Until this turn: Borea."


@pytest.mark.parametrize(
    ("change", "after"), [("", "."), ("new", " (new this turn)."), ("taken", " (since this turn).")]
)
def test_a_post_is_manned_or_cut_off(scenario: Scenario, change: str, after: str) -> None:
    """A post that is cut off is still its owner's."""
    assert mapping.manned_words(scenario, "astra", change) == f"Manned by Astra{after}"
    cut_off = mapping.cut_off_words(scenario, "caldis", "borea", change)
    assert cut_off == f"Caldis, encircled by Borea{after}"


def test_changes_in_short(scenario: Scenario) -> None:
    """The first by name, the rest counted; no sentence where nothing changed."""
    told = [
        mapping.newly_held(scenario, "Q1", "astra"),
        mapping.newly_held(scenario, "Q2", ""),
        mapping.came("Port"),
        mapping.went("Ferry"),
        mapping.post_changed("Light", is_cut_off=True),
        mapping.post_changed("Beacon", is_cut_off=False),
    ]
    assert mapping.changes_words(told, more=2) == (
        "Changed this turn: Q1 (now Astra); Q2 (now nobody); Port (new); Ferry (gone); "
        "Light (encircled); Beacon (relieved); and 2 more."
    )
    assert mapping.changes_words([], more=0) == ""


def test_all_that_somebody_holds() -> None:
    """Each kind is counted, and agrees in number."""
    counts = [
        *(mapping.kind_count_words(kind, 1) for kind in ("road", "town", "post", "camp")),
        *(mapping.kind_count_words(kind, 2) for kind in ("base", "crossing", "area")),
        mapping.encircled_count_words(3),
    ]
    assert mapping.holdings_words("Astra", counts) == (
        "Astra: 1 road, 1 town, 1 post, 1 camp, 2 bases, 2 border crossings, 2 areas, "
        "3 posts of others encircled."
    )
