"""``idlib-wargame verify``: is a session sound, and is every result what the tables give?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from idlib_wargame.cli.faults import NO, WELL, told_calmly
from idlib_wargame.cli.speaking import Command, answer, json_option, tell
from idlib_wargame.words.language import _, fill


@click.command(
    cls=Command,
    says=lambda: _("Check digests and seed, fold again, and adjudicate every order again."),
)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def verify(file: Path, as_json: bool) -> None:
    """Check digests and seed, fold again, and adjudicate every order again."""
    from idlib_wargame.session.verifying import verify as verified

    with told_calmly():
        verdict = verified(file)
    if as_json:
        checks = [check._asdict() for check in verdict.checks]
        answer({"well": verdict.well, "checks": checks})
    else:
        for check in verdict.checks:
            said = _("well      {name}: {text}") if check.well else _("NOT WELL  {name}: {text}")
            tell(fill(said, name=check.name, text=check.text))
    sys.exit(WELL if verdict.well else NO)
