"""Which injects are due, which wait for the facilitator, and what those that were sent bring."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.names import TURN, Prefix
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.phases import ADJUDICATION, FINISHED, REPORT
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.msel import moved
from idlib_wargame.session.play import Play


def injects_in_order(referee: Referee, play: Play) -> tuple[Inject, ...]:
    """Every inject of the exercise, as the facilitator has put them in order.

    What they have not moved stands in the pack's order, then what was written since; a copy stands
    beside what it is a copy of.
    """
    injects, written = referee.scenario.injects, play.msel.written
    copies = [each.id for each in injects if each.id in written and written[each.id].copy_of]
    if not play.msel.moved and not copies:
        return injects
    order = [each.id for each in injects]
    for copy in copies:
        original = written[copy].copy_of
        if original in order:
            order.remove(copy)
            order.insert(order.index(original) + 1, copy)
    for named, before in play.msel.moved:
        order = moved(order, named, before)
    return tuple(referee.scenario.inject_by_id[each] for each in order)


def sent_in(play: Play, inject: str) -> int:
    """The turn in which an inject was sent; 0 for one that was not."""
    cell = play.state.layout.index.get(Prefix.INJECT.of(inject))
    return play.state.row[cell] if cell is not None else play.msel.sent.get(inject, 0)


def minute_of(play: Play, inject: Inject) -> int:
    """How many minutes after its phase has begun an inject goes out."""
    plan = play.msel.plans.get(inject.id)
    return plan.minute if plan is not None else inject.minute


def due_injects(referee: Referee, play: Play) -> tuple[Inject, ...]:
    """Injects that are due now, neither held back this turn nor dropped, in their order."""
    return tuple(each for each in _due(referee, play) if _is_open(play, each))


def _due(referee: Referee, play: Play) -> Iterator[Inject]:
    holding = {each.id for each in referee.messages.holding(play.state)}
    now, plans = play.state[TURN], play.msel.plans
    for each in injects_in_order(referee, play):
        plan = plans.get(each.id)
        is_due = now >= plan.turn if plan is not None else each.id in holding
        if is_due and not sent_in(play, each.id):
            yield each


def left_unsent(referee: Referee, play: Play) -> tuple[Inject, ...]:
    """What is due and would go by itself: it has to be sent or held back before a phase ends."""
    if play.phase in (ADJUDICATION, REPORT, FINISHED):
        return ()
    return tuple(each for each in due_injects(referee, play) if not each.optional)


def to_send(referee: Referee, play: Play) -> tuple[Inject, ...]:
    """What one press sends that sends all that is due: also what was missed, and was not held."""
    due = left_unsent(referee, play)
    if play.phase in (ADJUDICATION, REPORT, FINISHED):
        return ()
    missed = (each for each in offered_injects(referee, play) if each.id not in play.held)
    return (*due, *(each for each in missed if not each.optional))


def offered_injects(referee: Referee, play: Play) -> tuple[Inject, ...]:
    """Injects held back in an earlier turn, or missed in one, that are due no longer.

    They are offered in each turn, in their order, until they are sent or dropped, or planned anew.
    """
    held, missed = play.held, missed_in(referee, play)
    if not held and not missed:
        return ()
    due = {each.id for each in _due(referee, play)}
    return tuple(
        each
        for each in injects_in_order(referee, play)
        if (each.id in held or each.id in missed)
        and each.id not in play.msel.plans
        and each.id not in due
        and not sent_in(play, each.id)
        and _is_open(play, each)
    )


def missed_in(referee: Referee, play: Play) -> dict[str, int]:
    """Injects that were due as a turn's orders were opened and had not been sent, by that turn.

    Those that the facilitator may send or leave are never missed, unless they were planned anew.
    """
    found: dict[str, int] = {}
    plans = play.msel.plans
    for turn in play.closed:
        for each in referee.messages.holding(turn.opening):
            passed_by = not each.optional and each.id not in plans
            if passed_by and not _sent_by(turn.opening, play, each.id):
                found[each.id] = turn.number
        for named, plan in plans.items():
            if plan.turn <= turn.number and not sent_in(play, named):
                found.setdefault(named, plan.turn)
    return found


def _sent_by(state: State, play: Play, inject: str) -> bool:
    cell = state.layout.index.get(Prefix.INJECT.of(inject))
    return bool(state.row[cell]) if cell is not None else inject in play.msel.sent


def _is_open(play: Play, inject: Inject) -> bool:
    # In the report the situation is that of the next turn, and nothing is held back in it yet.
    held_now = (play.state[TURN], inject.id) in play.skipped
    return not held_now and inject.id not in play.dropped


def orders_of_injects(referee: Referee, play: Play) -> tuple[tuple[Order, str], ...]:
    """What the injects sent this turn make control play, each with the inject's id."""
    now = {inject for inject, turn in play.msel.sent.items() if turn == play.state[TURN]}
    # What a copy went out in place of counts as sent for what follows; its orders are the copy's.
    sent = {each.inject for each in play.messages if not each.taken_back} if now else set()
    copied = {original for each in now for original in play.msel.stands_for(each)} - sent
    return referee.messages.orders(play.state, now, copied)
