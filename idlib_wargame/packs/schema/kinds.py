"""The kinds of value a cell of a table may hold, and the reading of each from its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from idlib_wargame.packs.names import ID, KINDS, Names, legal_id, whole_number
from idlib_wargame.packs.problem import SECOND, Fault, nearest, quoted
from idlib_wargame.packs.text.file_names import written_our_way
from idlib_wargame.packs.text.gather import TURNING, UNPRINTABLE, turning_fault
from idlib_wargame.packs.text.strange_signs import first_strange, sign_words
from idlib_wargame.packs.text.tree import Absent
from idlib_wargame.rules.conditions.signs import plain_number
from idlib_wargame.rules.odds import HIGHEST_TARGET, LOWEST_TARGET, MOST_SHIFT
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.unseen import is_unseen
from idlib_wargame.words.language import _, fill, ngettext

File = TypeVar("File", bound="TableFile")

FAULTS: Final = "faults"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{1,2})?")
_CAMEO = re.compile(r"[0-9]{2,4}")
_LONG_NUMBER = re.compile(r"[+-]?[0-9]{7,}")
# Numbers as other programs write them: 4.0, 1,000, 1_000, "4,".
_OTHER_NUMBER = re.compile(r"([+-]?[0-9]{1,3}(?:[,_' ][0-9]{3})*|[+-]?[0-9]+)(?:[.,]0*)?")
_OTHER_DAYS = (
    re.compile(r"(?P<y>[0-9]{4})[-./ ](?P<m>[0-9]{1,2})[-./ ](?P<d>[0-9]{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<d>[0-9]{1,2})\.\s?(?P<m>[0-9]{1,2})\.\s?(?P<y>[0-9]{4})"),
)
_LAST_YEAR = 8000
_LONGEST_TEXT = 20_000
MOST_NAME = 200  # of what stands in lists, on buttons and in the titles of windows
# As authors write them who think of a rung as of a name. The keys of a pack are English too.
_NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
)


def refuse(*faults: Fault) -> PydanticCustomError:
    """What a reading raises, for each thing that is wrong with a value."""
    return PydanticCustomError("pack", "not as the pack format has it", {FAULTS: faults})


def describe(value: object) -> str:
    """What stands in a cell, in words for a message."""
    if isinstance(value, Absent) and value.written:
        return fill(_("{word}, which stands for nothing"), word=quoted(value.written))
    if isinstance(value, Absent):
        return _("nothing")
    if isinstance(value, str):
        return _describe_text(value)
    if isinstance(value, list):
        return _("a list") if value else _("an empty list")
    return _("keys and values")


def _describe_text(text: str) -> str:
    sign = first_strange(text)
    if text != text.strip() and text.strip():
        return fill(_("{text} with a blank beside it"), text=quoted(text))
    if not sign:
        return quoted(text) if text.strip() else _("empty text")
    return fill(_("{text} with {sign}"), text=quoted(text), sign=sign_words(sign))


def describe_name(value: object) -> str:
    """The same for a name of the author's own, in which any letter may stand."""
    return quoted(value) if isinstance(value, str) and value.strip() else describe(value)


def names_of(info: ValidationInfo) -> Names:
    """The names of the pack being read."""
    assert isinstance(info.context, Names)
    return info.context


def read_text(value: object) -> str:
    """Any words, perhaps none."""
    if not isinstance(value, str):
        raise refuse(Fault(describe(value), _("text")))
    _check_length(value, _LONGEST_TEXT)
    unprintable = UNPRINTABLE.search(value)
    if unprintable:
        found = fill(_("a control character (U+{group:04X})"), group=ord(unprintable.group()))
        raise refuse(Fault(found, _("printable text"), offset=unprintable.start()))
    turning = TURNING.search(value)
    if turning:
        raise refuse(turning_fault(turning))
    return value.strip()


