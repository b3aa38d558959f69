"""How an exercise escalated, as values for pages: the ladder, both flows, clocks, what moved it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.row_names import RowKind, kind_of
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import TurnResult
from idlib_wargame.session.play import Play
from idlib_wargame.views.account import Account, Accounts, as_left
from idlib_wargame.views.chart.agreement_marks import agreement_marks
from idlib_wargame.views.chart.turn_marks import Became, TurnMark
from idlib_wargame.views.drawing import Drawing
from idlib_wargame.views.escalation import (
    AfterTurn,
    Escalation,
    clock_marks,
    escalation,
    movers,
    steps_between,
)
from idlib_wargame.words.dates import day_words, days_left_words
from idlib_wargame.words.escalation import (
    by_agreement_words,
    by_chance_words,
    clock_words,
    flows_words,
    holding_words,
    moved_words,
    mover_words,
    rung_words,
    turn_and_rung_words,
    turn_title,
)
from idlib_wargame.words.rows import why_words


class SeatFlow(NamedTuple):
    """Severity points of one seat, a number a turn from turn 1 on. ``colour`` is the pack's."""

    name: str
    colour: str
    points: tuple[int, ...]


class ClockAt(NamedTuple):
    """A clock on the axis, where turn n lies from n − ½ to n + ½."""

    words: str
    place: float


class ClockTold(NamedTuple):
    """A clock by name: its day, what it has left, why it matters, and how it came to that."""

    id: str
    name: str
    day: str
    left: str
    why: str
    account: Account


class MoverTold(NamedTuple):
    """One thing that moved a turn. ``band`` and ``colours`` are an order's; else ``icon`` and
    ``role`` say what it is.
    """

    words: str
    colours: tuple[str, ...] = ()
    band: Band | None = None
    icon: str = ""
    role: str = "muted"


class TurnTold(NamedTuple):
    """What a turn came to. ``flows`` is "" in words alone."""

    turn: int
    title: str
    rung: str
    flows: str
    ladder: Account
    moved: tuple[MoverTold, ...]


class Charts(NamedTuple):
    """``rungs`` are named from the lowest up; ``line`` are places among them: the start, then each
    closed turn. ``worse`` is the Goldstein flow a turn with its sign turned, so that up is worse.
    ``told`` has the newest turn first. ``said`` is the line in words, a sentence a turn.
    """

    turns: int
    numbers: bool
    rungs: tuple[str, ...]
    line: tuple[int, ...]
    severity: tuple[SeatFlow, ...]
    worse: tuple[float, ...]
    clocks: tuple[ClockAt, ...]
    told: tuple[TurnTold, ...]
    said: tuple[str, ...]


def charts_of(drawing: Drawing, may_miss: bool = True) -> Charts:
    """The charts of a reader; what is drawn is cut to what they may know.

    With ``may_miss`` something may have moved the ladder unseen.
    """
    pack, play = drawing.pack, drawing.play
    opening = play.closed[0].opening if play.closed else play.state
    found = escalation(pack, opening, [turn.result for turn in play.closed])
    rows = sorted(pack.ladder, key=lambda rung: rung.number)
    places = {rung.number: place for place, rung in enumerate(rows)}
    numbers = play.setup.numbers
    turns = max(play.setup.turns, len(play.closed))
    clocks = clock_marks(pack, turns, play.state)
    points = found.points
    return Charts(
        turns=turns,
        numbers=numbers,
        rungs=tuple(rung_words(rung, numbers) for rung in rows),
        line=tuple(places[point.rung.number] for point in points),
        severity=tuple(_severity(pack, found)),
        worse=tuple(-point.flow / 100 for point in points[1:]),
        clocks=tuple(ClockAt(clock_words(c.name, c.day), c.turn_position) for c in clocks),
        told=tuple(reversed(list(_told(pack, play, points, may_miss)))),
        said=tuple(turn_and_rung_words(point.turn, point.rung, numbers) for point in points),
    )


def clocks_told(drawing: Drawing, may_miss: bool = True) -> tuple[ClockTold, ...]:
    """Every clock as the turn in play found it; a reader is told as for ``charts_of``."""
    pack, play = drawing.pack, drawing.play
    accounts = Accounts(pack, replace(play, pending=None), may_miss)
    return tuple(
        ClockTold(
            id=clock.id,
            name=clock.name,
            day=day_words(clock.on),
            left=days_left_words(play.state[Prefix.DAYS_LEFT.of(clock.id)]),
            why=clock.why,
            account=accounts.clock(clock.id),
        )
        for clock in pack.clocks
    )


def _severity(pack: Scenario, found: Escalation) -> Iterator[SeatFlow]:
    turns = found.points[1:]
    for seat in pack.seats:
        if any(seat.id in point.severity for point in turns):
            points = tuple(point.severity.get(seat.id, 0) for point in turns)
            yield SeatFlow(seat.name, seat.colour, points)


def _told(
    pack: Scenario, play: Play, points: Sequence[AfterTurn], may_miss: bool
) -> Iterator[TurnTold]:
    marks = agreement_marks(pack, play.ledger)
    numbers = play.setup.numbers
    for before, after, turn in zip(points, points[1:], play.closed, strict=False):
        accounts = Accounts(pack, as_left(play, after.turn), may_miss)
        of_turn = [mark for mark in marks if mark.turn == after.turn]
        yield TurnTold(
            turn=after.turn,
            title=turn_title(pack, after.turn),
            rung=moved_words(after.rung, steps_between(before, after), numbers),
            flows=flows_words(after.severity_points, after.flow) if numbers else "",
            ladder=accounts.rung(),
            moved=tuple(_moved(pack, after, turn.result, of_turn, numbers)),
        )


_LOOKS = {
    Became.SIGNED: ("check", "good"),
    Became.BROKEN: ("cross", "danger"),
    Became.OVER: ("flag", "warning"),
    Became.SEATED: ("people", "muted"),
}


def _moved(
    pack: Scenario, point: AfterTurn, result: TurnResult, marks: Sequence[TurnMark], numbers: bool
) -> Iterator[MoverTold]:
    """Orders, the one that moved most first, then chances, agreements and flags that hold."""
    for card in movers(result):
        colours = tuple(pack.seat_by_id[seat].colour for seat in card.seats)
        yield MoverTold(mover_words(pack, card, numbers), colours, card.final)
    for row in result.after:
        if kind_of(row.row) == RowKind.CHANCE and row.effects:
            yield MoverTold(by_chance_words(why_words(pack, row.row)), icon="dice_5")
    for row in result.after:
        if kind_of(row.row) == RowKind.CONSEQUENCE and row.effects:
            yield MoverTold(by_agreement_words(why_words(pack, row.row)), icon="copy")
    for mark in marks:
        icon, role = _LOOKS[mark.became]
        yield MoverTold(mark.words, icon=icon, role=role)
    names = {flag.id: flag.name for flag in pack.flags}
    if point.flags:
        yield MoverTold(holding_words([names[flag] for flag in point.flags]), icon="flag")
