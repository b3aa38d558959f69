"""``idlib-wargame chart``: a session's escalation chart as a picture."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from idlib_wargame.cli.faults import NO, told_calmly
from idlib_wargame.cli.inputs import session_in
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
def chart(file: Path, out: Path) -> None:
    """Draw a session's escalation chart as a picture."""
    saved = session_in(file)
    with told_calmly():
        draw(saved, out)
    tell_chart(out)
    if saved.told:
        tell(saved.told, err=True)
    if not saved.complete or saved.strange:
        sys.exit(NO)


def tell_chart(out: Path) -> None:
    """Say where the chart was written."""
    tell(fill(_("Chart: {file}"), file=str(out)))


def draw(saved: SavedSession, out: Path) -> None:
    """Draw the chart of a session into a PNG file."""
    from idlib_wargame.windows.chart.picture import save_chart

    save_chart(saved.scenario, saved.last, out)
