"""What each seat is doing, in a word or two."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import ADJUDICATION, FINISHED, ORDERS, REPORT, Play
from idlib_wargame.words.figures import counted


class SeatState(NamedTuple):
    """Words, the name of an icon, and the name of its colour."""

    words: str
    icon: str
    colour: str


def player_words(scenario: Scenario, play: Play, seat: str) -> str:
    """Who plays a seat: people by name, control, or a habit."""
    seating = play.setup.of(seat)
    if seating.habit:
        habit = scenario.habit_by_id.get(seating.habit)
        return f"Habit: {habit.name if habit else seating.habit}"
    named = ", ".join(seating.people)
    if seating.played_by == "control":
        return f"Control: {named}" if named else "Control"
    return named or "Nobody by name yet"


def seat_state(scenario: Scenario, play: Play, seat: str) -> SeatState:
    """What to write beside a seat as the exercise stands."""
    orders = scenario.orders_of(seat)
    if orders == 0:
        return SeatState("gives no orders", "remove", "disabled")
    if play.phase == FINISHED:
        return SeatState("finished", "check", "muted")
    if play.phase in (ADJUDICATION, REPORT):
        return _opened(play, seat)
    if play.setup.of(seat).habit:
        return SeatState("played by habit", "bot", "muted")
    if seat in play.sealed:
        return SeatState(f"sealed {len(play.sealed[seat])} of {orders}", "seal", "good")
    if play.drafts.get(seat):
        drafted = f"{len(play.drafts[seat])} of {orders}"
        writing = "writing" if play.phase == ORDERS else "has a draft"
        return SeatState(f"{writing}, {drafted}", "edit", "muted")
    return SeatState("not started", "ring", "disabled")


def _opened(play: Play, seat: str) -> SeatState:
    turn = play.pending or play.last
    opened = sum(each.order.seat == seat for each in turn.orders) if turn else 0
    return SeatState(f"{counted(opened, 'order', 'orders')} opened", "unseal", "muted")
