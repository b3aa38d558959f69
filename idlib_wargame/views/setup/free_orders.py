"""Who may write orders of their own: as setup proposes it, asks it and tells it."""

from __future__ import annotations

from collections.abc import Collection

from idlib_wargame.rules.pack.free_orders import NO_FREE_ORDERS, FreeOrders
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series

OFFERED = (0, 1, 2, 3)  # orders of its own that a seat may write in a turn
# Minutes of adjudication that one takes: at least, at most, and what is proposed. Judgement.
LEAST_MINUTES, MOST_MINUTES, MINUTES = 4, 6, 5


def proposed_to(scenario: Scenario) -> FreeOrders:
    """As the pack says; of those that it names, the ones that may be let."""
    free = scenario.free_orders
    return settled(scenario, free.most, free.seats or writers(scenario))


def offered(scenario: Scenario) -> tuple[int, ...]:
    """The answers to how many, the pack's among them."""
    return tuple(sorted({*OFFERED, scenario.free_orders.most}))


def writers(scenario: Scenario) -> tuple[str, ...]:
    """The actors that may be let, in the pack's order: those that people play and that order."""
    ordering = {seat.actor for seat in scenario.seats if scenario.orders_of(seat.id)}
    mine = {seat.actor for seat in scenario.seats if not seat.control}
    return tuple(actor for actor in scenario.actors if actor in ordering and actor in mine)


def settled(scenario: Scenario, most: int, actors: Collection[str]) -> FreeOrders:
    """So many for those actors. Where all that order are named, none is: new seats may then too."""
    named = tuple(each for each in writers(scenario) if each in actors)
    if not most or not named:
        return NO_FREE_ORDERS
    return FreeOrders(most, () if named == writers(scenario) else named)


def as_played(free: FreeOrders, played: Scenario) -> FreeOrders:
    """The same with the seats that play those actors in this arrangement."""
    if not free.most or not free.seats:
        return free
    seats = tuple(seat.id for seat in played.seats if seat.actor in free.seats)
    return FreeOrders(free.most, seats) if seats else NO_FREE_ORDERS


def count_words(most: int) -> str:
    """An answer: "None", "1 a turn"."""
    if not most:
        return _("None")
    return fill(ngettext("{count} a turn", "{count} a turn", most), count=most)


def told(scenario: Scenario, free: FreeOrders) -> str:
    """What was settled, in a sentence; "" where none may be written."""
    if not free.most:
        return ""
    if not free.seats:
        said = ngettext(
            "Every seat may write {count} order of its own a turn, in place of a move.",
            "Every seat may write {count} orders of its own a turn, in place of moves.",
            free.most,
        )
        return fill(said, count=free.most)
    said = ngettext(
        "These may write {count} order of their own a turn, in place of a move: {seats}.",
        "These may write {count} orders of their own a turn, in place of moves: {seats}.",
        free.most,
    )
    names = [scenario.actor_name(each) for each in free.seats]
    return fill(said, count=free.most, seats=series(names))


def most_a_turn(scenario: Scenario, free: FreeOrders) -> int:
    """How many may come in one turn, where every seat that may writes all it may."""
    return free.most * len(free.seats or writers(scenario))


def minutes_short(scenario: Scenario, free: FreeOrders, minutes: int) -> int:
    """How long adjudication should be for that many; 0 where so many ``minutes`` do, or none are
    planned."""
    count = most_a_turn(scenario, free)
    return MINUTES * count if 0 < minutes < LEAST_MINUTES * count else 0


def short_words(scenario: Scenario, free: FreeOrders, minutes: int) -> str:
    """That adjudication is too short for them, in a sentence; "" where it is not."""
    if not minutes_short(scenario, free, minutes):
        return ""
    said = ngettext(
        "Up to {count} a turn: reckon {least} to {most} minutes for it; the phase has {minutes}.",
        "Up to {count} a turn: reckon {least} to {most} minutes for each; the phase has {minutes}.",
        most_a_turn(scenario, free),
    )
    return fill(
        said,
        count=most_a_turn(scenario, free),
        least=LEAST_MINUTES,
        most=MOST_MINUTES,
        minutes=minutes,
    )


def longer_words(minutes: int) -> str:
    """What a button says that gives adjudication so many minutes."""
    return fill(_("Plan {minutes} minutes for adjudication"), minutes=minutes)
