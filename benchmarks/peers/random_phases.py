"""Random phases of a Diplomacy game, by the package "diplomacy". Run by the peers' own Python.

Each power orders each unit that may be ordered at random from all its possible orders, and the
phase is processed. Movement, retreat and adjustment phases each count as one.
"""

import random
import sys
import time

# Only the peers' environment has it.
from diplomacy import Game  # type: ignore[import-not-found]  # a peer's

PHASES = 60
rng = random.Random(1)


def play_game() -> int:
    """Play a new game for so many phases, or until it is won; the number of phases played."""
    game = Game()
    played = 0
    while not game.is_game_done and played < PHASES:
        possible = game.get_all_possible_orders()
        for power in game.powers:
            places = game.get_orderable_locations(power)
            game.set_orders(power, [rng.choice(possible[at]) for at in places if possible[at]])
        game.process()
        played += 1
    return played


for _ in sys.stdin:
    begun = time.process_time()
    phases = play_game()
    print(phases / (time.process_time() - begun), flush=True)
