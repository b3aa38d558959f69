"""The lines of a situation report, section by section: orders, what followed, changes, flags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from idlib_wargame.rules.conditions.condition import Condition, names_in
from idlib_wargame.rules.names import ORDERED, THIS_TURN, TURN, Count, Prefix
from idlib_wargame.rules.pack.interactions import Joint, Shift
from idlib_wargame.rules.pack.row_names import HIDDEN, RowKind, kind_of
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import After, Card, Ruling, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.words.dates import dates, day_words
from idlib_wargame.words.figures import signed
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart, listed, series
from idlib_wargame.words.movements import change_words, way_words
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.quoting import ended
from idlib_wargame.words.results import lapse_words, moved_nothing
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import move_words, reading

_MARKUP = re.compile(r"[\\`*_\[\]#~|>]")
MOST_LINES = 8
Sees = Callable[[Track], bool]
MayMiss = Callable[[Card], bool]


def as_typed(name: str) -> str:
    """A name that Markdown shows letter by letter, whatever signs its author put in it."""
    flat = " ".join(name.split())
    return _MARKUP.sub(r"\\\g<0>", flat).replace("&", "&amp;").replace("<", "&lt;")


def weightiest(cards: Sequence[Card]) -> list[Card]:
    """The cards by weight: severity points, then Goldstein, then how much they moved."""
    return sorted(cards, key=_weight)


def _weight(card: Card) -> tuple[bool, int, int, int]:
    moved = sum(abs(line.through) for line in card.effects)
    return (card.final is None, -abs(card.severity), -abs(card.goldstein), -moved)


def act_lines(scenario: Scenario, cards: Sequence[Card], may_miss: MayMiss) -> Iterator[str]:
    """Each order and what came of it, the weightiest first, under its table where several have."""
    heavy = weightiest(cards)
    tables = list(dict.fromkeys(card.table for card in heavy))
    for table in tables:
        if len(tables) > 1:
            yield f"### {as_typed(scenario.table_by_id[table].name)}"
        yield from (_act(scenario, card, may_miss) for card in heavy if card.table == table)


def _act(scenario: Scenario, card: Card, may_miss: MayMiss) -> str:
    """An order in a sentence, and what there is to say of its result in sentences of their own."""
    places = {
        "seats": listed([as_typed(scenario.seat_by_id[seat].name) for seat in card.seats]),
        "move": as_typed(move_words(scenario, card.order.move, card.order.choice)),
        "result": band_words(card.final) if card.final is not None else "",
    }
    if card.final is None:
        said = _("**{seats}** ordered “{move}”: it came to nothing.")
    elif moved_nothing(card) and not may_miss(card):
        said = _("**{seats}** ordered “{move}”: {result}, but nothing moved.")
    else:
        said = _("**{seats}** ordered “{move}”: {result}.")
    is_free = [_("Free order.")] if scenario.move_by_id[card.order.move].own else []
    return " ".join([fill(said, **places), *is_free, *map(as_typed, _about(scenario, card))])


def _about(scenario: Scenario, card: Card) -> Iterator[str]:
    """Why it lapsed, what the pack says it came to, what it met with, and who decided."""
    if card.lapsed:
        yield ended(lapse_words(scenario, card))
    elif card.final is not None:
        means = scenario.move_by_id[card.order.move].means.get(card.final, "")
        if means:
            yield ended(means)
    for row in dict.fromkeys(_met(scenario, card)):
        if row != HIDDEN:
            yield ended(why_words(scenario, row))
    if card.ruled:
        yield from _ruled(scenario, card, card.ruled)


def _met(scenario: Scenario, card: Card) -> Iterator[str]:
    """The rows by which other orders of the turn bore on this one."""
    yield from card.contests
    yield from (line.source for line in card.effects if line.source)
    for each in card.fired:
        row = scenario.rows.get(each.row)
        if isinstance(row, Joint) or (isinstance(row, Shift) and _reads_orders(row.when)):
            yield each.row


def _reads_orders(when: Condition) -> bool:
    """Whether it rests on what is ordered in the same turn."""
    counts = map(Count.from_name, names_in(when))
    return any(count is not None and count.scope in (ORDERED, THIS_TURN) for count in counts)


def _ruled(scenario: Scenario, card: Card, ruled: Ruling) -> Iterator[str]:
    if ruled.agreed:
        seats = listed([as_typed(scenario.seat_by_id[seat].name) for seat in ruled.agreed])
        yield fill(_("The tables of {seats} agreed on this."), seats=seats)
        if ruled.why:
            yield fill(_("Why: {why}"), why=ended(ruled.why))
    elif ruled.is_withheld:
        yield _("The facilitator gave this result.")
    elif card.band is None:
        yield fill(_("The facilitator ruled so: {why}"), why=ended(ruled.why))
    elif card.band == ruled.band:
        said = (
            _("The facilitator ruled so: {why}")
            if ruled.effects is None
            else _("The facilitator ruled that it does something else: {why}")
        )
        yield fill(said, why=ended(ruled.why))
    else:
        said = _("The facilitator ruled so where the table gives {result}: {why}")
        yield fill(said, result=band_words(card.band), why=ended(ruled.why))


def followed_lines(
    scenario: Scenario, rows: Sequence[After], numbers: bool, sees: Sees
) -> Iterator[str]:
    """What moved tracks by itself: chances, upkeep, conversions; each row once."""
    moved: dict[str, dict[str, int]] = {}
    for each in rows:
        if each.row == HIDDEN or kind_of(each.row) == RowKind.CONSEQUENCE:
            continue
        for line in each.effects:
            track = scenario.track_by_id.get(line.track)
            if line.through and (track is None or sees(track)):
                by = moved.setdefault(each.row, {})
                by[line.track] = by.get(line.track, 0) + line.through
    for row, by in moved.items():
        changes = series([change_words(scenario, name, far, numbers) for name, far in by.items()])
        said = _("By chance: {why} ({changes})") if kind_of(row) == RowKind.CHANCE else ""
        why = as_typed(why_words(scenario, row).rstrip("."))
        yield fill(said or _("{why} ({changes})"), why=why, changes=as_typed(changes))


def moved_tracks(
    scenario: Scenario, began: State, state: State, sees: Sees
) -> list[tuple[Track, int]]:
    """The tracks that moved and by how much, most for their scale first."""
    moved = [
        (track, state[track.id] - began[track.id])
        for track in scenario.tracks
        if sees(track) and state[track.id] != began[track.id]
    ]
    return sorted(moved, key=lambda each: -abs(each[1]) / (each[0].high - each[0].low))


def change_lines(
    scenario: Scenario, began: State, state: State, numbers: bool, sees: Sees
) -> Iterator[str]:
    """The tracks that moved; those after the eighth in one line."""
    said = _("{track}: {reading} ({change})")
    lines = []
    for track, by in moved_tracks(scenario, began, state, sees):
        now = as_typed(reading(track, state[track.id], numbers))
        change = signed(by) if numbers else way_words(track, by)
        lines.append(fill(said, track=as_typed(track.name), reading=now, change=change))
    yield from lines[:MOST_LINES]
    if lines[MOST_LINES:]:
        yield fill(_("Smaller changes: {changes}"), changes=apart(lines[MOST_LINES:]))


def lit_lines(scenario: Scenario, began: State, result: TurnResult) -> Iterator[str]:
    """The flags that are on, those that came on this turn said so; last those that went out."""
    for flag in scenario.flags:
        if flag.id in result.flags:
            said = _("{flag}") if _was_on(flag.id, began) else _("{flag} (since this turn)")
            yield fill(said, flag=as_typed(flag.name))
    for flag in scenario.flags:
        if flag.id not in result.flags and _was_on(flag.id, began):
            yield fill(_("No longer: {flag}"), flag=as_typed(flag.name))


def _was_on(flag: str, began: State) -> bool:
    return bool(began[Prefix.FLAG.of(flag)])


def next_turn_line(scenario: Scenario, turn: int) -> str:
    """When the next turn is."""
    return fill(_("Turn {turn}: {dates}"), turn=turn, dates=dates(scenario, turn))


def clock_lines(scenario: Scenario, state: State, numbers: bool) -> Iterator[str]:
    """Each clock that has not run out, and those that did this turn."""
    for clock in scenario.clocks:
        left = state[Prefix.DAYS_LEFT.of(clock.id)]
        if left > 0 and not numbers:
            day = scenario.first_day(state[TURN]) + timedelta(days=left)
            said = _("{clock}: on {day}")
            yield fill(said, clock=as_typed(clock.name), day=day_words(day))
        elif left > 0:
            said = ngettext("{clock}: {count} day left", "{clock}: {count} days left", left)
            yield fill(said, clock=as_typed(clock.name), count=left)
        elif left + scenario.turn_days > 0:
            yield fill(_("{clock}: fell due this turn"), clock=as_typed(clock.name))
