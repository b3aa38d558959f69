"""A turn as plain lines of text, for the terminal and for anyone who reads aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After, Card, EffectLine, Ruling, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.words.dates import dates
from idlib_wargame.words.figures import signed
from idlib_wargame.words.language import _, figures, fill
from idlib_wargame.words.lists import listed, series
from idlib_wargame.words.movements import effect_words
from idlib_wargame.words.odds import band_words, odds_detail, odds_word
from idlib_wargame.words.results import lapse_words, result_words, thrown_words
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import fired_words, move_words, reading


def turn_heading(scenario: Scenario, turn: int, turns: int) -> str:
    """ "Turn 3 of 8 · 9–15 Feb 2020"."""
    return fill(
        _("Turn {turn} of {turns} · {dates}"), turn=turn, turns=turns, dates=dates(scenario, turn)
    )


def card_lines(scenario: Scenario, card: Card, odds_set: str = "") -> Iterator[str]:
    """A card: who did what, at what odds, with what result, and why.

    ``odds_set`` tells of odds that people set; then no modifier counted.
    """
    yield fill(
        _("{seats}: {move}"),
        seats=listed([scenario.seat_by_id[seat].name for seat in card.seats]),
        move=move_words(scenario, card.order.move, card.order.choice),
    )
    yield from (f"  {line}" for line in _card_facts(scenario, card, odds_set))


def _card_facts(scenario: Scenario, card: Card, odds_set: str) -> Iterator[str]:
    if card.lapsed:
        yield fill(_("not rolled: {reason}"), reason=lapse_words(scenario, card))
    elif card.band is not None:
        yield throw_words(card)
    if odds_set:
        yield odds_set
    else:
        yield from (fired_words(scenario, fired) for fired in card.fired)
    if card.ruled:
        yield _ruled_words(scenario, card, card.ruled)
    yield from _lost_words(scenario, card)
    yield from (effect_words(scenario, line) for line in card.effects)


def _ruled_words(scenario: Scenario, card: Card, ruling: Ruling) -> str:
    """What the facilitator decided, or the tables agreed on, beside what the table gives."""
    ruled = band_words(ruling.band)
    if ruling.agreed:
        seats = listed([scenario.seat_by_id[seat].name for seat in ruling.agreed])
        return fill(_("agreed by the tables of {seats}: {result}"), seats=seats, result=ruled)
    if ruling.is_withheld:
        return fill(_("result given by the facilitator: {result}"), result=ruled)
    if ruling.effects is not None and card.band == ruling.band:
        said = _("ruled {result} with other effects: {reason}")
        return fill(said, result=ruled, reason=ruling.why)
    if card.band is None:
        return fill(_("ruled {result}: {reason}"), result=ruled, reason=ruling.why)
    said = _("ruled {ruling} where the table gives {result}: {reason}")
    return fill(said, ruling=ruled, result=band_words(card.band), reason=ruling.why)


def _lost_words(scenario: Scenario, card: Card) -> Iterator[str]:
    """What an order lost to the other side, and to what it fell by that."""
    for contest in card.contests:
        why = why_words(scenario, contest).rstrip(".")
        if card.band is None or card.ruled:
            yield why
        else:
            yield fill(_("{why}: {result}"), why=why, result=band_words(card.band))


def throw_words(card: Card) -> str:
    """What the dice gave: "Likely (7+ on two dice, 58%); dice 4 + 2 = 6: partial, short by 1"."""
    places: dict[str, object] = {"odds": odds_word(card.need), "detail": odds_detail(card)}
    if card.dice is None:
        places["result"] = result_words(card)
        return fill(_("{odds} ({detail}); no dice: {result}"), **places)
    places["result"] = thrown_words(card)
    first, second = card.dice
    throw = figures(f"{first} + {second} = {first + second}")
    return fill(_("{odds} ({detail}); dice {throw}: {result}"), **places, throw=throw)


def inject_lines(scenario: Scenario, title: str, effects: Sequence[EffectLine]) -> Iterator[str]:
    """An inject that was sent: its title, and line by line what it did."""
    yield fill(_("Inject: {title}"), title=title)
    yield from (f"  {effect_words(scenario, line)}" for line in effects)


def after_lines(scenario: Scenario, rows: tuple[After, ...]) -> Iterator[str]:
    """What followed by itself, and why; rows that only keep counts are left out."""
    for row in rows:
        if row.effects and all(_is_counter(scenario, line.track) for line in row.effects):
            continue
        places: dict[str, object] = {
            "why": why_words(scenario, row.row),
            "changes": series([effect_words(scenario, line) for line in row.effects])
            or _("no effect"),
        }
        if not row.dice:
            yield fill(_("{why}: {changes}"), **places)
            continue
        first, second = row.dice
        said = _("{why} (dice {throw}, needed {target}): {changes}")
        throw = figures(f"{first} + {second}")
        yield fill(said, **places, throw=throw, target=row.target)


def _is_counter(scenario: Scenario, track: str) -> bool:
    row = scenario.track_by_id.get(track)
    return row is not None and row.counter


def change_lines(scenario: Scenario, before: State, after: State) -> Iterator[str]:
    """Every track that moved, as it reads now."""
    for track in scenario.tracks:
        moved = after[track.id] - before[track.id]
        if moved and not track.counter:
            yield fill(
                _("{track}: {reading} ({change})"),
                track=track.name,
                reading=reading(track, after[track.id]),
                change=signed(moved),
            )


def ladder_line(scenario: Scenario, result: TurnResult, before: int, numbers: bool = True) -> str:
    """Where the ladder stands, and whether it rose or fell; without a full stop."""
    rung = scenario.rung_by_number[result.rung]
    moved = result.rung - before
    said = _ladder_in_numbers(moved) if numbers else _ladder_in_words(moved)
    return fill(said, number=rung.number, rung=rung.name, steps=abs(moved))


def _ladder_in_numbers(moved: int) -> str:
    if moved > 0:
        return _("Situation ladder: level {number}, “{rung}” (up {steps})")
    if moved < 0:
        return _("Situation ladder: level {number}, “{rung}” (down {steps})")
    return _("Situation ladder: level {number}, “{rung}” (unchanged)")


def _ladder_in_words(moved: int) -> str:
    if moved > 0:
        return _("Situation ladder: “{rung}” (up)")
    return (
        _("Situation ladder: “{rung}” (down)")
        if moved < 0
        else _("Situation ladder: “{rung}” (unchanged)")
    )
