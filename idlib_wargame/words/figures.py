"""Numbers as people read them: signs, thousands, decimals and shares."""

from __future__ import annotations

from idlib_wargame.words.dates import dates as dates
from idlib_wargame.words.dates import day_words as day_words
from idlib_wargame.words.language import _, figures, fill, pgettext
from idlib_wargame.words.lists import listed as listed


def signed(number: int) -> str:
    """+2, −1 or 0, with a real minus sign."""
    return figures(f"+{number}") if number > 0 else plain(number)


def plain(number: int) -> str:
    """2, −1 or 0, with a real minus sign."""
    return figures(f"−{-number}") if number < 0 else str(number)


def from_to(before: int, after: int) -> str:
    """4 → 5, in that order on every screen."""
    return figures(f"{plain(before)} → {plain(after)}")


def grouped(number: int) -> str:
    """10,000: a large count that can be read at a glance."""
    return f"{number:,}".replace(",", pgettext("between thousands", ","))


def decimal(number: float, places: int = 1) -> str:
    """2.5 or −0.4, to so many places."""
    text = f"{abs(number):.{places}f}".replace(".", pgettext("before decimals", "."))
    return figures(f"−{text}") if number < 0 and float(f"{number:.{places}f}") else text


def percent(share: float) -> str:
    """58%: a share, 0 to 1, to the whole hundredth."""
    return fill(_("{number}%"), number=round(100 * share))


def counted(number: int, one: str, many: str) -> str:
    """``1 order``, ``2 orders``; for rooms whose sentences are not marked yet."""
    return f"{number} {one if number == 1 else many}"
