"""Playing a pack many times over: the progress bar, the findings in sentences, the tables."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from idlib_wargame.cli.calmly import Calmly

if TYPE_CHECKING:
    from rich.console import Console

    from idlib_wargame.rehearsal.batches import Run
    from idlib_wargame.rehearsal.finding import Finding
    from idlib_wargame.rehearsal.rehearsals import Rehearsals
    from idlib_wargame.rules.pack.scenario import Scenario

WIDTH_OF_A_FILE = 140  # where the answer goes to a file or another program
FEW_SESSIONS = 200


class Played(NamedTuple):
    """What was played, how many sessions each run and all together were to have, the first seed."""

    rehearsals: Rehearsals
    sessions: int
    total: int
    seed: int

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it before its end."""
        return not self.rehearsals.complete


def runs_of(scenario: Scenario, habit: str | None, start: str) -> list[Run]:
    """Every habit of the pack, or the one that is named, from a starting point."""
    from idlib_wargame.rehearsal.batches import Run

    habits = [each.id for each in scenario.habits]
    starts = [each.id for each in scenario.starts]
    wanted = _known(habit, habits, "habit") if habit else None
    begun = _known(start, starts, "starting point") if start else ""
    return [Run(each, begun) for each in habits if wanted in (None, each)]


def rehearsed(scenario: Scenario, runs: Sequence[Run], sessions: int, seed: int) -> Played:
    """Play every run so often, with a progress bar; an interrupt keeps what was played so far."""
    from idlib_wargame.rehearsal.batches import ProcessLost, rehearse
    from idlib_wargame.rehearsal.rehearsals import Rehearsals
    from idlib_wargame.rehearsal.tally import Tally

    tallies = {run: Tally() for run in runs}
    stopped = False
    total = len(runs) * sessions
    try:
        click.echo(f"Playing {total:,} sessions. Ctrl+C tells what was played so far.", err=True)
        with (
            _progress(total) as advance,
            closing(rehearse(scenario, runs, sessions, seed)) as batches,
        ):
            for run, tally in batches:
                tallies[run] = tallies[run] + tally
                advance(tally.sessions)
    except KeyboardInterrupt:
        stopped = True
    except ProcessLost as fault:
        raise Calmly(str(fault)) from fault
    begun = {run: tally for run, tally in tallies.items() if tally.sessions}
    return Played(Rehearsals(scenario, begun, not stopped), sessions, total, seed)


def played_as_json(played: Played, found: Sequence[Finding]) -> dict[str, Any]:
    """The same for programs, with every figure."""
    from idlib_wargame.rehearsal.as_json import to_json

    return {
        "sessions": played.sessions,
        "seed": played.seed,
        "stopped": played.stopped,
        "turns": played.rehearsals.scenario.turns,
        **to_json(played.rehearsals, found),
    }


def tell(played: Played, found: Sequence[Finding]) -> None:
    """Print the findings, those at fault first, and then every table."""
    from rich.console import Console

    from idlib_wargame.cli.balance_tables import tables

    width = None if sys.stdout.isatty() else WIDTH_OF_A_FILE
    console = Console(width=width, highlight=False, emoji=False)
    console.print(_what_was_played(played), markup=False)
    if not played.rehearsals.all.sessions:
        return
    faults = [each for each in found if each.fault]
    if faults:
        _topic(console, "Never reached", faults)
    else:
        console.print(f"\n{_nothing_at_fault(played.rehearsals)}", markup=False)
    for topic in dict.fromkeys(each.topic for each in found):
        told = [each for each in found if each.topic == topic and not each.fault]
        if told:
            _topic(console, topic, told)
    for title, table in tables(played.rehearsals):
        console.print(f"\n[bold]{title}[/bold]")
        console.print(table)


def _known(name: str, names: Sequence[str], noun: str) -> str:
    wanted = name.replace("-", "_")
    if wanted not in names:
        known = ", ".join(each.replace("_", "-") for each in names) or "none in this pack"
        raise Calmly(f"Found {noun} “{name}”, expected one of the pack's: {known}.")
    return wanted


@contextmanager
def _progress(sessions: int) -> Iterator[Callable[[int], None]]:
    """A bar on the error stream, so that the answer itself stays clean."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    columns = (TextColumn("Playing"), BarColumn(), MofNCompleteColumn(), TextColumn("sessions"))
    console = Console(stderr=True)
    with Progress(
        *columns, TimeLeft(), console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("play", total=sessions)
        yield lambda done: bar.advance(task, done)


def _what_was_played(played: Played) -> str:
    scenario, sessions, seed = played.rehearsals.scenario, played.sessions, played.seed
    done = played.rehearsals.all.sessions
    if not done:
        return "Stopped before a session was finished."
    if played.stopped:
        return f"Stopped after {done:,} of {played.total:,} sessions; what follows is of those."
    runs = list(played.rehearsals.tallies)
    names = f"each of {len(runs)} habits" if len(runs) > 1 else played.rehearsals.name(runs[0])
    text = (
        f"Played {sessions:,} sessions of {scenario.turns} turns under {names}, "
        f"with the seeds {seed} to {seed + sessions - 1}."
    )
    few = " So few leave rare rows unseen; play 2,000 to be surer."
    return text + (few if sessions < FEW_SESSIONS else "")


def _nothing_at_fault(rehearsals: Rehearsals) -> str:
    if rehearsals.whole:
        return "Every outcome, every move and every row that has to show was reached."
    return "What never showed here may yet show: not every habit was played to the end."


def _topic(console: Console, topic: str, told: Sequence[Finding]) -> None:
    console.print(f"\n[bold]{topic}[/bold]")
    for finding in told:
        _line(console, finding.text, 2)
        for row in finding.rows:
            _line(console, f"· {row}", 4)


def _line(console: Console, text: str, indent: int) -> None:
    """A line set in; wrapped at words on a screen, left whole for a file or a program."""
    from rich.padding import Padding
    from rich.text import Text

    if console.is_terminal:
        console.print(Padding(Text(text), (0, 0, 0, indent)))
    else:
        console.print(" " * indent + text, markup=False, soft_wrap=True)
