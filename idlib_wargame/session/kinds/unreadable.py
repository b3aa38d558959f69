"""An entry whose body is not as its kind has it: told to control, and passed over."""

from __future__ import annotations

from idlib_wargame.record.entry import Body, Entry, encode
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.kind import EntryKind, only_control
from idlib_wargame.session.kinds.shapes import row, text


def unreadable(entry: Entry, why: str, at: str) -> Entry:
    """What stands in its place where a record is read; the record keeps the entry as it is.

    ``at`` is when it was recorded, as near as that can be told.
    """
    return entry._replace(at=at, kind=UNREADABLE.name, body=Body(encode({"why": why})))


def _line(scenario: Scenario, entry: Entry) -> str:
    why: str = entry.body["why"]
    return why


UNREADABLE = EntryKind(
    name="unreadable",
    shape=row(why=text),
    line=_line,
    audience=only_control,
)
