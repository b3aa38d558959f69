"""Conditions in cells: the grammar is the rules', the names are the pack's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from idlib_wargame.packs.condition_names import check_in_condition
from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import Fault, quoted
from idlib_wargame.packs.schema.condition_hints import NO_CONDITIONS, hinted, mended
from idlib_wargame.packs.schema.kinds import describe, names_of, refuse
from idlib_wargame.packs.schema.lone_terms import completed, lone_terms
from idlib_wargame.packs.schema.plain_english import said_in_english
from idlib_wargame.rules.conditions.condition import ALWAYS, Condition
from idlib_wargame.rules.conditions.parsing import Expected, ExpressionFault, parse
from idlib_wargame.rules.conditions.signs import plain
from idlib_wargame.rules.names import KEYWORDS, LAST_TURN, ORDERED, THIS_TURN, TOTAL, Count
from idlib_wargame.words.language import _, fill, ngettext

LONGEST = 1_000
# A bracket or a "not" is a step down for whoever reads the condition, machine or person.
DEEPEST = 40
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")
_COMPARED_WITH_A_WORD = re.compile(
    r"(?<![\w.])([a-z]\w*)\s*(<=|>=|==|!=|<|>|=|\bis\b)\s*(?=([^\W\d_].*))"
)
_DEPTH = re.compile(r"\(|\bnot\b")
_LONG_NUMBER = re.compile(r"(?<![a-z0-9_.])[0-9]{7,}")


def read_condition(value: object, info: ValidationInfo) -> Condition:
    """A condition whose every name is in the pack."""
    return _read(value, names_of(info))


def read_early_condition(value: object, info: ValidationInfo) -> Condition:
    """A condition read before any order is open, so that it cannot ask about this turn's orders."""
    instead = (
        _("a name that is known before orders are open ('only_if' may ask)")
        if info.field_name == "needs"
        else _("a name that is known before orders are open")
    )
    return _read(value, names_of(info), instead)


def read_late_condition(value: object, info: ValidationInfo) -> Condition:
    """A condition read between turns, when this turn's counts are those of no orders yet."""
    instead = fill(
        _("'{last}.', which is the turn just played, or '{total}.'"), last=LAST_TURN, total=TOTAL
    )
    return _read(value, names_of(info), instead)


def _read(value: object, names: Names, instead: str = "") -> Condition:
    """``instead`` says what to write where this turn's orders cannot be asked about."""
    if not isinstance(value, str) or not value.strip():
        raise refuse(Fault(describe(value), _for_always()))
    too_much = _too_much(value)
    if too_much:
        raise refuse(too_much)
    text = names.in_conditions(plain(value))
    try:
        condition = parse(text)
    except ExpressionFault as fault:
        if not names.ids["track"].isdisjoint(KEYWORDS):
            return ALWAYS  # a track called "not" is told by itself, and may be meant here
        raise refuse(_word_of_a_level(text, names) or _told(fault, names)) from None
    faults = [*_faults_of_names(text, names)]
    level = _word_of_a_level(text, names) if faults else None
    faults = [level] if level else faults or [*lone_terms(text, names)]
    if instead and not faults:
        faults = [*_this_turns_orders(text, instead)]
    if faults:
        raise refuse(*faults)
    return condition


def _told(fault: ExpressionFault, names: Names) -> Fault:
    """What is wrong with a condition's grammar, in words, and how what was meant is written."""
    near = _sound(mended(fault.text), names)
    hint = hinted(fault.text, fault.column)
    if hint:
        return Fault(hint.found, hint.expected, near, offset=hint.column)
    expected = {
        Expected.TOKEN: _("a name, a whole number, a comparison, 'and', 'or', 'not' or a bracket"),
        Expected.TERM: _("a name or a whole number"),
        Expected.BRACKET: "')'",
        Expected.JOIN: _("'and', 'or' or the end"),
    }[fault.expected]
    found = f"'{fault.found}'" if fault.found else _("the end")
    return Fault(found, expected, near, offset=fault.column)


