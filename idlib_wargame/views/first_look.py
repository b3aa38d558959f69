"""A first look for somebody new: five minutes, a few short cards, in the words of the pack."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.phases import ADJUDICATION, INJECTS, ORDERS, REPORT, TALKS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart, listed, series
from idlib_wargame.words.phases import phase_name


class LookCard(NamedTuple):
    """One card: what it is about, and what it says, a short paragraph each."""

    title: str
    says: tuple[str, ...]


class FirstLook(NamedTuple):
    """``is_due`` until the people who play the seat have had it, or left it.

    ``cards`` are those of a window; ``on_page`` the same for a page in a browser, where other
    things stand elsewhere.
    """

    is_due: bool
    cards: tuple[LookCard, ...]
    on_page: tuple[LookCard, ...] = ()


def first_look(scenario: Scenario, play: Play, seat: str) -> FirstLook:
    """The first look of a seat, by what it is, whatever has happened so far."""
    cards = (
        _who(scenario, play, seat),
        _wants(scenario, play, seat),
        _turn(scenario, play, seat),
        _moves(scenario, seat),
        _sealing(scenario, seat),
    )
    told = tuple(card for card in cards if card.says)
    is_due = seat not in play.looked_round and play.setup.of(seat).played_by == "person"
    around, on_page = _around(scenario, play, seat), _around_page(scenario, play, seat)
    return FirstLook(is_due, (*told, around), (*told, on_page))


def _who(scenario: Scenario, play: Play, seat: str) -> LookCard:
    row, people = scenario.seat_by_id[seat], play.setup.of(seat).people
    says = [row.summary] if row.summary else []
    if len(people) > 1:
        said = _("Here sit {people}. You speak with one voice: what one of you seals counts.")
        says.append(fill(said, people=listed(people)))
    elif people:
        says.append(fill(_("Here sits {person}."), person=people[0]))
    others = [each.name for each in scenario.seats if each.id != seat]
    if others:
        says.append(fill(_("At the table with you: {seats}."), seats=series(others)))
    return LookCard(fill(_("You are {seat}"), seat=row.name), tuple(says))


def _wants(scenario: Scenario, play: Play, seat: str) -> LookCard:
    row = scenario.seat_by_id[seat]
    aims = sum(aim.seat == row.actor for aim in scenario.aims)
    says = []
    if aims and play.setup.numbers:
        said = ngettext(
            "You have {count} aim. It is yours alone until the end, when it is met or not.",
            "You have {count} aims. They are yours alone until the end, when each is met or not.",
            aims,
        )
        says.append(fill(said, count=aims))
    elif aims:
        says.append(_("Your aims are yours alone until the end, when each is met or not."))
    if row.brief:
        says.append(_("Your brief says how you see things. No other seat reads it."))
    says.append(_("What you know of the situation may be less than there is to know."))
    return LookCard(_("What you want"), tuple(says))


def _turn(scenario: Scenario, play: Play, seat: str) -> LookCard:
    minutes, orders = play.day.minutes, scenario.orders_of(seat)
    says = [_phase(minutes.get(phase, 0), phase, orders) for phase in scenario.phases]
    return LookCard(_("How a turn goes"), tuple(line for line in says if line))


def _phase(minutes: int, phase: str, orders: int) -> str:
    does = {
        INJECTS: lambda: _("News comes in."),
        TALKS: lambda: _("You talk with the other seats, at the table or in the corridor."),
        ORDERS: lambda: _orders(orders),
        ADJUDICATION: lambda: _("All orders are opened together, and it is seen what they do."),
        REPORT: lambda: _("You read what came of the turn."),
    }.get(phase)
    if does is None:
        return ""
    if not minutes:
        return fill(_("{phase}. {what}"), phase=phase_name(phase), what=does())
    said = ngettext(
        "{phase}, {minutes} minute. {what}", "{phase}, {minutes} minutes. {what}", minutes
    )
    return fill(said, phase=phase_name(phase), minutes=minutes, what=does())


def _orders(orders: int) -> str:
    if not orders:
        return _("The others pick their orders and seal them.")
    return _("You pick your orders and seal them.")


def _moves(scenario: Scenario, seat: str) -> LookCard:
    most = scenario.orders_of(seat)
    if not most:
        return LookCard(_("What you can do"), (_("You give no orders: you talk, and you read."),))
    said = ngettext(
        "You may give {count} order a turn, from these tables: {tables}.",
        "You may give {count} orders a turn, from these tables: {tables}.",
        most,
    )
    own = scenario.seat_by_id[seat].tables
    mine = [table for table in scenario.tables if not own or table.id in own]
    says = (
        fill(said, count=most, tables=apart([table.name for table in mine])),
        _("With each move stands how likely it is to come off, in words."),
        _("A move in grey is not open now; it says what would open it."),
    )
    return LookCard(_("What you can do"), says)


def _sealing(scenario: Scenario, seat: str) -> LookCard:
    if not scenario.orders_of(seat):
        return LookCard("", ())
    says = (
        _("No other seat sees what you pick and write, and you may change it until you seal it."),
        _(
            "Sealed orders are opened together with everybody else's. Until then you may take "
            "them back."
        ),
        _("The facilitator may look at sealed orders before; if so, you are told."),
    )
    return LookCard(_("What sealing means"), says)


def _around(scenario: Scenario, play: Play, seat: str) -> LookCard:
    says = (
        _("What is sent to you stands under “Messages”, what came of your orders under “History”."),
        *_deals(scenario),
        *_judgement(scenario, play, seat),
        _("Under “Notes” you write for yourselves; no other seat and no facilitator reads it."),
        _("“Close curtain” hides all this before the laptop changes hands. What you type is kept."),
    )
    return LookCard(_("Where things are"), says)


def _around_page(scenario: Scenario, play: Play, seat: str) -> LookCard:
    says = (
        _("Four buttons at the foot turn to what is asked now, your moves, deals and messages."),
        *_deals_of_page(scenario),
        *_judgement(scenario, play, seat),
        _("Your brief stands behind your seat's name, at the top."),
        _(
            "What you write is kept as you go. If this page is closed or the connection is lost, "
            "come back to the same address, and go on where you were."
        ),
    )
    if scenario.bargain is None:
        first = _("Three buttons at the foot turn to what is asked now, your moves and messages.")
        says = (first, *says[1:])
    return LookCard(_("Where things are"), says)


def _deals_of_page(scenario: Scenario) -> tuple[str, ...]:
    if scenario.bargain is None:
        return ()
    return (_("Offers and agreements, yours and those you know of, stand under “Deals”."),)


def _deals(scenario: Scenario) -> tuple[str, ...]:
    if scenario.bargain is None:
        return ()
    return (_("Offers and agreements, yours and those you know of, stand under “Agreements”."),)


def _judgement(scenario: Scenario, play: Play, seat: str) -> tuple[str, ...]:
    turns = play.setup.turns
    asked = any(scenario.judgements.is_due(turn, turns) for turn in range(1, turns + 1))
    if not (asked and scenario.orders_of(seat)):
        return ()
    return (
        _(
            "In some turns you are asked, under “Judgement”, what you think will happen; at the "
            "end everybody reads it beside what happened."
        ),
    )
