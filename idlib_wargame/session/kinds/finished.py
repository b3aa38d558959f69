"""The exercise ends: the outcome is read, and the seed of the dice is published."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.phases import ADJUDICATION
from idlib_wargame.rules.pack.phases import FINISHED as FINISHED_PHASE
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import (
    Ground,
    Strange,
    among,
    list_of,
    or_empty,
    outcome,
    row,
    text,
    turn,
)
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Timer
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class Finish(Act):
    """The exercise ends: the outcome is read and the seed of the dice is published."""


def _body(act: Finish, by: str, at: Position) -> Json:
    play = at.play
    if play.phase == ADJUDICATION:
        said = _("Close turn {turn} first, so that its results stand.")
        raise Refused(fill(said, turn=play.turn))
    reached = at.referee.endings.outcome(play.state)
    return {
        "turn": play.turn,
        "outcome": reached.id if reached else "",
        "aims": [aim.id for aim in at.referee.aims.met(play.state)],
        "seed": at.dice.seed.hex(),
    }


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    return replace(
        play,
        phase=FINISHED_PHASE,
        phase_since=entry.at,
        timer=Timer(entry.number),
        outcome=entry.body["outcome"],
        aims_met=tuple(entry.body["aims"]),
        seed=entry.body["seed"],
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    reached = entry.body["outcome"]
    for each in scenario.outcomes:
        if each.id == reached:
            return fill(_("Exercise finished: {outcome}."), outcome=each.name)
    return _("Exercise finished: no outcome of the pack fits.")


_aim = among(
    lambda ground: {aim.id for aim in ground.scenario.aims}, lambda: _("an aim of the pack")
)


def _seed(value: Any, ground: Ground) -> None:
    text(value, ground)
    if re.fullmatch(r"[0-9a-f]{64}", value) is None:
        raise Strange(value, _("a seed of 64 digits"))


# Not to be undone: the seed is known by now.
FINISHED = ActKind(
    name="finished",
    shape=row(turn=turn, outcome=or_empty(outcome), aims=list_of(_aim), seed=_seed),
    act=Finish,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
    ends_redo=True,
)
