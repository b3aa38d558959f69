"""The files of a pack from a zip, whichever system or program made it."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.text.file_names import is_left_behind, written_our_way
from idlib_wargame.packs.text.gather import (
    MOST_BYTES_A_FILE,
    MOST_BYTES_A_PACK,
    MOST_FILES,
    FoundFiles,
    a_pack,
    no_file,
    outside,
    too_large,
    too_large_a_pack,
    too_many,
)
from idlib_wargame.packs.text.misnamed import whole
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

_SAID_TO_BE_UTF8 = 0x800


def from_zip(path: Path) -> FoundFiles:
    """What a zip holds; where it is none, or cannot be read, that is the one problem."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _from_archive(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, ValueError):
        return _only(whole(str(path), _("a file that is not a zip"), a_pack()))
    except (RuntimeError, NotImplementedError):
        said = _("a zip with a password or of an unusual kind")
        return _only(whole(str(path), said, a_pack()))


def _only(problem: Problem) -> FoundFiles:
    found = FoundFiles()
    found.problems.append(problem)
    return found


def _from_archive(path: Path, archive: zipfile.ZipFile) -> FoundFiles:
    entries = [(_name_of(each), each) for each in archive.infolist() if not _is_folder(each)]
    if len(entries) > MOST_FILES:
        return _only(too_many(str(path)))
    if sum(each.file_size for _name, each in entries) > MOST_BYTES_A_PACK:
        return _only(too_large_a_pack())
    tops = _tops(name for name, _entry in entries)
    if len(tops) > 1:
        return _only(_several_packs(path, tops))
    top = tops[0] if tops else ""
    found = FoundFiles()
    for name, entry in entries:
        if _escapes(name):
            found.problems.append(outside(entry.filename))
        elif not name.startswith(top):
            if not is_left_behind(name):
                found.leave(name, top)
        else:
            found.offer(name.removeprefix(top), partial(_read, archive, entry))
    return found


def _several_packs(path: Path, tops: list[str]) -> Problem:
    found = fill(_("more than one pack ({folders})"), folders=series(tops))
    return whole(str(path), found, a_pack())


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The name of an entry in its own letters.

    macOS writes UTF-8 without saying so, which is then read as the letters of old DOS.
    """
    name = entry.filename
    if not entry.flag_bits & _SAID_TO_BE_UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/").removeprefix("./")


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith(("/", "\\"))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes | Problem:
    if not _is_file(entry):
        return no_file(name)
    with archive.open(entry) as stream:
        # The size that the zip states need not be true.
        raw = stream.read(MOST_BYTES_A_FILE + 1)
    return too_large(name) if len(raw) > MOST_BYTES_A_FILE else raw


def _is_file(entry: zipfile.ZipInfo) -> bool:
    """Whether it is no link or pipe: Unix keeps what a thing is in the upper half."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return kind in (0, stat.S_IFREG)


def _escapes(name: str) -> bool:
    parts = name.split("/")
    return name.startswith("/") or ".." in parts or ":" in parts[0]


def _tops(names: Iterable[str]) -> list[str]:
    """The folders that hold a pack, each with its slash: [""] where the zip itself does.

    A pack inside a pack is no other pack.
    """
    tops = sorted(
        name.removesuffix("pack.yaml")
        for name in map(written_our_way, names)
        if (name == "pack.yaml" or name.endswith("/pack.yaml")) and not is_left_behind(name)
    )
    return [
        top for top in tops if not any(top != other and top.startswith(other) for other in tops)
    ]
