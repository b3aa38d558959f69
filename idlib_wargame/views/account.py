"""The account of a number: what it was, each change with its reason, and what that comes to.

An account is read off the lines that the rules wrote as they moved the number, and is a list that
adds up: what a number was, and the changes after it, come to what it was next. Where a reader may
not know of every change, the rest stands in one line, and only as the sum of all of it: they see
the number before and after, so that the line tells them nothing, and not of how many it is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from idlib_wargame.rules.names import RUNG, Prefix, parted
from idlib_wargame.rules.pack.course import Flag
from idlib_wargame.rules.pack.row_names import HIDDEN
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import After, Card, EffectLine
from idlib_wargame.rules.state import State
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.letters import Message
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.desk.inject_rows import is_private
from idlib_wargame.views.messages import sender_words
from idlib_wargame.views.trails import in_order
from idlib_wargame.words.accounts import (
    began_words,
    change_reads,
    detail_words,
    left_words,
    not_recorded,
    nothing_moved_it,
    now_words,
    opened_words,
    read_off_detail,
    read_off_words,
    value_reads,
)
from idlib_wargame.words.changes import (
    agreed_moved_words,
    message_moved_words,
    order_moved_words,
    private_moved_words,
    unknown_moved_words,
)
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.quoting import ended
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import cell_name


class Standing(NamedTuple):
    """What a number was at a moment: "As turn 3 began", "strained · 4 of 10"."""

    when: str
    reads: str
    value: int

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        said = _("{when}: {reads}") if self.reads else _("{when}.")
        return fill(said, when=self.when, reads=self.reads)


class Change(NamedTuple):
    """What moved it, and how far: "Astra: Send patrols", "+1".

    ``detail`` says what made that more or less than was asked for; empty where nothing did.
    """

    why: str
    reads: str
    by: int
    detail: str = ""

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        places = {"why": self.why, "reads": self.reads, "detail": self.detail}
        if not self.reads:
            return ended(self.why)
        if self.detail:
            return fill(_("{why}: {reads} ({detail})"), **places)
        return fill(_("{why}: {reads}"), **places)


Row = Standing | Change


class Account(NamedTuple):
    """``rows`` begin and end with a standing; each is the one before with the changes between.

    ``opened`` is the place of the row that tells how the number stood as orders were opened.
    """

    name: str
    rows: tuple[Row, ...]
    opened: int = 0

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that moved it, first to last."""
        return tuple(row for row in self.rows if isinstance(row, Change) and row.by)

    @property
    def since_opened(self) -> tuple[Change, ...]:
        """What moved it since orders were opened."""
        return self._replace(rows=self.rows[self.opened :]).changes

    @property
    def spoken(self) -> str:
        """The account as lines, for a screen reader."""
        return "\n".join(row.spoken for row in self.rows)


class _Span(NamedTuple):
    """What moved numbers until a moment; ``state`` is how things stood then."""

    until: str
    state: State
    moved: Mapping[str, Sequence[_Moved]]


class _Moved(NamedTuple):
    """What one row did to one number."""

    row: Card | After | Message | None  # None for what the close read off
    lines: tuple[EffectLine, ...]


