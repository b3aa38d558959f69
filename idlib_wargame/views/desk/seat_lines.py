"""Who sits at each seat, and what each is doing, in a word or two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from idlib_wargame.rules.pack.phases import ADJUDICATION, FINISHED, ORDERS, REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.naming import each_once, same_in
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.desk.readiness import readiness_words
from idlib_wargame.views.desk.seat_pins import resettable
from idlib_wargame.words.habits import habit_name
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series

Doing = Literal["no_orders", "not_started", "writing", "sealed", "opened", "by_habit", "finished"]


class SeatLine(NamedTuple):
    """One seat: ``player`` says who plays it, ``state`` what it is doing, ``doing`` that in a word.

    ``may_open`` where somebody sits to whom the laptop can be handed. ``resettable`` are those
    whose PIN there may be reset. ``readiness`` are short facts on what holds the seat up.
    ``elsewhere`` are the names of the other seats, each with who sits there.
    """

    seat: str
    player: str
    doing: Doing
    state: str
    seating: Seating
    may_open: bool
    may_reseat: bool
    resettable: tuple[str, ...] = ()
    readiness: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...] = ()


def seat_lines(scenario: Scenario, play: Play, now: datetime | None = None) -> tuple[SeatLine, ...]:
    """Every seat, in the pack's order, as the exercise stands at that time; by default, now."""
    now = now or datetime.now(UTC)
    return tuple(_line(scenario, play, seat.id, now) for seat in scenario.seats)


def player_words(scenario: Scenario, seating: Seating) -> str:
    """Who plays a seat: people by name, control, or a habit."""
    if seating.habit:
        habit = scenario.habit_by_id.get(seating.habit)
        return fill(_("Habit: {habit}"), habit=habit_name(habit) if habit else seating.habit)
    named = series(seating.people)
    if seating.played_by == "control":
        return fill(_("Facilitator: {people}"), people=named) if named else _("Facilitator")
    return named or _("Nobody by name yet")


def _line(scenario: Scenario, play: Play, seat: str, now: datetime) -> SeatLine:
    seating = play.setup.of(seat)
    doing = _doing(scenario, play, seating)
    return SeatLine(
        seat=seat,
        player=player_words(scenario, seating),
        doing=doing,
        state=_state_words(scenario, play, seat, doing),
        seating=seating,
        may_open=not seating.habit,
        may_reseat=not play.finished,
        resettable=resettable(play, seat),
        readiness=readiness_words(scenario, play, seat, now),
        elsewhere=tuple(
            (other.name, play.setup.of(other.id).people)
            for other in scenario.seats
            if other.id != seat
        ),
    )


def also_sits_words(names: Sequence[str], elsewhere: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """Who of these sits at another seat too, a line each: it may be meant, or a slip."""
    said = []
    for name in each_once(names):
        found = [seat for seat, people in elsewhere if same_in(people, name) is not None]
        if found:
            told = _("{person} also sits at {seats}.")
            said.append(fill(told, person=name, seats=series(found)))
    return "\n".join(said)


def _doing(scenario: Scenario, play: Play, seating: Seating) -> Doing:
    if scenario.orders_of(seating.seat) == 0:
        return "no_orders"
    if play.phase == FINISHED:
        return "finished"
    if play.phase in (ADJUDICATION, REPORT):
        return "opened"
    if seating.habit:
        return "by_habit"
    if seating.seat in play.sealed:
        return "sealed"
    return "writing" if play.drafts.get(seating.seat) else "not_started"


def _state_words(scenario: Scenario, play: Play, seat: str, doing: Doing) -> str:
    most = scenario.orders_of(seat)
    match doing:
        case "no_orders":
            return _("gives no orders")
        case "finished":
            return _("finished")
        case "by_habit":
            return _("played by habit")
        case "not_started":
            return _("orders not started")
        case "sealed":
            return fill(_("sealed {count} of {most}"), count=len(play.sealed[seat]), most=most)
        case "writing":
            drafted = len(play.drafts[seat])
            if play.phase == ORDERS:
                return fill(_("writing, {count} of {most}"), count=drafted, most=most)
            return fill(_("has a draft, {count} of {most}"), count=drafted, most=most)
        case "opened":
            opened = _opened(play, seat)
            many = ngettext("{count} order opened", "{count} orders opened", opened)
            return fill(many, count=opened)


def _opened(play: Play, seat: str) -> int:
    lying = play.before_roll or play.pending or play.last
    return sum(played.order.seat == seat for played in lying.orders) if lying else 0
