"""What commands are given: a pack by its path or name, a session file, a row of a pack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from idlib_wargame.cli.faults import Calmly, told_calmly
from idlib_wargame.cli.speaking import tell
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series

if TYPE_CHECKING:
    from idlib_wargame.packs.reader import PackReading
    from idlib_wargame.session.reading import SavedSession


def pack_named(pack: str) -> PackReading:
    """A pack by its path or shipped name, ready to play; else every problem and exit code 2."""
    from idlib_wargame.packs.reader import read_pack
    from idlib_wargame.packs.shelf import find_pack

    reading = read_pack(find_pack(pack))
    if reading.scenario is None:
        for problem in reading.problems:
            tell(str(problem), err=True)
        count = len(reading.problems)
        said = ngettext(
            "The pack cannot be played until its {count} problem is mended.",
            "The pack cannot be played until its {count} problems are mended.",
            count,
        )
        raise Calmly(fill(said, count=count))
    return reading


def session_in(file: Path) -> SavedSession:
    """A session file, as far as it is sound."""
    from idlib_wargame.session.reading import read_session

    with told_calmly():
        return read_session(file)


def habit_named(name: str, habits: Sequence[str]) -> str:
    """The id of the habit that is meant; it may be typed with dashes."""
    return known_id(name, habits, _("Found habit “{name}”, expected one of the pack's: {known}."))


def known_id(name: str, names: Sequence[str], otherwise: str, none: str = "", **places: str) -> str:
    """The id that is meant. ``none`` is said where there is nothing to choose from."""
    wanted = name.replace("-", "_")
    if wanted not in names:
        said = otherwise if names else none
        raise Calmly(fill(said, name=name, known=spelt(names), **places))
    return wanted


def spelt(names: Sequence[str]) -> str:
    """Ids as they are typed here."""
    return series([each.replace("_", "-") for each in names])
