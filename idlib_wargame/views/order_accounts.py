"""The accounts of an order's numbers: its odds, what it moved, and what a turn's orders weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, EffectLine, Fired, TurnResult
from idlib_wargame.views.account import Account, Change, Row, Standing
from idlib_wargame.views.odds_told import OddsTold
from idlib_wargame.views.trails import Trail
from idlib_wargame.words.accounts import (
    after_it_words,
    all_modifiers_words,
    asked_words,
    before_it_words,
    by_the_tables_words,
    change_reads,
    each_turn_anew_words,
    for_or_against_words,
    from_there_words,
    held_by_words,
    held_to_most_words,
    less_modifiers_words,
    needed_words,
    no_modifier_words,
    none_yet_words,
    own_target_words,
    target_reads,
    turn_in_all_words,
    value_reads,
)
from idlib_wargame.words.changes import order_moved_words
from idlib_wargame.words.figures import signed
from idlib_wargame.words.language import _
from idlib_wargame.words.movements import cut_words
from idlib_wargame.words.odds import odds_word
from idlib_wargame.words.results import hostility_words, modifier_words
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import cell_name


class Shifted(Protocol):
    """Anything that has odds: an order before it is opened, or its card."""

    @property
    def target(self) -> int:
        """What the move needs by itself."""

    @property
    def fired(self) -> tuple[Fired, ...]:
        """The modifiers that count."""

    @property
    def shift(self) -> int:
        """Their sum, held to the most that it may be."""

    @property
    def need(self) -> int:
        """The target less the shift, or what people set."""


class Weights(NamedTuple):
    """What a turn's orders weigh on the two measures of the chart."""

    severity: Account
    goldstein: Account


def odds_accounts(
    scenario: Scenario,
    odds: Shifted,
    numbers: bool = True,
    sources: bool = False,
    told: OddsTold | None = None,
) -> tuple[Account, ...]:
    """What all modifiers come to, and what two dice must then; in words alone the one with both.

    Where people set the odds, ``told`` says who: of the tables the reader is told by that or not.
    """
    if told is not None and not told.tables:
        return (_odds_set(told, odds.need, numbers),)
    if not numbers:
        return (_odds_in_words(scenario, odds, told),)
    rows: list[Row] = [
        Standing(own_target_words(), target_reads(odds.target), odds.target),
        Change(less_modifiers_words(), signed(-odds.shift), -odds.shift)
        if odds.shift
        else Change(no_modifier_words(bool(odds.fired)), "", 0),
    ]
    need = odds.target - odds.shift
    if told is not None:
        rows.append(Standing(by_the_tables_words(), target_reads(need, with_odds=True), need))
        rows.append(Change(told.who, signed(odds.need - need), odds.need - need))
        need = odds.need
    rows.append(Standing(needed_words(), target_reads(need, with_odds=True), need))
    needed = Account(needed_words(), tuple(rows))
    return (_modifiers(scenario, odds, sources), needed) if odds.fired else (needed,)


def _odds_set(told: OddsTold, need: int, numbers: bool) -> Account:
    """All that whoever is not to know the tables' is told of odds that people set."""
    if numbers:
        reads = target_reads(need, with_odds=True)
        return Account(needed_words(), (Standing(told.who, reads, need),))
    return Account(_("The odds"), (Standing(told.who, odds_word(need), need),))


def _modifiers(scenario: Scenario, odds: Shifted, sources: bool) -> Account:
    rows: list[Row] = [Standing(none_yet_words(), signed(0), 0)]
    for row, shift in odds.fired:
        why = modifier_words(scenario, row) if sources else why_words(scenario, row)
        rows.append(Change(why, signed(shift), shift))
    over = odds.shift - sum(shift for _row, shift in odds.fired)
    if over:
        rows.append(Change(held_to_most_words(), signed(over), over))
    rows.append(Standing(all_modifiers_words(), signed(odds.shift), odds.shift))
    return Account(all_modifiers_words(), tuple(rows))


