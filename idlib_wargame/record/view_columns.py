"""Columns that views share: an id beside its name, and numbers in words. All of it is SQL."""

from __future__ import annotations

_BAND_WORDS = (
    "CASE {} WHEN 0 THEN 'backfire' WHEN 1 THEN 'failure' WHEN 2 THEN 'partial'"
    " WHEN 3 THEN 'success' WHEN 4 THEN 'strong success' END"
)


def band_words(band: str) -> str:
    """The word for a band; ``band`` is SQL for its number, 0 to 4."""
    return _BAND_WORDS.format(band)


def name_of(row: str) -> str:
    """The name of a row of the pack; ``row`` is SQL for its text name, as ``'seat.' || seat``.

    A query of its own rather than a join: it cannot double or lose a line of the view.
    """
    return f"(SELECT name FROM names WHERE names.row = {row})"


def id_and_name(kind: str, value: str, column: str) -> str:
    """Two columns: an id, which is the SQL ``value``, and the name of the row of that kind."""
    named = name_of(f"'{kind}.' || {value}")
    return f"{value} AS {column},\n    {named} AS {column}_name"


def cell_name(cell: str) -> str:
    """The name of what a cell of the situation counts: a track, flag, clause, clock, inject…"""
    row = f"replace(replace({cell}, 'days_left.', 'clock.'), 'lit.', 'flag_group.')"
    named = name_of(f"'track.' || {cell}")
    return f"coalesce({named},\n        {name_of(row)})"


def choice(move: str, choice: str) -> str:
    """Two columns: the id of a way of playing a move, and its name."""
    named = name_of(f"'choice.' || {move} || '.' || {choice}")
    return f"{choice} AS choice,\n    {named} AS choice_name"
