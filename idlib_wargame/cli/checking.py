"""``idlib-wargame check``: everything that is wrong with a pack, and how it plays."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from idlib_wargame.cli.balance import played_as_json, rehearsed, runs_of, tell
from idlib_wargame.cli.calmly import BAD_INPUT, NO, WELL, Calmly, json_option, told_calmly

if TYPE_CHECKING:
    from idlib_wargame.cli.balance import Played
    from idlib_wargame.packs.reader import PackReading
    from idlib_wargame.rules.pack.scenario import Scenario


@click.command()
@click.argument("pack")
@click.option("--play", "sessions", type=click.IntRange(1), help="Also play so many sessions.")
@click.option("--habit", help="With --play: only this habit; by default each in turn.")
@click.option("--start", default="", help="With --play: from this starting point of the pack.")
@click.option("--seed", type=int, default=1, show_default=True, help="The first session's seed.")
@json_option
def check(
    pack: str, sessions: int | None, habit: str | None, start: str, seed: int, as_json: bool
) -> None:
    """Say everything that is wrong with a pack; with --play, also how it plays.

    Every habit plays so many sessions. The code is 1 where all of them together leave something of
    the pack out of reach: a move never legal, an outcome never reached, a row that never fires.
    """
    from idlib_wargame.packs.reader import read_pack
    from idlib_wargame.packs.shelf import find_pack

    if sessions is None and (habit or start):
        raise Calmly("--habit and --start say what to play; add --play and a number of sessions.")
    with told_calmly():
        reading = read_pack(find_pack(pack))
    if reading.scenario is None:
        _tell_problems(reading, as_json)
        sys.exit(BAD_INPUT)
    if not as_json:
        click.echo(_well(reading.scenario))
    if sessions is None:
        if as_json:
            click.echo(_as_json(True))
        return
    played = rehearsed(reading.scenario, runs_of(reading.scenario, habit, start), sessions, seed)
    sys.exit(_tell_play(played, as_json))


def _tell_problems(reading: PackReading, as_json: bool) -> None:
    if as_json:
        click.echo(_as_json(False, [asdict(problem) for problem in reading.problems]))
    else:
        for problem in reading.problems:
            click.echo(str(problem))
    count = len(reading.problems)
    click.echo(f"{count} problem{'s' if count > 1 else ''} found.", err=True)


def _well(scenario: Scenario) -> str:
    seats = sum(1 for seat in scenario.seats if not seat.control)
    tracks = sum(1 for track in scenario.tracks if not track.counter)
    return (
        f"{scenario.title}, version {scenario.version}, reads without a problem: "
        f"{seats} player seats, {tracks} tracks, {len(scenario.moves)} moves, "
        f"{len(scenario.habits)} habits."
    )


def _tell_play(played: Played, as_json: bool) -> int:
    """Print how the pack plays; the exit code. What was stopped early is not well either."""
    from idlib_wargame.rehearsal.findings import findings

    found = findings(played.rehearsals)
    well = not played.stopped and not any(each.fault for each in found)
    if as_json:
        click.echo(_as_json(well, play=played_as_json(played, found)))
    else:
        tell(played, found)
    return WELL if well else NO


def _as_json(well: bool, problems: list[dict[str, Any]] | None = None, **more: Any) -> str:
    return json.dumps({"well": well, "problems": problems or [], **more}, ensure_ascii=False)
