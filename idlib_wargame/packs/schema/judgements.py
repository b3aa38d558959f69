"""The key `judgements` of pack.yaml: when the seats say what they expect, and of what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import AfterValidator, PlainValidator, ValidationInfo

from idlib_wargame.packs.problem import Fault, nearest, quoted
from idlib_wargame.packs.schema.kinds import (
    Grounded,
    Truth,
    describe,
    each_once,
    names_of,
    not_empty,
    refuse,
    whole,
)
from idlib_wargame.rules.pack.judgements import WORDED_TURNS, Judgements
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

ALL = "all"


def read_turn(value: object) -> str:
    """The number of a turn, or a word for one in an exercise of any length; both as text."""
    if isinstance(value, str) and value in WORDED_TURNS:
        return value
    if isinstance(value, str) and value.isalpha():
        near = nearest(value.lower(), WORDED_TURNS)
        expected = fill(_("the number of a turn, or one of {names}"), names=series([*WORDED_TURNS]))
        raise refuse(Fault(quoted(value), expected, near))
    return str(whole(1, 1000)(value))


def read_endings(value: object, info: ValidationInfo) -> tuple[str, ...] | None:
    """Ids of outcomes; None for every one that the pack has."""
    if value == ALL:
        return None
    if not isinstance(value, list):
        raise refuse(Fault(describe(value), _("“all”, or a list of ids of outcomes")))
    names, faults = names_of(info), []
    for at, each in enumerate(value):
        fault = names.check("outcome", each) if isinstance(each, str) else None
        if not isinstance(each, str):
            fault = Fault(describe(each), _("the id of an outcome"))
        elif fault is None and each in value[:at]:
            fault = Fault(fill(_("{each} twice"), each=quoted(each)), _("it once"))
        if fault:
            faults.append(Fault(fault.found, fault.expected, fault.nearest, inside=(at,)))
    if faults:
        raise refuse(*faults)
    return tuple(value)


class JudgementsRow(Grounded):
    """When and what the seats are asked. ``endings`` is None for all of them."""

    noun: ClassVar[str] = "row of judgements"
    turns: Annotated[
        tuple[Annotated[str, PlainValidator(read_turn)], ...],
        AfterValidator(each_once),
        AfterValidator(not_empty),
    ]
    endings: Annotated[tuple[str, ...] | None, PlainValidator(read_endings)] = None
    rung: Truth = True

    def build(self, outcomes: Iterable[str]) -> Judgements:
        """The same, as the rules have it, on a pack with these outcomes."""
        return Judgements(
            turns=tuple(each if each in WORDED_TURNS else int(each) for each in self.turns),
            endings=tuple(outcomes) if self.endings is None else self.endings,
            rung=self.rung,
        )
