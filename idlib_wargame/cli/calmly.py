"""What every command shares: exit codes, and faults told in one calm sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from idlib_wargame.packs.reader import PackReading
    from idlib_wargame.session.reading import SavedSession

WELL, NO, BAD_INPUT = 0, 1, 2
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


class Calmly(click.ClickException):
    """Bad input: one calm sentence and exit code 2."""

    exit_code = BAD_INPUT

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence alone."""
        click.echo(self.format_message(), err=True)


@contextmanager
def told_calmly() -> Iterator[None]:
    """Turn every fault of the world into one calm sentence."""
    from idlib_wargame.packs.problem import PackFault
    from idlib_wargame.session.faults import Refused, SessionFault

    try:
        yield
    except (PackFault, SessionFault, Refused) as fault:
        raise Calmly(str(fault)) from fault
    except OSError as fault:
        where = f" ({fault.filename})" if fault.filename else ""
        raise Calmly(f"{fault.strerror or fault}{where}. Nothing was changed.") from fault


def pack_named(pack: str) -> PackReading:
    """A pack by its path or shipped name, ready to play; else every problem and exit code 2."""
    from idlib_wargame.packs.reader import read_pack
    from idlib_wargame.packs.shelf import find_pack

    reading = read_pack(find_pack(pack))
    if reading.scenario is None:
        for problem in reading.problems:
            click.echo(str(problem), err=True)
        raise Calmly(
            f"The pack cannot be played until its {len(reading.problems)} problems are mended."
        )
    return reading


def session_in(file: Path) -> SavedSession:
    """A session file, as far as it is sound."""
    from idlib_wargame.session.reading import read_session

    with told_calmly():
        return read_session(file)
