"""The tables behind the findings of a pack that was played many times over: a column a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text

from idlib_wargame.rehearsal.figures import FEW_MOVES, MoveFigures, SeatFigures, TrackFigures
from idlib_wargame.rehearsal.rehearsals import Rehearsals, move_name
from idlib_wargame.rehearsal.rows import KINDS, rows_of
from idlib_wargame.rehearsal.tally import RowKey, Tally

NOTHING = "–"
Cell = Callable[[Tally], str]


def tables(rehearsals: Rehearsals) -> Iterator[tuple[str, Table]]:
    """Every table with its title, the most asked for first."""
    scenario = rehearsals.scenario
    yield _table(
        rehearsals,
        "Outcomes: share of sessions",
        "Outcome",
        ((each.name, _outcome(each.id)) for each in scenario.outcomes),
    )
    yield _table(
        rehearsals,
        "Moves: % of turns in which legal · of those, % in which ordered · % of rolls that succeed",
        "Move",
        ((move_name(each), _move(rehearsals, each.id)) for each in scenario.moves),
    )
    yield _table(
        rehearsals,
        f"Seats: fewest legal moves · mean · % of turns with fewer than {FEW_MOVES}",
        "Seat",
        ((scenario.seat_by_id[seat].name, _seat(seat)) for seat in rehearsals.players),
    )
    yield _table(
        rehearsals,
        "Tracks: % of sessions that end at the low end · at the high end · mean value at the end",
        "Track",
        ((each.name, _track(rehearsals, each.id)) for each in scenario.tracks if not each.counter),
    )
    if scenario.aims:
        yield _table(
            rehearsals,
            "Private aims: share of sessions in which met",
            "Aim",
            (
                (f"{scenario.actor_name(each.seat)}: {each.text}", _aim(each.id))
                for each in scenario.aims
            ),
        )
    yield _table(rehearsals, "Other rows: times a session", "Row", _rows(rehearsals))


def _table(
    rehearsals: Rehearsals, title: str, what: str, rows: Iterable[tuple[str, Cell]]
) -> tuple[str, Table]:
    table = Table(box=SIMPLE, pad_edge=False)
    table.add_column(what, max_width=52)
    for run in rehearsals.tallies:
        table.add_column(Text(rehearsals.name(run)), justify="right", max_width=16)
    for name, cell in rows:
        table.add_row(Text(name), *(cell(tally) for tally in rehearsals.tallies.values()))
    return title, table


def _outcome(outcome: str) -> Cell:
    return lambda tally: _percent(tally.share(tally.outcomes[outcome])) + "%"


def _aim(aim: str) -> Cell:
    return lambda tally: _percent(tally.share(tally.aims[aim])) + "%"


def _move(rehearsals: Rehearsals, move: str) -> Cell:
    scenario = rehearsals.scenario
    row = scenario.move_by_id[move]

    def cell(tally: Tally) -> str:
        figures = MoveFigures.of(scenario, tally, row)
        rolled = any(figures.bands.values())
        return _joined(
            _percent(figures.legality) if figures.seat_turns else NOTHING,
            _percent(figures.use) if figures.legal else NOTHING,
            _percent(figures.success) if rolled else NOTHING,
        )

    return cell


def _seat(seat: str) -> Cell:
    def cell(tally: Tally) -> str:
        figures = SeatFigures.of(tally, seat)
        if not figures.turns:
            return NOTHING
        few = _percent(figures.few / figures.turns)
        return _joined(str(figures.least), f"{figures.mean:.1f}", few)

    return cell


def _track(rehearsals: Rehearsals, track: str) -> Cell:
    row = rehearsals.scenario.track_by_id[track]

    def cell(tally: Tally) -> str:
        figures = TrackFigures.of(tally, row)
        low, high = _percent(figures.at_low), _percent(figures.at_high)
        return _joined(low, high, f"{figures.mean:.1f}".replace("-", "−"))

    return cell


def _rows(rehearsals: Rehearsals) -> Iterator[tuple[str, Cell]]:
    """Rows with ids; modifiers of moves are many, and stand in the answer for programs."""
    for row in rows_of(rehearsals.scenario):
        if row.kind != "modifier":
            came = " came off" if row.kind == "chance_came" else ""
            yield f"{KINDS[row.kind].one} {row.id}{came}", _shown(row.key)


def _shown(key: RowKey) -> Cell:
    return lambda tally: _times(tally, tally.rows[key])


def _times(tally: Tally, count: int) -> str:
    times = tally.share(count)
    if not count:
        return NOTHING
    return "<0.01" if times < 0.01 else f"{times:.2f}"


def _percent(share: float) -> str:
    """A whole percentage without its sign, never rounded to none."""
    return "<1" if 0 < share < 0.005 else f"{share * 100:.0f}"


def _joined(*parts: str) -> str:
    return " · ".join(parts)