def _odds_in_words(scenario: Scenario, odds: Shifted, told: OddsTold | None) -> Account:
    rows: list[Row] = [Standing(own_target_words(), odds_word(odds.target), odds.target)]
    for row, shift in odds.fired:
        rows.append(Change(why_words(scenario, row), for_or_against_words(shift), -shift))
    over = sum(shift for _row, shift in odds.fired) - odds.shift
    if over:
        rows.append(Change(held_to_most_words(numbers=False), "", over))
    if not odds.fired:
        rows.append(Change(no_modifier_words(False), "", 0))
    if told is not None:
        tables = odds.target - odds.shift
        rows.append(Standing(by_the_tables_words(), odds_word(tables), tables))
        rows.append(Change(told.who, "", odds.need - tables))
    rows.append(Standing(_("All told"), odds_word(odds.need), odds.need))
    return Account(_("The odds"), tuple(rows))


def effect_accounts(
    scenario: Scenario,
    effects: Sequence[EffectLine],
    trail: Sequence[Trail] | None = None,
    numbers: bool = True,
) -> tuple[Account, ...]:
    """Of each track that something was to move: what it asked for, what cut that, what came of it.

    Without a ``trail``, or where the reader does not know where the track stood, it is told from
    there.
    """
    placed = {each.track: each for each in trail or () if each.is_placed}
    by_track: dict[str, list[EffectLine]] = {}
    for line in effects:
        by_track.setdefault(line.track, []).append(line)
    return tuple(
        _effect(scenario, name, lines, placed.get(name), numbers)
        for name, lines in by_track.items()
    )


def _effect(
    scenario: Scenario,
    name: str,
    lines: Sequence[EffectLine],
    trail: Trail | None,
    numbers: bool,
) -> Account:
    moved = sum(line.through for line in lines)
    before = Standing(from_there_words(), "", 0)
    after = Standing(after_it_words(), change_reads(scenario, name, moved, numbers), moved)
    if trail is not None:
        was, now = (value_reads(scenario, name, v, numbers) for v in (trail.before, trail.after))
        before = Standing(before_it_words(), was, trail.before)
        after = Standing(after_it_words(), now, trail.after)
    changes = (row for line in lines for row in _asked(scenario, line, numbers))
    return Account(cell_name(scenario, name), (before, *changes, after))


def _asked(scenario: Scenario, line: EffectLine, numbers: bool) -> Iterator[Change]:
    why = why_words(scenario, line.source) if line.source else asked_words()
    asked = line.asked if line.cut else line.through
    yield Change(why, change_reads(scenario, line.track, asked, numbers), asked)
    if line.cut:
        held, cut = line.through - asked, held_by_words(cut_words(scenario, line, numbers))
        yield Change(cut, change_reads(scenario, line.track, held, numbers), held)


def weights(scenario: Scenario, result: TurnResult) -> Weights:
    """Severity, and hostility in hundredths (Goldstein turned: more is worse), order by order."""
    rolled = [card for card in result.cards if card.final is not None]
    severity = [(card, card.severity, signed(card.severity)) for card in rolled]
    flow = [(card, -card.goldstein, hostility_words(card.goldstein)) for card in rolled]
    total, flowed = sum(result.severity.values()), sum(result.goldstein.values())
    return Weights(
        _weighed(scenario, _("Severity"), result.turn, severity, (total, signed(total))),
        _weighed(scenario, _("Hostility"), result.turn, flow, (-flowed, hostility_words(flowed))),
    )


def _weighed(
    scenario: Scenario,
    name: str,
    turn: int,
    shares: Sequence[tuple[Card, int, str]],
    total: tuple[int, str],
) -> Account:
    changes = [
        Change(order_moved_words(scenario, card), reads, by) for card, by, reads in shares if by
    ]
    by, reads = total
    first = Standing(each_turn_anew_words(), signed(0), 0)
    return Account(name, (first, *changes, Standing(turn_in_all_words(turn), reads, by)))
