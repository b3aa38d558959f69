"""A file or a folder that is there whole, or not at all.

What is written goes into a draft beside its place first, and takes that place in one step. A full
disk, a pulled stick or a killed program leaves what was there before. What a killed program left of
a draft is taken away by the next that writes into that folder, a day later and no sooner.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

_HIDDEN, _DRAFT = ".wargame-", ".part"  # no pack reads a hidden folder, and no one lists it
# A draft and what SQLite keeps beside one; nobody else names files so.
_OURS = re.compile(r"\.wargame-\w{8}\.part(-journal|-wal|-shm)?", re.ASCII)
_STALE = 24 * 3600  # seconds; a draft takes a few, and clocks of shares may be hours apart


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that its owner alone may read. Raises OSError, and then nothing has changed.

    A link is followed. What is no file (a pipe, a terminal) is written to as it stands.
    """
    place = Path(os.path.realpath(path))
    with _named(path):
        if place.exists() and not place.is_file() and not place.is_dir():
            place.write_bytes(content)
            return
        _tidy(place.parent)
        # One that its owner alone may read, under a name that is free and never too long.
        handle, draft = tempfile.mkstemp(suffix=_DRAFT, prefix=_HIDDEN, dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(draft).replace(place)
        except BaseException:
            with suppress(OSError):
                Path(draft).unlink()
            raise


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """A file beside the place of a new one, to be filled by whoever it is given to.

    At the end of the block it takes its place, unless something stands there by then. Raises
    OSError, and then there is no file: neither under its name nor under the draft's.
    """
    with _named(path):
        _tidy(path.parent)
        handle, name = tempfile.mkstemp(suffix=_DRAFT, prefix=_HIDDEN, dir=path.parent)
        os.close(handle)
        draft = Path(name)
        try:
            yield draft
            _give_place(draft, path)
            _flush_names(path.parent)
        except BaseException:
            with suppress(OSError):
                draft.unlink()
            raise


def _tidy(folder: Path) -> None:
    """Take away drafts whose program was killed; where anything is in doubt, they stay."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                with suppress(OSError):
                    if _is_left_over(entry.stat(follow_symlinks=False)):
                        Path(entry.path).unlink()


def _is_left_over(found: os.stat_result) -> bool:
    if sys.platform != "win32" and found.st_uid != os.getuid():
        return False
    return stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > _STALE


def _give_place(draft: Path, place: Path) -> None:
    """Renaming would put it in the place of another file; a second name for it never does."""
    try:
        os.link(draft, place)
    except FileExistsError:
        raise
    except OSError:  # a stick whose files can have one name only
        if os.path.lexists(place):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        draft.rename(place)
    else:
        draft.unlink()


def _flush_names(folder: Path) -> None:
    """What a folder calls its files is on the disk too, where the system can be asked for that."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_folder_whole(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    """Write files into a new folder, or into one that holds nothing of theirs.

    Raises OSError, and then nothing of it is there: no file, and no folder above it that was made.
    """
    with _named(folder):
        made = _make(folder)
        try:
            draft = Path(tempfile.mkdtemp(suffix=_DRAFT, prefix=_HIDDEN, dir=folder))
            try:
                _fill(draft, files)
                _move_out(draft)
            finally:
                shutil.rmtree(draft, ignore_errors=True)
        except BaseException:
            for each in reversed(made):
                with suppress(OSError):
                    each.rmdir()
            raise


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """A fault names what was to be written, and not the draft of it."""
    try:
        yield
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(path)) from fault


def _make(folder: Path) -> list[Path]:
    """The folders that had to be made, outermost first; none is left where one cannot be."""
    made: list[Path] = []
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        for each in reversed(missing):
            each.mkdir()
            made.append(each)
    except BaseException:
        for each in reversed(made):
            each.rmdir()
        raise
    return made


def _fill(draft: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    for name, content in files.items():
        file = draft / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _move_out(draft: Path) -> None:
    """Out of the draft and into the folder it lies in; all of it, or none."""
    moved: list[Path] = []
    try:
        for each in sorted(draft.iterdir()):
            each.rename(draft.parent / each.name)
            moved.append(draft.parent / each.name)
    except BaseException:
        for each in moved:
            each.rename(draft / each.name)
        raise
