"""``idlib-wargame verify``: is a session sound, and is every result what the tables give?"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from idlib_wargame.cli.calmly import NO, WELL, json_option, told_calmly


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def verify(file: Path, as_json: bool) -> None:
    """Check digests and seed, fold again, and adjudicate every order again."""
    from idlib_wargame.session.verifying import verify as verified

    with told_calmly():
        verdict = verified(file)
    if as_json:
        checks = [check._asdict() for check in verdict.checks]
        click.echo(json.dumps({"well": verdict.well, "checks": checks}, ensure_ascii=False))
    else:
        for check in verdict.checks:
            click.echo(f"{'well' if check.well else 'NOT WELL':8}  {check.name}: {check.text}")
    sys.exit(WELL if verdict.well else NO)
