"""A list of injects given out as a file: as it was taken in, or with the columns people expect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.msel import Plan, Written
from idlib_wargame.views.msel.addressees import addressees_cell
from idlib_wargame.views.msel.columns import Column, folded, heading_of
from idlib_wargame.views.msel.effect_cells import effects_cell
from idlib_wargame.views.msel.moments import read_moment
from idlib_wargame.views.msel.table_text import bytes_of
from idlib_wargame.words.language import _, fill

_ORDER = (
    Column.NUMBER, Column.TURN, Column.DATE, Column.TIME, Column.MINUTE, Column.TITLE, Column.TEXT,
    Column.SENDER, Column.TO, Column.MEANS, Column.EFFECTS, Column.EXPECTED, Column.OBJECTIVE,
    Column.RESPONSIBLE, Column.SENDS, Column.STATE,
)  # fmt: skip
# What of an inject a column tells.
_TELLS: Mapping[Column, tuple[str, ...]] = {
    Column.NUMBER: ("code",),
    Column.TURN: ("turn",),
    Column.DATE: ("turn",),
    Column.TIME: ("turn", "minute"),
    Column.MINUTE: ("minute",),
    Column.SENDS: ("optional",),
    **{
        column: (column.value,)
        for column in _ORDER
        if column.value in Written._fields and column.value not in ("turn", "minute")
    },
}


class Listed(NamedTuple):
    """An inject as a list tells it: when it is planned, how it stands in a word, and who wrote it.

    ``plan`` has turn 0 where no turn is planned; ``waits`` says then what it waits for.
    """

    inject: Inject
    plan: Plan
    state: str
    waits: str = ""
    written: Written | None = None
    replanned: bool = False


def whole_list(scenario: Scenario, rows: Iterable[Listed], delimiter: str = ",") -> bytes:
    """Every inject with the columns of a list of events; what came with a row stays with it.

    Its cells are divided as in the list that was taken in last, else by ``delimiter``.
    """
    rows = tuple(rows)
    came = [row.written.divided_by for row in rows if row.written and row.written.cells]
    delimiter = came[-1] if came else delimiter
    columns = [each for each in _ORDER if each is not Column.TIME or _says_a_time(rows)]
    kept = _kept_headings(rows)
    waits = _("Condition")
    head = [*(heading_of(each) for each in columns), waits, *kept]
    body = [
        [
            *(_cell(scenario, row, each) for each in columns),
            row.waits,
            *(_kept_cell(row, heading) for heading in kept),
        ]
        for row in rows
    ]
    return bytes_of([head, *body], delimiter)


def list_as_taken(scenario: Scenario, rows: Iterable[Listed], came_from: str) -> bytes:
    """The rows that came from that file, as they stood there but for what was changed since."""
    own = [
        (row, row.written)
        for row in rows
        if row.written is not None and row.written.came_from == came_from and row.written.cells
    ]
    if not own:
        return b""
    widest = max((written for _row, written in own), key=lambda written: len(written.cells))
    head = [cell.heading for cell in widest.cells]
    body = [list(_as_taken(scenario, row, written)) for row, written in own]
    return bytes_of([head, *body] if any(head) else body, widest.divided_by)


def _as_taken(scenario: Scenario, row: Listed, written: Written) -> Iterator[str]:
    changed = {*written.changed, *(("turn", "minute") if row.replanned else ())}
    for cell in written.cells:
        column = Column(cell.column) if cell.column else None
        if column is None or not changed.intersection(_TELLS.get(column, ())):
            yield cell.text
        elif column is Column.TIME:
            yield _when_cell(written, row.plan)
        else:
            yield _said(scenario, row, column)


def _when_cell(written: Written, plan: Plan) -> str:
    """When it is planned, in a list that has no column of its own for the turn."""
    if not plan.turn or any(cell.column == Column.TURN.value for cell in written.cells):
        return ""
    return fill(_("Turn {turn}"), turn=plan.turn)


def _cell(scenario: Scenario, row: Listed, column: Column) -> str:
    """What a row says in a column, as it came where that was not changed since."""
    if column in (Column.TIME, Column.DATE):
        stays = row.written is not None and not row.replanned and "turn" not in row.written.changed
        came = row.written.cells if row.written is not None and stays else ()
        texts = {cell.column: cell.text for cell in came if cell.column}
        if column.value in texts:
            return texts[column.value]
        moment = read_moment(texts.get(Column.TIME.value, ""))
        if column is Column.TIME or (moment is not None and moment.date is not None):
            return ""  # its date stands with its time
    return _said(scenario, row, column)


def _said(scenario: Scenario, row: Listed, column: Column) -> str:
    inject, plan = row.inject, row.plan
    match column:
        case Column.NUMBER:
            return inject.code
        case Column.TURN:
            return str(plan.turn) if plan.turn else ""
        case Column.DATE:
            return scenario.first_day(plan.turn).isoformat() if plan.turn else ""
        case Column.MINUTE:
            return str(plan.minute) if plan.minute else ""
        case Column.TO:
            return addressees_cell(scenario, inject.to)
        case Column.EFFECTS:
            return effects_cell(scenario, inject.effects)
        case Column.RESPONSIBLE:
            return row.written.responsible if row.written else ""
        case Column.SENDS:
            return _("Facilitator") if inject.optional else _("By itself")
        case Column.STATE:
            return row.state
    return str(getattr(inject, column.value))


def _says_a_time(rows: Sequence[Listed]) -> bool:
    return any(_cell_of(row, Column.TIME.value) for row in rows)


def _cell_of(row: Listed, column: str) -> bool:
    return any(cell.column == column for cell in (row.written.cells if row.written else ()))


def _kept_headings(rows: Sequence[Listed]) -> list[str]:
    """The headings of what was only kept, each once, that are not ours too."""
    ours = {folded(heading_of(each)) for each in _ORDER} | {folded(_("Condition"))}
    kept = (
        cell.heading
        for row in rows
        for cell in (row.written.cells if row.written else ())
        if not cell.column and folded(cell.heading) and folded(cell.heading) not in ours
    )
    return list(dict.fromkeys(kept))


def _kept_cell(row: Listed, heading: str) -> str:
    cells = row.written.cells if row.written else ()
    return next((cell.text for cell in cells if not cell.column and cell.heading == heading), "")
