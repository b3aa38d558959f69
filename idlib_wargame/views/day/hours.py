"""Hours of the clock as people type them, and as plans have them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from idlib_wargame.words.figures import own_digits

_TYPED = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?")


def hour_typed(text: str) -> str | None:
    """The hour that somebody typed: "16:30" for "16.30", "1630" and "16h30", "09:00" for "9".

    Empty for nothing; None for what is no hour.
    """
    wanted = own_digits(text.strip())
    if not wanted:
        return ""
    found = _TYPED.fullmatch(wanted)
    if found is None or not wanted.isascii():
        return None
    hours, minutes = int(found[1]), int(found[2] or found[3] or 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def to_five_minutes(now: datetime) -> datetime:
    """That time, rounded up to five minutes: nobody begins at 9:02."""
    begun = now.replace(second=0, microsecond=0)
    return begun + timedelta(minutes=-begun.minute % 5)
