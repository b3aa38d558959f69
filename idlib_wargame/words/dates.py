"""Days and the dates of a turn, with month names of our own.

Python's ``%b`` follows the machine's settings, which need not be the language of the screen.
"""

from __future__ import annotations

from datetime import date, datetime

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.words.language import _, fill, ngettext, pgettext


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
    """From one day to another; the month or the year that both share is said once.

    A single day is a day: "1 Jan 2020".
    """
    if first == last:
        return day_words(first)
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


def long_day_words(day: date) -> str:
    """A day written out: "26 January 2020"."""
    return fill(
        pgettext("date", "{day} {month} {year}"),
        day=day.day,
        month=full_month_name(day.month),
        year=day.year,
    )


def moment_words(when: datetime) -> str:
    """A day and a time of day, as ``when`` has them: "26 January 2020, 14:03"."""
    template = pgettext("moment", "{day}, {time}")
    return fill(template, day=long_day_words(when.date()), time=f"{when:%H:%M}")


def stretch_words(first: date, last: date) -> str:
    """A stretch of days in a sentence: "3 Mar to 27 Apr 2031", "3 Mar 2031 to 29 Feb 2032"."""
    if first == last:
        return day_words(first)
    if first.year != last.year:
        template = pgettext("dates", "{first} to {last}")
        return fill(template, first=day_words(first), last=day_words(last))
    return fill(
        pgettext("dates", "{first} {first_month} to {last} {last_month} {year}"),
        first=first.day,
        first_month=month_name(first.month),
        last=last.day,
        last_month=month_name(last.month),
        year=last.year,
    )


def full_month_name(month: int) -> str:
    """A month, 1 to 12, written out as it stands in a date."""
    return (
        pgettext("month in a date, in full", "January"),
        pgettext("month in a date, in full", "February"),
        pgettext("month in a date, in full", "March"),
        pgettext("month in a date, in full", "April"),
        pgettext("month in a date, in full", "May"),
        pgettext("month in a date, in full", "June"),
        pgettext("month in a date, in full", "July"),
        pgettext("month in a date, in full", "August"),
        pgettext("month in a date, in full", "September"),
        pgettext("month in a date, in full", "October"),
        pgettext("month in a date, in full", "November"),
        pgettext("month in a date, in full", "December"),
    )[month - 1]


def hour_words(when: datetime) -> str:
    """An hour as the laptop's clock tells it, to the nearest minute: "16:50"."""
    minutes = round((when.hour * 3600 + when.minute * 60 + when.second) / 60) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def local_hour(at: str) -> str:
    """The same of a moment in ISO 8601, by the laptop's own clock; "" where there is none."""
    try:
        return hour_words(datetime.fromisoformat(at).astimezone())
    except ValueError:
        return ""


def days_left_words(left: int) -> str:
    """ "39 days left", "today", or "12 days ago"."""
    if left == 0:
        return _("today")
    if left > 0:
        return fill(ngettext("{count} day left", "{count} days left", left), count=left)
    return fill(ngettext("{count} day ago", "{count} days ago", -left), count=-left)
