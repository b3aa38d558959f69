"""Playing a pack many times over: the progress bar, the findings in sentences, the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from idlib_wargame.cli.faults import Calmly
from idlib_wargame.cli.inputs import habit_named
from idlib_wargame.cli.speaking import console as console_for
from idlib_wargame.cli.speaking import line
from idlib_wargame.cli.speaking import tell as say
from idlib_wargame.words.figures import grouped
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.rehearsing import topic_title

if TYPE_CHECKING:
    from rich.console import Console

    from idlib_wargame.rehearsal.finding import Finding
    from idlib_wargame.rehearsal.rehearsals import Rehearsals
    from idlib_wargame.rehearsal.runs import Part, Run
    from idlib_wargame.rules.pack.scenario import Scenario
    from idlib_wargame.rules.variants import Variant

WIDTH_OF_A_FILE = 140  # where the answer goes to a file or another program
FEW_SESSIONS, ENOUGH_SESSIONS = 200, 2000


class Plan(NamedTuple):
    """What is to be played: every run so often, and trials with a number of their own."""

    runs: Sequence[Run]
    sessions: int
    trials: Sequence[Part] = ()

    @property
    def total(self) -> int:
        """How many sessions that makes."""
        return len(self.runs) * self.sessions + self.tried

    @property
    def tried(self) -> int:
        """How many sessions the trials have."""
        return sum(part.sessions for part in self.trials)


class Played(NamedTuple):
    """What was played, of what, and the first seed."""

    rehearsals: Rehearsals
    plan: Plan
    seed: int

    @property
    def sessions(self) -> int:
        """How many sessions each run was to have."""
        return self.plan.sessions

    @property
    def turns(self) -> int:
        """How many turns each session of a run had."""
        return self.rehearsals.played(self.plan.runs[0]).turns

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it before its end."""
        return not self.rehearsals.complete


def plan_of(scenario: Scenario, habit: str | None, variant: Variant, sessions: int) -> Plan:
    """Every habit of the pack, or the one that is named, each so often.

    The pack's own way is followed by a little of every other; a way that is asked for stands alone.
    """
    from idlib_wargame.rehearsal.runs import Run, trials

    habits = [each.id for each in scenario.habits]
    wanted = [habit_named(habit, habits)] if habit else habits
    runs = [Run(each, *variant) for each in wanted]
    return Plan(runs, sessions, () if any(variant) else trials(scenario, wanted, sessions))


def rehearsed(scenario: Scenario, plan: Plan, seed: int) -> Played:
    """Play the plan with a progress bar; an interrupt keeps what was played so far."""
    from idlib_wargame.rehearsal.batches import ProcessLost, rehearse
    from idlib_wargame.rehearsal.rehearsals import Rehearsals
    from idlib_wargame.rehearsal.tally import Tally

    tallies = {run: Tally() for run in plan.runs}
    trials = {part.run: Tally() for part in plan.trials}
    stopped = False
    try:
        _say_what_begins(plan)
        with (
            _progress(plan.total) as advance,
            closing(
                rehearse(scenario, plan.runs, plan.sessions, seed, besides=plan.trials)
            ) as batches,
        ):
            for run, tally in batches:
                among = tallies if run in tallies else trials
                among[run] = among[run] + tally
                advance(tally.sessions)
    except KeyboardInterrupt:
        stopped = True
    except ProcessLost as fault:
        raise Calmly(str(fault)) from fault
    begun, tried = (
        {run: tally for run, tally in among.items() if tally.sessions}
        for among in (tallies, trials)
    )
    return Played(Rehearsals(scenario, begun, not stopped, tried), plan, seed)


def played_as_json(played: Played, found: Sequence[Finding]) -> dict[str, Any]:
    """The same for programs, with every figure."""
    from idlib_wargame.rehearsal.as_json import to_json

    return {
        "sessions": played.sessions,
        "seed": played.seed,
        "stopped": played.stopped,
        "turns": played.turns,
        **to_json(played.rehearsals, found),
    }


def tell(played: Played, found: Sequence[Finding]) -> None:
    """Print the findings, those at fault first, and then every table."""
    from idlib_wargame.cli.balance_tables import tables

    console = console_for(width=WIDTH_OF_A_FILE)
    line(console, _what_was_played(played))
    if not played.rehearsals.tallies:
        return
    if played.plan.trials and not played.stopped:
        line(console, _besides(played))
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


def _say_what_begins(plan: Plan) -> None:
    said = _("Playing {total} sessions. Ctrl+C tells what was played so far.")
    say(fill(said, total=grouped(len(plan.runs) * plan.sessions)), err=True)
    if plan.trials:
        said = ngettext(
            "With them goes {count} session by other ways to set the pack up.",
            "With them go {count} sessions by other ways to set the pack up.",
            plan.tried,
        )
        say(fill(said, count=grouped(plan.tried)), err=True)


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
        return fill(said, done=grouped(done), total=grouped(played.plan.total))
    if played.sessions >= FEW_SESSIONS:
        return _whole(played)
    said = _("{played} So few leave rare rows unseen; play {enough} to be surer.")
    return fill(said, played=_whole(played), enough=grouped(ENOUGH_SESSIONS))


def _besides(played: Played) -> str:
    """That every other way to set the pack up was tried, and how often in all."""
    ways = len({part.run.variant for part in played.plan.trials})
    said = ngettext(
        "{ways} other way to set it up was tried as well, in {sessions} sessions.",
        "{ways} other ways to set it up were tried as well, in {sessions} sessions.",
        ways,
    )
    return fill(said, ways=ways, sessions=grouped(played.plan.tried))


def _whole(played: Played) -> str:
    """What was played to the end: how often, how long, under which habits, with which seeds."""
    runs = list(played.rehearsals.tallies)
    places = {
        "sessions": grouped(played.sessions),
        "turns": played.turns,
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
        return _("Every outcome and every move was reached. What follows may be as it should.")
    if rehearsals.complete and rehearsals.every_habit:
        return _("What never showed here may yet show: the pack was set up in one way only.")
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
