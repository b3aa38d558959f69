"""Which rows of the pack a turn's result shows at work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from idlib_wargame.rehearsal.rows import key_of
from idlib_wargame.rehearsal.tally import RowKey
from idlib_wargame.rules.names import RUNG, Prefix
from idlib_wargame.rules.offer import Offer
from idlib_wargame.rules.pack.bargain import Vagueness
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, EffectLine, TurnResult
from idlib_wargame.rules.state import State

Seen = Counter[RowKey]


class Witness:
    """Counts the rows that results name."""

    def __init__(self, scenario: Scenario) -> None:
        self._flags = [(flag.id, Prefix.FLAG.of(flag.id)) for flag in scenario.flags]
        self._principals = {row.move for row in scenario.principals}
        self._discoveries = scenario.bargain.discoveries if scenario.bargain else ()
        self._keys = {name: key_of(name) for name in scenario.rows}

    def opening(self, state: State, seen: Seen) -> None:
        """Count the rung and the flags of the first turn's situation."""
        flags = [flag for flag, cell in self._flags if state[cell]]
        _situation(state[RUNG], flags, seen)

    def turn(self, result: TurnResult, seen: Seen) -> None:
        """Count every row that the turn shows at work."""
        for card in result.cards:
            self._card(card, seen)
        for after in result.after:
            key = self._keys[after.row]
            seen[key] += 1
            if after.dice and after.target is not None and sum(after.dice) >= after.target:
                seen["chance_came", key[1]] += 1
            self.lines(after.effects, seen)
        _situation(result.rung, result.flags, seen)

    def lines(self, lines: Iterable[EffectLine], seen: Seen) -> None:
        """Count the limits and contradictions that cut or caused these effects."""
        for _, _, _, source, cut in lines:
            for row in (source, cut):
                # A track's own bounds are no rows of the pack.
                if row in self._keys:
                    seen[self._keys[row]] += 1

    def signed(self, offer: Offer, seen: Seen) -> None:
        """Count the template of what all have signed."""
        if offer.template:
            seen["template", offer.template] += 1

    def vague(self, rows: Iterable[Vagueness], seen: Seen) -> None:
        """Count what makes an agreement in force vague."""
        seen.update(("vagueness", row.id) for row in rows)

    def found_out(self, offers: Iterable[Offer], seen: Seen) -> None:
        """Count every discovery by which what came to light may have done so."""
        for offer in offers:
            seen.update(("discovery", row.id) for row in self._discoveries if row.is_about(offer))

    def _card(self, card: Card, seen: Seen) -> None:
        if card.final is not None and card.order.move in self._principals:
            seen["principals", card.order.move] += 1
        for row, _ in card.fired:
            seen[self._keys[row]] += 1
        for row in card.contests:
            seen[self._keys[row]] += 1
        self.lines(card.effects, seen)


def _situation(rung: int, flags: Iterable[str], seen: Seen) -> None:
    seen["rung", str(rung)] += 1
    for flag in flags:
        seen["flag", flag] += 1
