"""Exit codes, and faults of the world told in one calm sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from idlib_wargame.cli.speaking import tell
from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill

WELL, NO, BAD_INPUT = 0, 1, 2


class Calmly(click.ClickException):
    """Bad input: a calm sentence, or one a line, and exit code 2."""

    exit_code = BAD_INPUT

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self._lines = lines

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentences alone."""
        for line in self._lines:
            tell(line, err=True)


@contextmanager
def told_calmly() -> Iterator[None]:
    """Turn every fault of the world into one calm sentence."""
    from idlib_wargame.packs.problem import PackFault
    from idlib_wargame.session.faults import Refused, SessionFault

    try:
        yield
    except PackFault as fault:
        raise Calmly(*map(str, fault.problems)) from fault
    except (SessionFault, Refused) as fault:
        raise Calmly(str(fault)) from fault
    except BrokenPipeError:
        raise  # whoever read along has gone; click knows how to go quietly
    except OSError as fault:
        raise Calmly(_told(fault)) from fault


def _told(fault: OSError) -> str:
    reason = disk_reason(fault)
    reason = f"{reason[:1].upper()}{reason[1:]}"
    if not fault.filename:
        return fill(_("{reason}. Nothing was changed."), reason=reason)
    said = _("{reason} ({file}). Nothing was changed.")
    return fill(said, reason=reason, file=str(fault.filename))
