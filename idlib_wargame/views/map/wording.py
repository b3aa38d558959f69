"""The map in words: for the line below it, for tooltips, and for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.views.map.standing import Change, Standing
from idlib_wargame.words.beginnings import begun
from idlib_wargame.words.figures import counted
from idlib_wargame.words.situation import reading

KIND_WORDS = {
    "road": ("road", "roads"),
    "area": ("area", "areas"),
    "town": ("town", "towns"),
    "post": ("post", "posts"),
    "camp": ("camp", "camps"),
    "base": ("base", "bases"),
    "crossing": ("border crossing", "border crossings"),
    "coast": ("coast", "coasts"),
    "border": ("border", "borders"),
}
# What people ask after first stands first.
TOLD = ("road", "post", "area", "base", "camp", "crossing", "town")
MOST_CHANGES = 3


def short_name(name: str) -> str:
    """What is written on the map: a name up to its first comma."""
    return name.partition(",")[0]


def holder_words(scenario: Scenario, standing: Standing) -> str:
    """Who holds it: "held by Harbour Union"; "" where nobody does."""
    if not standing.holder:
        return ""
    holder = scenario.actor_name(standing.holder)
    if standing.is_cut_off:
        return f"{scenario.actor_name(standing.owner)}, encircled by {holder}"
    if standing.feature.kind == "post":
        return f"manned by {holder}"
    return f"held by {holder}"


def change_words(scenario: Scenario, standing: Standing) -> str:
    """What became of it: "until this turn: Harbour Union"; "" where nothing did."""
    match standing.change:
        case Change.NEW:
            return "new this turn"
        case Change.GONE:
            return "gone this turn"
        case Change.TAKEN if standing.feature.kind == "post":
            return "since this turn"
        case Change.TAKEN:
            before = scenario.actor_name(standing.before) if standing.before else "nobody"
            return f"until this turn: {before}"
    return ""


def details(scenario: Scenario, standing: Standing, state: State, numbers: bool = True) -> str:
    """All there is to say of a feature after its name, in short sentences."""
    feature = standing.feature
    track = scenario.track_by_id.get(feature.track)
    holder = "" if standing.change is Change.GONE else holder_words(scenario, standing)
    change = change_words(scenario, standing)
    parts = [
        f"{holder} ({change})" if holder and change else holder or change,
        f"{track.name}: {reading(track, state[track.id], numbers)}" if track else "",
        "schematic" if feature.schematic else "",
    ]
    return " ".join(f"{begun(scenario, part)}." for part in parts if part)


def in_order(standings: Iterable[Standing]) -> list[Standing]:
    """Those that say something of their own, in the order of telling."""
    telling = [
        each
        for each in standings
        if each.feature.kind in TOLD
        and (each.feature.holdings or each.feature.schematic or each.feature.kind != "area")
    ]
    return sorted(telling, key=lambda each: TOLD.index(each.feature.kind))


def changes(scenario: Scenario, standings: Sequence[Standing], most: int = MOST_CHANGES) -> str:
    """What changed, ``most`` of it by name, the weightiest first; "" where nothing did."""
    told = [_change_in_short(scenario, each) for each in _worth_telling(standings)]
    if not told:
        return ""
    more = len(told) - most
    if more > 0:
        told[most:] = [f"and {more} more"]
    return "Changed this turn: " + "; ".join(told) + "."


def _worth_telling(standings: Sequence[Standing]) -> list[Standing]:
    """What changed, but ground and towns only where nothing told before them goes with them."""
    changed = [each for each in in_order(standings) if each.change is not Change.NONE]
    changed.sort(key=lambda each: (TOLD.index(each.feature.kind), each.change is Change.GONE))
    told: list[Standing] = []
    for each in changed:
        track = each.feature.track
        follows = track and any(other.feature.track == track for other in told)
        if not (follows and each.feature.kind in ("area", "town")):
            told.append(each)
    return told


def _change_in_short(scenario: Scenario, standing: Standing) -> str:
    if standing.change is Change.TAKEN and standing.feature.kind == "post":
        change = "encircled" if standing.is_cut_off else "relieved"
    elif standing.change is Change.TAKEN:
        change = f"now {scenario.actor_name(standing.holder) if standing.holder else 'nobody'}"
    else:
        change = standing.change.value
    return f"{standing.feature.name} ({change})"


def summary(
    scenario: Scenario, standings: Sequence[Standing], state: State, numbers: bool = True
) -> str:
    """The whole map for those who do not see it."""
    drawn = {each.feature.track for each in standings}
    tracks = [
        f"{track.name}: {reading(track, state[track.id], numbers)}."
        for track in scenario.tracks
        if track.id in drawn
    ]
    return " ".join([*_holdings(scenario, standings), *tracks, changes(scenario, standings)])


def _holdings(scenario: Scenario, standings: Sequence[Standing]) -> list[str]:
    """ "Harbour Union holds 2 roads and 3 towns." for everyone who holds something."""
    held: dict[str, dict[str, int]] = {}
    for each in in_order(standings):
        if each.holder and each.change is not Change.GONE and each.feature.kind != "area":
            kind = "cut off" if each.is_cut_off else each.feature.kind
            counts = held.setdefault(each.holder, {})
            counts[kind] = counts.get(kind, 0) + 1
    return [
        f"{scenario.actor_name(holder)}: "
        + ", ".join(_count_words(kind, count) for kind, count in counts.items())
        + "."
        for holder, counts in held.items()
    ]


def _count_words(kind: str, count: int) -> str:
    if kind == "cut off":
        return f"{counted(count, 'post', 'posts')} of others encircled"
    return counted(count, *KIND_WORDS[kind])
