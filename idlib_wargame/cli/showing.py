"""``idlib-wargame show``: a session, turn by turn."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from idlib_wargame.cli.faults import NO
from idlib_wargame.cli.inputs import session_in
from idlib_wargame.cli.playing import outcome_line
from idlib_wargame.cli.speaking import Command, json_option, tell
from idlib_wargame.words.language import _, fill, ngettext, unmarked
from idlib_wargame.words.phases import phase_name

if TYPE_CHECKING:
    from rich.console import Console

    from idlib_wargame.session.play import Turn
    from idlib_wargame.session.reading import SavedSession


@click.command(cls=Command, says=lambda: _("Tell a session turn by turn."))
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
        tell(saved.stopped, err=True)
        sys.exit(NO)


def _show(saved: SavedSession) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, soft_wrap=not sys.stdout.isatty())
    play = saved.last
    console.rule(Text(saved.title))
    _print(console, _("As control may read it, with what no player may know."))
    _print(console, _pack_line(saved))
    _print(console, fill(_("Fingerprint of the dice: {hash}"), hash=play.setup.fingerprint))
    before = saved.referee.opening(play.setup.turns)["rung"]
    for turn in play.closed:
        _show_turn(console, saved, turn, before)
        before = turn.result.rung
    console.print()
    if play.finished:
        named = {outcome.id: outcome for outcome in saved.scenario.outcomes}
        _print(console, outcome_line(named.get(play.outcome)), style="bold")
        _print(console, fill(_("Seed of the dice: {seed}"), seed=play.seed))
    else:
        said = _("In play: turn {turn}, {phase}.")
        _print(console, fill(said, turn=play.turn, phase=phase_name(play.phase)))


def _print(console: Console, text: str, indent: int = 0, style: str = "") -> None:
    console.print(" " * indent + unmarked(text), style=style)


def _pack_line(saved: SavedSession) -> str:
    turns = saved.last.setup.turns
    return fill(
        ngettext(
            "{pack}, version {version}; {count} turn.",
            "{pack}, version {version}; {count} turns.",
            turns,
        ),
        pack=saved.scenario.title,
        version=saved.scenario.version,
        count=turns,
    )


def _show_turn(console: Console, saved: SavedSession, turn: Turn, before: int) -> None:
    from idlib_wargame.words import turn_text

    scenario, result = saved.scenario, turn.result
    console.print()
    heading = turn_text.turn_heading(scenario, turn.number, saved.last.setup.turns)
    _print(console, heading, style="bold")
    for card in result.cards:
        for line in turn_text.card_lines(scenario, card):
            _print(console, line, 2)
    for line in turn_text.after_lines(scenario, result.after):
        _print(console, f"· {line}", 2)
    for line in turn_text.change_lines(scenario, turn.opening, result.state):
        _print(console, line, 2, "dim")
    _print(console, turn_text.ladder_line(scenario, result, before), 2)


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
