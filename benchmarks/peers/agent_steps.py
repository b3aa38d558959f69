"""Steps of a small mesa model with its data collector. Run by the peers' own Python.

"like" is a model that keeps what a turn keeps: thirty tracks, and six agents who each pick two of
them and nudge each by -1, 0 or 1. The collector takes every track and every agent's two picks.
"barest" is the least that is a model: six agents with one number each, which they nudge. The
collector takes the sum and each agent's number.
"""

import sys
import time

# Only the peers' environment has it.
import mesa  # type: ignore[import-not-found]  # a peer's

STEPS, MODELS = 8, 250
TRACKS = [f"track{number}" for number in range(30)]


class Nudger(mesa.Agent):  # type: ignore[misc]  # no types here
    """Picks two tracks and nudges them."""

    first = second = ""

    def step(self) -> None:
        """Pick and nudge."""
        tracks = self.model.tracks
        self.first, self.second = picked = self.random.sample(TRACKS, 2)
        for track in picked:
            tracks[track] = max(0, min(10, tracks[track] + self.random.randint(-1, 1)))


class LikeModel(mesa.Model):  # type: ignore[misc]  # no types here
    """Thirty tracks and six nudgers."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed=seed)
        self.tracks = dict.fromkeys(TRACKS, 5)
        Nudger.create_agents(self, 6)
        self.datacollector = mesa.DataCollector(
            model_reporters={
                track: (lambda model, track=track: model.tracks[track]) for track in TRACKS
            },
            agent_reporters={"first": "first", "second": "second"},
        )

    def step(self) -> None:
        """Every agent acts, then the collector takes down what there is."""
        self.agents.shuffle_do("step")
        self.datacollector.collect(self)


class Walker(mesa.Agent):  # type: ignore[misc]  # no types here
    """Has one number and nudges it."""

    number = 5

    def step(self) -> None:
        """Nudge it."""
        self.number += self.random.randint(-1, 1)


class BarestModel(mesa.Model):  # type: ignore[misc]  # no types here
    """Six walkers."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed=seed)
        Walker.create_agents(self, 6)
        self.datacollector = mesa.DataCollector(
            model_reporters={"sum": lambda model: sum(agent.number for agent in model.agents)},
            agent_reporters={"number": "number"},
        )

    def step(self) -> None:
        """Every agent acts, then the collector takes down what there is."""
        self.agents.shuffle_do("step")
        self.datacollector.collect(self)


chosen = LikeModel if sys.argv[1] == "like" else BarestModel
for _ in sys.stdin:
    begun = time.process_time()
    for seed in range(MODELS):
        model = chosen(seed)
        for _step in range(STEPS):
            model.step()
    print(MODELS * STEPS / (time.process_time() - begun), flush=True)
