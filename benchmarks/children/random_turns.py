"""Random turns of the reference engine: whole sessions of eight turns, every result explained."""

from __future__ import annotations

import random
import time

from benchmarks.random_orders import players, random_orders, the_pack
from benchmarks.worker import serve
from idlib_wargame.rules.dice import ProvableDice, seed_from_number
from idlib_wargame.rules.turn.referee import Referee

SESSIONS = 100


class RandomTurns:
    """Plays sessions one after another, never the same one twice."""

    def __init__(self) -> None:
        scenario = the_pack().scenario
        if scenario is None:
            raise SystemExit("the pack has problems; check it first")
        self._referee = Referee(scenario)
        self._seats = players(scenario)
        self._rng = random.Random(1)
        self._played = 0

    def play_session(self) -> int:
        """Play one session from its opening to its last turn; the number of turns."""
        self._played += 1
        dice = ProvableDice(seed_from_number(self._played))
        state = self._referee.opening()
        turns = self._referee.scenario.turns
        for _ in range(turns):
            orders = random_orders(self._referee, state, self._seats, self._rng)
            state = self._referee.adjudicate(state, orders, dice).state
        return turns

    def turns_a_second(self, _: str) -> float:
        """One measurement."""
        begun = time.process_time()
        turns = sum(self.play_session() for _ in range(SESSIONS))
        return turns / (time.process_time() - begun)


if __name__ == "__main__":
    serve(RandomTurns().turns_a_second)
