"""An observer or assistant sets a PIN or goes without one; the facilitator resets a forgotten one.

It is of who was let in then: a later person of the same name has none. No entry holds the PIN.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.seat_pin import PIN_STATE
from idlib_wargame.session.kinds.shapes import row, text, turn
from idlib_wargame.session.naming import same_in
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import PinState
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class TellOfObserverPin(Act):
    """What became of the PIN of the observer or assistant of that name."""

    name: str
    state: PinState


def _body(act: TellOfObserverPin, by: str, at: Position) -> Json:
    name = same_in(at.play.observers, act.name)
    if name is None:
        raise Refused(fill(_("Nobody called {name} observes or helps."), name=act.name))
    if act.state is PinState.RESET:
        if by != FACILITATOR:
            raise Refused(_("Only the facilitator resets the PIN of an observer."))
    elif by != at.play.observers[name].by:
        raise Refused(fill(_("Only {name} sets a PIN of {name}."), name=name))
    if act.state is PinState.NONE and at.play.setup.pins:
        raise Refused(_("In this exercise everybody sets a PIN."))
    return {"turn": at.play.turn, "name": name, "state": act.state.value}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    there = play.observers.get(entry.body["name"])
    if there is None:
        return play
    state = PinState(entry.body["state"])
    return replace(play, observer_pins={**play.observer_pins, there.since: state})


def _line(scenario: Scenario, entry: Entry) -> str:
    return fill(_template(PinState(entry.body["state"])), name=entry.body["name"])


def _template(state: PinState) -> str:
    if state is PinState.SET:
        return _("{name} has set a PIN.")
    if state is PinState.NONE:
        return _("{name} goes without a PIN.")
    return _("The facilitator has reset the PIN of {name}.")


# No undo brings an old PIN back: its hash is gone.
OBSERVER_PIN = ActKind(
    name="observer_pin",
    shape=row(turn=turn, name=text, state=PIN_STATE),
    act=TellOfObserverPin,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    open_to_seats=True,
    after_finish=True,
)
