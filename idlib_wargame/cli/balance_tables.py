"""The tables behind the findings of a pack that was played many times over: a column a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich.box import SIMPLE
from rich.table import Table

from idlib_wargame.cli.speaking import cell as printed
from idlib_wargame.rehearsal.figures import FEW_MOVES, MoveFigures, SeatFigures, TrackFigures
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.rows import rows_of
from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rehearsal.tally import RowKey, Tally
from idlib_wargame.words.figures import decimal
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.never_shown import kind_words
from idlib_wargame.words.rehearsing import coded_move

NOTHING = "–"
Cell = Callable[[Run, Tally], str]


def tables(rehearsals: Rehearsals) -> Iterator[tuple[str, Table]]:
    """Every table with its title, the most asked for first."""
    scenario = rehearsals.scenario
    yield _table(
        rehearsals,
        _("Outcomes: share of sessions"),
        _("Outcome"),
        ((each.name, _outcome(each.id)) for each in scenario.outcomes),
    )
    yield _table(
        rehearsals,
        _(
            "Moves: % of turns in which legal · of those, % in which ordered · "
            "% of rolls that succeed"
        ),
        _("Move"),
        ((coded_move(each), _move(rehearsals, each.id)) for each in scenario.moves),
    )
    yield _table(
        rehearsals,
        fill(
            _("Seats: fewest legal moves · mean · % of turns with fewer than {few}"), few=FEW_MOVES
        ),
        _("Seat"),
        ((rehearsals.stage.seat_by_id[seat].name, _seat(seat)) for seat in rehearsals.players),
    )
    yield _table(
        rehearsals,
        _(
            "Tracks: % of sessions that end at the low end · at the high end · "
            "mean value at the end"
        ),
        _("Track"),
        ((each.name, _track(rehearsals, each.id)) for each in scenario.tracks if not each.counter),
    )
    if scenario.aims:
        yield _table(
            rehearsals,
            _("Private aims: share of sessions in which met"),
            _("Aim"),
            (
                (
                    fill(_("{seat}: {aim}"), seat=scenario.actor_name(each.seat), aim=each.text),
                    _aim(each.id),
                )
                for each in scenario.aims
            ),
        )
    if scenario.bargain is not None and scenario.bargain.templates:
        yield _table(
            rehearsals,
            _(
                "Agreements: times a session offered · signed · declared over; "
                "terms kept · broken, each turn"
            ),
            _("Template"),
            ((each.name, _agreed(each.id)) for each in scenario.bargain.templates),
        )
    yield _table(rehearsals, _("Other rows: times a session"), _("Row"), _rows(rehearsals))


def _table(
    rehearsals: Rehearsals, title: str, what: str, rows: Iterable[tuple[str, Cell]]
) -> tuple[str, Table]:
    table = Table(box=SIMPLE, pad_edge=False)
    # A long name goes on in the next line; cut short, two could no longer be told apart.
    table.add_column(printed(what), max_width=52, overflow="fold")
    for run in rehearsals.tallies:
        habit = printed(rehearsals.name(run))
        table.add_column(habit, justify="right", max_width=16, overflow="fold")
    for name, cell in rows:
        cells = [printed(cell(run, tally)) for run, tally in rehearsals.tallies.items()]
        table.add_row(printed(name), *cells)
    return title, table


def _outcome(outcome: str) -> Cell:
    return lambda _run, tally: _signed_percent(tally.share(tally.outcomes[outcome]))


def _aim(aim: str) -> Cell:
    return lambda _run, tally: _signed_percent(tally.share(tally.aims[aim]))


def _move(rehearsals: Rehearsals, move: str) -> Cell:
    row = rehearsals.scenario.move_by_id[move]

    def cell(run: Run, tally: Tally) -> str:
        figures = MoveFigures.of(rehearsals.played(run), tally, row)
        rolled = any(figures.bands.values())
        return facts(
            [
                _percent(figures.legality) if figures.seat_turns else NOTHING,
                _percent(figures.use) if figures.legal else NOTHING,
                _percent(figures.success) if rolled else NOTHING,
            ]
        )

    return cell


def _seat(seat: str) -> Cell:
    def cell(_run: Run, tally: Tally) -> str:
        figures = SeatFigures.of(tally, seat)
        if not figures.turns:
            return NOTHING
        few = _percent(figures.few / figures.turns)
        return facts([str(figures.least), decimal(figures.mean), few])

    return cell


def _track(rehearsals: Rehearsals, track: str) -> Cell:
    def cell(run: Run, tally: Tally) -> str:
        figures = TrackFigures.of(tally, rehearsals.played(run).track_by_id[track])
        low, high = _percent(figures.at_low), _percent(figures.at_high)
        return facts([low, high, decimal(figures.mean)])

    return cell


def _agreed(template: str) -> Cell:
    def cell(_run: Run, tally: Tally) -> str:
        counted = ("offered", "signed", "declared", "kept", "breached")
        return facts([_times(tally, tally.agreed[template, each]) for each in counted])

    return cell


def _rows(rehearsals: Rehearsals) -> Iterator[tuple[str, Cell]]:
    """Rows with ids; modifiers of moves are many, and stand in the answer for programs."""
    for row in rows_of(rehearsals.scenario):
        if row.kind != "modifier":
            came_off = row.kind == "chance_came"
            said = _("{kind} {row} came off") if came_off else _("{kind} {row}")
            yield fill(said, kind=kind_words(row.kind), row=row.id), _shown(row.key)


def _shown(key: RowKey) -> Cell:
    return lambda _run, tally: _times(tally, tally.rows[key])


def _times(tally: Tally, count: int) -> str:
    times = tally.share(count)
    if not count:
        return NOTHING
    return f"<{decimal(0.01, 2)}" if times < 0.01 else decimal(times, 2)


def _percent(share: float) -> str:
    """A whole percentage without its sign, never rounded to none."""
    return "<1" if 0 < share < 0.005 else f"{share * 100:.0f}"


def _signed_percent(share: float) -> str:
    return fill(_("{number}%"), number=_percent(share))
