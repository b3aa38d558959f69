"""The facilitator goes on to the next phase, or to the next turn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.phases import ADJUDICATION, INJECTS, ORDERS, REPORT, TALKS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.injects_due import left_unsent
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, to_everyone
from idlib_wargame.session.kinds.shapes import among, both, inject, list_of, may_have, row, turn
from idlib_wargame.session.play import Play
from idlib_wargame.session.timer import Timer
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.phases import phase_name


@dataclass(frozen=True, slots=True)
class MoveOn(Act):
    """The facilitator goes to the next phase of the turn (never into or past adjudication).

    With ``holding``, what is due and was not sent is held back this turn: nothing of it goes by
    itself once people have moved on, and nothing is lost.
    """

    holding: bool = False


def phase_after(scenario: Scenario, phase: str) -> str:
    """The phase that follows within a turn; after the last, the first of the next turn."""
    phases = scenario.phases
    return phases[(phases.index(phase) + 1) % len(phases)]


def _body(act: MoveOn, by: str, at: Position) -> Json:
    play = at.play
    if play.phase == ORDERS:
        raise Refused(_("The phase is orders; turn its orders into results first."))
    if play.phase == ADJUDICATION:
        said = _("The results of turn {turn} are not accepted yet; close the turn first.")
        raise Refused(fill(said, turn=play.turn))
    turn = play.turn + (play.phase == REPORT)
    if turn > play.setup.turns:
        said = _("Turn {turn} was the last; finish the exercise.")
        raise Refused(fill(said, turn=play.turn))
    body: Json = {"turn": turn, "phase": phase_after(at.scenario, play.phase)}
    held = [inject.id for inject in left_unsent(at.referee, play)] if act.holding else []
    return {**body, "held": held} if held else body


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    return replace(
        play,
        turn=body["turn"],
        phase=body["phase"],
        phase_since=entry.at,
        timer=Timer(entry.number),
        skipped=play.skipped | {(play.turn, inject) for inject in body.get("held", ())},
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    phase, turn = entry.body["phase"], entry.body["turn"]
    if phase == INJECTS:
        return fill(_("Turn {turn}: Injects."), turn=turn)
    if phase == TALKS:
        return fill(_("Turn {turn}: Talks open."), turn=turn)
    if phase == ORDERS:
        return fill(_("Turn {turn}: Orders open."), turn=turn)
    return fill(_("Turn {turn}: {phase}."), turn=turn, phase=phase_name(phase))


_open_phase = among(
    lambda ground: set(ground.scenario.phases) - {ADJUDICATION, REPORT},
    lambda: _("a phase that the pack opens"),
)

PHASE = ActKind(
    name="phase",
    shape=both(row(turn=turn, phase=_open_phase), may_have(held=list_of(inject))),
    act=MoveOn,
    body=_body,
    fold=_fold,
    line=_line,
    audience=to_everyone,
    undoable=True,
    goes_with_turn=True,
    ends_redo=True,
)
