"""What a designer wants the play of a pack to come to, and whether it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from idlib_wargame.rehearsal.figures import SeatFigures, TrackFigures
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rehearsal.unseen import bands_told, bands_unseen, moves_shown
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words import goals as words
from idlib_wargame.words.figures import fine_percent
from idlib_wargame.words.lists import listed, series
from idlib_wargame.words.rehearsing import coded_move

SHARES_TOLD = 4


class Verdict(NamedTuple):
    """A goal in words, whether it is met, and the figures behind that."""

    goal: str
    met: bool
    figures: str


@dataclass(frozen=True)
class Ending:
    """Outcomes of the pack that count as one."""

    name: str
    outcomes: tuple[str, ...]


Endings = Mapping[str, Ending]
# An ending by its own id, or an outcome that no ending holds by its id: names may be shared.
Key = tuple[Literal["ending", "outcome"], str]


class Goal(Protocol):
    """Anything that can be judged from rehearsals."""

    def judge(self, rehearsals: Rehearsals, endings: Endings) -> Verdict:
        """Whether it is met. Raises KeyError for a name that is not known."""
        ...


@dataclass(frozen=True)
class Likeliest:
    """An ending is the likeliest under a habit."""

    ending: str
    habit: str

    def judge(self, rehearsals: Rehearsals, endings: Endings) -> Verdict:
        """With the likeliest endings."""
        run, name = Run(self.habit), _ending_name(endings, self.ending)
        shares = _shares(endings, rehearsals.tallies[run])
        goal = words.is_likeliest(rehearsals.name(run), name)
        return Verdict(goal, _leads(shares, self.ending), _told(rehearsals, endings, shares))


@dataclass(frozen=True)
class AtLeast:
    """An ending comes about in so many per cent of a habit's sessions."""

    ending: str
    habit: str
    percent: float

    def judge(self, rehearsals: Rehearsals, endings: Endings) -> Verdict:
        """With the share."""
        run, name = Run(self.habit), _ending_name(endings, self.ending)
        share = _shares(endings, rehearsals.tallies[run])["ending", self.ending]
        goal = words.is_at_least(rehearsals.name(run), name, self.percent)
        return Verdict(goal, share >= self.percent / 100, fine_percent(share))


@dataclass(frozen=True)
class LeadsSomewhere:
    """An ending is the likeliest under some habit, or from its own starting point."""

    ending: str
    start: str = ""

    def judge(self, rehearsals: Rehearsals, endings: Endings) -> Verdict:
        """With every run that it leads; else with the run that comes nearest."""
        name = _ending_name(endings, self.ending)
        key: Key = ("ending", self.ending)
        found = {
            run: _shares(endings, tally)
            for run, tally in rehearsals.tallies.items()
            if run.start in ("", self.start)
        }
        goal = words.leads_somewhere(name)
        leads = [run for run, shares in found.items() if _leads(shares, self.ending)]
        if leads:
            told = [words.with_share(rehearsals.name(run), found[run][key]) for run in leads]
            return Verdict(goal, True, listed(told))
        nearest = max(found, key=lambda run: found[run][key])
        known = any(run.start == self.start for run in found)
        told_nearest = words.at_most_under(
            found[nearest][key],
            rehearsals.name(nearest),
            _told(rehearsals, endings, found[nearest]),
            "" if known else self.start,
        )
        return Verdict(goal, False, told_nearest)


@dataclass(frozen=True)
class NoOutcomeAbove:
    """No outcome comes about in more than so many per cent of a habit's sessions."""

    habit: str
    percent: float

    def judge(self, rehearsals: Rehearsals, endings: Endings) -> Verdict:
        """With the likeliest outcomes, each by itself."""
        run = Run(self.habit)
        shares = _shares({}, rehearsals.tallies[run])
        goal = words.none_above(rehearsals.name(run), self.percent)
        met = max(shares.values()) <= self.percent / 100
        return Verdict(goal, met, _told(rehearsals, {}, shares))


@dataclass(frozen=True)
class FewAtLimits:
    """No track ends at a limit in more than so many per cent, but those that are allowed to.

    ``allowed`` gives the reason by track.
    """

    habit: str
    percent: float
    allowed: Mapping[str, str] = field(default_factory=dict)

    def judge(self, rehearsals: Rehearsals, endings: Endings) -> Verdict:
        """With the tracks that do, and those that may."""
        run = Run(self.habit)
        tally, scenario = rehearsals.tallies[run], rehearsals.played(run)
        over = [
            (track, share)
            for track in scenario.tracks
            if not track.counter
            and (share := TrackFigures.of(tally, track).at_limit) > self.percent / 100
        ]
        faults = [
            words.with_share(track.name, share)
            for track, share in over
            if track.id not in self.allowed
        ]
        excused = [
            words.allowed_at_limit(track.name, share, self.allowed[track.id])
            for track, share in over
            if track.id in self.allowed
        ]
        goal = words.few_at_limits(rehearsals.name(run), self.percent)
        return Verdict(goal, not faults, words.at_limits([*faults, *excused]))


