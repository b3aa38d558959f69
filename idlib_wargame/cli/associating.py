"""``idlib-wargame associate``: sessions open by double click, for this user of this computer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from idlib_wargame import PROGRAM, PROGRAM_ID
from idlib_wargame.cli.faults import Calmly, told_calmly
from idlib_wargame.cli.speaking import Command, option, tell
from idlib_wargame.files.association import SUFFIX, Association, opening_command
from idlib_wargame.words.language import _, fill


@click.command(
    cls=Command,
    says=lambda: _("Let session files open with this program by double click, for you alone."),
)
@option("--undo", is_flag=True, says=lambda: _("Take that back."))
def associate(undo: bool) -> None:
    """Let session files open with this program by double click."""
    association = _of_this_system()
    with told_calmly():
        files = association.undo() if undo else association.make()
    told = (
        _("Files ending in {suffix} no longer open with this program by double click.")
        if undo
        else _("Files ending in {suffix} now open with this program by double click.")
    )
    tell(fill(told, suffix=SUFFIX))
    for each in files:
        tell(str(each))
    if not undo:
        tell(_("After moving or removing the program, take it back with: associate --undo"))


def _of_this_system() -> Association:
    from idlib_wargame.packs.shelf import data_folder

    icons = data_folder("assets") / "icons"
    type_title = _("Wargame session")
    if sys.platform == "win32":
        from idlib_wargame.files.association_windows import UserRegistry, WindowsAssociation

        icon = icons / f"{PROGRAM_ID}.ico"
        return WindowsAssociation(UserRegistry(), opening_command(), icon, type_title)
    if sys.platform == "darwin":
        said = _(
            "On a Mac, only an app in the Applications folder can be given a kind of file. "
            "Open a session with: idlib-wargame open FILE, or drop it on the start window."
        )
        raise Calmly(said)
    from idlib_wargame.files.association_linux import LinuxAssociation

    return LinuxAssociation(_shared_data(), icons, opening_command(), PROGRAM, type_title)


def _shared_data() -> Path:
    """Where programs of this user put what they share; a relative path there is to be ignored."""
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"
