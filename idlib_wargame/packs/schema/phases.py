"""The phases of a turn in pack.yaml: known ones, in the one order in which a turn can go."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, PlainValidator

from idlib_wargame.packs.problem import Fault, nearest, quoted
from idlib_wargame.packs.schema.kinds import describe, each_once, refuse
from idlib_wargame.rules.pack.phases import NEEDED_PHASES, PHASES
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


def read_phase(value: object) -> str:
    """One of the phases that the program knows how to play."""
    if isinstance(value, str) and value in PHASES:
        return value
    found = (
        fill(_("phase {value}"), value=quoted(value))
        if isinstance(value, str) and value
        else describe(value)
    )
    near = nearest(value.lower(), PHASES) if isinstance(value, str) else ""
    raise refuse(Fault(found, fill(_("one of {names}"), names=series(PHASES)), near))


def in_order(phases: tuple[str, ...]) -> tuple[str, ...]:
    """Phases that lead from the first to the last; a turn out of order could never end."""
    for at, (before, phase) in enumerate(pairwise(phases), start=1):
        if PHASES.index(phase) < PHASES.index(before):
            found = fill(
                _("phase {phase} after {before}"), phase=quoted(phase), before=quoted(before)
            )
            expected = fill(_("the order {names}"), names=series(PHASES))
            raise refuse(Fault(found, expected, inside=(at,)))
    return phases


def enough(phases: tuple[str, ...]) -> tuple[str, ...]:
    """Phases among which are those that no turn can do without."""
    missing = [phase for phase in NEEDED_PHASES if phase not in phases]
    if missing:
        faults = (
            Fault(fill(_("phases without '{each}'"), each=each), _("every turn to have it"))
            for each in missing
        )
        raise refuse(*faults)
    return phases


Phases = Annotated[
    tuple[Annotated[str, PlainValidator(read_phase)], ...],
    AfterValidator(each_once),
    AfterValidator(in_order),
    AfterValidator(enough),
]
