"""habits/*.yaml: how a bot plays each seat."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, ValidationInfo

from idlib_wargame.packs.problem import Fault, nearest, quoted
from idlib_wargame.packs.schema.conditions import EarlyWhen
from idlib_wargame.packs.schema.kinds import (
    Grounded,
    Id,
    Making,
    Name,
    Row,
    SeatId,
    TableFile,
    TemplateId,
    TemplateIds,
    Text,
    Truth,
    Weight,
    describe,
    names_of,
    refuse,
    whole,
)
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.pack.habits import (
    ANY,
    PASS,
    AnswerPick,
    EndPick,
    Habit,
    Manner,
    OfferPick,
    Pick,
)
from idlib_wargame.words.language import _, fill

# Any legal order, each as likely as the next; words/habits.py says what people call it.
AT_RANDOM = Habit("random", "")


def _read_picked(value: object, info: ValidationInfo) -> str:
    """The id of a move, or a word that stands for none or for any."""
    names = names_of(info)
    if isinstance(value, str) and (value in (PASS, ANY) or names.knows("move", value)):
        return value
    expected = fill(
        _("the id of a move, {nothing} or {any}"), nothing=quoted(PASS), any=quoted(ANY)
    )
    if not isinstance(value, str):
        raise refuse(Fault(describe(value), expected))
    near = names.near("move", value) or nearest(value, (PASS, ANY))
    raise refuse(Fault(fill(_("move {move}"), move=quoted(value)), expected, near, unknown=value))


Picked = Annotated[str, PlainValidator(_read_picked)]


class PickRow(Grounded):
    """A leaning to a move."""

    noun: ClassVar[str] = "pick"
    move: Picked
    choice: Id = ""
    weight: Weight
    when: EarlyWhen = ALWAYS

    def build(self) -> Pick:
        """The pick, as the rules have it."""
        return Pick(self.move, self.weight, self.choice, self.when)


Percent = Annotated[int, PlainValidator(whole(1, 100))]
Share = Annotated[int, PlainValidator(whole(0, 1000))]
Faith = Annotated[int, PlainValidator(whole(0, 100))]


class OfferRow(Grounded):
    """A leaning to table a template."""

    noun: ClassVar[str] = "offer"
    template: TemplateId
    chance: Percent
    when: EarlyWhen = ALWAYS

    def build(self) -> OfferPick:
        """The leaning, as the rules have it."""
        return OfferPick(self.template, self.chance, self.when)


class AnswerRow(Grounded):
    """How offers are answered."""

    noun: ClassVar[str] = "answer"
    templates: TemplateIds = ()
    accept: Share = 0
    refuse: Share = 0
    counter: Share = 0
    wait: Share = 0
    counter_with: TemplateId = ""
    when: EarlyWhen = ALWAYS

    def build(self) -> AnswerPick:
        """The answer, as the rules have it."""
        return AnswerPick(
            accept=self.accept,
            refuse=self.refuse,
            counter=self.counter,
            wait=self.wait,
            templates=tuple(self.templates),
            counter_with=self.counter_with,
            when=self.when,
        )


class EndRow(Grounded):
    """A leaning to declare agreements over."""

    noun: ClassVar[str] = "end"
    templates: TemplateIds = ()
    chance: Percent
    when: EarlyWhen = ALWAYS

    def build(self) -> EndPick:
        """The leaning, as the rules have it."""
        return EndPick(self.chance, tuple(self.templates), self.when)


class MannerRow(Row):
    """How a habit bargains as one actor."""

    noun: ClassVar[str] = "way of bargaining"
    faith: Faith = 100
    offers: tuple[OfferRow, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    ends: tuple[EndRow, ...] = ()

    def build(self) -> Manner:
        """The manner, as the rules have it."""
        return Manner(
            offers=tuple(row.build() for row in self.offers),
            answers=tuple(row.build() for row in self.answers),
            ends=tuple(row.build() for row in self.ends),
            faith=self.faith,
        )


class HabitFile(Grounded, TableFile):
    """A file of habits/."""

    noun: ClassVar[str] = "habit"
    id: Id
    name: Name
    summary: Text = ""
    default: Truth = False
    seats: dict[SeatId, tuple[PickRow, ...]] = Field(default_factory=dict)
    bargains: dict[SeatId, MannerRow] = Field(default_factory=dict)

    def build(self) -> Habit:
        """The habit, as the rules have it."""
        picks = {seat: tuple(row.build() for row in rows) for seat, rows in self.seats.items()}
        manners = {seat: row.build() for seat, row in self.bargains.items()}
        return Habit(self.id, self.name, self.summary, picks, manners)

    @classmethod
    def fill(cls, making: Making) -> dict[str, Any]:
        """The default first, the rest by the names of their files, and chance last."""
        files = sorted(making.all_of(cls), key=lambda habit: not habit.default)
        habits = [habit.build() for habit in files]
        by_chance = [] if any(habit.id == AT_RANDOM.id for habit in habits) else [AT_RANDOM]
        return {"habits": (*habits, *by_chance)}
