"""A pack as it is played this time: its length, starting point, options and seats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, NamedTuple, TypeVar

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Arrangement, Part, Seat
from idlib_wargame.rules.pack.variants import Option, OptionChoice, Setting, Start
from idlib_wargame.rules.pack.wording import worded

Row = TypeVar("Row", Arrangement, Option, OptionChoice, Start)


class Variant(NamedTuple):
    """One way to set a pack up. What is empty is the pack's own; ``options`` are id and choice."""

    start: str = ""
    options: tuple[tuple[str, str], ...] = ()
    turns: int = 0
    arrangement: str = ""

    def played(self, scenario: Scenario) -> Scenario:
        """The scenario as it is then played. Raises KeyError for what the pack does not have."""
        options = dict(self.options)
        return chosen(scenario, self.turns or None, self.start, options, self.arrangement)


OWN: Final = Variant()


def lengths(scenario: Scenario) -> tuple[int, ...]:
    """The numbers of turns that the pack offers, its own among them."""
    return tuple(sorted({*scenario.turn_options, scenario.turns}))


def shorter_lengths(scenario: Scenario) -> tuple[int, ...]:
    """The shorter lengths that the pack offers whose turns are alike: as many days, the same word.

    ``scenario`` is as it is played: what its turns would be in the pack's own length is not to be
    read off it where the length that is played has days or a word of its own.
    """

    def is_alike(length: int, by_turns: Mapping[int, int | str], played: int | str) -> bool:
        if length in by_turns:
            return by_turns[length] == played
        return scenario.turns not in by_turns

    return tuple(
        length
        for length in sorted(set(scenario.turn_options))
        if length < scenario.turns
        and is_alike(length, scenario.days_by_turns, scenario.turn_days)
        and is_alike(length, scenario.words_by_turns, scenario.turn_word)
    )


def as_long(scenario: Scenario, turns: int) -> Scenario:
    """The scenario as it is played, of an exercise that has become so many turns long."""
    return scenario if scenario.turns == turns else replace(scenario, turns=turns)


def other_variants(scenario: Scenario) -> tuple[Variant, ...]:
    """Every way that differs from the pack's own in one thing: each value of each thing once.

    An option's first choice is the pack's own, unless it sets something.
    """
    return (
        *(Variant(start=start.id) for start in scenario.starts),
        *(
            Variant(options=((option.id, choice.id),))
            for option in scenario.options
            for number, choice in enumerate(option.choices)
            if number or choice.setting != Setting()
        ),
        *(Variant(turns=turns) for turns in lengths(scenario) if turns != scenario.turns),
        *(Variant(arrangement=each.id) for each in scenario.arrangements),
    )


def chosen(
    scenario: Scenario,
    turns: int | None = None,
    start: str = "",
    options: Mapping[str, str] | None = None,
    arrangement: str = "",
) -> Scenario:
    """The scenario with what the setup chose. An empty choice keeps the pack's own.

    Raises KeyError for a start, an option, a choice or an arrangement that the pack does not have.
    """
    played = _long(scenario.as_written or scenario, turns)
    for option, choice in (options or {}).items():
        row = _named(played.options, option)
        played = _set(played, _named(row.choices, choice).setting)
    if start:
        begun = _named(played.starts, start)
        played = _set(played, begun.setting)
        parts = [part for part in (played.public_brief, begun.brief) if part]
        played = replace(played, public_brief="\n\n".join(parts))
    if arrangement:
        played = arranged(played, _named(played.arrangements, arrangement))
        if played.bargain is not None:
            played = replace(played, bargain=replace(played.bargain, arrangement=arrangement))
    return worded(played)


def _long(scenario: Scenario, turns: int | None) -> Scenario:
    length = scenario.turns if turns is None else turns
    return replace(
        scenario,
        turns=length,
        turn_days=scenario.days_by_turns.get(length, scenario.turn_days),
        turn_word=scenario.words_by_turns.get(length, scenario.turn_word),
    )


def _named(rows: Iterable[Row], wanted: str) -> Row:
    for row in rows:
        if row.id == wanted:
            return row
    raise KeyError(wanted)


def _set(scenario: Scenario, setting: Setting) -> Scenario:
    return replace(
        scenario,
        tracks=tuple(
            replace(track, start=setting.tracks.get(track.id, track.start))
            for track in scenario.tracks
        ),
        clocks=tuple(
            replace(clock, on=setting.clocks.get(clock.id, clock.on)) for clock in scenario.clocks
        ),
    )


def arranged(scenario: Scenario, arrangement: Arrangement) -> Scenario:
    """The scenario with the actors that the arrangement splits replaced by their parts."""
    split: dict[str, list[Part]] = {}
    for part in arrangement.parts:
        split.setdefault(part.of, []).append(part)
    if not split:
        return scenario
    seats: list[Seat] = []
    for seat in scenario.seats:
        seats += [_part(seat, part) for part in split[seat.id]] if seat.id in split else [seat]
    names = {seat.id: seat.name for seat in scenario.seats if seat.id in split}
    return replace(scenario, seats=tuple(seats), actor_names=names)


def _part(seat: Seat, part: Part) -> Seat:
    return replace(
        seat,
        id=part.id,
        name=part.name,
        orders=part.orders,
        tables=part.tables,
        summary=part.summary or seat.summary,
        part_of=seat.id,
    )
