"""One file against its model: the model's own errors become problems with lines and columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from idlib_wargame.packs.names import ID, Names
from idlib_wargame.packs.nouns import a_noun, noun
from idlib_wargame.packs.problem import Fault, Problem, nearest, quoted
from idlib_wargame.packs.schema.kinds import FAULTS, Row, describe
from idlib_wargame.packs.text.tree import NOTHING, REFUSED, Document, Path
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

Model = TypeVar("Model", bound=Row)
_KEY = "[key]"


def check(
    document: Document, model: type[Model], names: Names
) -> tuple[Model | None, list[Problem]]:
    """The file as its model, or else every problem that the model finds in it."""
    try:
        return model.model_validate(document.data, context=names), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, list(_problems(document, model, details))


def _problems(
    document: Document, model: type[Row], details: list[ErrorDetails]
) -> Iterator[Problem]:
    likely = {
        (*detail["loc"][:-1], _nearest_key(model, detail["loc"]))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    for detail in details:
        # A key that is missing because it is misspelt is one mistake, told at the misspelling.
        if detail["input"] is REFUSED or (detail["type"] == "missing" and detail["loc"] in likely):
            continue
        for path, fault in _faults(model, detail):
            yield document.faulty(path, fault)


def _faults(model: type[Row], detail: ErrorDetails) -> Iterator[tuple[Path, Fault]]:
    path, kind = detail["loc"], detail["type"]
    if kind == "pack":
        on_key = path[-1:] == (_KEY,)
        for fault in detail["ctx"][FAULTS]:
            place = path[:-1] if on_key else path
            yield place, replace(fault, on_key=on_key or fault.on_key)
    elif kind == "missing":
        row = _row_at(model, path[:-1])
        key = quoted(str(path[-1]))
        yield (
            path[:-1],
            Fault(
                fill(_("{row} without {key}"), row=a_noun(row.noun), key=key),
                fill(_("every {noun} to have it"), noun=noun(row.noun)),
            ),
        )
    elif kind == "extra_forbidden":
        yield path, _unknown_key(model, path, detail["input"])
    else:
        yield path, Fault(describe(detail["input"]), _wanted(model, path, kind))


def _unknown_key(model: type[Row], path: Path, value: object) -> Fault:
    key, row = str(path[-1]), _row_at(model, path[:-1])
    near = _nearest_key(model, path)
    if value is NOTHING and not near and not ID.fullmatch(key):
        # In a row between { and } a comma ends the text, and what follows it becomes a key.
        expected = _("quotation marks around text that holds a comma")
        return Fault(fill(_("{key} after a comma"), key=quoted(key)), expected, on_key=True)
    expected = (
        fill(_("a key of {row}"), row=a_noun(row.noun))
        if near
        else fill(_("one of {names}"), names=series([*row.model_fields]))
    )
    return Fault(fill(_("the key {key}"), key=quoted(key)), expected, near, on_key=True)


def _wanted(model: type[Row], path: Path, kind: str) -> str:
    if kind == "tuple_type":
        return _("a list")
    if kind == "dict_type":
        return _("keys and values")
    return fill(_("the keys of {row}"), row=a_noun(_row_at(model, path).noun))


def _nearest_key(model: type[Row], path: Path) -> str:
    return nearest(str(path[-1]).lower(), _row_at(model, path[:-1]).model_fields)


def _row_at(model: type[Row], path: Path) -> type[Row]:
    """The model of the row at a path below a file's model."""
    kind: Any = model
    row = model
    for part in path:
        kind = inside(kind, part)
        if isinstance(kind, type) and issubclass(kind, Row):
            row = kind
    return row


def inside(kind: Any, part: str | int) -> Any:
    """The type of what stands under a key or a place of a type's values; None where unknown."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(str(part))
        return _bare(field.annotation) if field else None
    arguments = [each for each in get_args(kind) if each is not ...]
    return _bare(arguments[-1]) if arguments else None


def _bare(kind: Any) -> Any:
    """The type without its validators and without "or None"."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    arguments = get_args(kind)
    if NoneType in arguments:
        return _bare(next(each for each in arguments if each is not NoneType))
    return kind
