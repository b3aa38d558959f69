"""A person at a seat sets a PIN or goes without one; the facilitator resets one that was forgotten.

The PIN itself is in no entry, and neither is its hash.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import Audience
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.orders import seat_name
from idlib_wargame.session.kinds.shapes import among, row, seat, text, turn
from idlib_wargame.session.naming import each_once, same_in, told_apart_by
from idlib_wargame.session.play import Play
from idlib_wargame.session.same_person import sitter_of, with_sitter
from idlib_wargame.session.seating import PinState, Sitter
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class TellOfSeatPin(Act):
    """What became of the PIN of a person at a seat; ``person`` is "" where nobody sits by name."""

    seat: str
    person: str
    state: PinState


def people_at(play: Play, seat: str) -> tuple[str, ...]:
    """Who may have a PIN at a seat: those who sit there, each name once; "" for nobody by name."""
    return each_once(play.setup.of(seat).people) or ("",)


def pins_at(play: Play, seat: str) -> Mapping[str, PinState]:
    """What became last of the PINs of those who sit at a seat now."""
    known = play.pins.get(seat, {})
    told = {person: same_in(known, person) for person in people_at(play, seat)}
    return {person: known[name] for person, name in told.items() if name is not None}


def _body(act: TellOfSeatPin, by: str, at: Position) -> Json:
    row, person = at.seat(act.seat), same_in(people_at(at.play, act.seat), act.person)
    _check_may(act, by, row.name)
    if person is None:
        raise Refused(fill(_not_there(act.person), seat=row.name, person=act.person))
    if act.state is PinState.NONE and at.play.setup.pins:
        raise Refused(_("In this exercise everybody sets a PIN at their seat."))
    return {
        "turn": at.play.turn,
        "seat": act.seat,
        "person": person,
        "state": act.state.value,
    }


def _not_there(person: str) -> str:
    if person:
        return _("{person} does not sit at {seat}.")
    return _("There are people by name at {seat}; each of them has a PIN of their own.")


def _check_may(act: TellOfSeatPin, by: str, name: str) -> None:
    if act.state is PinState.RESET:
        if by != FACILITATOR:
            raise Refused(_("Only the facilitator resets the PIN of a seat."))
    elif by != act.seat:
        raise Refused(fill(_("Only whoever sits at {seat} sets a PIN there."), seat=name))


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    seat, state = body["seat"], PinState(body["state"])
    at_seat = dict(play.pins.get(seat, {}))
    at_seat.pop(same_in(at_seat, body["person"]) or "", None)
    at_seat[body["person"]] = state
    joined = play.joined
    if state is PinState.RESET:  # whoever came in by that PIN is there by it no longer
        gone = (seat, told_apart_by(body["person"]))
        joined = {key: each for key, each in joined.items() if key != gone}
    play = replace(play, pins={**play.pins, seat: at_seat}, joined=joined)
    return with_sitter(play, seat, body["person"], _with_pin(play, entry))


def _with_pin(play: Play, entry: Entry) -> Sitter:
    """What is known of whoever that is, whose PIN it was."""
    state = PinState(entry.body["state"])
    sitter = sitter_of(play, entry.body["seat"], entry.body["person"])
    if state is PinState.SET:
        return sitter._replace(pin=entry.number, began=sitter.began or entry.number)
    came = 0 if state is PinState.RESET else sitter.came
    return sitter._replace(pin=0, began=0, came=came)


def _line(scenario: Scenario, entry: Entry) -> str:
    state, person = PinState(entry.body["state"]), entry.body["person"]
    template = _template(state) if person else _template_for_nobody(state)
    return fill(template, seat=seat_name(scenario, entry), person=person)


def _template(state: PinState) -> str:
    if state is PinState.SET:
        return _("{person} has set a PIN at {seat}.")
    if state is PinState.NONE:
        return _("{person} goes without a PIN at {seat}.")
    return _("The facilitator has reset the PIN of {person} at {seat}.")


def _template_for_nobody(state: PinState) -> str:
    if state is PinState.SET:
        return _("A PIN was set at {seat}.")
    if state is PinState.NONE:
        return _("{seat} goes without a PIN.")
    return _("The facilitator has reset the PIN at {seat}.")


def _its_seat(scenario: Scenario, entry: Entry) -> Audience:
    return Audience.of_seats((entry.body["seat"],))


PIN_STATE = among(
    lambda ground: [state.value for state in PinState],
    lambda: _("“set”, “none” or “reset”"),
)

# No undo brings an old PIN back: its hash is gone.
SEAT_PIN = ActKind(
    name="seat_pin",
    shape=row(turn=turn, seat=seat, person=text, state=PIN_STATE),
    act=TellOfSeatPin,
    body=_body,
    fold=_fold,
    line=_line,
    audience=_its_seat,
    open_to_seats=True,
    after_finish=True,
)
