"""Why the reading of a session file stops, and the sentence that says so.

Each sentence stands here whole, once for a file of which nothing can be read and once for one that
is sound up to some entry, so that other languages can put it in their own order.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto

from idlib_wargame.record import file_format
from idlib_wargame.record.entry import Entry
from idlib_wargame.words.dates import day_words
from idlib_wargame.words.language import _, fill, ngettext


class Stop(Enum):
    """Why reading stops."""

    FOREIGN = auto()  # not a session file
    UNRELEASED = auto()  # figure ``form``: made by a version that was never released
    NEWER = auto()  # figure ``form``: made by a newer version
    EMPTY = auto()
    CUT_SHORT = auto()  # figures ``found`` and ``due``, in bytes
    DAMAGED = auto()  # pages that SQLite does not take
    HEADER = auto()
    JOURNAL = auto()
    SEEDLESS = auto()  # the seed is gone or is not the one of its fingerprint
    PACK = auto()  # part of the pack is gone in both of its copies
    SHAPE = auto()  # something else bears the name of one of our tables
    MISSING = auto()  # figure ``entry``: there is none of that number
    ALTERED = auto()  # figure ``entry``: its digest is wrong
    MENDED = auto()  # figure ``entry``: one bit of it was flipped, and is known
    NO_UPGRADE = auto()  # an older form that cannot be brought up to date


class Unsound(Exception):
    """Reading stops here. ``figures`` are those that the sentence needs, by the name of place."""

    def __init__(self, stop: Stop, **figures: int) -> None:
        super().__init__(stop, figures)
        self.stop = stop
        self.figures = figures


# Each is marked, and so put into the language of the screen, only when it is asked for.
_NOTHING_READ: dict[Stop, Callable[[Unsound], str]] = {
    Stop.FOREIGN: lambda _fault: _(
        "Nothing in “{file}” can be read, because it is not a session file; it is left as it was."
    ),
    Stop.UNRELEASED: lambda _fault: _(
        "“{file}” was made by a version that was never released (form {form}, where this one"
        " reads form {known}); it is left as it was: open it with the version that made it."
    ),
    Stop.NEWER: lambda _fault: _(
        "“{file}” was made by a newer version of this program (form {form}, where this one"
        " reads form {known}); it is left as it was: update the program to open it."
    ),
    Stop.EMPTY: lambda _fault: _(
        "Nothing in “{file}” can be read, because it is empty; it is left as it was."
    ),
    Stop.CUT_SHORT: lambda fault: ngettext(
        "Nothing in “{file}” can be read, because it is cut short ({found} byte of {due}); it"
        " is left as it was.",
        "Nothing in “{file}” can be read, because it is cut short ({found} bytes of {due}); it"
        " is left as it was.",
        fault.figures.get("found", 0),
    ),
    Stop.DAMAGED: lambda _fault: _(
        "Nothing in “{file}” can be read, because some of its pages are damaged; it is left as"
        " it was."
    ),
    Stop.HEADER: lambda _fault: _(
        "Nothing in “{file}” can be read, because its header is damaged; it is left as it was."
    ),
    Stop.JOURNAL: lambda _fault: _(
        "Nothing in “{file}” can be read, because the journal beside it is damaged; it is left"
        " as it was."
    ),
    Stop.SEEDLESS: lambda _fault: _(
        "Nothing in “{file}” can be read, because the secret seed of its dice is missing or"
        " damaged; it is left as it was."
    ),
    Stop.PACK: lambda _fault: _(
        "Nothing in “{file}” can be read, because both copies of a part of its pack are damaged;"
        " it is left as it was."
    ),
    Stop.SHAPE: lambda _fault: _(
        "Nothing in “{file}” can be read, because its tables are not those of a session file; it"
        " is left as it was."
    ),
    Stop.MISSING: lambda _fault: _(
        "Nothing in “{file}” can be read, because entry {entry} is missing; it is left as it was."
    ),
    Stop.ALTERED: lambda _fault: _(
        "Nothing in “{file}” can be read, because entry {entry} does not match its digest; it"
        " is left as it was."
    ),
    Stop.MENDED: lambda _fault: _(
        "Nothing in “{file}” can be read, because entry {entry} does not match its digest; it"
        " is left as it was."
    ),
    Stop.NO_UPGRADE: lambda _fault: _(
        "Nothing in “{file}” can be read, because it does not take the changes that this"
        " version needs; it is left as it was."
    ),
}

# Nothing is said of the stops that leave no entry to show.
_READ_IN_PART: dict[Stop, Callable[[Unsound], str]] = {
    Stop.EMPTY: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because it is empty and only its journal is left; it is left as it was."
    ),
    Stop.CUT_SHORT: lambda fault: ngettext(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because it is cut short ({found} byte of {due}); it is left as it was.",
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because it is cut short ({found} bytes of {due}); it is left as it was.",
        fault.figures.get("found", 0),
    ),
    Stop.DAMAGED: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because some of its pages are damaged; it is left as it was."
    ),
    Stop.HEADER: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because its header is damaged; it is left as it was."
    ),
    Stop.JOURNAL: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because the journal beside it is damaged; it is left as it was."
    ),
    Stop.SEEDLESS: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because the secret seed of its dice is missing or damaged; it is left as it"
        " was."
    ),
    Stop.PACK: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far as that, because both"
        " copies of a part of its pack are damaged; it is left as it was."
    ),
    Stop.SHAPE: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far as that, because its"
        " tables are not those of a session file; it is left as it was."
    ),
    Stop.MISSING: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because entry {entry} is missing; it is left as it was."
    ),
    Stop.ALTERED: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because entry {entry} does not match its digest; it is left as it was."
    ),
    Stop.MENDED: lambda _fault: _(
        "“{file}” is shown whole, up to entry {number} ({when}), though one bit of entry {entry} is"
        " damaged: its digest told which; the file is left as it was."
    ),
    Stop.NO_UPGRADE: lambda _fault: _(
        "“{file}” is sound up to entry {number} ({when}) and is shown as far"
        " as that, because it does not take the changes that this version needs; it is left as"
        " it was."
    ),
}


def sentence(fault: Unsound, file: str, last: Entry | None, loose: int = 0) -> str:
    """Why the reading of ``file`` stopped after ``last``, or before any entry, in one sentence.

    Another follows where so many entries were found ``loose`` after that.
    """
    if last is None:
        template = _NOTHING_READ[fault.stop](fault)
        return fill(template, file=file, known=file_format.FORM, **fault.figures)
    template = _READ_IN_PART[fault.stop](fault)
    when = _moment_words(last.at)
    told = fill(template, file=file, number=last.number, when=when, **fault.figures)
    return f"{told} {_loose_words(loose)}" if loose else told


def beginning_lost(file: str, loose: int) -> str:
    """The sentence of a file whose first entry is lost, and so many after it are not."""
    said = ngettext(
        "The beginning of “{file}” is damaged; {count} entry after it can be read, and nothing"
        " joins it to what came before; the file is left as it was.",
        "The beginning of “{file}” is damaged; {count} entries after it can be read, and nothing"
        " joins them to what came before; the file is left as it was.",
        loose,
    )
    return fill(said, file=file, count=loose)


def journal_missing(file: str, journal: str) -> str:
    """The sentence of a file that is sound, and that may not be all."""
    said = _(
        "“{file}” was in use when it was copied or last written, and the journal that stood beside"
        " it (“{journal}”) is not here: what was done last may be missing."
    )
    return fill(said, file=file, journal=journal)


def copy_damaged(file: str) -> str:
    """The sentence of a file that is whole only because it keeps some of its parts twice."""
    said = _(
        "In “{file}”, one of the two copies of the pack or of the seed of the dice is damaged;"
        " the other is whole, so nothing is lost."
    )
    return fill(said, file=file)


def _loose_words(loose: int) -> str:
    said = ngettext(
        "{count} entry after that can be read, and nothing joins it to what came before.",
        "{count} entries after that can be read, and nothing joins them to what came before.",
        loose,
    )
    return fill(said, count=loose)


def _moment_words(at: str) -> str:
    """When an entry was made; as it stands where that is no time."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return fill(_("{day}, {time} UTC"), day=day_words(moment.date()), time=f"{moment:%H:%M:%S}")