def _check_length(text: str, most: int) -> None:
    if len(text) > most:
        many = ngettext("{count} character", "{count} characters", len(text))
        expected = fill(_("text of at most {number}"), number=most)
        raise refuse(Fault(fill(many, count=len(text)), expected))


def at_most(most: int, read: Callable[[object], str]) -> Callable[[object], str]:
    """A reading of text that must fit where people read it."""

    def short(value: object) -> str:
        text = read(value)
        _check_length(text, most)
        return text

    return short


def read_words(value: object) -> str:
    """Words, at least one, with something in them that can be seen."""
    text = value.strip() if isinstance(value, str) else ""
    if not text:
        raise refuse(Fault(describe(value), _("text")))
    if all(is_unseen(sign) or sign.isspace() for sign in text):
        raise refuse(Fault(describe(value), _("text that can be seen")))
    return read_text(text)


read_name = at_most(MOST_NAME, read_words)


def read_id(value: object) -> str:
    """An id."""
    if isinstance(value, str) and ID.fullmatch(value):
        return value
    near = legal_id(value) if isinstance(value, str) else ""
    expected = _("an id of lower-case letters, digits and underscores, a letter first")
    raise refuse(Fault(describe(value), expected, near, rank=SECOND))


def whole(low: int | None = None, high: int | None = None) -> Callable[[object], int]:
    """A reading of whole numbers between two bounds, either of which may be open."""

    def expected() -> str:
        if low is None:
            return _("a whole number")
        if high is None:
            return fill(_("a whole number of {low} or more"), low=low)
        return fill(_("a whole number from {low} to {high}"), low=low, high=high)

    def read(value: object) -> int:
        number = whole_number(value)
        if (
            number is not None
            and (low is None or number >= low)
            and (high is None or number <= high)
        ):
            return number
        wanted = expected()
        if isinstance(value, str) and _LONG_NUMBER.fullmatch(value):
            wanted = fill(_("{number}, of six digits at most"), number=wanted)
        raise refuse(Fault(describe(value), wanted, _near_number(value, read)))

    return read


def _near_number(value: object, read: Callable[[object], int]) -> str:
    """A number written as elsewhere or as a word, written as here, if it would then do; else ""."""
    if isinstance(value, str) and value.lower() in _NUMBER_WORDS:
        value = f"{_NUMBER_WORDS.index(value.lower())}.0"
    other = _OTHER_NUMBER.fullmatch(plain_number(value)) if isinstance(value, str) else None
    if other is None:
        return ""
    number = re.sub(r"[,_' ]", "", other[1])
    try:
        return "" if number == value else str(read(number))
    except PydanticCustomError:
        return ""


def read_truth(value: object) -> bool:
    """true or false, and no other spelling."""
    if isinstance(value, str) and value in ("true", "false"):
        return value == "true"
    spelt = {"yes": "true", "on": "true", "no": "false", "off": "false"}
    near = ""
    if isinstance(value, str):
        near = spelt.get(value.lower()) or nearest(value.lower(), ("true", "false"))
    raise refuse(Fault(describe(value), _("true or false"), near))


