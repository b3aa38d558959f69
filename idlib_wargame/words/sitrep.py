"""The situation report: what a turn led to, on one page, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import chain
from string import Template

from idlib_wargame.rules.names import TURN, Prefix
from idlib_wargame.rules.pack.row_names import RowKind, kind_of
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import After, Card, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.words.dates import dates, day_words
from idlib_wargame.words.figures import signed
from idlib_wargame.words.heads import closed_head_line
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart, listed
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.results import moved_nothing
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import move_words, reading
from idlib_wargame.words.turn_text import ladder_line

_MARKUP = re.compile(r"[\\`*_\[\]]")
MOST_LINES = 8


def sitrep(
    scenario: Scenario,
    began: State,
    result: TurnResult,
    *,
    numbers: bool = True,
    sees: Callable[[Track], bool] = lambda track: not track.counter,
    may_miss: Callable[[Card], bool] = lambda card: False,
    head: str = "",
) -> str:
    """The report of a turn that ``began`` so, in the pack's template or a plain one.

    ``head`` is the digest of the entry that closed the turn, for the last line: whoever keeps the
    report can show later that nothing up to there was changed.
    For a seat, ``result`` is cut to what it may know, ``sees`` tells which tracks it may, and
    ``may_miss`` of which orders it may not know all that they moved.
    """
    ladder = ladder_line(scenario, result, began["rung"], numbers)
    words = {
        "turn": str(result.turn),
        "turns": str(result.state["turns"]),
        "dates": dates(scenario, result.turn),
        "ladder": fill(_("{line}."), line=ladder),
        "done": _joined(
            chain(
                _act_lines(scenario, result.cards, may_miss), _agreed_lines(scenario, result.after)
            ),
            _unknown,
        ),
        "changed": _joined(_change_lines(scenario, began, result.state, numbers, sees), _unknown),
        "lit": _joined(_lit_lines(scenario, result), lambda: _("None that is known.")),
        "ahead": _joined(
            _clock_lines(scenario, result.state, numbers), lambda: _("None that is known.")
        ),
    }
    report = Template(scenario.sitrep or _plain()).substitute(words).strip() + "\n"
    return f"{report}\n*{closed_head_line(head, result.turn)}*\n" if head else report


def _plain() -> str:
    """The report of a pack that words none of its own."""
    return _(
        """\
# Situation report, turn $turn

*$dates*

$ladder

## What was done

$done

## What has changed

$changed

## Dates ahead

$ahead
"""
    )


def as_typed(name: str) -> str:
    """A name that Markdown shows letter by letter, whatever signs its author put in it."""
    return _MARKUP.sub(r"\\\g<0>", name).replace("&", "&amp;").replace("<", "&lt;")


def _unknown() -> str:
    return _("Nothing that has come to your knowledge.")


def _joined(lines: Iterator[str], otherwise: Callable[[], str]) -> str:
    """A list in Markdown, or the sentence that stands where there is none."""
    return "\n".join(f"- {line}" for line in lines) or otherwise()


def _lit_lines(scenario: Scenario, result: TurnResult) -> Iterator[str]:
    for flag in scenario.flags:
        if flag.id in result.flags:
            yield as_typed(flag.name)


def _act_lines(
    scenario: Scenario, cards: Sequence[Card], may_miss: Callable[[Card], bool]
) -> Iterator[str]:
    for card in cards:
        seats = listed([as_typed(scenario.seat_by_id[seat].name) for seat in card.seats])
        move = as_typed(move_words(scenario, card.order.move, card.order.choice))
        if card.final is None:
            yield fill(_("**{seats}** — {move}: came to nothing."), seats=seats, move=move)
        else:
            said = _("**{seats}** — {move}: {result}.")
            if moved_nothing(card) and not may_miss(card):
                said = _("**{seats}** — {move}: {result}, but nothing moved.")
            yield fill(said, seats=seats, move=move, result=band_words(card.final))


def _agreed_lines(scenario: Scenario, rows: Sequence[After]) -> Iterator[str]:
    """What came of agreements, each reason once, as far as the reader may know it."""
    found = (row.row for row in rows if kind_of(row.row) == RowKind.CONSEQUENCE)
    for why in dict.fromkeys(why_words(scenario, row) for row in found):
        yield fill(_("By an agreement: {why}."), why=as_typed(why))


def _change_lines(
    scenario: Scenario,
    began: State,
    state: State,
    numbers: bool,
    sees: Callable[[Track], bool],
) -> Iterator[str]:
    """The tracks that moved, most for their scale first; those after the eighth in one line."""
    moved = [
        (track, state[track.id] - began[track.id])
        for track in scenario.tracks
        if sees(track) and state[track.id] != began[track.id]
    ]
    moved.sort(key=lambda each: -abs(each[1]) / (each[0].high - each[0].low))
    said = _("{track}: {reading} ({change})") if numbers else _("{track}: {reading}")
    lines = []
    for track, by in moved:
        now = as_typed(reading(track, state[track.id], numbers))
        lines.append(fill(said, track=as_typed(track.name), reading=now, change=signed(by)))
    yield from lines[:MOST_LINES]
    if lines[MOST_LINES:]:
        yield fill(_("Smaller changes: {changes}"), changes=apart(lines[MOST_LINES:]))


def _clock_lines(scenario: Scenario, state: State, numbers: bool) -> Iterator[str]:
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
