"""Packs that were played for a test: every habit, so many sessions each, in this process."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rehearsal.batches import Run, rehearse
from idlib_wargame.rehearsal.finding import Finding
from idlib_wargame.rehearsal.findings import findings
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.habits import Habit
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.rehearsing import topic_title

RANDOM = Habit("random", "At random")


def played(
    scenario: Scenario, sessions: int = 60, runs: Sequence[Run] = (), processes: int = 1
) -> Rehearsals:
    """The pack under each of its habits, or as the runs say."""
    wanted = runs or [Run(habit.id) for habit in scenario.habits]
    tallies = {run: Tally() for run in wanted}
    for run, tally in rehearse(scenario, wanted, sessions, processes=processes):
        tallies[run] = tallies[run] + tally
    return Rehearsals(scenario, tallies)


def told(rehearsals: Rehearsals, topic: str) -> list[Finding]:
    """What is told under a topic by its title."""
    return [finding for finding in findings(rehearsals) if topic_title(finding.topic) == topic]


def texts(rehearsals: Rehearsals, topic: str) -> list[str]:
    """The sentences under a topic, each followed by the rows it names."""
    return [text for each in told(rehearsals, topic) for text in (each.text, *each.rows)]
