"""Which rows of the pack a turn's result shows at work.

A result carries words, not ids, for what bore on it; two rows that say the same of the same track
or move cannot be told apart and are counted together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from idlib_wargame.rehearsal.rows import leaves_a_trace, modifier_id
from idlib_wargame.rehearsal.tally import RowKey
from idlib_wargame.rules.pack.interactions import Shift
from idlib_wargame.rules.pack.moves import Modifier
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, EffectLine, Fired, TurnResult
from idlib_wargame.rules.state import State

Seen = Counter[RowKey]


class Witness:
    """A pack's rows, by the words that tell of them."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._flags = [(flag.id, f"flag.{flag.id}") for flag in scenario.flags]
        self._principals = {row.move for row in scenario.principals}
        self._held: dict[tuple[str, str], list[RowKey]] = {}
        for limit in scenario.limits:
            told = self._held.setdefault((limit.track, limit.why), [])
            told.append(("limit", limit.id))
        self._remarks: dict[str, list[RowKey]] = {}
        for contradiction in scenario.contradictions:
            if leaves_a_trace(scenario, contradiction):
                told = self._remarks.setdefault(contradiction.why, [])
                told.append(("contradiction", contradiction.id))
        self._notes: dict[str, list[RowKey]] = {}
        for contest in scenario.contests:
            self._notes.setdefault(contest.why, []).append(("contest", contest.id))
        self._reasons = self._gathered_reasons()

    def _gathered_reasons(self) -> dict[tuple[str, Fired], list[RowKey]]:
        """Rows that shift odds, by the move they bear on and what its card says of them."""
        scenario = self._scenario
        reasons: dict[tuple[str, Fired], list[RowKey]] = {}
        for move in scenario.moves:
            words = move.tags.union({move.id}, *(choice.tags for choice in move.choices))
            rows: list[tuple[Fired, RowKey]] = [
                (_fired(modifier), ("modifier", modifier_id(move.id, n)))
                for n, modifier in enumerate(move.modifiers, 1)
            ]
            rows += [
                (_fired(shift), ("shift", shift.id))
                for shift in scenario.shifts
                if shift.on & words
            ]
            rows += [
                (Fired(joint.shift, joint.why, str(joint.basis)), ("joint", str(n)))
                for n, joint in enumerate(scenario.joints, 1)
                if move.id in joint.on
            ]
            for fired, key in rows:
                reasons.setdefault((move.id, fired), []).append(key)
        return reasons

    def opening(self, state: State, seen: Seen) -> None:
        """Count the rung and the flags of the first turn's situation."""
        flags = [flag for flag, cell in self._flags if state[cell]]
        _situation(state["rung"], flags, seen)

    def turn(self, result: TurnResult, seen: Seen) -> None:
        """Count every row that the turn shows at work."""
        for card in result.cards:
            self._card(card, seen)
        for after in result.after:
            seen[after.kind, after.id] += 1
            if after.dice and after.target is not None and sum(after.dice) >= after.target:
                seen["chance_came", after.id] += 1
            self.lines(after.effects, seen)
        _situation(result.rung, result.flags, seen)

    def lines(self, lines: Iterable[EffectLine], seen: Seen) -> None:
        """Count the limits and contradictions that cut or caused these effects."""
        for track, _, _, words in lines:
            if words:
                for key in (*self._held.get((track, words), ()), *self._remarks.get(words, ())):
                    seen[key] += 1

    def _card(self, card: Card, seen: Seen) -> None:
        move = card.order.move
        if card.final is not None and move in self._principals:
            seen["principals", move] += 1
        for fired in card.fired:
            for key in self._reasons.get((move, fired), ()):
                seen[key] += 1
        for note in card.notes:
            for key in self._notes.get(note, ()):
                seen[key] += 1
        self.lines(card.effects, seen)


def _situation(rung: int, flags: Iterable[str], seen: Seen) -> None:
    seen["rung", str(rung)] += 1
    for flag in flags:
        seen["flag", flag] += 1


def _fired(row: Modifier | Shift) -> Fired:
    return Fired(row.shift, row.why, str(row.basis))
