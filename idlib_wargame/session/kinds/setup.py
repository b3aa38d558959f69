"""How an exercise is set up: the entry that play begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.record.file_format import FORM
from idlib_wargame.rules import RULES_VERSION
from idlib_wargame.rules.pack.free_orders import MOST_FREE, FreeOrders
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.day import DayPlan, on_one_line
from idlib_wargame.session.kinds.day_planned import DAY
from idlib_wargame.session.kinds.kind import EntryKind, Folding, Json, to_everyone
from idlib_wargame.session.kinds.reseated import SEATING, seating_from_body, seating_to_body
from idlib_wargame.session.kinds.result_shape import method
from idlib_wargame.session.kinds.shapes import (
    Ground,
    Strange,
    both,
    list_of,
    mapping,
    row,
    seat,
    text,
    whole,
    yes_or_no,
)
from idlib_wargame.session.play import Play, Setup
from idlib_wargame.session.timer import Timer, TimerState
from idlib_wargame.words.language import _, fill, ngettext


def setup_to_body(setup: Setup, pack: str, pack_fingerprint: str) -> Json:
    """The body of the entry; ``pack`` is the pack's id.

    The pack's fingerprint stands here too, so that the loss of its own entry costs nothing.

    ``form`` and ``rules`` name the form of the entries and the version of the rules they follow.
    """
    return {
        "form": FORM,
        "rules": RULES_VERSION,
        "exercise": setup.exercise,
        "group": setup.group,
        "pack": pack,
        "pack_fingerprint": pack_fingerprint,
        "turns": setup.turns,
        "method": setup.method,
        "numbers": setup.numbers,
        "fingerprint": setup.fingerprint,
        "start": setup.start,
        "options": dict(setup.options),
        "arrangement": setup.arrangement,
        "read_marks": setup.read_marks,
        "pins": setup.pins,
        "handling": on_one_line(setup.handling),
        "day": setup.day.to_body(),
        "practice": setup.practice,
        "free_orders": {"most": setup.free_orders.most, "seats": list(setup.free_orders.seats)},
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
        read_marks=body["read_marks"],
        pins=body["pins"],
        handling=on_one_line(body["handling"]),
        day=DayPlan.from_body(body["day"]),
        practice=body["practice"],
        free_orders=FreeOrders(body["free_orders"]["most"], tuple(body["free_orders"]["seats"])),
    )


def opening_play(entry: Entry, folding: Folding) -> Play:
    """Where an exercise stands once it is set up."""
    setup, scenario = setup_from_body(entry.body), folding.referee.scenario
    return Play(
        setup=setup,
        day=replace(setup.day, minutes={**scenario.minutes, **setup.day.minutes}),
        state=folding.referee.opening(setup.turns),
        phase=scenario.phases[0],
        phase_since=entry.at,
        timer=Timer(entry.number, state=TimerState.WAITING),
    )


def _own_seats(value: Any, ground: Ground) -> None:
    seats = [each["seat"] for each in value]
    twice = next((each for each in seats if seats.count(each) > 1), None)
    if twice is not None:
        raise Strange(twice, _("each seat once"))


MOST_TURNS = 1000  # what a pack may say, too

# What says how the pack is played is looked at first, as the rest may rely on it.
VARIANT_KEYS = ("turns", "start", "options", "arrangement")  # as ``chosen`` takes them
VARIANT = row(
    turns=whole(1, MOST_TURNS),
    start=text,
    options=mapping(text, text),
    arrangement=text,
)
SHAPE = row(
    form=whole(1),
    rules=whole(1),
    exercise=text,
    group=text,
    pack=text,
    pack_fingerprint=text,
    turns=whole(1, MOST_TURNS),
    method=method,
    numbers=yes_or_no,
    fingerprint=text,
    start=text,
    options=mapping(text, text),
    arrangement=text,
    read_marks=yes_or_no,
    pins=yes_or_no,
    handling=text,
    day=DAY,
    practice=yes_or_no,
    free_orders=row(most=whole(0, MOST_FREE), seats=list_of(seat)),
    seats=both(list_of(SEATING), _own_seats),
)


def _line(scenario: Scenario, entry: Entry) -> str:
    exercise, turns = entry.body["exercise"] or scenario.title, entry.body["turns"]
    said = ngettext(
        "Exercise set up: {exercise}, {turns} turn.",
        "Exercise set up: {exercise}, {turns} turns.",
        turns,
    )
    return fill(said, exercise=exercise, turns=turns)


SETUP = EntryKind(name="setup", shape=SHAPE, line=_line, audience=to_everyone)
