"""The command ``idlib-wargame``. Exit codes: 0 well, 1 the answer is no, 2 bad input or usage."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from idlib_wargame import __version__
from idlib_wargame.cli.associating import associate
from idlib_wargame.cli.checking import check
from idlib_wargame.cli.drawing import chart
from idlib_wargame.cli.faults import Calmly
from idlib_wargame.cli.named_file import Opening
from idlib_wargame.cli.new_pack import new_pack
from idlib_wargame.cli.playing import demonstrate, play
from idlib_wargame.cli.qt_libraries import advice, missing_packages
from idlib_wargame.cli.read_aheads import read_aheads
from idlib_wargame.cli.resetting import reset_pin
from idlib_wargame.cli.showing import show
from idlib_wargame.cli.speaking import Command, option, tell
from idlib_wargame.cli.tracing import trace
from idlib_wargame.cli.verifying import verify
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.languages import VARIABLE, UnknownLanguage, use_language
from idlib_wargame.words.lists import series

MOST_PORT = 65535


def _choose_language(context: click.Context, parameter: click.Parameter, code: str | None) -> None:
    if not code:
        return
    try:
        use_language(code)
    except UnknownLanguage as fault:
        said = _("Found language “{code}”, expected one of these: {known}.")
        raise Calmly(fill(said, code=code, known=series(fault.known))) from fault


@click.group(
    cls=Opening,
    invoke_without_command=True,
    says=lambda: _(
        "Run, record and replay seminar wargames. Without a command, opens the program."
    ),
)
# Hidden until there is a language to choose; before the others, so that --help speaks it.
@click.option(
    "--language",
    envvar=VARIABLE,
    hidden=True,
    is_eager=True,
    expose_value=False,
    callback=_choose_language,
)
@click.version_option(__version__, prog_name="idlib-wargame")
@click.pass_context
def main(context: click.Context) -> None:
    """Open the program where no command is named."""
    if context.invoked_subcommand is not None:
        return
    if not has_screen():
        tell(_("No screen was found, so here is the demonstration exercise played without one."))
        demonstrate()
        return
    _open_window()


def has_screen() -> bool:
    """Whether a window could be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


@main.command(cls=Command, says=lambda: _("Open the program with a session file."))
@click.argument("file", type=click.Path(path_type=Path))
@option("--replay", is_flag=True, says=lambda: _("Open it in the replay window."))
@option("--room", is_flag=True, says=lambda: _("Let phones, tablets and laptops in at once."))
@option("--port", type=int, says=lambda: _("Where they come in, 1 to 65535; with --room."))
def open(file: Path, replay: bool, room: bool, port: int | None) -> None:
    """Open the program with a session file."""
    _open_window(file, replay, _checked_port(file, replay, room, port))


def _checked_port(file: Path, replay: bool, room: bool, port: int | None) -> int | None:
    """Where devices are let in, 0 for where they were last time; None where they are not."""
    if port is not None and not room:
        raise Calmly(_("Found --port without --room. A port is for devices: add --room."))
    if not room:
        return None
    if replay:
        raise Calmly(_("Found --room with --replay. A replay has nobody to let in: leave one out."))
    if file.is_dir() or file.suffix.lower() == ".zip":
        said = _("Found a pack, expected a session file. Begin the exercise, then open the room.")
        raise Calmly(said)
    if port is not None and not 1 <= port <= MOST_PORT:
        said = _("Found port {port}, expected one from 1 to {most}.")
        raise Calmly(fill(said, port=str(port), most=str(MOST_PORT)))
    return port or 0


def _open_window(file: Path | None = None, replay: bool = False, port: int | None = None) -> None:
    """Run the program; where Qt's own libraries are missing, say how to get them instead."""
    # Qt would abort rather than raise, so this is asked first; Qt needs the same libraries anyway.
    packages = [] if os.environ.get("QT_QPA_PLATFORM") else missing_packages()
    if packages:
        raise Calmly(*advice(packages).splitlines())
    if not has_screen():
        said = _(
            "No screen was found, and the program's windows need one. “idlib-wargame show FILE” "
            "tells a session without."
        )
        raise Calmly(said)
    from idlib_wargame.app import run

    sys.exit(run(file, replay, port))


_COMMANDS = (
    play,
    check,
    new_pack,
    read_aheads,
    trace,
    show,
    verify,
    chart,
    reset_pin,
    associate,
)
for command in _COMMANDS:
    main.add_command(command)
