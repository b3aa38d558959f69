"""A map as one reader may see it at one moment: a frozen value with every word made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.state import State
from idlib_wargame.session.play import Play
from idlib_wargame.views.map.agreed_about import agreed_about
from idlib_wargame.views.map.fronts import Fronts
from idlib_wargame.views.map.history import Histories, TrackHistory
from idlib_wargame.views.map.legend import LegendEntry, Sample, legend_entries
from idlib_wargame.views.map.region import Region
from idlib_wargame.views.map.standing import Ground, Standing, read_by
from idlib_wargame.views.map.telling import changed, details, in_order, summary
from idlib_wargame.words.bargains import case_heading
from idlib_wargame.words.clauses import Clause
from idlib_wargame.words.mapping import (
    agreement_sign_words,
    changed_heading,
    changes_words,
    in_force_words,
    more_in_force_words,
    more_words,
    nothing_changed_words,
    opening_map_words,
)

MOST_TRACKS = 3  # of which a place has the history told
MOST_AGREEMENTS = 3  # that are named beside a map; there is a page for all of them


class PlaceTold(NamedTuple):
    """All there is to say of a feature, by its id; ``tracks`` are those whose history it has.

    ``agreed`` are the terms in force that are about those tracks, a sentence each.
    """

    id: str
    name: str
    details: str
    tracks: tuple[str, ...]
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True)
class MapShown:
    """What is drawn of a pack's map, and told of it. Whoever draws it decides nothing.

    ``changed`` are the changes since the last turn began, each in short and whole, the weightiest
    first; ``since`` is that turn's number where another has begun, or else 0. ``agreements`` are
    those in force, the newest first. ``places`` are in the order of telling, and ``histories`` by
    track. ``spoken`` is the whole map for those who do not see it.
    ``is_opening`` while no turn has led to anything yet.
    """

    region: Region
    standings: tuple[Standing, ...]
    fronts: Fronts
    changed: tuple[Clause, ...]
    since: int
    agreements: tuple[str, ...]
    signs: tuple[LegendEntry, ...]
    places: Mapping[str, PlaceTold]
    histories: Mapping[str, TrackHistory]
    spoken: str
    is_opening: bool = False

    @property
    def in_order(self) -> tuple[str, ...]:
        """The ids of what says something of its own, in the order of telling."""
        return tuple(each.feature.id for each in in_order(self.standings))

    def legends(self) -> Iterator[tuple[LegendEntry, ...]]:
        """What the signs mean and which agreements are in force: in full, then ever shorter."""
        few = tuple(each for each in self.signs if not each.is_written_on_map)
        yield (*self.signs, *self.agreed(MOST_AGREEMENTS))
        for most in range(MOST_AGREEMENTS, -1, -1):
            yield (*few, *self.agreed(most))
        yield (*(each.shortened for each in few), *self.agreed(0))

    def agreed(self, most: int) -> tuple[LegendEntry, ...]:
        """Agreements in force, so many of them by name and the others counted."""
        named = self.agreements[:most]
        more = len(self.agreements) - len(named)
        said = [agreement_sign_words(each) for each in named]
        said += [more_in_force_words(more) if named else in_force_words(more)] if more else []
        return tuple(LegendEntry(Sample.AGREEMENT, each) for each in said)

    def changes(self, most: int) -> str:
        """What changed, in a sentence, so much of it by name; "" where nothing did."""
        more = len(self.changed) - most
        return changes_words(self.changed[:most], more, self.since)

    @property
    def changes_heading(self) -> str:
        """What stands over a list of the changes; in its place, that there is none."""
        if self.is_opening and not self.changed:
            return opening_map_words()
        heading = changed_heading if self.changed else nothing_changed_words
        return heading(self.since)

    def changes_in_short(self, most: int) -> tuple[str, ...]:
        """The same as a list, and how many more there are."""
        more = len(self.changed) - most
        named = [each.at_start() for each in self.changed[:most]]
        return (*named, more_words(more).at_start()) if more > 0 else tuple(named)

    def histories_of(self, feature: str) -> tuple[TrackHistory, ...]:
        """The histories that a feature has."""
        place = self.places.get(feature)
        return tuple(self.histories[track] for track in (place.tracks if place else ()))


class Maps:
    """Makes the maps of one reader, whose pack and plays are cut to what it may know.

    With ``may_miss`` something may have moved tracks unseen; where others may look on (``shared``),
    histories keep private news to themselves, as accounts do.
    """

    def __init__(self, pack: Scenario, may_miss: bool = False, shared: bool = False) -> None:
        self._pack = pack
        self._region = Region.of(pack)
        self._ground = Ground(pack)
        self._histories = Histories(pack, may_miss, shared)
        tracks = {each.id: _tracks_of(pack, each) for each in pack.map}
        self._tracks: Mapping[str, tuple[str, ...]] = tracks
        self._last: tuple[object, MapShown] | None = None

    def of(self, play: Play) -> MapShown:
        """The map as it stands in an exercise, with what the last turn changed set off.

        Where results are on the table and not yet closed, the map is as they would leave it. While
        nothing that it tells of has changed, it is the same one.
        """
        # Most acts leave the map as it is, and it is asked for after each of them.
        rests_on = (
            *(span(play), play.closed, play.pending, play.turn, play.setup.numbers),
            *(len(play.messages), _in_force(self._pack, play), agreed_about(self._pack, play)),
        )
        if self._last is None or self._last[0] != rests_on:
            self._last = (rests_on, self._made(play))
        return self._last[1]

    def _made(self, play: Play) -> MapShown:
        before, now = span(play)
        pack, numbers, since = self._pack, play.setup.numbers, _since(play)
        standings = self._ground.standings(now, before)
        terms = agreed_about(pack, play)
        places = {}
        for each in in_order(standings):
            feature, tracks_of = each.feature, self._tracks[each.feature.id]
            told = details(pack, each, now, numbers, before)
            agreed = dict.fromkeys(term for track in tracks_of for term in terms.get(track, ()))
            place = PlaceTold(feature.id, feature.name, told, tracks_of, tuple(agreed))
            places[feature.id] = place
        tracks = dict.fromkeys(track for place in places.values() for track in place.tracks)
        histories = {each: self._histories.of(pack.track_by_id[each], play) for each in tracks}
        return MapShown(
            region=self._region,
            standings=standings,
            fronts=Fronts.of(standings, self._region.bounded),
            changed=changed(pack, standings, now, before, numbers),
            since=since,
            agreements=_in_force(pack, play),
            signs=tuple(legend_entries(pack, self._region.holders, standings, now, numbers, since)),
            places=places,
            histories=histories,
            spoken=summary(pack, standings, now, numbers, before, since),
            is_opening=play.last is None and play.pending is None,
        )


def span(play: Play) -> tuple[State, State]:
    """The states between which a map marks what changed: as the last turn began, and now."""
    if play.pending is not None:
        return play.pending.began, play.pending.result.state
    return (play.last.began if play.last else play.state), play.state


def _since(play: Play) -> int:
    """The turn that changed what is marked, where that is not the turn in play; or else 0."""
    last = play.last
    return last.number if last is not None and not play.pending and last.number < play.turn else 0


def _tracks_of(pack: Scenario, feature: Feature) -> tuple[str, ...]:
    """The tracks behind a feature: what it says it shows, then what decides of it."""
    named = dict.fromkeys([feature.track, *read_by(feature)])
    return tuple(each for each in named if each in pack.track_by_id)[:MOST_TRACKS]


def _in_force(pack: Scenario, play: Play) -> tuple[str, ...]:
    cases = reversed(tuple(play.ledger.cases.values()))
    return tuple(case_heading(pack, each.offer, is_signed=True) for each in cases if each.in_force)
