"""How the record stands: is it saved, is it sound, which record is it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime
from typing import NamedTuple

from idlib_wargame.files.synced import service_of
from idlib_wargame.record.entry import Entry
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.session import Saved
from idlib_wargame.words.heads import head_explained, head_words
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.synced import synced_while_playing


class RecordLines(NamedTuple):
    """``fault`` is empty while every change reaches the disk; ``place`` is the file, if any.

    ``about`` explains the record head, sentence by sentence, and what may happen where the file is.
    """

    safe: bool
    words: str
    about: tuple[str, ...]
    place: str
    fault: str


def record_lines(saved: Saved) -> RecordLines:
    """What the desk says of the record."""
    service = service_of(saved.path.parent) if saved.path else ""
    synced = (synced_while_playing(service),) if service else ()
    return RecordLines(
        not saved.fault and not saved.in_memory,
        saved_words(saved, service),
        (*head_explained(), *synced),
        str(saved.path) if saved.path else "",
        _fault_words(saved.fault) if saved.fault else "",
    )


def saved_words(saved: Saved, service: str = "") -> str:
    """ "Saved 14:03:22 · record sound · record head 7f3a 91c2 04d8 55be"."""
    if saved.fault:
        words = _("Not on disk since {time} · record fingerprint {head}")
    elif saved.in_memory:
        words = _("In memory only · record fingerprint {head}")
    elif service:
        words = _("Saved {time}, synced by {service} · record sound · record fingerprint {head}")
    else:
        words = _("Saved {time} · record sound · record fingerprint {head}")
    at = datetime.fromisoformat(saved.at).astimezone()
    return fill(words, time=f"{at:%H:%M:%S}", service=service, head=head_words(saved.head))


def head_after(entries: Sequence[Entry], struck: Set[int], turn: int) -> str:
    """The digest of the entry that closed a turn; of the last one while the turn is open."""
    closings = (
        entry
        for entry in reversed(entries)
        if entry.kind == CLOSED.name and entry.number not in struck and entry.body["turn"] == turn
    )
    return next(closings, entries[-1]).digest


def _fault_words(fault: str) -> str:
    """``fault`` is a sentence, with its full stop."""
    return fill(
        _("{fault} Play goes on in memory; nothing is lost while the program is open."), fault=fault
    )
