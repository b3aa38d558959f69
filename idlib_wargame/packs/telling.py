"""Problems in the order in which to mend them: causes first, and the same fault told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from idlib_wargame.packs.problem import LATER, Problem

FEW = 3  # times that one fault is told in full, each at its own place


def told_well(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by rank, then by place; what stands in many places is told at the first."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in sorted(set(problems), key=lambda each: (each.rank, each)):
        alike.setdefault((problem.found, problem.expected, problem.nearest), []).append(problem)
    told = []
    for same in alike.values():
        if len(same) > FEW and same[0].rank == LATER:
            told.append(replace(same[0], also=tuple(each.place for each in same[1:])))
        else:
            told.extend(same)
    return tuple(sorted(told, key=lambda each: (each.rank, each)))
