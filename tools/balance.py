"""Play a pack many times over and say which of its designer's goals are met, and by how much.

The goals stand beside the pack's tables in balance.yaml.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import yaml
from rich.console import Console

from idlib_wargame.cli.balance import rehearsed
from idlib_wargame.cli.calmly import NO, WELL, Calmly, pack_named, told_calmly
from idlib_wargame.forecast.goals import GOALS, Ending, Goal, runs_for
from idlib_wargame.packs.gather import BALANCE

SHIPPED = Path(__file__).resolve().parent.parent / "scenarios" / "idlib-2020"


@click.command()
@click.argument("pack", type=click.Path(path_type=Path), default=SHIPPED)
@click.option("--sessions", type=click.IntRange(1), default=10_000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="The first session's seed.")
def main(pack: Path, sessions: int, seed: int) -> None:
    """Say which goals of a pack are met; the code is 1 where one is not."""
    with told_calmly():
        data = yaml.safe_load((pack / BALANCE).read_text(encoding="utf-8"))
        scenario = pack_named(str(pack)).scenario
    assert scenario is not None
    endings, goals = _read(data)
    met = 0
    try:
        played = rehearsed(scenario, runs_for(scenario, goals), sessions, seed)
        verdicts = [goal.judge(played.rehearsals, endings) for goal in goals]
    except KeyError as fault:
        raise Calmly(f"{BALANCE} names “{fault.args[0]}”, which is not in the pack.") from fault
    console = Console(highlight=False, emoji=False, soft_wrap=True)
    done = f"{played.rehearsals.all.sessions:,} sessions, {sessions:,} a habit and starting point"
    console.print(f"{scenario.title}: {done}{', stopped early' if played.stopped else ''}.\n")
    for verdict in verdicts:
        met += verdict.met
        mark = "[green]met    [/green]" if verdict.met else "[bold red]NOT MET[/bold red]"
        console.print(mark, end="  ")
        console.print(verdict.goal, markup=False)
        console.print(f"         {verdict.figures}", markup=False, style="dim")
    console.print(f"\n{met} of {len(verdicts)} goals are met.")
    sys.exit(WELL if met == len(verdicts) and not played.stopped else NO)


def _read(data: Mapping[str, Any]) -> tuple[dict[str, Ending], list[Goal]]:
    """The endings and goals that the file states."""
    try:
        endings = {
            ending: Ending(row["name"], tuple(row["outcomes"]))
            for ending, row in data["endings"].items()
        }
        goals = [_goal(row) for row in data["goals"]]
    except (KeyError, TypeError, AttributeError, ValueError) as fault:
        raise Calmly(
            f"{BALANCE} cannot be read at {fault}: expected endings with a name and outcomes, and "
            f"a list of goals, each one of {', '.join(GOALS)} with its figures."
        ) from fault
    return endings, goals


def _goal(row: Mapping[str, Any]) -> Goal:
    [(kind, figures)] = row.items()
    return GOALS[kind](**(figures or {}))


if __name__ == "__main__":
    main()
