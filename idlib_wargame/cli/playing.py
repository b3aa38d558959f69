"""``idlib-wargame play``: a whole exercise without a screen."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from idlib_wargame.cli.faults import Calmly, told_calmly
from idlib_wargame.cli.inputs import habit_named, pack_named, session_in
from idlib_wargame.cli.speaking import Command, answer, console, json_option, option, tell
from idlib_wargame.cli.variants import Typed, variant_options
from idlib_wargame.words.language import _, fill

if TYPE_CHECKING:
    from idlib_wargame.packs.reader import PackReading
    from idlib_wargame.rules.pack.course import Outcome
    from idlib_wargame.session.session import Session


@click.command(
    cls=Command,
    says=lambda: _("Play a whole exercise without a screen, every seat by a habit."),
)
@click.argument("pack")
@option(
    "--habit",
    says=lambda: _("The habit that plays every seat; by default the pack's first."),
)
@option(
    "--seed",
    type=int,
    says=lambda: _("A whole number for the dice; by default a secret seed."),
)
@variant_options
@option(
    "--out",
    type=click.Path(path_type=Path),
    says=lambda: _("The session file to write."),
)
@json_option
def play(
    pack: str,
    habit: str | None,
    seed: int | None,
    typed: Typed,
    out: Path | None,
    as_json: bool,
) -> None:
    """Play a whole exercise without a screen, every seat by a habit."""
    with told_calmly():
        reading = pack_named(pack)
        path = out or _free_name(reading)
        session = _played(reading, habit, seed, typed, path, quiet=as_json)
        _tell_end(session, path, as_json)
        session.close()


def demonstrate() -> None:
    """Play the first shipped pack by its first habit, and draw its chart."""
    from idlib_wargame.cli.drawing import draw, tell_chart
    from idlib_wargame.packs.shelf import shipped_packs

    with told_calmly():
        reading = pack_named(str(shipped_packs()[0]))
        path = _free_name(reading)
        session = _played(reading, None, None, Typed(), path)
        _tell_end(session, path, as_json=False)
        session.close()
        picture = path.with_suffix(".png")
        draw(session_in(path), picture)
    tell_chart(picture)


def _free_name(reading: PackReading) -> Path:
    """A new file in the folder for exercises, or in the temporary one where that is closed."""
    from idlib_wargame.views.file_names import file_name, free_path
    from idlib_wargame.windows.user_paths import UserPaths

    title = reading.scenario.title if reading.scenario else ""
    name = file_name(title, "", f"{datetime.now():%Y-%m-%d %H.%M.%S}")
    folder = UserPaths.of_user().sessions
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return free_path(Path(tempfile.gettempdir()), name)
    return free_path(folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir()), name)


def _played(
    reading: PackReading,
    habit: str | None,
    seed: int | None,
    typed: Typed,
    path: Path,
    quiet: bool = False,
) -> Session:
    from idlib_wargame.rules.dice import SEED_BYTES, seed_from_number
    from idlib_wargame.session.autoplay import begin, play_on

    scenario = reading.scenario
    assert scenario is not None
    habits = [each.id for each in scenario.habits]
    chosen = habits[0] if habit is None else habit_named(habit, habits)
    secret = secrets.token_bytes(SEED_BYTES) if seed is None else seed_from_number(seed)
    session = begin(path, reading, chosen, secret, typed.within(scenario))
    with _progress(session.play.setup.turns, quiet) as advance:
        for change in play_on(session):
            if len(change.after.closed) > len(change.before.closed):
                advance()
    return session


@contextmanager
def _progress(turns: int, quiet: bool) -> Iterator[Callable[[], None]]:
    if quiet:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(_("Turns played"), markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console()) as bar:
        task = bar.add_task("play", total=turns)
        yield lambda: bar.advance(task)


def _tell_end(session: Session, path: Path, as_json: bool) -> None:
    outcome = session.referee.endings.outcome(session.play.state)
    rung = session.scenario.rung_by_number[session.play.state["rung"]]
    fault = session.saved.fault
    if fault:
        raise Calmly(fault)
    if as_json:
        answer(
            {
                "file": str(path),
                "outcome": outcome.id if outcome else "",
                "rung": rung.number,
                "turns": len(session.play.closed),
                "fingerprint": session.play.setup.fingerprint,
            }
        )
        return
    tell(outcome_line(outcome))
    tell(fill(_("Ladder:  level {number}, {rung}"), number=rung.number, rung=rung.name))
    tell(fill(_("Session: {file}"), file=str(path)))


def outcome_line(outcome: Outcome | None) -> str:
    """How an exercise ended, as one line."""
    if outcome is None:
        return _("Outcome: none of the pack’s")
    return fill(_("Outcome: {outcome}"), outcome=outcome.name)
