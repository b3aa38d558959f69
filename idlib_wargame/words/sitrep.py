"""The situation report: what a turn led to, on one page, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from string import Template

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import Card, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.words.figures import dates, listed, signed
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.situation import move_words, reading
from idlib_wargame.words.turn_text import ladder_line

MOST_CHANGES = 8
UNKNOWN = "Nothing that has come to your knowledge."
PLAIN = """# Situation report, turn $turn

*$dates*

$ladder

## What was done

$done

## What has changed

$changed

## Dates ahead

$ahead
"""


def sitrep(
    scenario: Scenario,
    opening: State,
    result: TurnResult,
    *,
    numbers: bool = True,
    cards: Sequence[Card] | None = None,
    sees: Callable[[Track], bool] = lambda track: not track.counter,
    knows: Callable[[str], bool] = lambda name: True,
) -> str:
    """The report of a turn that began at ``opening``, in the pack's template or a plain one.

    For a seat, ``cards`` are those it may read, ``sees`` tells which tracks it may know and
    ``knows`` which other names ("flag.thaw").
    """
    shown = result.cards if cards is None else cards
    words = {
        "turn": str(result.turn),
        "turns": str(result.state["turns"]),
        "dates": dates(scenario, result.turn),
        "ladder": ladder_line(scenario, result, opening["rung"]) + ".",
        "done": _joined(_act_lines(scenario, shown), UNKNOWN),
        "changed": _joined(_change_lines(scenario, opening, result.state, numbers, sees), UNKNOWN),
        "lit": _joined(_lit_lines(scenario, result, knows), "None."),
        "ahead": _joined(_clock_lines(scenario, result.state), "None that is known."),
    }
    return Template(scenario.sitrep or PLAIN).substitute(words).strip() + "\n"


def _joined(lines: Iterator[str], otherwise: str) -> str:
    return "\n".join(lines) or otherwise


def _lit_lines(
    scenario: Scenario, result: TurnResult, knows: Callable[[str], bool]
) -> Iterator[str]:
    for flag in scenario.flags:
        if flag.id in result.flags and knows(f"flag.{flag.id}"):
            yield f"- {flag.name}"


def _act_lines(scenario: Scenario, cards: Sequence[Card]) -> Iterator[str]:
    for card in cards:
        seats = listed([scenario.seat_by_id[seat].name for seat in card.seats])
        final = card.final
        came = band_words(final) if final is not None else "came to nothing"
        yield f"- **{seats}** — {move_words(scenario, card.order.move, card.order.choice)}: {came}."


def _change_lines(
    scenario: Scenario,
    opening: State,
    state: State,
    numbers: bool,
    sees: Callable[[Track], bool],
) -> Iterator[str]:
    """The tracks that moved most for their scale, most first."""
    moved = [
        (track, state[track.id] - opening[track.id])
        for track in scenario.tracks
        if sees(track) and state[track.id] != opening[track.id]
    ]
    moved.sort(key=lambda each: -abs(each[1]) / (each[0].high - each[0].low))
    for track, by in moved[:MOST_CHANGES]:
        amount = f" ({signed(by)})" if numbers else ""
        yield f"- {track.name}: {reading(track, state[track.id], numbers)}{amount}"


def _clock_lines(scenario: Scenario, state: State) -> Iterator[str]:
    for clock in scenario.clocks:
        left = state[f"days_left.{clock.id}"]
        if left > 0:
            yield f"- {clock.name}: {left} days left"
        elif left + scenario.turn_days > 0:
            yield f"- {clock.name}: fell due this turn"
