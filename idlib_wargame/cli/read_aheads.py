"""``idlib-wargame read-aheads``: what each seat reads before an exercise, as PDFs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from idlib_wargame.cli.faults import Calmly, told_calmly
from idlib_wargame.cli.inputs import known_id, pack_named
from idlib_wargame.cli.speaking import Command, console, option, tell
from idlib_wargame.cli.variants import Typed, variant_options
from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill

if TYPE_CHECKING:
    from idlib_wargame.rules.pack.scenario import Scenario
    from idlib_wargame.views.papers import Paper


@click.command(
    "read-aheads",
    cls=Command,
    says=lambda: _(
        "Write what each seat of a PACK reads before an exercise, as PDFs: a sheet of two sides, "
        "and the list of its moves."
    ),
)
@click.argument("pack")
@option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    says=lambda: _("The folder to write them into; it is made where it is not there."),
)
@option(
    "--seat",
    default="",
    metavar="NAME",
    says=lambda: _("One seat; by default every seat that has something to read."),
)
@option(
    "--group",
    default="",
    metavar="NAME",
    says=lambda: _(
        "The group that plays; its name stands on the sheets and in their files' names."
    ),
)
@option(
    "--handling",
    default="",
    metavar="TEXT",
    says=lambda: _("A line at the top and foot of every side that says how to handle it."),
)
@option(
    "--words-alone",
    is_flag=True,
    says=lambda: _("As for an exercise that is told in words, without figures."),
)
@variant_options
def read_aheads(
    pack: str,
    folder: Path,
    seat: str,
    group: str,
    handling: str,
    words_alone: bool,
    typed: Typed,
) -> None:
    """Write what each seat of a PACK reads before an exercise, as PDFs."""
    from idlib_wargame.rules.turn.referee import Referee
    from idlib_wargame.session.play import Setup
    from idlib_wargame.views.papers import papers

    with told_calmly():
        reading = pack_named(pack)
    scenario = reading.scenario
    assert scenario is not None
    played = typed.within(scenario).played(scenario)
    setup = Setup(scenario.title, group, played.turns, numbers=not words_alone)
    made = papers(Referee(played), setup, _seat(seat, played) if seat else "", handling)
    _write(made, folder)


def _seat(name: str, scenario: Scenario) -> str:
    from idlib_wargame.views.papers import readers

    said = _("Found seat “{name}”, expected one of the pack's: {known}.")
    return known_id(name, [each.id for each in readers(scenario)], said)


def _write(papers: Sequence[Paper], folder: Path) -> None:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from idlib_wargame.exports.papers import TypesetPapers
    from idlib_wargame.words.read_aheads import not_written_words, written_words

    columns = (TextColumn(_("Files written"), markup=False), BarColumn(), MofNCompleteColumn())
    written: list[Path] = []
    try:
        with Progress(*columns, console=console(err=True), transient=True) as bar:
            task = bar.add_task("write", total=len(papers))
            for path in TypesetPapers().write(papers, folder):
                written.append(path)
                bar.advance(task)
    except OSError as fault:
        reason = disk_reason(fault)
        raise Calmly(not_written_words(str(folder), reason, len(written))) from fault
    for path in written:
        tell(fill(_("Read-ahead: {file}"), file=str(path)))
    tell(written_words(len(written), str(folder)))
