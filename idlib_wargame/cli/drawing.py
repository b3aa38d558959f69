"""``idlib-wargame chart``: a session's escalation chart as a picture."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from idlib_wargame.cli.calmly import NO, session_in, told_calmly

if TYPE_CHECKING:
    from idlib_wargame.session.reading import SavedSession


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PNG to write.")
def chart(file: Path, out: Path) -> None:
    """Draw a session's escalation chart as a picture."""
    saved = session_in(file)
    with told_calmly():
        draw(saved, out)
    click.echo(f"Chart: {out}")
    if not saved.complete:
        click.echo(saved.stopped, err=True)
        sys.exit(NO)


def draw(saved: SavedSession, out: Path) -> None:
    """Draw the chart of a session into a PNG file."""
    from idlib_wargame.windows.chart.picture import save_chart

    save_chart(saved.scenario, saved.last, out)
