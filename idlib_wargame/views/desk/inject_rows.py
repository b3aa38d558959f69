"""One inject as the facilitator reads it: when and to whom, what it says, what it does or did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.pack.injects import Inject, InjectOrder
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.session.letters import Message
from idlib_wargame.session.msel import Plan
from idlib_wargame.session.play import Play
from idlib_wargame.words.figures import plain
from idlib_wargame.words.inject_when import when_words
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import facts, listed, series
from idlib_wargame.words.movements import change_words, effect_words
from idlib_wargame.words.rows import basis_words
from idlib_wargame.words.situation import move_words

MOST_NAMED = 2  # on a button; more are counted


class InjectRow(NamedTuple):
    """One inject, or words of the moment (without ``id`` and ``code``), as it stands.

    ``where`` says when and to whom, ``exact`` the when in figures where those say more; ``facts``
    what it does and what is hoped for; ``button`` what sending it says.
    """

    id: str
    code: str
    title: str
    where: str
    text: str
    facts: tuple[str, ...]
    source: str = ""
    optional: bool = False
    button: str = ""
    covered: bool = False
    exact: str = ""


def is_private(scenario: Scenario, to: Sequence[str]) -> bool:
    """Whether a message to these actors is for some seats only; one to nobody named is for all."""
    return bool(to) and any(seat.actor not in to for seat in scenario.seats)


def covered_row(scenario: Scenario, row: InjectRow, to: Sequence[str], where: str) -> InjectRow:
    """A message to some seats as a projector may show it: to whom and when, and no word of it."""
    title = fill(_("Private, to {seats}"), seats=names_of_actors(scenario, to))
    return row._replace(
        title=title, where=where, text="", facts=(), source="", covered=True, exact=""
    )


def due_row(scenario: Scenario, play: Play, inject: Inject) -> InjectRow:
    """An inject that is due now; the button says whom it goes to."""
    held = play.held.get(inject.id)
    again = fill(_("Held back in turn {turn}, and due again."), turn=held) if held else ""
    promises = _told((again, *_promises(scenario, inject, play.setup.numbers)))
    return _row(inject, _from_to(scenario, inject), promises, _send_words(scenario, inject.to))


def coming_row(scenario: Scenario, play: Play, inject: Inject) -> InjectRow:
    """An inject that is still to come, held back or dropped; it may be sent all the same."""
    numbers, when = play.setup.numbers, when_due(scenario, play, inject)
    where = _addressed(
        scenario, inject.to, _("{when} · to all seats"), _("{when} · to {seats}"), when=when
    )
    promises = (_from_to(scenario, inject), *_promises(scenario, inject, numbers))
    exact = when_due(scenario, play, inject, exact=True) if numbers else when
    row = _row(inject, where, promises, _("Send now"))
    return row._replace(exact=exact if exact != when else "")


def when_due(scenario: Scenario, play: Play, inject: Inject, exact: bool = False) -> str:
    """When an inject will be due, or that it was held back, and what then no longer holds.

    ``exact`` has the figures of tracks beside their words.
    """
    if inject.id in play.dropped:
        return _("Dropped")
    when = when_planned(scenario, play, inject, exact)
    held = play.held.get(inject.id)
    if held is None:
        return when
    if held == play.state[TURN]:
        return _("Held back this turn")
    said = _("Held back in turn {turn}, and due no longer. {why}")
    return fill(said, turn=held, why=when)


def when_planned(scenario: Scenario, play: Play, inject: Inject, exact: bool = False) -> str:
    """When an inject goes out by its plan, or what it waits for."""
    plan, written = play.msel.plans.get(inject.id), play.msel.written.get(inject.id)
    if plan is None and written is not None and not written.waits_as_original:
        plan = Plan(written.turn, written.minute)
    if plan is None:
        return when_words(scenario, inject.when, play.state, play.setup.numbers, exact)
    if not plan.turn:
        return _("When you send it")
    if plan.minute:
        said = _("From turn {turn}, minute {minute}")
        return fill(said, turn=plan.turn, minute=plan.minute)
    return fill(_("From turn {turn}"), turn=plan.turn)


def sent_row(scenario: Scenario, message: Message, numbers: bool = True) -> InjectRow:
    """An inject that was sent, or words of the moment, with what it did."""
    inject = scenario.inject_by_id.get(message.inject)
    if inject is None:
        return _words_of_the_moment(scenario, message)
    where = _addressed(
        scenario,
        message.to,
        _("Turn {turn}, {time} · to all seats, from {sender} · {means}"),
        _("Turn {turn}, {time} · to {seats}, from {sender} · {means}"),
        turn=message.turn,
        time=sent_time(message),
        sender=message.sender or _("the facilitator"),
        means=message.means,
    )
    if message.taken_back:
        again = _("Its turn was re-opened: what it did no longer counts, and it may be sent again.")
        return _sent(inject, where, (again,), message)
    did = series([effect_words(scenario, line, numbers) for line in message.effects])
    moved = fill(_("It did: {effects}"), effects=did) if did else ""
    came = _told([moved, _plays(scenario, inject)]) or (_("It moved no track."),)
    return _sent(inject, where, came, message)


def _sent(inject: Inject, where: str, came: tuple[str, ...], message: Message) -> InjectRow:
    row = _row(inject, where, came)
    return row._replace(title=message.title, text=message.text, optional=False)


def tell_words(scenario: Scenario, to: Sequence[str]) -> str:
    """What the button says that tells these actors (all where there are none): short."""
    if len(to) > MOST_NAMED:
        counted = ngettext("Tell {count} seat", "Tell {count} seats", len(to))
        return fill(counted, count=len(to))
    return tell_all_words(scenario, to)


def tell_all_words(scenario: Scenario, to: Sequence[str]) -> str:
    """The same with everybody named."""
    return _addressed(scenario, to, _("Tell all seats"), _("Tell {seats}"))


def _send_words(scenario: Scenario, to: Sequence[str]) -> str:
    if len(to) > MOST_NAMED:
        counted = ngettext("Send to {count} seat", "Send to {count} seats", len(to))
        return fill(counted, count=len(to))
    return _addressed(scenario, to, _("Send to all seats"), _("Send to {seats}"))


def _addressed(
    scenario: Scenario, to: Sequence[str], everyone: str, some: str, **places: object
) -> str:
    """One of two sentences: for all seats, or with a place for those named."""
    if not to:
        return fill(everyone, **places)
    return fill(some, seats=names_of_actors(scenario, to), **places)


def _row(inject: Inject, where: str, said: tuple[str, ...], button: str = "") -> InjectRow:
    return InjectRow(
        id=inject.id,
        code=inject.code,
        title=inject.title,
        where=where,
        text=inject.text,
        source=basis_words(inject.basis),
        facts=said,
        optional=inject.optional,
        button=button,
    )


def _words_of_the_moment(scenario: Scenario, message: Message) -> InjectRow:
    where = _addressed(
        scenario,
        message.to,
        _("Turn {turn}, {time} · to all seats"),
        _("Turn {turn}, {time} · to {seats}"),
        turn=message.turn,
        time=sent_time(message),
    )
    sender = message.sender
    title = (
        fill(_("Words from {sender}"), sender=sender) if sender else _("Words from the facilitator")
    )
    return InjectRow("", "", title, where, message.text, ())


def names_of_actors(scenario: Scenario, to: Sequence[str]) -> str:
    """Actors by their names."""
    return listed([scenario.actor_name(actor) for actor in to])


def effects_words(scenario: Scenario, inject: Inject, numbers: bool = True) -> str:
    """What an inject does when it is sent; "" for nothing."""
    return series([_effect(scenario, each, numbers) for each in inject.effects])


def orders_words(scenario: Scenario, inject: Inject) -> str:
    """What it has the facilitator play with the turn's orders; "" for nothing."""
    return facts([_order(scenario, each) for each in inject.orders])


