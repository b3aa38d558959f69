"""How a session ended, whose aims were met and how near each other ending was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.rules.pack.course import Outcome
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.outcomes import Nearness
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play


class JudgedAims(NamedTuple):
    """An actor's private aims in the pack's order, and the ids of those that were met."""

    actor: str
    aims: tuple[Aim, ...]
    met: frozenset[str]


class Ending(NamedTuple):
    """What a session came to.

    ``reached`` is the outcome it ended in or, where the record stops before, would have ended in
    there; None where no outcome of the pack fits. ``is_told`` is False where the reader could not
    have worked that out, and then it is None too. ``others`` are the other outcomes, nearest first.
    """

    reached: Outcome | None
    is_told: bool
    aims: tuple[JudgedAims, ...]
    others: tuple[Nearness, ...]


def ending(referee: Referee, play: Play, sight: Sight | None = None) -> Ending:
    """What it came to, for control or for a reader who may know less.

    Such a reader learns of no private aims, and only of endings that read nothing hidden; the one
    that was reached is told to all when the exercise is finished.
    """
    reached = referee.endings.outcome(play.state)
    is_told = play.finished or sight is None or _could_be_known(referee, reached, sight)
    told = reached if is_told else None
    others = [
        near
        for near in referee.endings.nearness(play.state)
        if near.outcome != told and (sight is None or sight.knows(near.outcome.when))
    ]
    others.sort(key=lambda near: -near.met / max(1, near.tests))
    return Ending(
        reached=told,
        is_told=is_told,
        aims=tuple(_judged(referee, play)) if sight is None else (),
        others=tuple(others),
    )


def _could_be_known(referee: Referee, reached: Outcome | None, sight: Sight) -> bool:
    """Whether the reader may know that it holds, and that none before it in the pack does."""
    rows = referee.scenario.outcomes
    first = rows[: rows.index(reached) + 1] if reached is not None else rows
    return sight.knows(*(outcome.when for outcome in first))


def _judged(referee: Referee, play: Play) -> Sequence[JudgedAims]:
    by_actor: dict[str, list[Aim]] = {}
    for aim in referee.scenario.aims:
        by_actor.setdefault(aim.seat, []).append(aim)
    met = frozenset(aim.id for aim in referee.aims.met(play.state))
    return [JudgedAims(actor, tuple(aims), met) for actor, aims in by_actor.items()]
