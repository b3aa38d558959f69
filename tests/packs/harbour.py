"""The small pack that these tests read, change and break."""

from collections.abc import Mapping
from pathlib import Path

from idlib_wargame.packs.reader import PackReading, read_files, read_pack

HARBOUR = Path(__file__).parents[1] / "data" / "harbour"
FILES = read_pack(HARBOUR).files
# The same pack with everything that a pack may have besides.
HARBOUR_FULL = HARBOUR.parent / "harbour_full"
READ_FULL = read_pack(HARBOUR_FULL)
FULL = READ_FULL.files


def changed(file: str, old: str, new: str, files: Mapping[str, str] = FILES) -> dict[str, str]:
    """The files of the pack with the first ``old`` of one file made ``new``."""
    assert old in files[file], f"{old!r} is not in {file}"
    return {**files, file: files[file].replace(old, new, 1)}


def read_changed(file: str, old: str, new: str) -> PackReading:
    """What comes of reading the pack with that change."""
    return read_files(changed(file, old, new))


def told(reading: PackReading) -> list[str]:
    """What a person is told of a reading, a line a problem."""
    return [str(problem) for problem in reading.problems]
