"""Play a pack many times over and say which of its designer's goals are met, and by how much.

The goals stand beside the pack's tables in balance.yaml.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import yaml
from rich.console import Console

from idlib_wargame.cli.balance import Plan, Played, rehearsed
from idlib_wargame.cli.faults import NO, WELL, Calmly, told_calmly
from idlib_wargame.cli.inputs import pack_named
from idlib_wargame.packs.text.file_names import BALANCE
from idlib_wargame.rehearsal.goals import GOALS, Ending, Goal, Verdict, runs_for, unknown_names

SHIPPED = Path(__file__).resolve().parent.parent / "scenarios" / "idlib-2020"


@click.command()
@click.argument("pack", type=click.Path(path_type=Path), default=SHIPPED)
@click.option("--sessions", type=click.IntRange(1), default=10_000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="The first session's seed.")
def main(pack: Path, sessions: int, seed: int) -> None:
    """Say which goals of a pack are met; the code is 1 where one is not."""
    endings, goals = read_goals(pack / BALANCE)
    with told_calmly():
        scenario = pack_named(str(pack)).scenario
    assert scenario is not None
    unknown = unknown_names(scenario, endings, goals)
    if unknown:
        names = ", ".join(f"“{name}”" for name in unknown)
        raise Calmly(f"{BALANCE} names {names}, which the pack does not have.")
    played = rehearsed(scenario, Plan(runs_for(scenario, goals), sessions), seed)
    if played.stopped:
        raise Calmly("Stopped before the end; goals are judged on whole runs only.")
    verdicts = [goal.judge(played.rehearsals, endings) for goal in goals]
    tell(played, verdicts)
    sys.exit(WELL if all(verdict.met for verdict in verdicts) else NO)


def read_goals(path: Path) -> tuple[dict[str, Ending], list[Goal]]:
    """The endings and goals that the file states."""
    with told_calmly():
        text = path.read_text(encoding="utf-8")
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as fault:
        raise Calmly(f"{BALANCE} is not a table: {fault}") from fault
    try:
        endings = {
            ending: Ending(row["name"], tuple(row["outcomes"]))
            for ending, row in data["endings"].items()
        }
        return endings, [_goal(row) for row in data["goals"]]
    except (KeyError, TypeError, AttributeError, ValueError) as fault:
        raise Calmly(
            f"{BALANCE} cannot be read at {fault}: expected endings with a name and outcomes, and "
            f"a list of goals, each one of {', '.join(GOALS)} with its figures."
        ) from fault


def _goal(row: Mapping[str, Any]) -> Goal:
    [(kind, figures)] = row.items()
    return GOALS[kind](**(figures or {}))


def tell(played: Played, verdicts: Sequence[Verdict]) -> None:
    """Print every goal with its mark and its figures."""
    console = Console(highlight=False, emoji=False, soft_wrap=True)
    done = played.rehearsals.all.sessions
    console.print(
        f"{played.rehearsals.scenario.title}: {done:,} sessions, {played.sessions:,} for each "
        "habit and starting point.\n"
    )
    for verdict in verdicts:
        mark = "[green]met    [/green]" if verdict.met else "[bold red]NOT MET[/bold red]"
        console.print(mark, end="  ")
        console.print(verdict.goal, markup=False)
        console.print(f"         {verdict.figures}", markup=False, style="dim")
    met = sum(verdict.met for verdict in verdicts)
    console.print(f"\n{met} of {len(verdicts)} goals are met.")


if __name__ == "__main__":
    main()
