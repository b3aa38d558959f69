"""Numbers, counts, lists and dates as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from idlib_wargame.rules.pack.scenario import Scenario


def signed(number: int) -> str:
    """+2, −1 or 0, with a real minus sign."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


def plain(number: int) -> str:
    """2, −1 or 0, with a real minus sign."""
    return f"−{-number}" if number < 0 else str(number)


def counted(number: int, one: str, many: str) -> str:
    """``1 order``, ``2 orders``."""
    return f"{number} {one if number == 1 else many}"


def listed(names: Sequence[str]) -> str:
    """``Astra``, ``Astra and Borea``, ``Astra, Borea and Caldis``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def day_words(day: date) -> str:
    """A day: "12 Mar 2020"."""
    return f"{day.day} {day:%b %Y}"


def dates(scenario: Scenario, turn: int) -> str:
    """A turn's dates: "9–15 Feb 2020", "26 Jan – 1 Feb 2020"."""
    first, last = scenario.first_day(turn), scenario.last_day(turn)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b %Y}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {last.day} {last:%b %Y}"
    return f"{first.day} {first:%b %Y} – {last.day} {last:%b %Y}"
