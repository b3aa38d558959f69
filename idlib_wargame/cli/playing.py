"""``idlib-wargame play``: a whole exercise without a screen."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from idlib_wargame.cli.calmly import Calmly, json_option, pack_named, session_in, told_calmly

if TYPE_CHECKING:
    from idlib_wargame.packs.reader import PackReading
    from idlib_wargame.session.session import Session


@click.command()
@click.argument("pack")
@click.option("--habit", help="The habit that plays every seat; by default the pack's first.")
@click.option("--seed", type=int, help="A whole number for the dice; by default a secret seed.")
@click.option("--turns", type=click.IntRange(1), help="How many turns; by default the pack's.")
@click.option("--out", type=click.Path(path_type=Path), help="The session file to write.")
@json_option
def play(
    pack: str,
    habit: str | None,
    seed: int | None,
    turns: int | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Play a whole exercise without a screen, every seat by a habit."""
    with told_calmly():
        reading = pack_named(pack)
        path = out or _free_name(reading)
        session = _played(reading, habit, seed, turns, path, quiet=as_json)
        _tell_end(session, path, as_json)
        session.close()


def demonstrate() -> None:
    """Play the first shipped pack by its first habit, and draw its chart."""
    from idlib_wargame.cli.drawing import draw
    from idlib_wargame.packs.shelf import shipped_packs

    with told_calmly():
        reading = pack_named(str(shipped_packs()[0]))
        path = _free_name(reading)
        session = _played(reading, None, None, None, path)
        _tell_end(session, path, as_json=False)
        session.close()
        picture = path.with_suffix(".png")
        draw(session_in(path), picture)
    click.echo(f"Chart: {picture}")


def _free_name(reading: PackReading) -> Path:
    """A new file in the documents folder, or in the temporary one where that cannot be written."""
    from platformdirs import user_documents_path

    title = reading.scenario.title if reading.scenario else "Exercise"
    stamp = f"{datetime.now():%Y-%m-%d %H.%M.%S}"
    for folder in (user_documents_path() / "Wargames", Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder / f"{title} {stamp}.wargame"
    return Path(f"{title} {stamp}.wargame")


def _played(
    reading: PackReading,
    habit: str | None,
    seed: int | None,
    turns: int | None,
    path: Path,
    quiet: bool = False,
) -> Session:
    from idlib_wargame.rules.dice import SEED_BYTES, seed_from_number
    from idlib_wargame.session.autoplay import begin, play_on

    scenario = reading.scenario
    habits = [each.id for each in scenario.habits] if scenario else []
    chosen = habits[0] if habit is None else _habit_named(habit, habits)
    secret = secrets.token_bytes(SEED_BYTES) if seed is None else seed_from_number(seed)
    session = begin(path, reading, chosen, secret, turns)
    with _progress(session.play.setup.turns, quiet) as advance:
        for change in play_on(session):
            if len(change.after.closed) > len(change.before.closed):
                advance()
    return session


def _habit_named(habit: str, habits: list[str]) -> str:
    wanted = habit.replace("-", "_")
    if wanted not in habits:
        names = ", ".join(name.replace("_", "-") for name in habits)
        raise Calmly(f"Found habit “{habit}”, expected one of the pack's: {names}.")
    return wanted


@contextmanager
def _progress(turns: int, quiet: bool) -> Iterator[Callable[[], None]]:
    if quiet:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Playing"), BarColumn(), MofNCompleteColumn(), TextColumn("turns"))
    with Progress(*columns) as bar:
        task = bar.add_task("play", total=turns)
        yield lambda: bar.advance(task)


def _tell_end(session: Session, path: Path, as_json: bool) -> None:
    outcome = session.referee.endings.outcome(session.play.state)
    rung = session.scenario.rung_by_number[session.play.state["rung"]]
    fault = session.saved.fault
    if fault:
        raise Calmly(fault)
    if as_json:
        answer = {
            "file": str(path),
            "outcome": outcome.id if outcome else "",
            "rung": rung.number,
            "turns": len(session.play.closed),
            "fingerprint": session.play.setup.fingerprint,
        }
        click.echo(json.dumps(answer))
        return
    click.echo(f"Outcome: {outcome.name if outcome else 'none of the pack’s'}")
    click.echo(f"Ladder:  rung {rung.number}, {rung.name}")
    click.echo(f"Session: {path}")
