"""The map as it is told: for the line below it, for tooltips, and for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.state import State
from idlib_wargame.views.map.standing import Change, Standing
from idlib_wargame.views.tracks import track_line
from idlib_wargame.words import mapping
from idlib_wargame.words.clauses import Clause
from idlib_wargame.words.movements import went_words

# What people ask after first stands first.
TOLD = ("road", "post", "area", "base", "camp", "crossing", "town")
MOST_CHANGES = 3


def details(
    scenario: Scenario,
    standing: Standing,
    state: State,
    numbers: bool = True,
    previous: State | None = None,
) -> str:
    """All there is to say of a feature after its name, in short sentences."""
    feature = standing.feature
    track = scenario.track_by_id.get(feature.track)
    sentences = [
        _stands(scenario, standing),
        _track_told(track, state, previous, numbers) if track else "",
        mapping.schematic_words() if feature.schematic else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _track_told(track: Track, state: State, previous: State | None, numbers: bool) -> str:
    moved = state[track.id] - previous[track.id] if previous is not None else 0
    return mapping.track_words(track_line(track, state[track.id], moved, numbers).spoken)


def _stands(scenario: Scenario, standing: Standing) -> str:
    """Who holds it, and what became of it."""
    holder, change = standing.holder, standing.change
    if change is Change.GONE:
        return mapping.gone_words()
    if holder and standing.is_cut_off:
        return mapping.cut_off_words(scenario, standing.owner, holder, change.value)
    if holder and standing.feature.kind == "post":
        return mapping.manned_words(scenario, holder, change.value)
    if change is Change.NEW:
        return mapping.newly_there_words(scenario, holder)
    before = standing.before if change is Change.TAKEN else None
    if holder:
        return mapping.held_words(scenario, holder, before)
    return mapping.left_words(scenario, before) if before else ""


def in_order(standings: Iterable[Standing]) -> list[Standing]:
    """Those that say something of their own, in the order of telling."""
    telling = [
        each
        for each in standings
        if each.feature.kind in TOLD
        and (each.feature.holdings or each.feature.schematic or each.feature.kind != "area")
    ]
    return sorted(telling, key=lambda each: TOLD.index(each.feature.kind))


def changed(
    scenario: Scenario,
    standings: Sequence[Standing],
    state: State,
    previous: State,
    numbers: bool = True,
) -> tuple[Clause, ...]:
    """What changed, each in short and told once, the weightiest first."""
    told = [
        _track_moved(scenario, each, state, previous, numbers)
        if each.change is Change.MOVED
        else _change_in_short(scenario, each)
        for each in _worth_telling(standings)
    ]
    return tuple({each.within(): each for each in told}.values())


def _track_moved(
    scenario: Scenario, standing: Standing, state: State, previous: State, numbers: bool
) -> Clause:
    track = standing.feature.track
    return mapping.moved(went_words(scenario, track, previous[track], state[track], numbers))


def changed_lines(scenario: Scenario, standings: Sequence[Standing]) -> Iterator[str]:
    """Everything that changed, the weightiest first, a line for each: its name and what it is now.

    What nobody holds any more, or never did, says so.
    """
    for each in in_order(standings):
        if each.change is not Change.NONE:
            said = _stands(scenario, each) or mapping.newly_there_words(scenario, "")
            yield mapping.place_words(each.feature.name, said)


def held_lines(scenario: Scenario, standings: Sequence[Standing]) -> Iterator[str]:
    """How much each holds: "Harbour Union: 2 roads, 3 towns."."""
    return _holdings(scenario, standings)


def _worth_telling(standings: Sequence[Standing]) -> list[Standing]:
    """What changed; ground, towns and what only moved where nothing told before goes with them."""
    changed = [each for each in in_order(standings) if each.change is not Change.NONE]
    changed.sort(
        key=lambda each: (
            each.change is Change.MOVED,
            TOLD.index(each.feature.kind),
            each.change is Change.GONE,
        )
    )
    told: list[Standing] = []
    for each in changed:
        track = each.feature.track
        follows = track and any(other.feature.track == track for other in told)
        goes_with = each.change is Change.MOVED or each.feature.kind in ("area", "town")
        if not (follows and goes_with):
            told.append(each)
    return told


def _change_in_short(scenario: Scenario, standing: Standing) -> Clause:
    name = standing.feature.name
    match standing.change:
        case Change.NEW:
            return mapping.came(name)
        case Change.GONE:
            return mapping.went(name)
    if standing.feature.kind == "post":
        return mapping.post_changed(name, standing.is_cut_off)
    return mapping.newly_held(scenario, name, standing.holder)


def summary(
    scenario: Scenario,
    standings: Sequence[Standing],
    state: State,
    numbers: bool = True,
    previous: State | None = None,
    since: int = 0,
) -> str:
    """The whole map for those who do not see it; ``since`` as in ``changes_words``."""
    drawn = {each.feature.track for each in standings}
    tracks = [
        _track_told(track, state, previous, numbers)
        for track in scenario.tracks
        if track.id in drawn
    ]
    told = changed(scenario, standings, state, previous, numbers) if previous is not None else ()
    changes = mapping.changes_words(told[:MOST_CHANGES], more=len(told) - MOST_CHANGES, since=since)
    sentences = (*_holdings(scenario, standings), *tracks, changes)
    return " ".join(sentence for sentence in sentences if sentence)


def _holdings(scenario: Scenario, standings: Sequence[Standing]) -> Iterator[str]:
    """ "Harbour Union: 2 roads, 3 towns." for everyone who holds something."""
    held: dict[str, dict[str, int]] = {}
    for each in in_order(standings):
        if each.holder and each.change is not Change.GONE and each.feature.kind != "area":
            kind = _CUT_OFF if each.is_cut_off else each.feature.kind
            counts = held.setdefault(each.holder, {})
            counts[kind] = counts.get(kind, 0) + 1
    for holder, counts in held.items():
        counted = [_counted(kind, count) for kind, count in counts.items()]
        yield mapping.holdings_words(scenario.actor_name(holder), counted)


_CUT_OFF = "cut_off"  # not a kind of feature, but counted by itself


def _counted(kind: str, count: int) -> str:
    if kind == _CUT_OFF:
        return mapping.encircled_count_words(count)
    return mapping.kind_count_words(kind, count)
