"""When an inject is planned, as people write it: a turn, a date, an hour, so long after the start.

Also as a spreadsheet keeps it, who counts days from the end of 1899.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from idlib_wargame.views.finding import words_of

_DAY_0 = date(1899, 12, 30)  # of the serial numbers of spreadsheets
_FIRST_SERIAL, _LAST_SERIAL = 1, 2_958_465  # 1900 to 9999
_LEAST_DATE_SERIAL = 3_000  # what is smaller is a turn, a minute or an hour

_MONTHS = (
    ("jan", "january", "januar", "janvier", "enero", "ocak"),
    ("feb", "february", "februar", "fevrier", "febrero", "subat"),
    ("mar", "march", "marz", "mars", "marzo", "mart"),
    ("apr", "april", "avril", "abril", "nisan"),
    ("may", "mai", "mayo", "mayis"),
    ("jun", "june", "juni", "juin", "junio", "haziran"),
    ("jul", "july", "juli", "juillet", "julio", "temmuz"),
    ("aug", "august", "aout", "agosto", "agustos"),
    ("sep", "sept", "september", "septembre", "septiembre", "eylul"),
    ("oct", "october", "okt", "oktober", "octobre", "octubre", "ekim"),
    ("nov", "november", "novembre", "noviembre", "kasim"),
    ("dec", "december", "dez", "dezember", "decembre", "diciembre", "aralik"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|$)")
_FIGURES = re.compile(r"(?<![\d:.])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d])")
_NAMED = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|\.)?[\s\-/]*([^\W\d_]{3,})\.?,?[\s\-/]*(\d{4}|\d{2})?(?=\D|$)"
)
_NAMED_FIRST = re.compile(
    r"\b([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?=\D|$)"
)
_DTG = re.compile(r"\b(\d{2})(\d{2})(\d{2})\s?[A-Z]\s?([A-Z]{3})\s?(\d{4}|\d{2})\b", re.IGNORECASE)
_TURN = re.compile(
    r"\b(?:turn|move|round|game turn|zug|spielzug|runde|tour|turno|tur)\W{0,3}(\d{1,3})\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:day|tag|jour|dia|gun|d)\s*[+#]?\s*(\d{1,3})\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.])([01]?\d|2[0-4])(?::|\.|h|\s?uhr\s?)([0-5]\d)?(?::([0-5]\d)(?:[.,]\d+)?)?"
    r"\s*(am|pm|a\.m\.|p\.m\.)?(?![\d])",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b(1[0-2]|0?[1-9])\s*(am|pm|a\.m\.|p\.m\.)(?!\w)", re.IGNORECASE)
_FOUR = re.compile(r"(?<![\d.:/-])([01]\d|2[0-3])([0-5]\d)\s?(?:hrs?|hours|[A-Z])?(?![\d.:/-])")
_AFTER = re.compile(
    r"^(?:(?:startex|stex|start|t|h|e|x|ex)\s*)?\+\s*(?:(\d{1,3}):([0-5]\d)(?::[0-5]\d)?|(\d{1,4}))"
    r"\s*(?:min(?:ute)?s?|m|')?$",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"^(\d{1,4})\s*(?:min(?:ute)?s?\.?|m|')$", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[1-9]|0[1-9]|1\d|2[0-3])\.[0-5]\d")  # "9.30", which is no share of a day
_NUMBER = re.compile(r"^\d{1,7}(?:[.,]\d+)?$")


class Moment(NamedTuple):
    """What was written of when. Each is None where nothing was said of it.

    ``day`` counts days of the exercise from 1, ``minute`` is of the day, ``after`` counts minutes
    from the start of play.
    """

    turn: int | None = None
    date: date | None = None
    day: int | None = None
    minute: int | None = None
    after: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self == Moment()


def read_turn(cell: str) -> Moment | None:
    """What a cell of a column of turns says: "3", "Turn 3", also a date; None for none of these."""
    text = cell.strip()
    if re.fullmatch(r"\d{1,3}(?:\.0+)?", text):
        return Moment(turn=int(float(text)))
    if not text:
        return Moment()
    found = _TURN.search(text) or re.fullmatch(r"\D{1,12}?(\d{1,3})", text)
    if found is not None and _date_in(text, True)[0] is None:
        return Moment(turn=int(found[1]))
    return read_moment(text)


def read_moment(cell: str, day_first: bool = True) -> Moment | None:
    """What a cell says of when; None where it says something that is not understood."""
    text = " ".join(cell.replace("\u202f", " ").split())
    if not text:
        return Moment()
    if _NUMBER.fullmatch(text) and not (_FOUR.fullmatch(text) or _DOTTED.fullmatch(text)):
        return _of_serial(float(text.replace(",", ".")))
    if (after := _AFTER.fullmatch(text)) is not None:
        return Moment(after=int(after[3]) if after[3] else 60 * int(after[1]) + int(after[2]))
    if (minutes := _MINUTES.fullmatch(text)) is not None:
        return Moment(after=int(minutes[1]))
    group = _DTG.search(text)
    if group is not None and _MONTH.get(group[4].lower()):
        day = _date(group[5], _MONTH[group[4].lower()], int(group[1]))
        return Moment(date=day, minute=60 * int(group[2]) + int(group[3])) if day else None
    when, rest = _date_in(text, day_first)
    turn, day_number = _TURN.search(rest), _DAY.search(rest)
    for found in (turn, day_number):
        rest = rest.replace(found[0], " ") if found else rest
    moment = Moment(
        int(turn[1]) if turn else None,
        when,
        int(day_number[1]) if day_number else None,
        _minute_in(rest),
    )
    return None if moment.is_empty else moment


def _of_serial(number: float) -> Moment | None:
    whole, part = int(number), number - int(number)
    minute = round(part * 24 * 60) if part else None
    if number < 1:
        return Moment(minute=minute or 0)
    if _LEAST_DATE_SERIAL <= whole <= _LAST_SERIAL:
        return Moment(date=_DAY_0 + timedelta(days=whole), minute=minute)
    return Moment(after=whole) if not part else None


def _minute_in(text: str) -> int | None:
    if (hour := _HOUR.search(text)) is not None:
        return 60 * _of_half(int(hour[1]), hour[2])
    if (clock := _CLOCK.search(text)) is not None:
        return (60 * _of_half(int(clock[1]), clock[4] or "") + int(clock[2] or 0)) % (24 * 60)
    if (four := _FOUR.search(text)) is not None:
        return 60 * int(four[1]) + int(four[2])
    return None


def _of_half(hour: int, half: str) -> int:
    if half[:1].lower() == "p":
        return hour % 12 + 12
    return hour % 12 if half else hour


def _date_in(text: str, day_first: bool) -> tuple[date | None, str]:
    """The date that stands in a text, and the text without it."""
    if (found := _ISO.search(text)) is not None:
        day = _date(found[1], int(found[2]), int(found[3]))
    elif (found := _FIGURES.search(text)) is not None:
        first, second = int(found[1]), int(found[3])
        day_is_first = first > 12 or (day_first and second <= 12)
        day = _date(found[4], *((second, first) if day_is_first else (first, second)))
    elif (found := _NAMED.search(text)) is not None and found[3] and _month(found[2]):
        day = _date(found[3], _month(found[2]), int(found[1]))
    elif (found := _NAMED_FIRST.search(text)) is not None and found[3] and _month(found[1]):
        day = _date(found[3], _month(found[1]), int(found[2]))
    else:
        return None, text
    return day, text.replace(found[0], " ")


def _month(word: str) -> int:
    return _MONTH.get("".join(words_of(word)), 0)


def _date(year: str, month: int, day: int) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    except ValueError:
        return None


def day_comes_first(cells: Iterable[str]) -> bool:
    """Whether dates in figures have the day before the month, as far as a list can tell."""
    found = [match for cell in cells for match in _FIGURES.finditer(cell)]
    months_first = any(int(match[3]) > 12 for match in found)
    return not months_first or any(int(match[1]) > 12 for match in found)
