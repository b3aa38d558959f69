"""What is wrong with a pack, where, and what would be right. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from idlib_wargame.words.language import _, fill, is_right_to_left, ngettext, unmarked
from idlib_wargame.words.lists import series

LONGEST_QUOTE = 60
MOST_PLACES = 5
# What is told first: a file or a name at fault is the cause of much that others seem to be.
FIRST, SECOND, LATER = 0, 1, 2
_ISOLATES = "\u2066\u2067\u2068\u2069"
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one file. ``line`` and ``column`` count from 1; 0 means the file as a whole.

    ``nearest`` is the valid name most like the one found, or "" where none is near. ``rank`` says
    how early it is told, ``unknown`` which name is nowhere to be found, and ``also`` in which other
    places, as "file:line:column", the very same fault is.
    """

    file: str
    line: int
    column: int
    found: str
    expected: str
    nearest: str = ""
    rank: int = field(default=LATER, compare=False)
    unknown: str = field(default="", compare=False)
    also: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return unmarked(self.sentence)

    @property
    def place(self) -> str:
        """File, line and column, or the file alone."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    @property
    def sentence(self) -> str:
        """The problem as one line for a window; its text form is the same for terminals."""
        told = self._told
        if not self.also:
            return told
        many = ngettext(
            "{problem}; also in {count} more place: {places}",
            "{problem}; also in {count} more places: {places}",
            len(self.also),
        )
        some = [*self.also[:MOST_PLACES], *(["…"] if len(self.also) > MOST_PLACES else [])]
        places = series([_printable(each) for each in some])
        return fill(many, problem=told, count=len(self.also), places=places)

    @property
    def _told(self) -> str:
        template = (
            _("{place}: found {found}, expected {expected}; did you mean '{nearest}'?")
            if self.nearest
            else _("{place}: found {found}, expected {expected}")
        )
        # Names of files and rows may hold anything, and one problem is one line.
        place, near = _printable(self.place), _printable(self.nearest)
        found, expected = _on_one_line(self.found), _on_one_line(self.expected)
        return fill(template, place=place, found=found, expected=expected, nearest=near)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check of one value found. ``inside`` and ``offset`` say where within the value.

    ``inside`` is a path below the value, ``on_key`` points at a key rather than what it holds, and
    ``offset`` counts characters from 0 in the value's own text. ``rank`` and ``unknown`` are those
    of the problem.
    """

    found: str
    expected: str
    nearest: str = ""
    inside: tuple[str | int, ...] = ()
    on_key: bool = False
    offset: int | None = None
    rank: int = LATER
    unknown: str = ""


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in text)


def _on_one_line(text: str) -> str:
    """A phrase of ours, with our marks of direction; what it quotes has lost its own."""
    ours = _ISOLATES + _TURNING if is_right_to_left() else _ISOLATES
    return "".join(char if char in ours else _printable(char) for char in text)


class PackFault(ValueError):
    """A pack that cannot be played, with every problem it has. Its text is one line a problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, names: Iterable[str]) -> str:
    """The name most like the word, or "" where none is near."""
    # Only a pack with a fault needs it, and the start window reads this module.
    from difflib import get_close_matches

    close = get_close_matches(word[:LONGEST_QUOTE], list(names), n=1, cutoff=0.6)
    return close[0] if close else ""


def quoted(text: str) -> str:
    """The text between quotation marks, on one line and cut short where it is long."""
    line = _printable(" ".join(text.split()))
    return f"'{line[: LONGEST_QUOTE - 1]}…'" if len(line) > LONGEST_QUOTE else f"'{line}'"
