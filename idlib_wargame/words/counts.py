"""Orders that conditions count: "Orders of “Raid” by East that succeeded so far"."""

from __future__ import annotations

from idlib_wargame.rules.names import LAST_TURN, ORDERED, THIS_TURN, Count
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.clauses import Clause
from idlib_wargame.words.language import _, fill


def count_name(scenario: Scenario, count: Count) -> str:
    """A count as it stands in a list of names."""
    return fill(_counted(count.scope), what=_what(scenario, count))


def must_count(scenario: Scenario, count: Count, none: bool) -> Clause:
    """Such orders asked for, or ``none``: "there must be no orders of “Raid” so far"."""
    template = _must_be_none(count.scope) if none else _must_be_some(count.scope)
    return Clause.of(template, what=_what(scenario, count))


def _what(scenario: Scenario, count: Count) -> str:
    """What is ordered, by whom, and how it must come out."""
    move = scenario.move_by_id.get(count.what)
    # A tag of moves has no name of its own: its id in the pack is all there is.
    what = fill(_("“{move}”"), move=move.name) if move else count.what.replace("_", " ")
    if count.seat and count.at_least is not None:
        by = scenario.actor_name(count.seat)
        return fill(_("{orders} by {seat} that succeeded"), orders=what, seat=by)
    if count.seat:
        return fill(_("{orders} by {seat}"), orders=what, seat=scenario.actor_name(count.seat))
    if count.at_least is not None:
        return fill(_("{orders} that succeeded"), orders=what)
    return what


def _counted(scope: str) -> str:
    if scope == ORDERED:
        return _("Orders of {what} ordered this turn")
    if scope == THIS_TURN:
        return _("Orders of {what} this turn")
    if scope == LAST_TURN:
        return _("Orders of {what} last turn")
    return _("Orders of {what} so far")


def _must_be_some(scope: str) -> str:
    if scope == ORDERED:
        return _("there must be orders of {what} ordered this turn")
    if scope == THIS_TURN:
        return _("there must be orders of {what} this turn")
    if scope == LAST_TURN:
        return _("there must be orders of {what} last turn")
    return _("there must be orders of {what} so far")


def _must_be_none(scope: str) -> str:
    if scope == ORDERED:
        return _("there must be no orders of {what} ordered this turn")
    if scope == THIS_TURN:
        return _("there must be no orders of {what} this turn")
    if scope == LAST_TURN:
        return _("there must be no orders of {what} last turn")
    return _("there must be no orders of {what} so far")
