"""How the record stands: is it saved, is it sound, which record is it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from idlib_wargame.session.session import Saved
from idlib_wargame.words.language import _, fill


class RecordLines(NamedTuple):
    """``fault`` is empty while every change reaches the disk; ``place`` is the file, if any."""

    safe: bool
    words: str
    place: str
    fault: str


def record_lines(saved: Saved) -> RecordLines:
    """What the desk says of the record."""
    return RecordLines(
        not saved.fault and not saved.in_memory,
        saved_words(saved),
        str(saved.path) if saved.path else "",
        _fault_words(saved.fault) if saved.fault else "",
    )


def saved_words(saved: Saved) -> str:
    """ "Saved 14:03:22 · record sound · fingerprint 7F3A 91C2"."""
    if saved.fault:
        words = _("Not on disk since {time} · fingerprint {mark}")
    elif saved.in_memory:
        words = _("In memory only · fingerprint {mark}")
    else:
        words = _("Saved {time} · record sound · fingerprint {mark}")
    at = datetime.fromisoformat(saved.at).astimezone()
    mark = saved.head[:8].upper()
    return fill(words, time=f"{at:%H:%M:%S}", mark=f"{mark[:4]} {mark[4:]}")


def _fault_words(fault: str) -> str:
    """``fault`` is a sentence, with its full stop."""
    return fill(
        _("{fault} Play goes on in memory; nothing is lost while the program is open."), fault=fault
    )
