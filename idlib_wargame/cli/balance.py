"""Playing a pack many times over: the progress bar, the findings in sentences, the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from idlib_wargame.cli.faults import Calmly
from idlib_wargame.cli.inputs import habit_named, start_named
from idlib_wargame.cli.speaking import console as console_for
from idlib_wargame.cli.speaking import line
from idlib_wargame.cli.speaking import tell as say
from idlib_wargame.words.figures import grouped
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.rehearsing import topic_title

if TYPE_CHECKING:
    from rich.console import Console

    from idlib_wargame.rehearsal.batches import Run
    from idlib_wargame.rehearsal.finding import Finding
    from idlib_wargame.rehearsal.rehearsals import Rehearsals
    from idlib_wargame.rules.pack.scenario import Scenario

WIDTH_OF_A_FILE = 140  # where the answer goes to a file or another program
FEW_SESSIONS, ENOUGH_SESSIONS = 200, 2000


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
    wanted = habit_named(habit, habits) if habit else None
    begun = start_named(start, starts) if start else ""
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
        said = _("Playing {total} sessions. Ctrl+C tells what was played so far.")
        say(fill(said, total=grouped(total)), err=True)
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
    from idlib_wargame.cli.balance_tables import tables

    console = console_for(width=WIDTH_OF_A_FILE)
    line(console, _what_was_played(played))
    if not played.rehearsals.all.sessions:
        return
    faults = [each for each in found if each.fault]
    if faults:
        _topic(console, _("Never reached"), faults)
    else:
        console.print()
        line(console, _nothing_at_fault(played.rehearsals))
    for topic in dict.fromkeys(each.topic for each in found):
        told = [each for each in found if each.topic == topic and not each.fault]
        if told:
            _topic(console, topic_title(topic), told)
    for title, table in tables(played.rehearsals):
        _heading(console, title)
        console.print(table)


@contextmanager
def _progress(sessions: int) -> Iterator[Callable[[int], None]]:
    """A bar on the error stream, so that the answer itself stays clean."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    columns = (TextColumn(_("Sessions played"), markup=False), BarColumn(), MofNCompleteColumn())
    console = console_for(err=True)
    with Progress(
        *columns, TimeLeft(), console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("play", total=sessions)
        yield lambda done: bar.advance(task, done)


def _what_was_played(played: Played) -> str:
    done = played.rehearsals.all.sessions
    if not done:
        return _("Stopped before a session was finished.")
    if played.stopped:
        said = _("Stopped after {done} of {total} sessions; what follows is of those.")
        return fill(said, done=grouped(done), total=grouped(played.total))
    if played.sessions >= FEW_SESSIONS:
        return _whole(played)
    said = _("{played} So few leave rare rows unseen; play {enough} to be surer.")
    return fill(said, played=_whole(played), enough=grouped(ENOUGH_SESSIONS))


def _whole(played: Played) -> str:
    """What was played to the end: how often, how long, under which habits, with which seeds."""
    runs = list(played.rehearsals.tallies)
    places = {
        "sessions": grouped(played.sessions),
        "turns": played.rehearsals.scenario.turns,
        "first": played.seed,
        "last": played.seed + played.sessions - 1,
    }
    if len(runs) == 1:
        said = _(
            "Played {sessions} sessions of {turns} turns under {habit}, "
            "with the seeds {first} to {last}."
        )
        return fill(said, habit=played.rehearsals.name(runs[0]), **places)
    said = ngettext(
        "Played {sessions} sessions of {turns} turns under each of {habits} habit, "
        "with the seeds {first} to {last}.",
        "Played {sessions} sessions of {turns} turns under each of {habits} habits, "
        "with the seeds {first} to {last}.",
        len(runs),
    )
    return fill(said, habits=len(runs), **places)


def _nothing_at_fault(rehearsals: Rehearsals) -> str:
    if rehearsals.whole:
        return _("Every outcome, every move and every row that has to show was reached.")
    return _("What never showed here may yet show: not every habit was played to the end.")


def _topic(console: Console, title: str, told: Sequence[Finding]) -> None:
    _heading(console, title)
    for finding in told:
        line(console, finding.text, 2)
        for row in finding.rows:
            line(console, f"· {row}", 4)


def _heading(console: Console, text: str) -> None:
    console.print()
    line(console, text, style="bold")
