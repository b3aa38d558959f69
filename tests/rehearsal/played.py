"""Packs that were played for a test: every habit, so many sessions each, in this process."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rehearsal.batches import rehearse
from idlib_wargame.rehearsal.finding import Finding
from idlib_wargame.rehearsal.findings import findings
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.runs import Part, Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.rehearsing import topic_title

RANDOM = Habit("random", "At random")


def played(
    scenario: Scenario,
    sessions: int = 60,
    runs: Sequence[Run] = (),
    processes: int = 1,
    trying: Sequence[Part] = (),
) -> Rehearsals:
    """The pack under each of its habits, or as the runs say, and what is tried besides."""
    wanted = runs or [Run(habit.id) for habit in scenario.habits]
    tallies = {run: Tally() for run in wanted}
    trials = {part.run: Tally() for part in trying}
    for run, tally in rehearse(scenario, wanted, sessions, processes=processes, besides=trying):
        among = tallies if run in tallies else trials
        among[run] = among[run] + tally
    return Rehearsals(scenario, tallies, trials=trials)


def told(rehearsals: Rehearsals, topic: str) -> list[Finding]:
    """What is told under a topic by its title."""
    return [finding for finding in findings(rehearsals) if topic_title(finding.topic) == topic]


def texts(rehearsals: Rehearsals, topic: str) -> list[str]:
    """The sentences under a topic, each followed by the rows it names."""
    return [text for each in told(rehearsals, topic) for text in (each.text, *each.rows)]
