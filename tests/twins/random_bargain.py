"""What a pack might say of agreements, each row of it drawn by chance."""

from __future__ import annotations

from random import Random

from idlib_wargame.rules.agreements.fitness import may_be_party
from idlib_wargame.rules.conditions.condition import ALWAYS, Comparison, Condition, Sum
from idlib_wargame.rules.offer import Does
from idlib_wargame.rules.pack.bargain import (
    Bargain,
    Consequence,
    Discovery,
    Lacks,
    On,
    Restraint,
    Template,
    TemplateTerm,
    Vagueness,
)
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect, Effects

TEMPLATE = "truce"
MOST_OPEN = 9  # so many that no secret offer takes the place of one that the reader knows


def random_bargain(pack: Scenario, rng: Random) -> Bargain:
    """Templates that the pack has are kept, as its conditions may ask for them; one is added.

    Mostly the consequences move what somebody may not see, so that secrets stay secrets a while.
    """
    had = pack.bargain or Bargain()
    actors = [each for each in pack.actors if may_be_party(pack, each)]
    term = TemplateTerm(actors[0], Does.WORDS, "As ever", 1)
    truce = Template(TEMPLATE, "A truce", tuple(actors[:2]), (term,))
    tags = sorted({tag for move in pack.moves for tag in (move.id, *move.tags)})
    return Bargain(
        templates=(*(each for each in had.templates if each.id != TEMPLATE), truce),
        restraints=(
            *had.restraints,
            *(
                Restraint(f"r{n}", f"Restraint {n}", frozenset(rng.sample(tags, 2)), n > 1)
                for n in range(4)
            ),
        ),
        consequences=tuple(
            Consequence(f"c{n}", on, _effects(pack, rng), f"Because {n}", when=_reads(pack, rng))
            for n, on in enumerate((*On, *On))
            if rng.random() < 0.6
        ),
        vagueness=(
            *had.vagueness,
            Vagueness(
                "v0", "Vague words", lacks=rng.choice((None, *Lacks)), when=_reads(pack, rng)
            ),
        ),
        discoveries=(Discovery("d0", _reads(pack, rng), "They talk"),) * (rng.random() < 0.2),
        most_open=MOST_OPEN,
        delivered={row.id: _reads(pack, rng) for row in pack.clauses if rng.random() < 0.3},
        signs=had.signs,
        may_be_party=had.may_be_party,
        may_guarantee=had.may_guarantee,
        arrangement=had.arrangement,
    )


def _effects(pack: Scenario, rng: Random) -> Effects:
    veiled = [each.id for each in pack.tracks if each.counter or each.seen_by is not None]
    names = veiled if veiled and rng.random() < 0.8 else [each.id for each in pack.tracks]
    return tuple(Effect(rng.choice(names), rng.choice((-1, 1, 2))) for _ in range(2))


def _reads(pack: Scenario, rng: Random) -> Condition:
    """Nothing, or where some track stands."""
    row = rng.choice(pack.tracks)
    bound = Sum((), rng.randint(row.low, row.high))
    if rng.random() < 0.4:
        return ALWAYS
    return Comparison(Sum(((1, row.id),)), rng.choice((">=", "<=")), bound)
