"""Ids and codes that two rows of a pack share."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.packs.names import id_cells
from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.registry import families
from idlib_wargame.packs.text.spots import Documents, twice


def check_ids_used_twice(documents: Documents) -> Iterator[Problem]:
    """Every id that stands a second time in its family."""
    for table, family in families():
        yield from twice(family.noun, id_cells(documents, table, family))
