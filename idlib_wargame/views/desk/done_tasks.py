"""What was just done for a seat stays in its place: the next one must not come under the hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from idlib_wargame.views.desk.control_seats import TaskRow, TaskSection, headings
from idlib_wargame.views.desk.control_tasks import What
from idlib_wargame.words.language import _


def done_words(row: TaskRow) -> str:
    """What stands on the button of a task that was done by it."""
    if row.asked is not None:
        return _("Answered")
    return _("Sealed") if row.what is What.ORDERS else _("Done")


def with_done(
    before: tuple[TaskSection, ...], now: tuple[TaskSection, ...], done: Mapping[str, str]
) -> tuple[TaskSection, ...]:
    """What waits now, and where it stood ``before`` what was ``done``, by its key with its words.

    What waits again, as after an undo, is as any other.
    """
    waiting = {row.key for section in now for row in section.rows}
    was = {section.heading: section.rows for section in before}
    now_by = {section.heading: section.rows for section in now}
    sections = (
        TaskSection(each, tuple(_merged(was.get(each, ()), now_by.get(each, ()), done, waiting)))
        for each in headings()
    )
    return tuple(each for each in sections if each.rows)


def _merged(
    was: tuple[TaskRow, ...],
    now: tuple[TaskRow, ...],
    done: Mapping[str, str],
    waiting: set[str],
) -> Iterator[TaskRow]:
    rows = list(now)
    for place, row in enumerate(was):
        if row.key in done and row.key not in waiting:
            rows.insert(place, row._replace(done=row.done or done[row.key]))
    yield from rows
