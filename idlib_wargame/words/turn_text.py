"""A turn as plain lines of text, for the terminal and for anyone who reads aloud."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After, Card, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.words.figures import dates, listed, signed
from idlib_wargame.words.odds import band_words, odds_detail, odds_word
from idlib_wargame.words.results import lapse_words
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import effect_words, fired_words, move_words, reading


def turn_heading(scenario: Scenario, turn: int, turns: int) -> str:
    """ "Turn 3 of 8 · 9–15 Feb 2020"."""
    return f"Turn {turn} of {turns} · {dates(scenario, turn)}"


def card_lines(scenario: Scenario, card: Card) -> Iterator[str]:
    """A card: who did what, at what odds, with what result, and why."""
    seats = listed([scenario.seat_by_id[seat].name for seat in card.seats])
    yield f"{seats}: {move_words(scenario, card.order.move, card.order.choice)}"
    if card.lapsed:
        yield f"  not rolled: {lapse_words(scenario, card)}"
        return
    yield f"  {result_words(card)}"
    yield from (f"  {fired_words(scenario, fired)}" for fired in card.fired)
    if card.ruled and card.band is not None:
        yield f"  ruled otherwise (the table gives {band_words(card.band)}): {card.ruled.why}"
    yield from (f"  {why_words(scenario, contest)}" for contest in card.contests)
    yield from (f"  {effect_words(scenario, line)}" for line in card.effects)


def result_words(card: Card) -> str:
    """ "Likely (7+ on two dice, 58%); dice 4 + 2 = 6: partial, short by 1"."""
    final = card.final
    band = band_words(final) if final is not None else "not rolled"
    odds = f"{odds_word(card.need)} ({odds_detail(card)})"
    if card.dice is None:
        return f"{odds}; no dice: {band}"
    first, second = card.dice
    margin = sum(card.dice) - card.need
    by = f"by {margin}" if margin > 0 else f"short by {-margin}" if margin < 0 else "exactly"
    return f"{odds}; dice {first} + {second} = {first + second}: {band}, {by}"


def after_lines(scenario: Scenario, rows: tuple[After, ...]) -> Iterator[str]:
    """What followed by itself, and why; rows that only keep counts are left out."""
    for row in rows:
        if row.effects and all(_is_counter(scenario, line.track) for line in row.effects):
            continue
        thrown = ""
        if row.dice:
            thrown = f" (dice {row.dice[0]} + {row.dice[1]}, needed {row.target})"
        changes = ", ".join(effect_words(scenario, line) for line in row.effects)
        yield f"{why_words(scenario, row.row)}{thrown}: {changes or 'no effect'}"


def _is_counter(scenario: Scenario, track: str) -> bool:
    row = scenario.track_by_id.get(track)
    return row is not None and row.counter


def change_lines(scenario: Scenario, before: State, after: State) -> Iterator[str]:
    """Every track that moved, as it reads now."""
    for track in scenario.tracks:
        moved = after[track.id] - before[track.id]
        if moved and not track.counter:
            yield f"{track.name}: {reading(track, after[track.id])} ({signed(moved)})"


def ladder_line(scenario: Scenario, result: TurnResult, before: int) -> str:
    """Where the ladder stands, and whether it rose or fell."""
    rung = scenario.rung_by_number[result.rung]
    moved = result.rung - before
    way = "up" if moved > 0 else "down"
    change = f" ({way} {abs(moved)})" if moved else " (unchanged)"
    return f"Situation ladder: rung {rung.number}, “{rung.name}”{change}"
