"""Names in conditions: each by its own way of writing it, from what the pack has."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.packs.names import KINDS, Names
from idlib_wargame.packs.nouns import noun
from idlib_wargame.packs.problem import Fault, nearest, quoted
from idlib_wargame.packs.registry import families
from idlib_wargame.rules.names import (
    ALONE,
    BARGAINED,
    IN_TURN,
    LAST_TURN,
    ORDERED,
    RESULTS,
    SCOPES,
    Prefix,
)
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

# The kinds whose ids conditions write after a dot, by the word before it.
DOTTED = {
    prefix.value: family.noun
    for prefix in Prefix
    for _table, family in families()
    if family.prefix is prefix
}
# Every kind whose ids may stand after some word, with that word, for who left it out.
_BEFORE = (*DOTTED.items(), (str(Prefix.AGREEMENT), "template"))
AGREEMENTS = "agreements.yaml"  # without which nothing can be agreed


def check_in_condition(names: Names, name: str) -> Fault | None:
    """What is wrong with a name in a condition; the offset is within the name."""
    head, *rest = name.split(".")
    if not rest:
        return _check_alone(names, name)
    if head in SCOPES:
        return _check_count(names, head, rest)
    if head in DOTTED:
        return _check_dotted(names, head, rest)
    if head in BARGAINED:
        return _check_bargained(names, Prefix(head), rest)
    agreed = map(str, BARGAINED) if _may_agree(names) else ()
    heads = (*DOTTED, *agreed, *SCOPES)
    near = nearest(head, heads)
    expected = fill(_("one of {names}"), names=series([f"'{each}.'" for each in heads]))
    return Fault(
        fill(_("the name {name}"), name=quoted(name)),
        expected,
        near and f"{near}.{'.'.join(rest)}",
    )


def _may_agree(names: Names) -> bool:
    return AGREEMENTS in names.files or AGREEMENTS in names.lacking


def _check_alone(names: Names, name: str) -> Fault | None:
    if name in ALONE or names.knows("track", name):
        return None
    for head, kind in (*_BEFORE, (LAST_TURN, "tag"), (LAST_TURN, "move")):
        if name in names.ids[kind]:
            expected = fill(_("a track, or the {kind} with a word before it"), kind=noun(kind))
            return Fault(
                fill(_("the {kind} {name} alone"), kind=noun(kind), name=quoted(name)),
                expected,
                f"{head}.{name}",
            )
    near = nearest(name, (*names.ids["track"], *ALONE))
    found = fill(_("track {name}"), name=quoted(name))
    return Fault(found, KINDS["track"](), near, unknown=name)


def _check_dotted(names: Names, head: str, rest: list[str]) -> Fault | None:
    if len(rest) > 1:
        return _nothing_more(rest[1:], len(head) + 1 + len(rest[0]))
    fault = names.check(DOTTED[head], rest[0])
    return _shifted(fault and (_of_another_kind(names, head, rest[0]) or fault), len(head) + 1)


def _check_bargained(names: Names, head: Prefix, rest: list[str]) -> Fault | None:
    """What agreements come to: between two actors, by a template, an actor or in a turn."""
    if not _may_agree(names):
        expected = fill(
            _("'{file}' in the pack, as without it nobody can agree on anything"),
            file=AGREEMENTS,
        )
        return Fault(quoted(head.of(".".join(rest))), expected)
    at = len(head) + 1
    if head in (Prefix.AGREEMENT, Prefix.VAGUE):
        return _check_two(names, head, rest, at)
    if len(rest) > 1:
        return _nothing_more(rest[1:], at + len(rest[0]))
    return None if rest[0] == IN_TURN else _check_actor(names, head, rest[0], at)


def _check_actor(names: Names, head: Prefix, word: str, at: int) -> Fault | None:
    """An actor, where "turn" may stand as well."""
    fault = names.check("seat", word)
    if fault is None:
        return None
    near = nearest(word, (*names.ids["seat"], IN_TURN))
    expected = fill(_("the id of a seat, or '{name}'"), name=head.of(IN_TURN))
    other = _of_another_kind(names, head, word)
    return replace(other or Fault(fault.found, expected, near), offset=at)


def _check_two(names: Names, head: Prefix, rest: list[str], at: int) -> Fault | None:
    """Two actors that differ; of an agreement, one template does as well."""
    if len(rest) == 1:
        return _check_one(names, head, rest[0], at)
    for word in rest[:2]:
        fault = names.check("seat", word)
        if fault:
            return replace(fault, offset=at)
        at += len(word) + 1
    if rest[0] == rest[1]:
        found = fill(_("{each} twice"), each=quoted(rest[0]))
        return Fault(found, _("two seats that differ"), offset=at - len(rest[1]) - 1)
    return _nothing_more(rest[2:], at - 1) if len(rest) > 2 else None


def _check_one(names: Names, head: Prefix, word: str, at: int) -> Fault | None:
    if head is Prefix.AGREEMENT and names.knows("template", word):
        return None
    if word in names.ids["seat"] or head is Prefix.VAGUE:
        expected = fill(
            _("two seats after it, as in '{name}'"), name=head.of("one_seat.another_seat")
        )
        return Fault(quoted(head.of(word)), expected)
    fault = names.check("template", word)
    assert fault is not None
    return replace(_of_another_kind(names, head, word) or fault, offset=at)


def _of_another_kind(names: Names, head: str, word: str) -> Fault | None:
    """What is wrong with "last.trust", where trust is a track: the word before it."""
    kinds = [*((kind, f"{before}.{word}") for before, kind in _BEFORE), ("track", word)]
    for kind, near in kinds:
        if word in names.ids[kind]:
            found = fill(_("{kind} {word}"), kind=noun(kind), word=quoted(word))
            expected = fill(_("what may stand after '{word}.'"), word=head)
            return Fault(found, expected, near)
    return None


def _check_count(names: Names, head: str, rest: list[str]) -> Fault | None:
    """``what`` then perhaps a seat, then perhaps a result."""
    fault = names.check_tag_or_move(rest[0])
    if fault:
        return _shifted(_of_another_kind(names, head, rest[0]) or fault, len(head) + 1)
    at = len(head) + 1 + len(rest[0]) + 1
    more = rest[1:]
    if more and more[0] not in RESULTS:
        fault = names.check("seat", more[0])
        if fault:
            near = nearest(more[0], (*names.ids["seat"], *RESULTS))
            expected = fill(_("the id of a seat, {result}"), result=_a_result())
            return Fault(
                fill(_("seat or result {more}"), more=quoted(more[0])),
                expected,
                near,
                offset=at,
            )
        at += len(more.pop(0)) + 1
    if not more:
        return None
    if head == ORDERED:
        expected = fill(
            _("'{ordered}.' without a result, as no order has one yet"), ordered=ORDERED
        )
        return Fault(quoted(more[0]), expected, offset=at)
    if more[0] not in RESULTS:
        near = nearest(more[0], RESULTS)
        return Fault(fill(_("result {more}"), more=quoted(more[0])), _a_result(), near, offset=at)
    if len(more) > 1:
        at += len(more[0]) + 1
        return Fault(quoted(more[1]), _("nothing more"), offset=at)
    return None


def _a_result() -> str:
    one, other = map(quoted, RESULTS)
    return fill(_("{one} or {other}"), one=one, other=other)


def _nothing_more(rest: list[str], at: int) -> Fault:
    return Fault(quoted("." + ".".join(rest)), _("nothing more"), offset=at)


def _shifted(fault: Fault | None, by: int) -> Fault | None:
    return fault and replace(fault, offset=by)
