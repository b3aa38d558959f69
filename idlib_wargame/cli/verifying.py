"""``idlib-wargame verify``: is a session sound, and is every result what the tables give?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from idlib_wargame.cli.faults import NO, WELL, Calmly, told_calmly
from idlib_wargame.cli.speaking import Command, answer, json_option, option, tell
from idlib_wargame.words.language import _, fill


@click.command(
    cls=Command,
    says=lambda: _("Check digests and seed, and do every act that play works out once more."),
)
@click.argument("file", type=click.Path(path_type=Path))
@option(
    "--head",
    default="",
    says=lambda: _(
        "A record fingerprint that was noted during play, of any entry: at least 16 digits, such "
        "as “3f9a 02bc 11de 77aa”."
    ),
)
@json_option
def verify(file: Path, head: str, as_json: bool) -> None:
    """Check digests and seed, and do every act that play works out once more."""
    from idlib_wargame.session.verifying import verify as verified
    from idlib_wargame.words.heads import NoHead

    try:
        with told_calmly():
            verdict = verified(file, head)
    except NoHead as fault:
        raise Calmly(str(fault)) from fault
    if as_json:
        checks = [check._asdict() for check in verdict.checks]
        answer({"well": verdict.well, "head": verdict.head, "checks": checks})
    else:
        for check in verdict.checks:
            said = _("well      {name}: {text}") if check.well else _("NOT WELL  {name}: {text}")
            tell(fill(said, name=check.name, text=check.text))
    sys.exit(WELL if verdict.well else NO)
