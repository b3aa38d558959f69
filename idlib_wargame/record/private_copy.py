"""A copy of a session file to work on, so that nothing is ever written to the file or beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from idlib_wargame.record.faults import RecordFault, in_the_systems_words
from idlib_wargame.words.language import _, fill

_TRIES = 3


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the journal of a file."""
    return path.with_name(f"{path.name}-wal")


def no_room(folder: Path) -> RecordFault:
    """The fault that says that a copy to read from cannot be made."""
    template = _(
        "There is no room in the folder for temporary files ({folder}), and reading a session file"
        " takes a copy of it; make room there and try again."
    )
    return RecordFault(fill(template, folder=str(folder)))


@contextmanager
def private_copy(path: Path) -> Iterator[Path]:
    """A copy of the file, with its journal, for the length of the block.

    RecordFault where there is no file, or none that can be read.
    """
    with TemporaryDirectory(prefix="wargame-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy.wargame"
        try:
            _copy_both(path, copy)
        except FileNotFoundError as error:
            template = _(
                "“{file}” is not there; it may have been moved or renamed: choose it again."
            )
            raise RecordFault(fill(template, file=path.name)) from error
        except OSError as error:
            template = _("“{file}” cannot be read ({reason}); choose a file that you may open.")
            reason = in_the_systems_words(error)
            raise RecordFault(fill(template, file=path.name, reason=reason)) from error
        yield copy


def _copy_both(path: Path, copy: Path) -> None:
    """Once more where the file changed meanwhile: its program was just closing it."""
    for _try in range(_TRIES):
        before = _state(path)
        shutil.copyfile(path, copy)
        try:
            shutil.copyfile(journal_of(path), journal_of(copy))
        except FileNotFoundError:
            journal_of(copy).unlink(missing_ok=True)
        if _state(path) == before:
            return


def _state(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
