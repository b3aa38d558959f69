"""The bodies of the record's entries: what each act writes, and reading it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from idlib_wargame.packs.fingerprint import fingerprint
from idlib_wargame.record.file_format import FORM
from idlib_wargame.rules import RULES_VERSION
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import EffectLine, TurnResult
from idlib_wargame.rules.turn.injects import Sent
from idlib_wargame.rules.variants import chosen
from idlib_wargame.session.play import Message, PlayedOrder, Seating, Setup, Wish

Body = dict[str, Any]

PACK, SETUP, DRAFT, SEALED, UNSEALED = "pack", "setup", "draft", "sealed", "unsealed"
PHASE, ADJUDICATED, RULING, CLOSED = "phase", "adjudicated", "ruling", "closed"
INJECTED, SKIPPED, TOLD = "injected", "skipped", "told"
NOTE, UNDONE, REOPENED, RESEATED, FINISHED = "note", "undone", "reopened", "reseated", "finished"


def pack_to_body(scenario: Scenario, files: Mapping[str, str]) -> Body:
    """The body of a ``pack`` entry: the whole pack, so that the session always replays."""
    return {
        "title": scenario.title,
        "version": scenario.version,
        "fingerprint": fingerprint(files),
        "files": dict(files),
    }


def setup_to_body(setup: Setup, pack: str) -> Body:
    """The body of a ``setup`` entry; ``pack`` is the pack's id.

    ``form`` and ``rules`` name the form of the entries and the version of the rules they follow.
    """
    return {
        "form": FORM,
        "rules": RULES_VERSION,
        "exercise": setup.exercise,
        "group": setup.group,
        "pack": pack,
        "turns": setup.turns,
        "method": setup.method,
        "numbers": setup.numbers,
        "fingerprint": setup.fingerprint,
        "start": setup.start,
        "options": dict(setup.options),
        "arrangement": setup.arrangement,
        "seats": [seating_to_body(seating) for seating in setup.seating],
    }


def setup_from_body(body: Mapping[str, Any]) -> Setup:
    """The setup that ``setup_to_body`` wrote."""
    return Setup(
        exercise=body["exercise"],
        group=body["group"],
        turns=body["turns"],
        method=body["method"],
        numbers=body["numbers"],
        fingerprint=body["fingerprint"],
        seating=tuple(seating_from_body(each) for each in body["seats"]),
        start=body["start"],
        options=body["options"],
        arrangement=body["arrangement"],
    )


def played(scenario: Scenario, setup: Setup) -> Scenario:
    """The pack as this setup plays it. Raises KeyError for a choice that the pack does not have."""
    return chosen(scenario, setup.turns, setup.start, setup.options, setup.arrangement)


def injected_to_body(turn: int, inject: Inject, sent: Sent) -> Body:
    """The body of an ``injected`` entry: the message, its effects, and where they left things."""
    return {
        "turn": turn,
        "inject": inject.id,
        "to": list(inject.to),
        "sender": inject.sender,
        "means": inject.means,
        "title": inject.title,
        "text": inject.text,
        "effects": [line._asdict() for line in sent.effects],
        "state": sent.state.to_dict(),
    }


def message_from_body(at: str, body: Mapping[str, Any]) -> Message:
    """The message of an ``injected`` or a ``told`` entry."""
    return Message(
        at=at,
        turn=body["turn"],
        to=tuple(body["to"]),
        sender=body["sender"],
        means=body["means"],
        title=body["title"],
        text=body["text"],
        inject=body["inject"],
        effects=tuple(EffectLine(**line) for line in body["effects"]),
    )


def seating_to_body(seating: Seating) -> Body:
    """The body of a ``reseated`` entry, and one row of a ``setup``."""
    return {"seat": seating.seat, "people": list(seating.people), "played_by": seating.played_by}


def seating_from_body(body: Mapping[str, Any]) -> Seating:
    """The seating that ``seating_to_body`` wrote."""
    return Seating(body["seat"], tuple(body["people"]), body["played_by"])


def wishes_to_body(turn: int, seat: str, wishes: Iterable[Wish]) -> Body:
    """The body of a ``draft`` or ``sealed`` entry."""
    return {"turn": turn, "seat": seat, "orders": [wish._asdict() for wish in wishes]}


def wishes_from_body(body: Mapping[str, Any]) -> tuple[Wish, ...]:
    """The wishes that ``wishes_to_body`` wrote."""
    return tuple(Wish(each["move"], each["choice"], each["why"]) for each in body["orders"])


def result_to_body(method: str, orders: Sequence[PlayedOrder], result: TurnResult) -> Body:
    """The body of an ``adjudicated`` entry, and the ``result`` of a ``ruling``."""
    opened = [{**order._asdict(), "why": why, "inject": inject} for order, why, inject in orders]
    return {"method": method, "orders": opened, **result.to_json()}
