"""How each entry of the record changes where the exercise stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.result import Order, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session import bodies
from idlib_wargame.session.play import ADJUDICATION, FINISHED, REPORT, Note, Play, PlayedOrder, Turn


class Fold:
    """Folds entries into plays, for one pack. Stored results are read, never worked out again."""

    def __init__(self, referee: Referee) -> None:
        self._referee = referee
        self._turns: dict[int, Turn] = {}
        self._steps: dict[str, Callable[[Play, Entry], Play]] = {
            bodies.DRAFT: _draft,
            bodies.SEALED: _sealed,
            bodies.UNSEALED: _unsealed,
            bodies.PHASE: self._phase,
            bodies.ADJUDICATED: self._adjudicated,
            bodies.RULING: self._ruling,
            bodies.CLOSED: _closed,
            bodies.INJECTED: self._injected,
            bodies.SKIPPED: _skipped,
            bodies.TOLD: _told,
            bodies.NOTE: _note,
            bodies.RESEATED: _reseated,
            bodies.FINISHED: _finished,
        }

    def begin(self, entry: Entry) -> Play:
        """The play that a ``setup`` entry begins."""
        setup = bodies.setup_from_body(entry.body)
        return Play(
            setup=setup,
            state=self._referee.opening(setup.turns),
            phase=self._referee.scenario.phases[0],
            phase_since=entry.at,
        )

    def after(self, play: Play, entry: Entry) -> Play:
        """Where the exercise stands after an entry. An entry of an unknown kind changes nothing."""
        step = self._steps.get(entry.kind)
        return step(play, entry) if step else play

    def _phase(self, play: Play, entry: Entry) -> Play:
        phase, turn = entry.body["phase"], entry.body["turn"]
        if turn == play.turn:
            return replace(play, phase=phase, phase_since=entry.at)
        return replace(
            play, phase=phase, phase_since=entry.at, turn=turn, drafts={}, sealed={}, pending=None
        )

    def _injected(self, play: Play, entry: Entry) -> Play:
        state = State.from_dict(self._referee.layout, entry.body["state"])
        return replace(_told(play, entry), state=state)

    def _adjudicated(self, play: Play, entry: Entry) -> Play:
        turn = self._turn(play, entry, entry.body)
        return replace(play, phase=ADJUDICATION, phase_since=entry.at, pending=turn)

    def _ruling(self, play: Play, entry: Entry) -> Play:
        return replace(play, pending=self._turn(play, entry, entry.body["result"]))

    def _turn(self, play: Play, entry: Entry, body: Mapping[str, Any]) -> Turn:
        """The turn of an entry, read once however often the record is folded again."""
        if entry.number not in self._turns:
            self._turns[entry.number] = Turn(
                opening=play.state,
                orders=tuple(
                    PlayedOrder(Order(o["seat"], o["move"], o["choice"]), o["why"], o["inject"])
                    for o in body["orders"]
                ),
                result=TurnResult.from_json(dict(body), self._referee.layout),
            )
        return self._turns[entry.number]


def _draft(play: Play, entry: Entry) -> Play:
    wishes = bodies.wishes_from_body(entry.body)
    return replace(play, drafts={**play.drafts, entry.body["seat"]: wishes})


def _sealed(play: Play, entry: Entry) -> Play:
    seat, wishes = entry.body["seat"], bodies.wishes_from_body(entry.body)
    return replace(play, sealed={**play.sealed, seat: wishes}, drafts={**play.drafts, seat: wishes})


def _unsealed(play: Play, entry: Entry) -> Play:
    sealed = {seat: w for seat, w in play.sealed.items() if seat != entry.body["seat"]}
    return replace(play, sealed=sealed)


def _closed(play: Play, entry: Entry) -> Play:
    if play.pending is None:
        return play
    turn = replace(play.pending, closed_at=entry.at)
    return replace(
        play,
        phase=REPORT,
        phase_since=entry.at,
        state=turn.result.state,
        closed=(*play.closed, turn),
        pending=None,
    )


def _told(play: Play, entry: Entry) -> Play:
    return replace(play, messages=(*play.messages, bodies.message_from_body(entry.at, entry.body)))


def _skipped(play: Play, entry: Entry) -> Play:
    return replace(play, skipped=(*play.skipped, (entry.body["turn"], entry.body["inject"])))


def _note(play: Play, entry: Entry) -> Play:
    note = Note(entry.at, entry.body["turn"], entry.body["text"])
    return replace(play, notes=(*play.notes, note))


def _reseated(play: Play, entry: Entry) -> Play:
    seating = bodies.seating_from_body(entry.body)
    others = tuple(each for each in play.setup.seating if each.seat != seating.seat)
    return replace(play, setup=replace(play.setup, seating=(*others, seating)))


def _finished(play: Play, entry: Entry) -> Play:
    return replace(
        play,
        phase=FINISHED,
        phase_since=entry.at,
        outcome=entry.body["outcome"],
        aims_met=tuple(entry.body["aims"]),
        seed=entry.body["seed"],
    )