class Accounts:
    """The accounts of an exercise, from the beginning of the turn whose orders were opened last.

    ``play`` is cut to what the reader may know, and only numbers are asked for that they may. With
    ``may_miss`` something may have moved them unseen. Where others may look on (``shared``), what
    came of agreements and went to some seats alone is told without what it was.
    """

    def __init__(
        self, scenario: Scenario, play: Play, may_miss: bool = False, shared: bool = False
    ) -> None:
        self._scenario, self._play = play.own.added_to(scenario), play
        self._numbers = play.setup.numbers
        self._may_miss, self._shared = may_miss, shared
        self._turn = play.pending or play.last
        self._spans = tuple(self._spans_of(self._turn))
        self._said: dict[int, str] = {}
        self._made: dict[str, Account] = {}

    def track(self, track: Track) -> Account:
        """Of a track."""
        return self._account(track.id, track.name, (track.id,))

    def clock(self, clock: str) -> Account:
        """Of a clock, by its id."""
        name = Prefix.DAYS_LEFT.of(clock)
        return self._account(name, cell_name(self._scenario, name), (name,))

    def rung(self) -> Account:
        """Of the ladder."""
        return self._account(RUNG, cell_name(self._scenario, RUNG), (RUNG,))

    def group(self, group: str) -> Account:
        """Of how many flags of a group are on, which each of them moves by one."""
        flags = (Prefix.FLAG.of(flag.id) for flag in self._flags_of(group))
        return self._account(Prefix.LIT.of(group), self._scenario.flag_groups[group], tuple(flags))

    def of(self, name: str) -> Account:
        """Of whatever conditions call by that name, but a count."""
        split = parted(name)
        if split is not None and split[0] is Prefix.LIT:
            return self.group(split[1])
        return self._account(name, cell_name(self._scenario, name), (name,))

    def _flags_of(self, group: str) -> Iterator[Flag]:
        return (flag for flag in self._scenario.flags if flag.group == group)

    def _account(self, name: str, heading: str, cells: Sequence[str]) -> Account:
        if name not in self._made:
            self._made[name] = self._make(name, heading, cells)
        return self._made[name]

    def _make(self, name: str, heading: str, cells: Sequence[str]) -> Account:
        first = self._standing(self._began_words(), name, self._began(name))
        rows: list[Row] = [first]
        was, opened = first.value, 0
        for place, span in enumerate(self._spans):
            now = span.state[name]
            changes = list(self._changes(span, name, cells, now - was))
            if changes or self._is_needed(place):
                rows += [*changes, self._standing(span.until, name, now)]
            was = now
            if place == 0 and self._turn is not None:
                opened = len(rows) - 1
        if len(rows) == 2:
            rows.insert(1, Change(nothing_moved_it(), "", 0))
        return Account(heading, tuple(rows), opened)

    def _is_needed(self, place: int) -> bool:
        """Whether a moment stands in every account: the turn's end, or now before any turn's."""
        return self._turn is None or place == 1

    def _standing(self, when: str, name: str, value: int) -> Standing:
        return Standing(when, value_reads(self._scenario, name, value, self._numbers), value)

    def _began_words(self) -> str:
        return began_words(self._turn.number if self._turn else 1)

    def _began(self, name: str) -> int:
        if self._turn is not None:
            return self._turn.began[name]
        track = self._scenario.track_by_id.get(name)
        if track is not None:
            return track.start
        split = parted(name)
        if split is not None and split[0] is Prefix.DAYS_LEFT:
            clock = next(clock for clock in self._scenario.clocks if clock.id == split[1])
            return (clock.on - self._scenario.start).days
        return self._play.state[name]  # nothing else moves before a turn is closed

    def _spans_of(self, turn: Turn | None) -> Iterator[_Span]:
        play = self._play
        if turn is None:
            yield _Span(now_words(), play.state, _by_cell(play.messages))
            return
        number, result = turn.number, turn.result
        before = [each for each in play.messages if each.turn == number]
        since = [each for each in play.messages if each.turn > number]
        moved = _by_cell(in_order(self._scenario, result))
        for line in result.read_off:
            moved.setdefault(line.track, []).append(_Moved(None, (line,)))
        yield _Span(opened_words(number), turn.opening, _by_cell(before))
        yield _Span(left_words(number, play.pending is None), result.state, moved)
        if play.pending is None:
            yield _Span(now_words(), play.state, _by_cell(since))

    def _changes(
        self, span: _Span, name: str, cells: Sequence[str], moved: int
    ) -> Iterator[Change]:
        left = moved
        for cell in cells:
            for each in span.moved.get(cell, ()):
                by = sum(line.through for line in each.lines)
                if _is_hidden(each):
                    continue
                left -= by
                change = self._change(each, name, by, span)
                if by or change.detail:
                    yield change
        if left:
            why = unknown_moved_words() if self._may_miss else not_recorded()
            yield Change(why, self._reads(name, left), left)

    def _change(self, moved: _Moved, name: str, by: int, span: _Span) -> Change:
        scenario, numbers = self._scenario, self._numbers
        reads = self._reads(name, by)
        if moved.row is None:
            (line,) = moved.lines
            assert self._turn is not None, "nothing is read off before a turn is closed"
            why = read_off_words(scenario, line, self._turn.number)
            return Change(
                why, reads, by, read_off_detail(scenario, line.track, span.state[line.track])
            )
        detail = detail_words(scenario, moved.lines, numbers)
        return Change(self._why(moved.row), reads, by, "" if self._is_kept(moved.row) else detail)

    def _reads(self, name: str, by: int) -> str:
        return change_reads(self._scenario, name, by, self._numbers)

    def _is_kept(self, row: Card | After | Message) -> bool:
        """Whether the row is not told of where others may look on."""
        if not self._shared or isinstance(row, Card):
            return False
        if isinstance(row, After):
            return bool(row.agreements)
        return is_private(self._scenario, row.to)

    def _why(self, row: Card | After | Message) -> str:
        # An order that moves ten tracks is named ten times, and put into words once.
        if id(row) not in self._said:
            self._said[id(row)] = self._why_in_words(row)
        return self._said[id(row)]

    def _why_in_words(self, row: Card | After | Message) -> str:
        if isinstance(row, Card):
            return order_moved_words(self._scenario, row)
        if isinstance(row, After):
            if self._is_kept(row):
                return agreed_moved_words()
            return why_words(self._scenario, row.row)
        if self._is_kept(row):
            return private_moved_words()
        return message_moved_words(sender_words(row), row.title)


def as_left(play: Play, number: int) -> Play:
    """The exercise as that turn left it, with what had been told by then."""
    state = play.closed[number - 1].result.state
    told = Grown(each for each in play.messages if each.turn <= number)
    closed = play.closed[:number]
    return replace(play, state=state, closed=closed, pending=None, messages=told)


def _by_cell(rows: Iterable[Card | After | Message]) -> dict[str, list[_Moved]]:
    found: dict[str, list[_Moved]] = {}
    for row in rows:
        lines: dict[str, list[EffectLine]] = {}
        for line in row.effects:
            lines.setdefault(line.track, []).append(line)
        for cell, mine in lines.items():
            found.setdefault(cell, []).append(_Moved(row, tuple(mine)))
    return found


def _is_hidden(moved: _Moved) -> bool:
    return isinstance(moved.row, After) and moved.row.row == HIDDEN
