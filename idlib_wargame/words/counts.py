"""Orders that conditions count: "“Raid” by East must have succeeded before"."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.names import LAST_TURN, ORDERED, THIS_TURN, Count
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.clauses import Clause
from idlib_wargame.words.figures import plain
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import either
from idlib_wargame.words.signs import closed

MOST_NAMED = 3  # moves named one by one where a tag has no name of the pack's


def count_name(scenario: Scenario, count: Count) -> str:
    """A count as it stands in a list of names: "Orders so far (“Raid” by East)"."""
    what = _what(scenario, count)
    succeeded = count.at_least is not None
    return fill(_counted_success(count.scope) if succeeded else _counted(count.scope), what=what)


def must_count(scenario: Scenario, count: Count, none: bool) -> Clause:
    """Such orders asked for, or ``none``: "“Raid” must not have been carried out so far"."""
    what = _what(scenario, count)
    if count.at_least is not None:
        return Clause.of(_none_succeeded(count) if none else _some_succeeded(count), what=what)
    return Clause.of(_none_done(count) if none else _some_done(count), what=what)


def must_number(scenario: Scenario, count: Count, op: str, bound: int, now: int) -> Clause:
    """So many of them: "Orders this turn (acts of violence) must be 2 or more, and are 1"."""
    op, bound = closed(op, bound)
    match op:
        case ">=":
            said = _("{orders} must be {bound} or more, and are {now}")
        case "<=":
            said = _("{orders} must be {bound} or fewer, and are {now}")
        case "==":
            said = _("{orders} must be {bound}, and are {now}")
        case _other:
            said = _("{orders} must be more or fewer than {bound}, and are {now}")
    orders = count_name(scenario, count)
    return Clause.of(said, orders=orders, bound=plain(bound), now=plain(now))


def _what(scenario: Scenario, count: Count) -> str:
    """What is ordered, and by whom."""
    what = _named(scenario, count)
    if not count.seat:
        return what
    return fill(_("{orders} by {seat}"), orders=what, seat=scenario.actor_name(count.seat))


def _named(scenario: Scenario, count: Count) -> str:
    """A move by its name; a tag by the pack's name for it, or by the moves that carry it."""
    move = scenario.move_by_id.get(count.what)
    if move:
        return fill(_("“{move}”"), move=move.name)
    if count.what in scenario.tag_names:
        return scenario.tag_names[count.what]
    ways = [*_ways(scenario, count)]
    if ways and len(ways) <= MOST_NAMED:
        return either([fill(_("“{move}”"), move=way) for way in ways])
    return fill(_("an act of the kind “{tag}”"), tag=count.what.replace("_", " "))


def _ways(scenario: Scenario, count: Count) -> Iterator[str]:
    """The moves with a tag that the seat counted may order, and the choices of others with it."""
    for move in scenario.moves:
        if count.seat and count.seat not in move.seats:
            continue
        if count.what in move.tags:
            yield move.name
        else:
            yield from _choices(move, count.what)


def _choices(move: Move, tag: str) -> Iterator[str]:
    for choice in move.choices:
        if tag in choice.tags:
            yield fill(_("{move}: {choice}"), move=move.name, choice=choice.name)


def _counted(scope: str) -> str:
    if scope == ORDERED:
        return _("Orders opened this turn ({what})")
    if scope == THIS_TURN:
        return _("Orders carried out this turn ({what})")
    if scope == LAST_TURN:
        return _("Orders carried out last turn ({what})")
    return _("Orders carried out so far ({what})")


def _counted_success(scope: str) -> str:
    if scope == THIS_TURN:
        return _("Orders that succeeded this turn ({what})")
    if scope == LAST_TURN:
        return _("Orders that succeeded last turn ({what})")
    return _("Orders that succeeded so far ({what})")


def _some_done(count: Count) -> str:
    if count.scope == ORDERED:
        return _("{what} must be among this turn's orders")
    if count.scope == THIS_TURN:
        return _("{what} must have been carried out this turn")
    if count.scope == LAST_TURN:
        return _("{what} must have been carried out last turn")
    return _("{what} must have been carried out before")


def _none_done(count: Count) -> str:
    if count.scope == ORDERED:
        return _("{what} must not be among this turn's orders")
    if count.scope == THIS_TURN:
        return _("{what} must not have been carried out this turn")
    if count.scope == LAST_TURN:
        return _("{what} must not have been carried out last turn")
    return _("{what} must not have been carried out before")


def _some_succeeded(count: Count) -> str:
    if count.scope == THIS_TURN:
        return _("{what} must have succeeded this turn")
    if count.scope == LAST_TURN:
        return _("{what} must have succeeded last turn")
    return _("{what} must have succeeded before")


def _none_succeeded(count: Count) -> str:
    if count.scope == THIS_TURN:
        return _("{what} must not have succeeded this turn")
    if count.scope == LAST_TURN:
        return _("{what} must not have succeeded last turn")
    return _("{what} must not have succeeded before")
