"""The program knows nothing of any pack: what a pack names stands in the pack and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from idlib_wargame.packs.reader import load
from idlib_wargame.packs.shelf import PACKAGE, shipped_packs
from idlib_wargame.rules.pack.map import Feature
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.pack.tracks import Track

# Names in packs that are ordinary words as well, and what the program needs them for.
ORDINARY = {
    "deal": "dealing things out to columns",
    "posts": "a kind of feature that any pack's map may have",
    "press": "what is done to a key or a button",
    "sea": "the colour of water on any map",
}
# The program's own name, which is a place as well.
PROGRAM = re.compile(r"idlib[-_ ]wargame", re.I)


def named_in(pack: Path) -> Iterator[str]:
    """The ids and names of a pack's seats, tracks and places."""
    scenario = load(pack)
    rows: list[Seat | Track | Feature] = [*scenario.seats, *scenario.tracks, *scenario.map]
    for row in rows:
        yield from (word.casefold() for word in (row.id, row.name) if word)


def found_in(text: str, names: Collection[str]) -> list[tuple[int, str]]:
    """The lines of a text on which names stand as whole words, the longest first, and the names."""
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return [
        (number, match.group())
        for number, line in enumerate(PROGRAM.sub("", text).casefold().splitlines(), 1)
        for match in pattern.finditer(line)
    ]


def found_in_program(names: Collection[str]) -> dict[str, str]:
    """Where in the program's sources names stand: file and line, and the name."""
    return {
        f"{source.relative_to(PACKAGE).as_posix()}:{line}": name
        for source in sorted(PACKAGE.rglob("*.py"))
        for line, name in found_in(source.read_text(encoding="utf-8"), names)
    }


def test_the_program_names_nothing_that_a_pack_names() -> None:
    """No seat, track or place of a pack that ships stands in code, in remarks or in examples."""
    names = {name for pack in shipped_packs() for name in named_in(pack)}
    assert len(names) > 100
    assert found_in_program(names - ORDINARY.keys()) == {}


def test_every_exception_is_still_needed() -> None:
    """A word is excepted only while a pack uses it and the program does too."""
    names = {name for pack in shipped_packs() for name in named_in(pack)}
    assert ORDINARY.keys() <= names
    assert set(found_in_program(ORDINARY).values()) == ORDINARY.keys()


def test_a_name_is_found_as_a_whole_word_only() -> None:
    """Names are found in any spelling of capitals and in code, but not within longer words."""
    names = {"north", "north shore", "m5"}
    assert found_in('x = 1\nseat == "North"', names) == [(2, "north")]
    assert found_in("the North Shore; m5 >= 2", names) == [(1, "north shore"), (1, "m5")]
    assert found_in("northern_line, m50, idlib_wargame, Idlib wargame", {*names, "idlib"}) == []