@dataclass(frozen=True)
class AllMovesSeen:
    """Every move is played in some session, and each of its bands comes up."""

    def judge(self, rehearsals: Rehearsals, endings: Endings) -> Verdict:
        """With the moves and bands that never showed."""
        moves, shown = rehearsals.scenario.moves, moves_shown(rehearsals)
        never = [words.never_played(coded_move(move)) for move in moves if move.id not in shown]
        never += [
            words.never_a_band(coded_move(move), bands_told(rehearsals, move, bands))
            for move in moves
            if move.id in shown and (bands := bands_unseen(rehearsals, move))
        ]
        return Verdict(words.all_moves_seen(), not never, words.moves_unseen(never))


@dataclass(frozen=True)
class FewestMoves:
    """No seat has fewer than so many legal moves in any turn from the pack's own start."""

    moves: int

    def judge(self, rehearsals: Rehearsals, endings: Endings) -> Verdict:
        """With each seat's fewest."""
        fewest = {
            seat: min(SeatFigures.of(tally, seat).least for tally in rehearsals.base.values())
            for seat in rehearsals.players
        }
        told = [
            words.with_count(rehearsals.scenario.seat_by_id[seat].name, moves)
            for seat, moves in fewest.items()
        ]
        goal = words.fewest_moves(self.moves)
        return Verdict(goal, all(each >= self.moves for each in fewest.values()), series(told))


@dataclass(frozen=True)
class AimsMet:
    """Each private aim is met in between so many and so many per cent of a habit's sessions."""

    habit: str
    least: float
    most: float

    def judge(self, rehearsals: Rehearsals, endings: Endings) -> Verdict:
        """With the aims outside the bounds, and each seat's mean."""
        run, scenario = Run(self.habit), rehearsals.scenario
        tally = rehearsals.tallies[run]
        shares = {aim: tally.share(tally.aims[aim.id]) for aim in scenario.aims}
        outside = [
            words.aim_outside(scenario.actor_name(aim.seat), aim.text, share)
            for aim, share in shares.items()
            if not self.least / 100 <= share <= self.most / 100
        ]
        by_seat: dict[str, list[float]] = {seat: [] for seat in rehearsals.players}
        for aim, share in shares.items():
            by_seat.setdefault(aim.seat, []).append(share)
        means = [words.mean_of(scenario.actor_name(seat), mine) for seat, mine in by_seat.items()]
        goal = words.aims_are_met(rehearsals.name(run), self.least, self.most)
        met = not outside and all(by_seat.values())
        return Verdict(goal, met, words.means_by_seat(outside, means))


GOALS: dict[str, type[Goal]] = {
    "likeliest": Likeliest,
    "at_least": AtLeast,
    "leads_somewhere": LeadsSomewhere,
    "no_outcome_above": NoOutcomeAbove,
    "few_at_limits": FewAtLimits,
    "all_moves_seen": AllMovesSeen,
    "fewest_moves": FewestMoves,
    "aims_met": AimsMet,
}


def unknown_names(scenario: Scenario, endings: Endings, goals: Sequence[Goal]) -> tuple[str, ...]:
    """What goals and endings name that is not there, so that nothing is played in vain.

    A starting point may be missing: the goal then rests on the habits alone, and says so.
    """
    outcomes = {outcome.id for outcome in scenario.outcomes}
    named = [(name, outcomes) for ending in endings.values() for name in ending.outcomes]
    known = {"ending": set(endings), "habit": set(scenario.habit_by_id)}
    for goal in goals:
        named += [(getattr(goal, key), names) for key, names in known.items() if hasattr(goal, key)]
        if isinstance(goal, FewAtLimits):
            named += [(track, set(scenario.track_by_id)) for track in goal.allowed]
    return tuple(dict.fromkeys(name for name, names in named if name not in names))


def runs_for(scenario: Scenario, goals: Sequence[Goal]) -> list[Run]:
    """Every habit from the pack's own start, and its first habit from each start that is named."""
    named = {goal.start for goal in goals if isinstance(goal, LeadsSomewhere)}
    starts = [start.id for start in scenario.starts if start.id in named]
    first = scenario.habits[0].id
    return [
        *(Run(habit.id) for habit in scenario.habits),
        *(Run(first, start) for start in starts),
    ]


def _shares(endings: Endings, tally: Tally) -> dict[Key, float]:
    """The share of sessions of each ending, likeliest first.

    An outcome that no ending holds is an ending of its own.
    """
    held = {outcome: ending for ending, row in endings.items() for outcome in row.outcomes}
    counts: Counter[Key] = Counter({("ending", ending): 0 for ending in endings})
    for outcome, count in tally.outcomes.items():
        counts[("ending", held[outcome]) if outcome in held else ("outcome", outcome)] += count
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return {key: tally.share(count) for key, count in ranked}


def _leads(shares: Mapping[Key, float], ending: str) -> bool:
    """Whether it is the likeliest by itself."""
    mine: Key = ("ending", ending)
    return all(shares[mine] > share for other, share in shares.items() if other != mine)


def _ending_name(endings: Endings, ending: str) -> str:
    """What an ending is called, with its id where another is called the same."""
    name = endings[ending].name
    shared = sum(each.name == name for each in endings.values()) > 1
    return words.with_id(name, ending) if shared else name


def _told(rehearsals: Rehearsals, endings: Endings, shares: Mapping[Key, float]) -> str:
    told = [
        words.with_share(
            _ending_name(endings, id) if kind == "ending" else rehearsals.outcome_name(id), share
        )
        for (kind, id), share in shares.items()
        if share
    ]
    return series(told[:SHARES_TOLD])
