"""The record as lines that a person can read: one line an entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session import bodies
from idlib_wargame.session.play import FINISHED
from idlib_wargame.words.figures import counted
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.situation import move_words

PHASE_WORDS = {
    "injects": "Injects",
    "talks": "Talks open",
    "orders": "Orders open",
    "report": "Report",
}


class LogLine(NamedTuple):
    """One entry for people. ``turn`` is 0 before play; ``struck`` says it no longer stands."""

    number: int
    at: str
    turn: int
    kind: str
    who: str
    text: str
    struck: bool


def log_lines(
    scenario: Scenario, entries: list[Entry], struck: set[int], drafts: bool = False
) -> tuple[LogLine, ...]:
    """The log, first to last. Drafts, which only guard against loss, are left out unless asked."""
    return tuple(
        LogLine(
            entry.number,
            entry.at,
            _turn_of(entry),
            entry.kind,
            _who(scenario, entry.by),
            line_of(scenario, entry),
            entry.number in struck,
        )
        for entry in entries
        if drafts or entry.kind != bodies.DRAFT
    )


def line_of(scenario: Scenario, entry: Entry) -> str:
    """What an entry says, in one sentence."""
    body = entry.body
    match entry.kind:
        case bodies.PACK:
            return f"Pack loaded: {body['title']}, version {body['version']}."
        case bodies.SETUP:
            return f"Exercise set up: {body['exercise'] or scenario.title}, {body['turns']} turns."
        case bodies.DRAFT | bodies.SEALED:
            verb = "drafts" if entry.kind == bodies.DRAFT else "seals"
            names = [move_words(scenario, o["move"], o["choice"]) for o in body["orders"]]
            return f"{_seat(scenario, body)} {verb} {'; '.join(names) or 'no orders'}."
        case bodies.UNSEALED:
            return f"{_seat(scenario, body)} takes its orders back."
        case bodies.PHASE:
            return f"Turn {body['turn']}: {PHASE_WORDS.get(body['phase'], body['phase'])}."
        case bodies.ADJUDICATED:
            orders = counted(len(body["cards"]), "result", "results")
            return f"Turn {body['turn']} adjudicated: {orders}; ladder at {_rung(scenario, body)}."
        case bodies.RULING:
            return _ruling_line(scenario, entry)
        case bodies.CLOSED:
            return f"Turn {body['turn']} closed; its results stand."
        case bodies.INJECTED | bodies.TOLD:
            to = ", ".join(scenario.actor_name(actor) for actor in body["to"]) or "all"
            return f"To {to}, from {body['sender'] or 'control'}: {body['title'] or body['text']}"
        case bodies.SKIPPED:
            return f"Inject held back: {scenario.inject_by_id[body['inject']].title}."
        case bodies.NOTE:
            return f"Note: {body['text']}"
        case bodies.UNDONE:
            return f"Undone: entry {body['number']} no longer stands."
        case bodies.REOPENED:
            return f"Turn {body['turn']} re-opened; entries from {body['number']} no longer stand."
        case bodies.RESEATED:
            people = ", ".join(body["people"]) or "nobody by name"
            return f"{_seat(scenario, body)} is now {people}, played by {_player(scenario, body)}."
        case _ if entry.kind == FINISHED:
            return f"Exercise finished: {_outcome(scenario, body)}."
    return f"An entry of a kind this program does not know: {entry.kind}."


def _turn_of(entry: Entry) -> int:
    turn = entry.body.get("turn", 0)
    return turn if isinstance(turn, int) else 0


def _who(scenario: Scenario, by: str) -> str:
    seat = scenario.seat_by_id.get(by)
    return seat.name if seat else by.capitalize()


def _seat(scenario: Scenario, body: Mapping[str, Any]) -> str:
    return scenario.seat_by_id[body["seat"]].name


def _player(scenario: Scenario, body: Mapping[str, Any]) -> str:
    kind, _, habit = body["played_by"].partition(":")
    if kind == "habit" and habit in scenario.habit_by_id:
        return f"the habit “{scenario.habit_by_id[habit].name}”"
    return "people" if kind == "person" else kind


def _rung(scenario: Scenario, body: Mapping[str, Any]) -> str:
    rung = scenario.rung_by_number.get(body["rung"])
    return f"rung {rung.number}, “{rung.name}”" if rung else f"rung {body['rung']}"


def _outcome(scenario: Scenario, body: Mapping[str, Any]) -> str:
    names = (outcome.name for outcome in scenario.outcomes if outcome.id == body["outcome"])
    return next(names, "no outcome of the pack fits")


def _ruling_line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    card = next(c for c in body["result"]["cards"] if c["address"] == body["address"])
    move = move_words(scenario, card["move"], card["choice"])
    seat = scenario.seat_by_id[card["seat"]].name
    if body["band"] is None:
        return f"Ruling taken back on {seat}, {move}: the table's result stands."
    table = "not rolled" if card["band"] is None else band_words(Band(card["band"]))
    ruled = band_words(Band(body["band"]))
    return f"Ruling on {seat}, {move}: {ruled} in place of {table}. Why: {body['why']}"
