"""What a free order said, and what was said of an order before the roll, behind its result.

Whoever makes it for a seat or the room hands in what ``known_before`` left of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.before_roll import AskedFor, BeforeRoll, Said
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.views.detail import Detail
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.odds import band_title, odds_word
from idlib_wargame.words.situation import move_words


def said_before(scenario: Scenario, before: BeforeRoll | None, order: Order) -> tuple[Detail, ...]:
    """Rows to stand before the others behind "Details"; none where nothing was said of it."""
    played = before.of(order) if before is not None else None
    if before is None or played is None:
        return ()
    found = [*_of_free(scenario, played.free, order)] if played.free else []
    found += _arguments(scenario, before, order)
    found += _votes(scenario, before, order)
    return tuple(found)


def _of_free(scenario: Scenario, free: FreeOrder, order: Order) -> Iterator[Detail]:
    if free.what != move_words(scenario, order.move, order.choice):
        yield Detail(_("As it was written"), free.what)
    if free.aim:
        yield Detail(_("To what end"), free.aim)
    yield from _under(_("Because"), free.reasons)


def _arguments(scenario: Scenario, before: BeforeRoll, order: Order) -> Iterator[Detail]:
    given = before.arguments.get(order, ())
    for is_for, heading in ((True, _("For it")), (False, _("Against it"))):
        lines = (
            _by(_name(scenario, each.by), each.text) for each in given if each.is_for == is_for
        )
        yield from _under(heading, lines)


def _votes(scenario: Scenario, before: BeforeRoll, order: Order) -> Iterator[Detail]:
    for what in (AskedFor.ODDS, AskedFor.BAND):
        asking = before.asked(order, what)
        heading = _("Said how likely") if what is AskedFor.ODDS else _("Said how it comes out")
        words = asking.said if asking is not None else ()
        yield from _under(heading, (_vote(scenario, what, each) for each in words))


def _vote(scenario: Scenario, what: AskedFor, said: Said) -> str:
    who = said.who if said.person else _name(scenario, said.who)
    return _by(
        who, odds_word(said.number) if what is AskedFor.ODDS else band_title(Band(said.number))
    )


def _name(scenario: Scenario, by: str) -> str:
    seat = scenario.seat_by_id.get(by)
    return seat.name if seat is not None else _("Facilitator")


def _by(who: str, text: str) -> str:
    return fill(_("{who}: {text}"), who=who, text=text)


def _under(heading: str, lines: Iterable[str]) -> Iterator[Detail]:
    """A heading over the first of its lines only."""
    for number, line in enumerate(lines):
        yield Detail("" if number else heading, line)
