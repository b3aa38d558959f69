"""The rule book as a seat can read it before it orders, from nothing but what it may know.

What a seat may not know neither closes a move to it nor changes the odds that it is shown. The
order may then be sealed, and lapses if what it needs does not hold when its step begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from idlib_wargame.rules.conditions.compiling import Test, compile_test
from idlib_wargame.rules.conditions.condition import ALWAYS, Condition, names_in
from idlib_wargame.rules.conditions.knowing import could_hold
from idlib_wargame.rules.turn.book import Rule, RuleBook


def known_book(book: RuleBook, known: frozenset[str], index: Mapping[str, int]) -> RuleBook:
    """The book with rules that need nothing, and lean on nothing, but known names."""
    return book.changed(lambda rule: _known_rule(rule, known, index))


def needs_more_than_known(rule: Rule, known: frozenset[str]) -> bool:
    """Whether some of what a rule needs is not for the seat to know, so that it may lapse."""
    read = (rule.move.needs, *([rule.choice.needs] if rule.choice else ()))
    return not all(_reads_known(each, known) for each in read)


def _known_rule(rule: Rule, known: frozenset[str], index: Mapping[str, int]) -> Rule:
    leanings = tuple(each for each in rule.leanings if _reads_known(each.when, known))
    if not needs_more_than_known(rule, known):
        return replace(rule, leanings=leanings)
    move = replace(rule.move, needs=could_hold(rule.move.needs, known))
    choice = rule.choice
    if choice is not None:
        choice = replace(choice, needs=could_hold(choice.needs, known))
    return replace(
        rule,
        move=move,
        choice=choice,
        needs=_test(move.needs, index),
        choice_needs=_test(choice.needs, index) if choice else None,
        leanings=leanings,
    )


def _test(condition: Condition, index: Mapping[str, int]) -> Test | None:
    return None if condition == ALWAYS else compile_test(condition, index)


def _reads_known(condition: Condition, known: frozenset[str]) -> bool:
    return known.issuperset(names_in(condition))
