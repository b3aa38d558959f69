"""Days and the dates of a turn, with month names of our own.

Python's ``%b`` follows the machine's settings, which need not be the language of the screen.
"""

from __future__ import annotations

from datetime import date

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.language import fill, pgettext


def day_words(day: date) -> str:
    """A day: "12 Mar 2020"."""
    return fill(
        pgettext("date", "{day} {month} {year}"),
        day=day.day,
        month=month_name(day.month),
        year=day.year,
    )


def dates(scenario: Scenario, turn: int) -> str:
    """A turn's dates: "9–15 Feb 2020", "26 Jan – 1 Feb 2020"."""
    return span_words(scenario.first_day(turn), scenario.last_day(turn))


def span_words(first: date, last: date) -> str:
    """From one day to another; the month or the year that both share is said once."""
    if first.year != last.year:
        return fill(
            pgettext("dates", "{first} – {last}"), first=day_words(first), last=day_words(last)
        )
    if first.month != last.month:
        return fill(
            pgettext("dates", "{first} {first_month} – {last} {last_month} {year}"),
            first=first.day,
            first_month=month_name(first.month),
            last=last.day,
            last_month=month_name(last.month),
            year=last.year,
        )
    return fill(
        pgettext("dates", "{first}–{last} {month} {year}"),
        first=first.day,
        last=last.day,
        month=month_name(last.month),
        year=last.year,
    )


def month_name(month: int) -> str:
    """A month, 1 to 12, as it stands in a date."""
    return (
        pgettext("month in a date", "Jan"),
        pgettext("month in a date", "Feb"),
        pgettext("month in a date", "Mar"),
        pgettext("month in a date", "Apr"),
        pgettext("month in a date", "May"),
        pgettext("month in a date", "Jun"),
        pgettext("month in a date", "Jul"),
        pgettext("month in a date", "Aug"),
        pgettext("month in a date", "Sep"),
        pgettext("month in a date", "Oct"),
        pgettext("month in a date", "Nov"),
        pgettext("month in a date", "Dec"),
    )[month - 1]
