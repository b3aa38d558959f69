"""A list made into injects of the session: what each row says, and why one cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effects
from idlib_wargame.session.msel import Cell, Plan, Written
from idlib_wargame.session.play import Play
from idlib_wargame.views.desk.msel import State, state_words
from idlib_wargame.views.msel.addressees import Names, name_key, read_addressees, strangers_in
from idlib_wargame.views.msel.columns import Column
from idlib_wargame.views.msel.effect_cells import read_effects
from idlib_wargame.views.msel.known_words import known_words
from idlib_wargame.views.msel.moments import Moment, day_comes_first, read_moment, read_turn
from idlib_wargame.views.msel.planning import Calendar
from idlib_wargame.views.msel.sheet import Sheet
from idlib_wargame.views.msel.table_text import Line
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed

TITLE_LETTERS = 60  # of a text that has no title, as its title
_SENTENCE = re.compile(r"(?<=[.!?])\s")


class RowFault(NamedTuple):
    """A row that cannot be taken: the line of the file where it begins, and why, in a sentence.

    ``names`` are the addressees that nobody knows, where that is why.
    """

    line: int
    reason: str
    names: tuple[str, ...] = ()


class TakenIn(NamedTuple):
    """The rows as injects without ids, in the list's order, and what could not be taken."""

    rows: tuple[Written, ...]
    faults: tuple[RowFault, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The addressees that nobody knows, each once."""
        return tuple(dict.fromkeys(name for fault in self.faults for name in fault.names))


class _Refused(Exception):
    def __init__(self, reason: str, names: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason, self.names = reason, names


def take_in(
    sheet: Sheet, scenario: Scenario, play: Play, came_from: str, mapped: Names | None = None
) -> TakenIn:
    """Every row of a list as an inject of this session, or what keeps it out.

    ``came_from`` is the name of the file; ``mapped`` are addressees as the facilitator has said
    who they are.
    """
    reader = _Reader(sheet, scenario, play, came_from, mapped or {})
    rows: list[Written] = []
    faults: list[RowFault] = []
    for line in sheet.rows:
        try:
            rows.append(reader.row(line))
        except _Refused as refused:
            said = fill(_("Line {line}: {reason}"), line=line.number, reason=refused.reason)
            faults.append(RowFault(line.number, said, refused.names))
    if sheet.broken:
        said = _(
            "From line {line} on, nothing can be read: a quote is not closed, or it is too long."
        )
        faults.append(RowFault(sheet.broken, fill(said, line=sheet.broken)))
    return TakenIn(tuple(rows), tuple(faults))


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(
        self, sheet: Sheet, scenario: Scenario, play: Play, came_from: str, mapped: Names
    ) -> None:
        self._sheet, self._scenario, self._mapped = sheet, scenario, mapped
        self._came_from = came_from
        cells = [sheet.cell(row, each) for row in sheet.rows for each in (Column.DATE, Column.TIME)]
        self._day_first = day_comes_first(cells)
        moments = (self._moment(row) for row in sheet.rows)
        self._calendar = Calendar.of(scenario, play, (each for each in moments if each))

    def row(self, line: Line) -> Written:
        """The inject of a row. Raises _Refused."""
        state = self._cell(line, Column.STATE)
        if name_key(state) in known_words("dropped") or state == state_words(State.DROPPED):
            raise _Refused(_("It is marked as dropped, so it is left out."))
        title, text = self._cell(line, Column.TITLE), self._cell(line, Column.TEXT)
        if not title and not text:
            raise _Refused(_("It has neither a title nor a text, so there is nothing to send."))
        plan = self._plan(line)
        sends = self._cell(line, Column.SENDS)
        return Written(
            id="",
            code=self._cell(line, Column.NUMBER),
            title=title or _begins(text),
            text=text or title,
            sender=self._cell(line, Column.SENDER),
            means=self._cell(line, Column.MEANS),
            to=self._to(line),
            expected=self._cell(line, Column.EXPECTED),
            objective=self._cell(line, Column.OBJECTIVE),
            responsible=self._cell(line, Column.RESPONSIBLE),
            effects=self._effects(line),
            optional=not plan.turn or _is_by_hand(sends),
            turn=plan.turn,
            minute=plan.minute,
            came_from=self._came_from,
            divided_by=self._sheet.delimiter,
            cells=tuple(self._kept(line)),
        )

    def _cell(self, line: Line, column: Column) -> str:
        return self._sheet.cell(line, column)

    def _kept(self, line: Line) -> Iterator[Cell]:
        """Each cell as it stood, and what stands beyond the headings."""
        headings, columns = self._sheet.headings, self._sheet.columns
        beyond = len("".join(line.cells[len(headings) :]).strip())
        for place in range(len(line.cells) if beyond else len(headings)):
            heading = headings[place] if place < len(headings) else ""
            column = columns.get(place, Column.KEEP)
            text = line.cells[place] if place < len(line.cells) else ""
            yield Cell(heading, text, "" if column is Column.KEEP else column.value)

    def _moment(self, line: Line) -> Moment | None:
        """All that a row says of when, its columns taken together; None where one is no moment."""
        said = (
            read_turn(self._cell(line, Column.TURN)),
            read_moment(self._cell(line, Column.DATE), self._day_first),
            read_moment(self._cell(line, Column.TIME), self._day_first),
        )
        turn, date, time = said
        if turn is None or date is None or time is None:
            return None
        if date.after is not None:  # "1" in a column of days
            date = Moment(day=date.after)
        moment = _together(turn, date, time)
        minute = self._cell(line, Column.MINUTE)
        whole = re.fullmatch(r"(\d{1,3})(?:[.,]0+)?\D{0,8}", minute) if minute else None
        if minute and whole is None:
            return None
        if whole is None or (moment.after is not None and moment.turn is None):
            return moment
        return moment._replace(after=int(whole[1]), minute=None)

    def _plan(self, line: Line) -> Plan:
        moment = self._moment(line)
        if moment is None:
            raise _Refused(fill(self._not_a_moment(), found=self._said_of_when(line)))
        if moment.after is not None and not self._says_when(line):
            return Plan(0, moment.after)  # a minute of whatever turn it comes in
        plan = self._calendar.plan(moment)
        if plan is None:
            raise _Refused(
                fill(
                    self._outside(moment),
                    found=self._said_of_when(line),
                    turns=self._calendar.turns,
                )
            )
        return plan

    def _says_when(self, line: Line) -> bool:
        return any(self._cell(line, each) for each in (Column.TURN, Column.DATE, Column.TIME))

    def _said_of_when(self, line: Line) -> str:
        columns = (Column.TURN, Column.DATE, Column.TIME, Column.MINUTE)
        return " ".join(filter(None, (self._cell(line, each) for each in columns)))

    def _not_a_moment(self) -> str:
        return _(
            "“{found}” does not say when: expected a turn, a date, a time of day or minutes after "
            "the start."
        )

    def _outside(self, moment: Moment) -> str:
        by_time = moment.turn is None and moment.date is None
        if by_time and not self._calendar.turn_minutes:
            return _("“{found}” cannot be placed in a turn, as this exercise plans no minutes.")
        return _("“{found}” lies outside of the exercise, which has turns 1 to {turns}.")

    def _to(self, line: Line) -> tuple[str, ...]:
        found = read_addressees(self._scenario, self._cell(line, Column.TO), self._mapped)
        if isinstance(found, str):
            names = listed([self._scenario.actor_name(actor) for actor in self._scenario.actors])
            said = _("It goes to “{found}”, and there is nobody called so: expected {names}.")
            whom = self._cell(line, Column.TO)
            strangers = strangers_in(self._scenario, whom, self._mapped)
            raise _Refused(fill(said, found=found, names=names), strangers or (found,))
        return found

    def _effects(self, line: Line) -> Effects:
        found = read_effects(self._scenario, self._cell(line, Column.EFFECTS))
        if isinstance(found, str):
            said = _("“{found}” is no effect: expected a track and a change, such as “{example}”.")
            track = self._scenario.tracks[0].name if self._scenario.tracks else _("Trust")
            raise _Refused(fill(said, found=found, example=f"{track} +1"))
        return found


def _is_by_hand(sends: str) -> bool:
    """Whether a cell says that the facilitator sends it."""
    said = name_key(sends)
    return bool(said) and (
        said == name_key(_("Facilitator")) or any(word in said for word in known_words("by_hand"))
    )


def _together(*said: Moment) -> Moment:
    """What the columns of a row say of when: of two that say the same thing, the first."""
    found = Moment()
    for each in reversed(said):
        found = found._replace(**{k: v for k, v in each._asdict().items() if v is not None})
    return found


def _begins(text: str) -> str:
    """The first sentence of a text, or as much of it as a title has room for."""
    first = " ".join(_SENTENCE.split(text.strip(), maxsplit=1)[0].split())
    if len(first) <= TITLE_LETTERS:
        return first
    return f"{first[:TITLE_LETTERS].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