def read_day(value: object) -> date:
    """A day as 2031-05-04."""
    text = plain_number(value) if isinstance(value, str) else ""
    if _DAY.fullmatch(text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise refuse(Fault(quoted(text), _("a day that the calendar has"))) from None
        if day.year <= _LAST_YEAR:
            return day
        # A long session must not run off the end of the calendar.
        raise refuse(
            Fault(quoted(text), fill(_("a day before the year {year}"), year=_LAST_YEAR + 1))
        )
    expected = _("a day as year-month-day, such as 2031-05-04")
    raise refuse(Fault(describe(value), expected, _near_day(text)))


def _near_day(text: str) -> str:
    """A day written as elsewhere, written as here; "" where it might be another day as well."""
    for other in _OTHER_DAYS:
        match = other.fullmatch(text)
        if match:
            with suppress(ValueError):
                return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    return ""


def read_colour(value: object) -> str:
    """A colour as #4E79A7."""
    if isinstance(value, str) and _COLOUR.fullmatch(value):
        return value
    # An unquoted # begins a comment, so the cell looks empty.
    expected = _('a colour as "#RRGGBB" in quotation marks')
    raise refuse(Fault(describe(value), expected))


def read_goldstein(value: object) -> int:
    """A Goldstein weight from -10 to 10, in hundredths."""
    text = plain_number(value) if isinstance(value, str) else ""
    if _DECIMAL.fullmatch(text) and abs(Decimal(text)) <= 10:
        return int(Decimal(text) * 100)
    raise refuse(Fault(describe(value), _("a number from -10 to 10, of two decimals at most")))


def read_cameo(value: object) -> str:
    """A CAMEO code."""
    text = plain_number(value) if isinstance(value, str) else ""
    if _CAMEO.fullmatch(text):
        return text
    raise refuse(Fault(describe(value), _("a CAMEO code of two to four digits")))


def reference(kind: str) -> Callable[[object, ValidationInfo], str]:
    """A reading of ids of one kind, each of which must be in the pack."""

    def read(value: object, info: ValidationInfo) -> str:
        if not isinstance(value, str):
            raise refuse(Fault(describe(value), KINDS[kind]()))
        fault = names_of(info).check(kind, value)
        if fault:
            raise refuse(fault)
        return value

    return read


def read_tag_or_move(value: object, info: ValidationInfo) -> str:
    """A tag that some move carries, or the id of a move."""
    if not isinstance(value, str):
        raise refuse(Fault(describe(value), _("a tag that a move carries or the id of a move")))
    fault = names_of(info).check_tag_or_move(value)
    if fault:
        raise refuse(fault)
    return value


def read_brief(value: object, info: ValidationInfo) -> str:
    """The name of a Markdown file in the pack."""
    names = names_of(info)
    files = {name for name in names.files if name.endswith(".md")}
    written = written_our_way(value) if isinstance(value, str) else ""
    if written in files or written in names.lacking:
        return written
    # Windows and macOS do not tell small letters from capitals in the names of files.
    alike = [name for name in files if name.casefold() == written.casefold()]
    if len(alike) == 1:
        return alike[0]
    expected = _("the name of a Markdown file in the pack")
    # What another row names is for other eyes.
    raise refuse(Fault(describe_name(value), expected, nearest(written, files - names.briefs)))


def each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    """A list in which nothing stands twice."""
    twice = [(at, each) for at, each in enumerate(values) if each in values[:at]]
    if twice:
        raise refuse(
            *(
                Fault(fill(_("{each} twice"), each=quoted(each)), _("it once"), inside=(at,))
                for at, each in twice
            )
        )
    return values


def not_empty(values: Any) -> Any:
    """A list of at least one."""
    if not values:
        raise refuse(Fault(_("an empty list"), _("at least one")))
    return values


Text = Annotated[str, PlainValidator(read_text)]
Words = Annotated[str, PlainValidator(read_words)]
Name = Annotated[str, PlainValidator(read_name)]
NameOrNone = Annotated[str, PlainValidator(at_most(MOST_NAME, read_text))]
Id = Annotated[str, PlainValidator(read_id)]
Whole = Annotated[int, PlainValidator(whole())]
NotNegative = Annotated[int, PlainValidator(whole(0))]
Days = Annotated[int, PlainValidator(whole(1, 366))]
Turns = Annotated[int, PlainValidator(whole(1, 1000))]
Orders = Annotated[int, PlainValidator(whole(1, 20))]
OrdersOrNone = Annotated[int, PlainValidator(whole(0, 20))]
Weight = Annotated[int, PlainValidator(whole(1, 1000))]
Target = Annotated[int, PlainValidator(whole(LOWEST_TARGET, HIGHEST_TARGET))]
ShiftBy = Annotated[int, PlainValidator(whole(-MOST_SHIFT, MOST_SHIFT))]
Truth = Annotated[bool, PlainValidator(read_truth)]
Day = Annotated[date, PlainValidator(read_day)]
Colour = Annotated[str, PlainValidator(read_colour)]
Goldstein = Annotated[int, PlainValidator(read_goldstein)]
Cameo = Annotated[str, PlainValidator(read_cameo)]
Brief = Annotated[str, PlainValidator(read_brief)]
TrackId = Annotated[str, PlainValidator(reference("track"))]
SeatId = Annotated[str, PlainValidator(reference("seat"))]
MoveId = Annotated[str, PlainValidator(reference("move"))]
StepId = Annotated[str, PlainValidator(reference("step"))]
TableId = Annotated[str, PlainValidator(reference("table"))]
SeverityId = Annotated[str, PlainValidator(reference("severity"))]
GroupId = Annotated[str, PlainValidator(reference("group"))]
ClockId = Annotated[str, PlainValidator(reference("clock"))]
ClauseId = Annotated[str, PlainValidator(reference("clause"))]
ArrangementId = Annotated[str, PlainValidator(reference("arrangement"))]
RestraintId = Annotated[str, PlainValidator(reference("restraint"))]
TemplateId = Annotated[str, PlainValidator(reference("template"))]
PhaseId = Annotated[str, PlainValidator(reference("phase"))]
TagId = Annotated[str, PlainValidator(reference("tag"))]
TagOrMove = Annotated[str, PlainValidator(read_tag_or_move)]
SeatIds = Annotated[tuple[SeatId, ...], AfterValidator(each_once)]
SomeSeatIds = Annotated[tuple[SeatId, ...], AfterValidator(each_once), AfterValidator(not_empty)]
TemplateIds = Annotated[tuple[TemplateId, ...], AfterValidator(each_once)]
Ids = Annotated[tuple[Id, ...], AfterValidator(each_once)]


class Row(BaseModel):
    """A row of a table: known keys and no others. ``noun`` is what a message calls it."""

    # Built when a pack is first read, and then only for whole files: it halves the time to import.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    noun: ClassVar[str] = "a row"


@dataclass
class Making:
    """A scenario in the making, from tables in which nothing is wrong.

    ``files`` are the checked tables and ``texts`` the words of every file, by name; ``fields`` are
    the scenario's, as far as the tables before have filled them.
    """

    files: Mapping[str, TableFile]
    texts: Mapping[str, str]
    fields: dict[str, Any] = field(default_factory=dict)

    def all_of(self, model: type[File]) -> tuple[File, ...]:
        """The files of one table, in the order of their names; none for a table left out."""
        return tuple(file for file in self.files.values() if isinstance(file, model))

    def text(self, file: str) -> str:
        """The words of a file; none where no file is named."""
        return self.texts[file] if file else ""


class TableFile(Row):
    """A whole file of a pack, which gives the scenario some of its fields."""

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it: fields of the Scenario by their names."""
        raise NotImplementedError

    @classmethod
    def fill(cls, making: Making) -> dict[str, Any]:
        """The fields from the table's one file. None where it is left out, so that they stay as
        the Scenario has them by default. A table of several files puts them together here.
        """
        fields: dict[str, Any] = {}
        for file in making.all_of(cls):
            fields.update(file.fields(making))
        return fields


class Grounded(Row):
    """A row that may say where it comes from."""

    cites: tuple[Words, ...] = ()
    outside: Words = ""
    judgement: Truth = False

    @property
    def basis(self) -> Basis:
        """The same, as the rules have it."""
        return Basis(self.cites, self.outside, self.judgement)


def these(seats: Iterable[str] | None) -> frozenset[str] | None:
    """A set of seats, None staying None."""
    return None if seats is None else frozenset(seats)
