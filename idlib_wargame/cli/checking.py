"""``idlib-wargame check``: everything that is wrong with a pack, and how it plays."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from idlib_wargame.cli.balance import plan_of, played_as_json, rehearsed, tell
from idlib_wargame.cli.faults import BAD_INPUT, NO, WELL, Calmly, told_calmly
from idlib_wargame.cli.speaking import Command, answer, json_option, option
from idlib_wargame.cli.speaking import tell as say
from idlib_wargame.cli.variants import Typed, variant_options
from idlib_wargame.words.language import _, fill, ngettext, unmarked
from idlib_wargame.words.lists import listed, series
from idlib_wargame.words.situation import cell_name

if TYPE_CHECKING:
    from idlib_wargame.cli.balance import Played
    from idlib_wargame.packs.problem import Problem
    from idlib_wargame.packs.reader import PackReading
    from idlib_wargame.rules.pack.scenario import Scenario


MOST_FILES = 8  # named on one line


def _help() -> str:
    return _(
        "Say everything that is wrong with a pack; with --play, also how it plays.\n\n"
        "Every habit plays so many sessions, and unless --start, --option, --turns or "
        "--arrangement says how to set the pack up, a quarter as much again tries every other way. "
        "The code is 1 where all of them together leave something of the pack out of reach: a "
        "move never legal, an outcome never reached, a row that never fires."
    )


@click.command(cls=Command, says=_help)
@click.argument("pack")
@option(
    "--play",
    "sessions",
    type=click.IntRange(1),
    says=lambda: _("Also play so many sessions."),
)
@option("--habit", says=lambda: _("With --play: only this habit; by default each in turn."))
@variant_options
@option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    says=lambda: _("The first session's seed."),
)
@json_option
def check(
    pack: str, sessions: int | None, habit: str | None, typed: Typed, seed: int, as_json: bool
) -> None:
    """Check the form of a pack, and play it where a number of sessions is given."""
    from idlib_wargame.packs.reader import read_pack
    from idlib_wargame.packs.shelf import find_pack

    if sessions is None and (habit or typed.anything):
        said = _(
            "--habit, --start, --option, --turns and --arrangement say what to play; "
            "add --play and a number of sessions."
        )
        raise Calmly(said)
    with told_calmly():
        reading = read_pack(find_pack(pack))
    if reading.scenario is None:
        _tell_problems(reading, as_json)
        sys.exit(BAD_INPUT)
    if not as_json:
        say(_well(reading.scenario))
        _tell_not_read(reading)
        _tell_seen_secrets(reading.scenario)
    if sessions is None:
        if as_json:
            secrets = _seen_secrets_as_json(reading.scenario)
            answer(_as_json(True, **_not_read_as_json(reading), seen_secrets=secrets))
        return
    plan = plan_of(reading.scenario, habit, typed.within(reading.scenario), sessions)
    played = rehearsed(reading.scenario, plan, seed)
    sys.exit(_tell_play(played, as_json))


def _tell_problems(reading: PackReading, as_json: bool) -> None:
    if as_json:
        problems = [_problem_as_json(problem) for problem in reading.problems]
        answer(_as_json(False, problems, **_not_read_as_json(reading)))
    else:
        for problem in reading.problems:
            say(str(problem))
        _tell_not_read(reading)
    count = len(reading.problems)
    found = ngettext("{count} problem found.", "{count} problems found.", count)
    say(fill(found, count=count), err=True)


def _tell_not_read(reading: PackReading) -> None:
    """A line for the files that are no part of a pack, and one for briefs that nobody reads."""
    if reading.passed_over:
        count = len(reading.passed_over)
        said = ngettext(
            "Passed over, as no file of a pack is called so: {files}.",
            "Passed over, as no files of a pack are called so: {files}.",
            count,
        )
        say(fill(said, files=_some(reading.passed_over)))
    if reading.unread:
        said = ngettext(
            "Read by nobody, as no row names it: {files}.",
            "Read by nobody, as no row names them: {files}.",
            len(reading.unread),
        )
        say(fill(said, files=_some(reading.unread)))


def _tell_seen_secrets(scenario: Scenario) -> None:
    """A line for each consequence by which outsiders may tell that there is an agreement."""
    from idlib_wargame.packs.secret_effects import seen_secrets

    told = seen_secrets(scenario)
    if not told:
        return
    say(_("Effects of agreements, perhaps secret ones, on tracks that outsiders see:"))
    for each in told:
        said = fill(
            _("  {row} moves {tracks}, seen by {seats}"),
            row=each.consequence.id,
            tracks=listed([cell_name(scenario, track) for track in each.tracks]),
            seats=listed([scenario.actor_name(actor) for actor in each.outsiders]),
        )
        say(said)


def _seen_secrets_as_json(scenario: Scenario) -> list[dict[str, Any]]:
    from idlib_wargame.packs.secret_effects import seen_secrets

    return [
        {"consequence": row.id, "tracks": [*tracks], "seats": [*seats]}
        for row, tracks, seats in seen_secrets(scenario)
    ]


def _some(files: tuple[str, ...]) -> str:
    return series([*files[:MOST_FILES], *(["…"] if len(files) > MOST_FILES else [])])


def _not_read_as_json(reading: PackReading) -> dict[str, Any]:
    return {"passed_over": [*reading.passed_over], "unread": [*reading.unread]}


def _well(scenario: Scenario) -> str:
    seats = sum(1 for seat in scenario.seats if not seat.control)
    tracks = sum(1 for track in scenario.tracks if not track.counter)
    moves, habits = len(scenario.moves), len(scenario.habits)
    counts = [
        fill(ngettext("{count} player seat", "{count} player seats", seats), count=seats),
        fill(ngettext("{count} track", "{count} tracks", tracks), count=tracks),
        fill(ngettext("{count} move", "{count} moves", moves), count=moves),
        fill(ngettext("{count} habit", "{count} habits", habits), count=habits),
    ]
    return fill(
        _("{title}, version {version}, reads without a problem: {counts}."),
        title=scenario.title,
        version=scenario.version,
        counts=series(counts),
    )


def _tell_play(played: Played, as_json: bool) -> int:
    """Print how the pack plays; the exit code. What was stopped early is not well either."""
    from idlib_wargame.rehearsal.findings import findings

    found = findings(played.rehearsals)
    well = not played.stopped and not any(each.fault for each in found)
    if as_json:
        answer(_as_json(well, play=played_as_json(played, found)))
    else:
        tell(played, found)
    return WELL if well else NO


def _problem_as_json(problem: Problem) -> dict[str, Any]:
    """What a problem says, without the marks of direction that only screens want."""
    found, expected = unmarked(problem.found), unmarked(problem.expected)
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "found": found,
        "expected": expected,
        "nearest": problem.nearest,
        "also": [*problem.also],
    }


def _as_json(
    well: bool, problems: list[dict[str, Any]] | None = None, **more: Any
) -> dict[str, Any]:
    return {"well": well, "problems": problems or [], **more}
