"""What somebody was writing as offers ended for good: it goes to the notes of their seat."""

from __future__ import annotations

from idlib_wargame.rules.offer import Offer
from idlib_wargame.views.bargains.writing import Reading
from idlib_wargame.words.language import _


def unkept_offer(offer: Offer, reading: Reading) -> str:
    """An offer of which no draft says the same, as a note has it."""
    return unkept_words("\n".join(filter(str.strip, (*reading.terms, offer.text))))


def unkept_words(typed: str) -> str:
    """What was typed, under what it is; empty for nothing."""
    head = _("Half written as the exercise was finished:")
    return f"{head}\n{typed}" if typed.strip() else ""


def told_where() -> str:
    """What somebody is told from whom it was taken."""
    return _("What you were writing as the exercise was finished stands in your notes.")
