"""Sessions to attack: whole exercises on the packs that ship, played by a habit."""

from __future__ import annotations

from pathlib import Path

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.autoplay import begin, play_on

HARBOUR = Path(__file__).parent.parent / "data" / "harbour_full"


def harbour() -> PackReading:
    """The small pack of the tests."""
    return read_pack(HARBOUR)


def full() -> PackReading:
    """The same with injects, aims and all else that a pack may have."""
    return read_pack(HARBOUR.with_name("harbour_full"))


def shipped() -> list[PackReading]:
    """The packs that come with the program."""
    return [read_pack(path) for path in shipped_packs()]


def played(path: Path, reading: PackReading, number: int = 1) -> Path:
    """A closed file of a whole exercise; ``number`` is that of its seed."""
    assert reading.scenario is not None
    habit = reading.scenario.habits[0].id
    session = begin(path, reading, habit, seed_from_number(number))
    for _change in play_on(session):
        pass
    session.close()
    return path