def sent_at(message: Message) -> str:
    """When a message was sent, and no more."""
    return fill(_("Turn {turn}, {time}"), turn=message.turn, time=sent_time(message))


def sent_time(message: Message) -> str:
    """The hour at which a message was sent, by this computer's clock."""
    return f"{datetime.fromisoformat(message.at).astimezone():%H:%M}"


def _from_to(scenario: Scenario, inject: Inject) -> str:
    return _addressed(
        scenario,
        inject.to,
        _("To all seats, from {sender} · {means}"),
        _("To {seats}, from {sender} · {means}"),
        sender=inject.sender,
        means=inject.means,
    )


def _promises(scenario: Scenario, inject: Inject, numbers: bool) -> tuple[str, ...]:
    """What it will do, once it is sent."""
    expected = inject.expected
    return _told(
        [
            _effects(scenario, inject, numbers),
            _plays(scenario, inject),
            fill(_("Hoped for: {expected}"), expected=expected) if expected else "",
        ]
    )


def _told(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(fact for fact in said if fact)


def _effects(scenario: Scenario, inject: Inject, numbers: bool) -> str:
    said = effects_words(scenario, inject, numbers)
    return fill(_("When sent: {effects}"), effects=said) if said else ""


def _effect(scenario: Scenario, effect: Effect, numbers: bool) -> str:
    change = change_words(scenario, effect.track, effect.by, numbers)
    if not numbers:
        return change
    if effect.up_to is not None:
        return fill(_("{change} (up to {bound})"), change=change, bound=plain(effect.up_to))
    if effect.down_to is not None:
        return fill(_("{change} (down to {bound})"), change=change, bound=plain(effect.down_to))
    return change


def _plays(scenario: Scenario, inject: Inject) -> str:
    said = orders_words(scenario, inject)
    return (
        fill(_("The facilitator plays with this turn's orders: {orders}"), orders=said)
        if said
        else ""
    )


def _order(scenario: Scenario, order: InjectOrder) -> str:
    return fill(
        _("{seat}: {move}"),
        seat=scenario.seat_by_id[order.seat].name,
        move=move_words(scenario, order.move, order.choice),
    )
