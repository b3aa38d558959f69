"""What the file of a table may say: the models that the registry names, imported when needed."""

from __future__ import annotations

from importlib import import_module

from idlib_wargame.packs import schema
from idlib_wargame.packs.registry import TableEntry
from idlib_wargame.packs.schema.kinds import TableFile


def model_of(table: TableEntry) -> type[TableFile]:
    """The model of a table's file."""
    module, _colon, name = table.model_name.partition(":")
    found: type[TableFile] = getattr(import_module(f"{schema.__name__}.{module}"), name)
    return found
