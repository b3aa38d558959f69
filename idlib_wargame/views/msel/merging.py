"""A list taken in a second time: what is new in it, what was changed, and what stands as it was.

Rows are known again by their number. What was sent stays as people have read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.session.injects_due import sent_in
from idlib_wargame.session.kinds.injects_written import (
    WriteInjects,
    waiting_of,
    waits_words,
)
from idlib_wargame.session.msel import Written
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.msel import plan_of
from idlib_wargame.views.msel.taking_in import RowFault, TakenIn
from idlib_wargame.words.language import _, fill, ngettext

_COMPARED = ("title", "text", "sender", "means", "to", "expected", "objective", "effects")


class Merged(NamedTuple):
    """What taking a list in would come to. ``act`` is None where nothing of it is new.

    ``waits`` counts what is due by then and waits for a hand.
    """

    act: WriteInjects | None
    new: int
    changed: int
    same: int
    faults: tuple[RowFault, ...]
    waits: int = 0


def merged(session: Session, taken: TakenIn, used: int = 0) -> Merged:
    """The rows of a list beside the injects that there are, after so many seconds of a phase."""
    by_code = {each.code: each for each in session.scenario.injects}
    standing = (i for i in session.scenario.injects if i.id not in session.play.dropped)
    by_code |= {each.code: each for each in standing}
    rows: list[Written] = []
    drops: list[str] = []
    faults = list(taken.faults)
    new = same = 0
    for row in taken.rows:
        known = by_code.get(row.code) if row.code else None
        if known is None:
            rows.append(row)
            new += 1
        elif _is_same(session, known, row):
            same += 1
        elif turn := sent_in(session.play, known.id):
            faults.append(RowFault(0, _was_sent(known, turn)))
        else:
            anew = _in_place(session, known, row)
            rows.append(anew)
            if anew.copy_of == known.id and known.id not in session.play.dropped:
                drops.append(known.id)
    act = WriteInjects(tuple(rows), tuple(drops), used) if rows else None
    waits = len(waiting_of(session.referee, session.play, rows, used))
    return Merged(act, new, len(rows) - new, same, tuple(faults), waits)


def _is_same(session: Session, known: Inject, row: Written) -> bool:
    plan = plan_of(session, known)
    is_planned = not row.turn or (row.turn, row.minute) == (plan.turn, plan.minute)
    return is_planned and all(getattr(known, each) == getattr(row, each) for each in _COMPARED)


def _in_place(session: Session, known: Inject, row: Written) -> Written:
    """The row in place of one that was written, or as a copy of one of the pack."""
    written = session.play.msel.written.get(known.id)
    if written is not None:
        return row._replace(id=written.id, copy_of=written.copy_of, repeats=written.repeats)
    waits = not row.turn
    return row._replace(
        copy_of=known.id,
        orders=known.orders,
        waits_as_original=waits,
        optional=known.optional if waits else row.optional,
    )


def _was_sent(known: Inject, turn: int) -> str:
    said = _("{code} was sent in turn {turn} and stays as it was read.")
    return fill(said, code=known.code, turn=turn)


def summary(found: Merged) -> Iterator[str]:
    """What taking it in comes to, in sentences."""
    new = ngettext("{count} new inject.", "{count} new injects.", found.new)
    yield fill(new, count=found.new)
    if found.changed:
        said = ngettext("{count} changed.", "{count} changed.", found.changed)
        yield fill(said, count=found.changed)
    if found.same:
        said = ngettext("{count} is there already.", "{count} are there already.", found.same)
        yield fill(said, count=found.same)
    if found.waits:
        yield waits_words(found.waits)
    if found.faults:
        count = len(found.faults)
        said = ngettext(
            "{count} row cannot be taken, and is named below: it is left out, also as the list is "
            "saved again.",
            "{count} rows cannot be taken, and are named below: they are left out, also as the "
            "list is saved again.",
            count,
        )
        yield fill(said, count=count)


def left_out_words(found: Merged) -> str:
    """How many rows were left out as the rest was taken; "" for none."""
    count = len(found.faults)
    said = ngettext("{count} row was left out.", "{count} rows were left out.", count)
    return fill(said, count=count) if count else ""