def _word_of_a_level(text: str, names: Names) -> Fault | None:
    """ "trust == wary", where the words of a track's levels stand in place of their numbers."""
    first: Fault | None = None
    for match in reversed([*_COMPARED_WITH_A_WORD.finditer(text)]):
        words = {word.casefold(): number for word, number in names.levels.get(match[1], [])}
        rest = match[3].casefold()
        said = [word for word in words if re.match(rf"{re.escape(word)}(?!\w)", rest)]
        if said:
            word = max(said, key=len)
            found = fill(_("{word} in place of a number"), word=quoted(word))
            first = Fault(found, _("the number of the level"), offset=match.start(3))
            end = match.start(3) + len(word)
            text = f"{text[: match.start(3)]}{words[word]}{text[end:]}"
    text = re.sub(r"(?<![\w.])is(?![\w.])", "==", text)
    return first and replace(first, nearest=_sound(mended(text) or _if_it_parses(text), names))


def _if_it_parses(text: str) -> str:
    try:
        parse(text)
    except ExpressionFault:
        return ""
    return text


def _sound(near: str, names: Names) -> str:
    """A mended condition, if it can be offered: with the pack's names, and nothing alone."""
    if not near or any(_faults_of_names(near, names)):
        return ""
    return completed(near, names) if any(lone_terms(near, names)) else near


def _for_always() -> str:
    return _("a condition such as 'turn >= 2' (for always, leave the key out)")


def _too_much(text: str) -> Fault | None:
    if len(text) > LONGEST:
        return Fault(
            fill(
                ngettext(
                    "a condition of {count} character",
                    "a condition of {count} characters",
                    len(text),
                ),
                count=len(text),
            ),
            fill(_("at most {number}"), number=LONGEST),
        )
    depth = len(_DEPTH.findall(text))
    if depth > DEEPEST:
        return Fault(
            fill(
                ngettext(
                    "a condition with {count} bracket or 'not'",
                    "a condition with {count} brackets and 'not's",
                    depth,
                ),
                count=depth,
            ),
            fill(_("at most {number}"), number=DEEPEST),
        )
    number = _LONG_NUMBER.search(text)
    if number:
        found = fill(_("the number {group}"), group=number.group()[:20])
        return Fault(found, _("a number of at most six digits"), offset=number.start())
    return None


def names_said(value: object, names: Names) -> Iterator[tuple[int, str]]:
    """Where each name of a condition's cell begins, and the name, whether or not it parses."""
    yield from _names(names.in_conditions(plain(value)) if isinstance(value, str) else "")


def _names(text: str) -> Iterator[tuple[int, str]]:
    for match in _NAME.finditer(text):
        if match.group() not in KEYWORDS:
            yield match.start(), match.group()


def _faults_of_names(text: str, names: Names) -> Iterator[Fault]:
    for start, name in _names(text):
        fault = check_in_condition(names, name)
        if fault:
            said = said_in_english(text) if name in NO_CONDITIONS else None
            if said:
                near = "" if said.instead == text else said.instead
                fault = Fault(f"'{name}'", said.expected, _sound(near, names))
            elif name in NO_CONDITIONS:
                fault = Fault(f"'{name}'", _for_always())
            yield replace(fault, offset=start + (fault.offset or 0))


def _this_turns_orders(text: str, instead: str) -> Iterator[Fault]:
    for start, name in _names(text):
        count = Count.from_name(name)
        if count and count.scope in (ORDERED, THIS_TURN):
            yield Fault(f"'{name}'", instead, offset=start)


When = Annotated[Condition, PlainValidator(read_condition)]
EarlyWhen = Annotated[Condition, PlainValidator(read_early_condition)]
LateWhen = Annotated[Condition, PlainValidator(read_late_condition)]
