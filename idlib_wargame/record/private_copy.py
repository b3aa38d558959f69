"""A copy of a session file to work on, so that nothing is ever written to the file or beside it."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from idlib_wargame.record.faults import RecordFault
from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill

if sys.platform != "win32":
    import fcntl

_TRIES = 3
_PREFIX = "wargame-copy-"
_IN_USE = "in-use"  # locked by the process that works on the copy; the lock dies with it
_COPY = "copy.wargame"
_JUST_BEGUN = 60  # seconds for which a folder without a lock may be another's that begins
_NO_ROOM = errno.ENOSPC, errno.EDQUOT, errno.EROFS


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

    RecordFault where there is no file, none that can be read, or no room for the copy.
    """
    if path.exists() and not path.is_file():
        template = _("“{file}” is a folder or a device and no file; choose a session file.")
        raise RecordFault(fill(template, file=path.name or str(path)))
    with _folder_of_ours() as folder:
        copy = folder / _COPY
        try:
            _copy_both(path, copy)
        except FileNotFoundError as error:
            template = _(
                "“{file}” is not there; it may have been moved or renamed: choose it again."
            )
            raise RecordFault(fill(template, file=path.name)) from error
        except OSError as error:
            if error.errno in _NO_ROOM:
                raise no_room(folder.parent) from error
            template = _("“{file}” cannot be read ({reason}); choose a file that you may open.")
            reason = disk_reason(error)
            raise RecordFault(fill(template, file=path.name, reason=reason)) from error
        yield copy


@contextmanager
def _folder_of_ours() -> Iterator[Path]:
    """A folder that no other account may look into, gone after the block."""
    _sweep_up_once()
    try:
        folder = Path(mkdtemp(prefix=_PREFIX))
        lock = os.open(folder / _IN_USE, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise no_room(_temporary()) from error
    try:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield folder
    finally:
        os.close(lock)
        shutil.rmtree(folder, ignore_errors=True)


def _temporary() -> Path:
    try:
        return Path(gettempdir())
    except OSError:  # none at all that can be written
        return Path(os.environ.get("TMPDIR") or os.environ.get("TEMP") or os.sep)


def sweep_up() -> None:
    """Removes copies of processes that died over them, and no other."""
    with suppress(OSError):
        for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
            if _is_left_behind(folder):
                shutil.rmtree(folder, ignore_errors=True)


_sweep_up_once = cache(sweep_up)


def _is_left_behind(folder: Path) -> bool:
    try:
        status = folder.lstat()
        if sys.platform != "win32" and status.st_uid != os.getuid():
            return False
        if time.time() - status.st_mtime < _JUST_BEGUN:
            return False
        strange = [each for each in folder.iterdir() if not each.name.startswith((_COPY, _IN_USE))]
        return not strange and not _is_locked(folder / _IN_USE)
    except OSError:
        return False


if sys.platform == "win32":

    def _is_locked(file: Path) -> bool:
        """A file that is open cannot be deleted: OSError, as where it cannot be told elsewhere."""
        file.unlink(missing_ok=True)
        return False

else:

    def _is_locked(file: Path) -> bool:
        """Whether a living process holds the file. OSError where that cannot be told."""
        if not file.exists():
            return False
        handle = os.open(file, os.O_RDWR | os.O_NOFOLLOW)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
        return False


def _copy_both(path: Path, copy: Path) -> None:
    """Once more where the file changed meanwhile: its program was just closing it."""
    for _try in range(_TRIES):
        before = _state(path)
        shutil.copyfile(path, copy)
        try:
            shutil.copyfile(journal_of(path), journal_of(copy))
        except OSError as error:
            # A name that is too long for a journal has none.
            if error.errno not in (errno.ENOENT, errno.ENAMETOOLONG):
                raise
            journal_of(copy).unlink(missing_ok=True)
        if _state(path) == before:
            return


def _state(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
