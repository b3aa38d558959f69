"""``idlib-wargame chart``: a session's escalation chart as a picture."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from idlib_wargame.cli.faults import NO, told_calmly
from idlib_wargame.cli.inputs import session_in
from idlib_wargame.cli.readers import retold
from idlib_wargame.cli.speaking import Command, option, tell
from idlib_wargame.words.language import _, fill

if TYPE_CHECKING:
    from idlib_wargame.session.reading import SavedSession


@click.command(cls=Command, says=lambda: _("Draw a session's escalation chart as a picture."))
@click.argument("file", type=click.Path(path_type=Path))
@option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    says=lambda: _("The PNG to write."),
)
@option(
    "--everything",
    is_flag=True,
    says=lambda: _("Draw what no player may know too; else the chart is fit for the room."),
)
def chart(file: Path, out: Path, everything: bool) -> None:
    """Draw a session's escalation chart as a picture."""
    saved = session_in(file)
    with told_calmly():
        draw(saved, out, for_room=not everything)
    tell_chart(out)
    if saved.told:
        tell(saved.told, err=True)
    if not saved.complete or saved.strange:
        sys.exit(NO)


def tell_chart(out: Path) -> None:
    """Say where the chart was written."""
    tell(fill(_("Chart: {file}"), file=str(out)))


def draw(saved: SavedSession, out: Path, for_room: bool = True) -> None:
    """Draw the chart of a session into a PNG file, fit for the room unless told otherwise."""
    from idlib_wargame.windows.chart.picture import save_chart

    told = retold(saved, for_room)
    save_chart(told.known.scenario, told.last, out)
