"""``idlib-wargame FILE``: a session or a pack in a command's place is opened."""

from __future__ import annotations

import os
from pathlib import Path

import click

from idlib_wargame.cli.speaking import Group
from idlib_wargame.files.association import SUFFIX

_OPENED = (SUFFIX, ".zip")  # a session, a pack


class Opening(Group):
    """The group of all commands; a file that stands where a command would is opened."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Put in the command that was meant."""
        if self.get_command(ctx, args[0]) is None and _is_file(args[0]):
            args = ["open", *args]
        return super().resolve_command(ctx, args)


def _is_file(named: str) -> bool:
    """Whether a file is meant: it ends like one, has folders before it, or is there."""
    is_path = any(mark in named for mark in (os.sep, os.altsep) if mark)
    return is_path or Path(named).suffix.lower() in _OPENED or Path(named).exists()
