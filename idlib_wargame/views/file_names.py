"""What files of an exercise are called: by exercise, group, and what is in them.

Every name that is made of people's words is made here, so that every system takes it.
Names are not translated, as one exercise is handled on computers in several languages, and scripts
look for its files. Two groups of one exercise never have a file of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from unicodedata import category, normalize

from idlib_wargame.words.language import _

SUFFIX = ".wargame"
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')  # of Windows
_NO_ROOM = "\xad\u061c\u200b\u200e\u200f\u2060\ufeff"  # seen by nobody, and between no words
_JOINERS = "\u200c\u200d"  # which Persian and pictures of people are written with
_SKINS = range(0x1F3FB, 0x1F400)
_ENDS = " ." + _JOINERS
_DEVICES = re.compile(  # of Windows, whatever follows a dot
    r"(con|prn|aux|nul|com[0-9\xb9\xb2\xb3]|lpt[0-9\xb9\xb2\xb3]|conin\$|conout\$) *(\.|$)",
    re.IGNORECASE,
)
_LONGEST_NAME = 80  # letters
# Of the 143 that a file has in an encrypted home of Linux; an ending, a number that keeps it apart,
# the ending of a journal and what is put before a device's name come to the rest.
_MOST_BYTES = 112
_LONGEST_PART, _MOST_BYTES_OF_PART = 24, 36
_GROUP = "Group A"


def default_group() -> str:
    """What a group is called, in the language of the screen, until it is given a name."""
    return _("Group A")


def file_name(exercise: str, group: str, *what: str) -> str:
    """What a file of that exercise is called, without its ending.

    Where that is too long, the exercise's own name is cut short, so that names stay apart.
    """
    return _whole(_named(exercise, group, what))


def paper_name(exercise: str, group: str, *what: str) -> str:
    """The same of a paper for one reader, with what it is first: lists of files cut long names."""
    exercise, group, last = _named(exercise, group, what)
    return _whole((last, exercise, group))


def folder_name(name: str) -> str:
    """The folder of what is that seat's."""
    stem = _part(name)
    return " ".join(("seat", stem)).strip() if not stem or _DEVICES.match(stem) else stem


def _named(exercise: str, group: str, what: Sequence[str]) -> tuple[str, str, str]:
    last = ", ".join(part for each in what if (part := _part(each)))
    named = _GROUP if group == default_group() else group
    group = _fit(named)
    first = _fit(exercise)
    if last or _is_too_long(_joined((first, group))):
        group = _cut(group, _LONGEST_PART, _MOST_BYTES_OF_PART)
        beside = _joined((group, last))
        letters, size = _LONGEST_NAME - len(beside) - 2, _MOST_BYTES - len(beside.encode()) - 2
        first = _cut(first, max(letters, 0), max(size, 0))
    return first, group, last


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(part for part in parts if part)


def _whole(parts: Sequence[str]) -> str:
    name = _joined(parts)
    return f"Exercise {name}" if _DEVICES.match(name) else name


def read_alike(names: Sequence[str]) -> bool:
    """Whether any two of these would be the same part of a file's name, or one would be none."""
    parts = {_part(each).casefold() for each in names}
    return len(parts) < len(names) or "" in parts


def free_path(folder: Path, name: str, suffix: str = SUFFIX) -> Path:
    """A file of that name, made fit for every file system, that nothing else has in the folder.

    Names that differ in capitals or in how their accents are kept are one name on some systems.
    """
    stem = _cut(_whole((_fit(name),)), _LONGEST_NAME, _MOST_BYTES) or "Exercise"
    there = _names_in(folder)
    path = folder / f"{stem}{suffix}"
    number = 2
    while _alike(path.name) in there or path.exists():
        path = folder / f"{stem} ({number}){suffix}"
        number += 1
    return path


def _names_in(folder: Path) -> set[str]:
    """What is in the folder; nothing where nobody may look."""
    try:
        return {_alike(each.name) for each in folder.iterdir()}
    except OSError:
        return set()


def _alike(name: str) -> str:
    return normalize("NFC", name).casefold()


def with_ending(path: Path, suffix: str) -> Path:
    """A path as somebody typed it, with the ending; what looks like another one is of the name."""
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def turn_in_name(turn: int) -> str:
    """So that the files of an exercise stand in order: "turn 03"."""
    return f"turn {turn:02}"


def _fit(name: str) -> str:
    """The name with letters alone that every system takes and shows in their order."""
    seen = (each for each in normalize("NFC", name) if each not in _NO_ROOM)
    shown = "".join(each if each.isprintable() or each in _JOINERS else " " for each in seen)
    return " ".join(_NOT_IN_NAMES.sub(" ", shown).split()).strip(_ENDS)


def _part(name: str) -> str:
    return _cut(_fit(name), _LONGEST_PART, _MOST_BYTES_OF_PART)


def _is_too_long(name: str) -> bool:
    return len(name) > _LONGEST_NAME or len(name.encode()) > _MOST_BYTES


def _cut(name: str, letters: int, size: int) -> str:
    """As much of a name as that many letters and bytes hold, cut between what is read as one."""
    kept = name[:letters].encode()[:size].decode(errors="ignore")
    at = len(kept)
    while 0 < at < len(name) and _goes_on(name, at):
        at -= 1
    return (kept[:at] or kept).strip(_ENDS)


def _goes_on(name: str, at: int) -> bool:
    """Whether what stands there belongs to the letter before it: an accent, half of a picture."""
    here = name[at]
    is_mark = category(here).startswith("M") or here in _JOINERS or ord(here) in _SKINS
    return is_mark or name[at - 1] in _JOINERS
