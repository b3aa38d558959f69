"""The list of injects as the facilitator reads it: what is due, what is to come, what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from idlib_wargame.rules.pack.injects import Inject, InjectOrder
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.session.play import Message, Play
from idlib_wargame.words.figures import signed
from idlib_wargame.words.inject_when import when_words
from idlib_wargame.words.rows import basis_words
from idlib_wargame.words.situation import audience_words, cell_name, effect_words, move_words

MOST_NAMED = 2  # on a button; more are counted


class InjectRow(NamedTuple):
    """One inject, or words of the moment (without ``id`` and ``code``), as it stands.

    ``where`` says when and to whom; ``facts`` what it does and what is hoped for; ``button`` what
    sending it says.
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


class InjectRows(NamedTuple):
    """All of a session's: what waits in the pack's order, what was sent with the newest first."""

    due: tuple[InjectRow, ...]
    coming: tuple[InjectRow, ...]
    sent: tuple[InjectRow, ...]


def inject_rows(scenario: Scenario, play: Play, due: Sequence[Inject]) -> InjectRows:
    """The rows as a play stands; ``due`` are those that are due now."""
    waiting = [inject for inject in scenario.injects if not play.state[f"inject.{inject.id}"]]
    return InjectRows(
        tuple(_due(scenario, inject) for inject in waiting if inject in due),
        tuple(_coming(scenario, play, inject) for inject in waiting if inject not in due),
        tuple(_sent(scenario, message) for message in reversed(play.messages)),
    )


def few_words(scenario: Scenario, to: Sequence[str]) -> str:
    """Whom a message is for, short enough for a button: past two names, how many."""
    return audience_words(scenario, to) if len(to) <= MOST_NAMED else f"{len(to)} seats"


def _due(scenario: Scenario, inject: Inject) -> InjectRow:
    return _row(scenario, inject, _from_to(scenario, inject), f"Send to {_few(scenario, inject)}")


def _coming(scenario: Scenario, play: Play, inject: Inject) -> InjectRow:
    held = (play.turn, inject.id) in play.skipped
    when = "Held back this turn" if held else when_words(scenario, inject.when, play.state)
    row = _row(scenario, inject, f"{when} · to {audience_words(scenario, inject.to)}", "Send now")
    return row._replace(facts=(_from_to(scenario, inject), *row.facts))


def _few(scenario: Scenario, inject: Inject) -> str:
    return few_words(scenario, inject.to)


def _row(scenario: Scenario, inject: Inject, where: str, button: str) -> InjectRow:
    facts = [
        _effects(scenario, inject.effects),
        _plays(scenario, inject.orders),
        f"Hoped for: {inject.expected}" if inject.expected else "",
    ]
    return InjectRow(
        id=inject.id,
        code=inject.code,
        title=inject.title,
        where=where,
        text=inject.text,
        facts=tuple(fact for fact in facts if fact),
        source=basis_words(inject.basis),
        optional=inject.optional,
        button=button,
    )


def _from_to(scenario: Scenario, inject: Inject) -> str:
    return f"To {audience_words(scenario, inject.to)}, from {inject.sender} · {inject.means}"


def _effects(scenario: Scenario, effects: Sequence[Effect]) -> str:
    said = [f"{cell_name(scenario, each.track)} {signed(each.by)}{_cap(each)}" for each in effects]
    return f"When sent: {', '.join(said)}" if said else ""


def _cap(effect: Effect) -> str:
    if effect.up_to is not None:
        return f" (up to {effect.up_to})"
    return f" (down to {effect.down_to})" if effect.down_to is not None else ""


def _plays(scenario: Scenario, orders: Sequence[InjectOrder]) -> str:
    said = [
        f"{scenario.seat_by_id[each.seat].name}: {move_words(scenario, each.move, each.choice)}"
        for each in orders
    ]
    return f"Control plays with this turn's orders: {'; '.join(said)}" if said else ""


def _sent(scenario: Scenario, message: Message) -> InjectRow:
    inject = scenario.inject_by_id.get(message.inject)
    at = datetime.fromisoformat(message.at).astimezone()
    where = f"Turn {message.turn}, {at:%H:%M} · to {audience_words(scenario, message.to)}"
    sender = message.sender or "control"
    if inject is None:
        return InjectRow("", "", f"Words from {sender}", where, message.text, ())
    did = ", ".join(effect_words(scenario, line) for line in message.effects)
    facts = (f"It did: {did}" if did else "", _plays(scenario, inject.orders))
    return InjectRow(
        id=inject.id,
        code=inject.code,
        title=message.title,
        where=f"{where}, from {sender} · {message.means}",
        text=message.text,
        facts=tuple(fact for fact in facts if fact) or ("It moved no track.",),
        source=basis_words(inject.basis),
    )
