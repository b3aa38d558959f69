"""What files of an exercise are called: by exercise, group, and what is in them.

Names are not translated, as one exercise is handled on computers in several languages, and scripts
look for its files. Two groups of one exercise never have a file of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from idlib_wargame.words.language import _

SUFFIX = ".wargame"
# Also signs that nobody sees: those of control, and those that turn the direction of text.
_NOT_IN_NAMES = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+'
)
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)  # of Windows
_LONGEST_NAME = 80  # letters
_MOST_BYTES = 200  # of the 255 of most systems: an ending, a number and a journal's ending follow
_LONGEST_PART = 24
_GROUP = "Group A"


def default_group() -> str:
    """What a group is called, in the language of the screen, until it is given a name."""
    return _("Group A")


def file_name(exercise: str, group: str, *what: str) -> str:
    """What a file of that exercise is called, without its ending.

    Where that is too long, the exercise's own name is cut short, so that names stay apart.
    """
    return ", ".join(part for part in _named(exercise, group, what) if part)


def paper_name(exercise: str, group: str, *what: str) -> str:
    """The same of a paper for one reader, with what it is first: lists of files cut long names."""
    exercise, group, last = _named(exercise, group, what)
    return ", ".join(part for part in (last, exercise, group) if part)


def folder_name(name: str) -> str:
    """The folder of what is that seat's."""
    stem = _part(name)
    return " ".join(("seat", stem)).strip() if not stem or _DEVICES.match(stem) else stem


def _named(exercise: str, group: str, what: Sequence[str]) -> tuple[str, str, str]:
    named = _GROUP if group == default_group() else group
    last = ", ".join(part for each in what if (part := _part(each)))
    group = _fit(named)
    first = _fit(exercise)
    if last:
        group = group[:_LONGEST_PART].strip(" .")
        room = _LONGEST_NAME - sum(len(each) + 2 for each in (group, last) if each)
        first = first[: max(room, 0)].strip(" .")
    return first, group, last


def read_alike(names: Sequence[str]) -> bool:
    """Whether any two of these would be the same part of a file's name, or one would be none."""
    parts = {_part(each).casefold() for each in names}
    return len(parts) < len(names) or "" in parts


def free_path(folder: Path, name: str, suffix: str = SUFFIX) -> Path:
    """A file of that name, made fit for every file system, that nothing else has in the folder."""
    stem = _short(_fit(name))
    if not stem or _DEVICES.match(stem):
        stem = " ".join(("Exercise", stem)).strip()
    path = folder / f"{stem}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}{suffix}"
        number += 1
    return path


def with_ending(path: Path, suffix: str) -> Path:
    """A path as somebody typed it, with the ending; what looks like another one is of the name."""
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def turn_in_name(turn: int) -> str:
    """So that the files of an exercise stand in order: "turn 03"."""
    return f"turn {turn:02}"


def _fit(name: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub(" ", name).split()).strip(" .")


def _part(name: str) -> str:
    return _fit(name)[:_LONGEST_PART].strip(" .")


def _short(name: str) -> str:
    """A name cut between letters where it is too long for a file system."""
    cut = name[:_LONGEST_NAME].encode()[:_MOST_BYTES].decode(errors="ignore")
    return cut.strip(" .")
