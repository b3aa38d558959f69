"""What is said where situation reports are written to a folder or printed."""

from __future__ import annotations

from idlib_wargame.words.language import _, fill
from idlib_wargame.words.read_aheads import not_printed_words, not_written_words


def report_not_written_words(folder: str, reason: str, written: int) -> str:
    """Why it cannot go on, and what to do."""
    if written:
        return not_written_words(folder, reason, written)
    said = _("The report could not be written to {folder} ({reason}). Choose another folder.")
    return fill(said, folder=folder, reason=reason)


def report_not_printed_words(reason: str, printed: int) -> str:
    """Why it cannot go on, and what to do."""
    if printed:
        return not_printed_words(reason, printed)
    said = _("The report could not be printed ({reason}). Choose another printer.")
    return fill(said, reason=reason)
