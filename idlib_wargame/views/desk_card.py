"""The facilitator's card: one side for the desk, with a turn, the keys, and what to do when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.day import on_one_line
from idlib_wargame.session.play import Setup
from idlib_wargame.views.file_names import file_name
from idlib_wargame.views.paper_head import PaperHead, day_of, glance_words
from idlib_wargame.words import desk_card as words
from idlib_wargame.words.desk_card import Advice, Named
from idlib_wargame.words.phases import phase_name
from idlib_wargame.words.read_aheads import minutes_words


class CardKey(NamedTuple):
    """Keys as this keyboard has them, and what they do."""

    keys: str
    words: str


class CardPhase(NamedTuple):
    """A phase, its ``time`` where it has one, and what the facilitator and the seats do in it."""

    name: str
    time: str
    desk: str
    seats: str


class DeskCard(NamedTuple):
    """The card of one exercise; ``onward`` says how to go on from phase to phase."""

    head: PaperHead
    title: str
    course: tuple[CardPhase, ...]
    onward: str
    keys: tuple[CardKey, ...]
    when: tuple[Advice, ...]
    files: tuple[Advice, ...]


class DeskNames(NamedTuple):
    """What the desk calls things: ``keys`` of an act, ``entry`` of its menus, the ``card``'s keys.

    Each raises LookupError for a name that the desk does not have.
    """

    keys: Named
    entry: Named
    card: Sequence[CardKey]


def desk_card(scenario: Scenario, setup: Setup, path: Path | None, names: DeskNames) -> DeskCard:
    """The card of an exercise that is set up so and kept in that file."""
    exercise = setup.name_in(scenario)
    head = PaperHead(
        exercise=exercise,
        group=setup.group,
        seat="",
        colour="",
        people="",
        glance=glance_words(scenario, setup),
        handling=on_one_line(setup.handling),
        file=file_name(exercise, setup.group, "desk-card"),
    )
    lengths = day_of(scenario, setup).minutes
    return DeskCard(
        head,
        words.card_title(exercise),
        tuple(_phase(phase, lengths.get(phase, 0), names) for phase in scenario.phases),
        words.next_thing(names.keys),
        tuple(names.card),
        words.advice(names.keys, names.entry),
        words.files_words(path.name if path else "", names.entry),
    )


def _phase(phase: str, minutes: int, names: DeskNames) -> CardPhase:
    parts = words.parts_in_phase(phase, names.keys)
    time = minutes_words(minutes) if minutes else ""
    return CardPhase(phase_name(phase), time, parts.desk, parts.seats)
