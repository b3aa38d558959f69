"""What a seat may know: tracks it sees, acts it learns of, and reasons it could have worked out."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.conditions.condition import names_in
from idlib_wargame.rules.names import Count
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.interactions import Shift
from idlib_wargame.rules.pack.moves import Modifier, Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import Card, EffectLine, Fired
from idlib_wargame.rules.state import Layout

UNKNOWN_REASON = "a reason not known to you"
DECIDED_BY_CONTROL = "Result given by control."


def sees_track(track: Track, actor: str) -> bool:
    """Whether an actor may know a track. Counters are the tool's own, and no seat sees them."""
    return not track.counter and (track.seen_by is None or actor in track.seen_by)


def sees_move(move: Move, actor: str) -> bool:
    """Whether an actor learns of a move that somebody played; a player of it always knows it."""
    return move.seen_by is None or actor in move.seen_by


@dataclass(frozen=True, slots=True)
class Sight:
    """One seat's sight of a pack."""

    scenario: Scenario
    seat: str
    actor: str
    tracks: tuple[Track, ...]
    known: frozenset[str]

    @classmethod
    def of(cls, scenario: Scenario, layout: Layout, seat: str) -> Sight:
        """The sight of that seat."""
        actor = scenario.actor_of[seat]
        tracks = tuple(track for track in scenario.tracks if sees_track(track, actor))
        known = {track.id for track in tracks} | {"turn", "turns", "even_turn", "rung"}
        known |= {f"days_left.{clock.id}" for clock in scenario.clocks}
        known |= {name for name in layout.names if _count_is_open(scenario, name, actor)}
        known |= {
            f"inject.{inject.id}"
            for inject in scenario.injects
            if not inject.to or actor in inject.to
        }
        for clause in scenario.clauses:
            read = {
                n for c in (clause.full, clause.intermediate, clause.minimal) for n in names_in(c)
            }
            if read <= known:
                known.add(f"clause.{clause.id}")
        # A flag may read flags of the turn before, in any order, so this goes round until it rests.
        while (
            fresh := {
                f"flag.{flag.id}"
                for flag in scenario.flags
                if known.issuperset(names_in(flag.when))
            }
            - known
        ):
            known |= fresh
        for group in scenario.flag_groups:
            if all(f"flag.{flag.id}" in known for flag in scenario.flags if flag.group == group):
                known.add(f"lit.{group}")
        return cls(scenario, seat, actor, tracks, frozenset(known))

    def card(self, card: Card) -> Card | None:
        """The card as this seat may read it; None where it never learns of the act."""
        move = self.scenario.move_by_id[card.order.move]
        mine = self.seat in card.seats
        if not mine and not sees_move(move, self.actor):
            return None
        seen = card._replace(
            effects=tuple(line for line in card.effects if self._sees(line)),
            fired=tuple(self._reason(card, fired) for fired in card.fired),
            ruled=card.ruled if card.ruled and card.ruled.shown else None,
        )
        if card.ruled and not card.ruled.shown:
            return _undecided(seen, card.ruled.band)
        return seen

    def _sees(self, line: EffectLine) -> bool:
        track = self.scenario.track_by_id.get(line.track)
        return track is None or sees_track(track, self.actor)

    def _reason(self, card: Card, fired: Fired) -> Fired:
        """A modifier's reason, unless it reads what the seat may not know."""
        move = self.scenario.move_by_id[card.order.move]
        rows: list[Modifier | Shift] = [*move.modifiers, *self.scenario.shifts]
        secret = any(
            row.why == fired.why and not self.known.issuperset(names_in(row.when)) for row in rows
        )
        return Fired(fired.shift, UNKNOWN_REASON, "") if secret else fired


def _count_is_open(scenario: Scenario, name: str, actor: str) -> bool:
    """Whether a count tells of nothing but acts that the actor learns of."""
    count = Count.from_name(name)
    if count is None or count.scope == "ordered":
        return False
    counted = [
        move
        for move in scenario.moves
        if count.what == move.id
        or count.what in move.tags
        or any(count.what in choice.tags for choice in move.choices)
    ]
    return all(sees_move(move, actor) for move in counted)


def _undecided(card: Card, band: Band) -> Card:
    """A card whose ruling stays hidden shows only what came of it, not what the dice said."""
    return card._replace(
        dice=None, fired=(), shift=0, need=card.target, band=band, notes=(DECIDED_BY_CONTROL,)
    )
