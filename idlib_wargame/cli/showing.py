"""``idlib-wargame show``: a session, turn by turn."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from idlib_wargame.cli.calmly import NO, json_option, session_in

if TYPE_CHECKING:
    from rich.console import Console

    from idlib_wargame.session.play import Turn
    from idlib_wargame.session.reading import SavedSession


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def show(file: Path, as_json: bool) -> None:
    """Tell a session turn by turn."""
    saved = session_in(file)
    if as_json:
        click.echo(json.dumps(_session_json(saved), ensure_ascii=False))
    else:
        _show(saved)
    if not saved.complete:
        click.echo(saved.stopped, err=True)
        sys.exit(NO)


def _show(saved: SavedSession) -> None:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    play = saved.last
    setup = play.setup
    console.rule(saved.title)
    console.print(f"{saved.scenario.title}, version {saved.scenario.version}; {setup.turns} turns.")
    console.print(f"Fingerprint of the dice: {setup.fingerprint}")
    before = saved.referee.opening(setup.turns)["rung"]
    for turn in play.closed:
        _show_turn(console, saved, turn, before)
        before = turn.result.rung
    if play.finished:
        names = {outcome.id: outcome for outcome in saved.scenario.outcomes}
        outcome = names.get(play.outcome)
        console.print(
            f"\n[bold]Outcome: {outcome.name if outcome else 'none of the pack’s'}[/bold]"
        )
        console.print(f"Seed of the dice: {play.seed}")
    else:
        console.print(f"\nIn play: turn {play.turn}, {play.phase}.")


def _show_turn(console: Console, saved: SavedSession, turn: Turn, before: int) -> None:
    from idlib_wargame.words import turn_text

    scenario, result = saved.scenario, turn.result
    heading = turn_text.turn_heading(scenario, turn.number, saved.last.setup.turns)
    console.print(f"\n[bold]{heading}[/bold]")
    for card in result.cards:
        for line in turn_text.card_lines(scenario, card):
            console.print(f"  {line}", markup=False)
    for line in turn_text.after_lines(scenario, result.after):
        console.print(f"  · {line}", markup=False)
    for line in turn_text.change_lines(scenario, turn.opening, result.state):
        console.print(f"  {line}", markup=False, style="dim")
    console.print(f"  {turn_text.ladder_line(scenario, result, before)}", markup=False)


def _session_json(saved: SavedSession) -> dict[str, Any]:
    play = saved.last
    return {
        "title": saved.title,
        "pack": saved.scenario.id,
        "turns": [
            {"opening": turn.opening.to_dict(), **turn.result.to_json()} for turn in play.closed
        ],
        "finished": play.finished,
        "outcome": play.outcome,
        "fingerprint": play.setup.fingerprint,
        "complete": saved.complete,
        "stopped": saved.stopped,
    }
