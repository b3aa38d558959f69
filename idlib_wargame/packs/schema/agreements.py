"""agreements.yaml: offers with names, kinds of restraint, and what keeping faith does."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, Field, PlainValidator

from idlib_wargame.packs.problem import Fault, nearest
from idlib_wargame.packs.schema.conditions import EarlyWhen, When
from idlib_wargame.packs.schema.effects import Changes
from idlib_wargame.packs.schema.interactions import ShiftRow, SomeTagsOrMoves
from idlib_wargame.packs.schema.kinds import (
    ArrangementId,
    ClauseId,
    Grounded,
    Id,
    Making,
    MoveId,
    Name,
    RestraintId,
    Row,
    SeatId,
    SeatIds,
    SomeSeatIds,
    TableFile,
    TemplateIds,
    Text,
    Truth,
    Turns,
    Words,
    at_most,
    describe,
    each_once,
    not_empty,
    read_text,
    read_words,
    refuse,
    whole,
)
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.offer import (
    MOST_TERMS,
    MOST_TEXT,
    MOST_WORDS,
    Does,
    How,
    Link,
    Secrecy,
    Verification,
)
from idlib_wargame.rules.pack.bargain import (
    Bargain,
    Consequence,
    Discovery,
    Lacks,
    On,
    Restraint,
    Template,
    TemplateTerm,
    Vagueness,
)
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series

OneOf = TypeVar("OneOf", bound=StrEnum)
MOST_OPEN = 20
# A term that names no turn is due when the agreement ends, and that when the exercise does.
TO_THE_END = 1000


def one_of(kind: type[OneOf]) -> Callable[[object], OneOf]:
    """A reading of one of a few words."""

    def read(value: object) -> OneOf:
        words = [str(each) for each in kind]
        if isinstance(value, str) and value in words:
            return kind(value)
        near = nearest(value, words) if isinstance(value, str) else ""
        raise refuse(Fault(describe(value), fill(_("one of {names}"), names=series(words)), near))

    return read


class TermRow(Row):
    """What one party of a template takes upon itself."""

    noun: ClassVar[str] = "term"
    debtor: SeatId
    clause: ClauseId | None = None
    act: MoveId | None = None
    restraint: RestraintId | None = None
    words: Annotated[str, PlainValidator(at_most(MOST_WORDS, read_words))] = ""
    score: Annotated[int, PlainValidator(whole(1, 3))] = 3
    hold: Truth = False
    choice: Id = ""
    against: SeatId = ""
    within: Turns | None = None
    once: Annotated[int, PlainValidator(whole(1, 2 * MOST_TERMS))] | None = None
    unless: Annotated[int, PlainValidator(whole(1, 2 * MOST_TERMS))] | None = None

    def build(self, lasts: int) -> TemplateTerm:
        """The term, as the rules have it, in an agreement that lasts so many turns."""
        does, what = self._promise
        return TemplateTerm(
            debtor=self.debtor,
            does=does,
            what=what,
            within=self.within or lasts or TO_THE_END,
            choice=self.choice,
            score=self.score if does is Does.CLAUSE else 0,
            hold=self.hold,
            against=self.against,
            link=self._link,
        )

    @property
    def _promise(self) -> tuple[Does, str]:
        """What is promised, and its id; the words themselves where it is in free words."""
        if self.clause:
            return Does.CLAUSE, self.clause
        if self.act:
            return Does.ACT, self.act
        return (Does.RESTRAINT, self.restraint) if self.restraint else (Does.WORDS, self.words)

    @property
    def _link(self) -> Link | None:
        """Authors count terms from 1, as people read them; the rules from 0."""
        if self.once:
            return Link(How.ONCE, self.once - 1)
        return Link(How.UNLESS, self.unless - 1) if self.unless else None


class TemplateRow(Grounded):
    """An offer with a name that people know."""

    noun: ClassVar[str] = "template"
    id: Id
    name: Name
    summary: Text = ""
    parties: SomeSeatIds
    terms: Annotated[tuple[TermRow, ...], AfterValidator(not_empty)]
    text: Annotated[str, PlainValidator(at_most(MOST_TEXT, read_text))] = ""
    lasts: Turns | None = None
    secrecy: Annotated[Secrecy, PlainValidator(one_of(Secrecy))] = Secrecy.PARTIES
    guarantor: SeatId = ""
    verification: Annotated[Verification, PlainValidator(one_of(Verification))] = Verification.NONE

    def build(self) -> Template:
        """The template, as the rules have it."""
        lasts = self.lasts or 0
        return Template(
            id=self.id,
            name=self.name,
            parties=tuple(self.parties),
            terms=tuple(term.build(lasts) for term in self.terms),
            summary=self.summary,
            text=self.text,
            lasts=lasts,
            secrecy=self.secrecy,
            guarantor=self.guarantor,
            verification=self.verification,
            basis=self.basis,
        )


class RestraintRow(Grounded):
    """A kind of act that a party may promise not to order."""

    noun: ClassVar[str] = "restraint"
    id: Id
    name: Name
    on: Annotated[SomeTagsOrMoves, AfterValidator(each_once)]
    spares: Truth = False

    def build(self) -> Restraint:
        """The restraint, as the rules have it."""
        return Restraint(self.id, self.name, frozenset(self.on), self.spares, self.basis)


class ConsequenceRow(Grounded):
    """What follows at a turn's close from what happened to an agreement."""

    noun: ClassVar[str] = "consequence"
    id: Id
    by: SeatIds = ()
    to: SeatIds = ()
    templates: TemplateIds = ()
    when: When = ALWAYS
    effects: Changes
    why: Words

    def build(self, on: On) -> Consequence:
        """The consequence, as the rules have it."""
        return Consequence(
            id=self.id,
            on=on,
            effects=self.effects,
            why=self.why,
            by=tuple(self.by),
            to=tuple(self.to),
            templates=tuple(self.templates),
            when=self.when,
            basis=self.basis,
        )


class VaguenessRow(Grounded):
    """Why an agreement is vague."""

    noun: ClassVar[str] = "kind of vagueness"
    id: Id
    name: Name
    lacks: Annotated[Lacks, PlainValidator(one_of(Lacks))] | None = None
    when: EarlyWhen = ALWAYS
    clauses: Annotated[tuple[ClauseId, ...], AfterValidator(each_once)] = ()

    def build(self) -> Vagueness:
        """The same, as the rules have it."""
        return Vagueness(self.id, self.name, self.lacks, self.when, tuple(self.clauses), self.basis)


class DiscoveryRow(Grounded):
    """When secret agreements become known to everybody."""

    noun: ClassVar[str] = "discovery"
    id: Id
    when: When
    parties: SeatIds = ()
    templates: TemplateIds = ()
    why: Words

    def build(self) -> Discovery:
        """The discovery, as the rules have it."""
        parties, templates = tuple(self.parties), tuple(self.templates)
        return Discovery(self.id, self.when, self.why, parties, templates, self.basis)


class ControlRow(Row):
    """Which seats of control may make agreements, and which may guarantee them."""

    noun: ClassVar[str] = "row of control"
    parties: SeatIds = ()
    guarantors: SeatIds = ()


class AgreementFile(TableFile):
    """agreements.yaml."""

    noun: ClassVar[str] = "table of agreements"
    open_offers: Annotated[int, PlainValidator(whole(1, MOST_OPEN))] = 2
    sign_for: dict[ArrangementId, dict[SeatId, Id]] = Field(default_factory=dict)
    control: ControlRow = Field(default_factory=ControlRow)
    templates: tuple[TemplateRow, ...] = ()
    restraints: tuple[RestraintRow, ...] = ()
    delivered: dict[ClauseId, When] = Field(default_factory=dict)
    signed: tuple[ConsequenceRow, ...] = ()
    kept: tuple[ConsequenceRow, ...] = ()
    breached: tuple[ConsequenceRow, ...] = ()
    declared_over: tuple[ConsequenceRow, ...] = ()
    found_out: tuple[ConsequenceRow, ...] = ()
    vague: tuple[VaguenessRow, ...] = ()
    discoveries: tuple[DiscoveryRow, ...] = ()
    shifts: tuple[ShiftRow, ...] = ()

    def fields(self, making: Making) -> dict[str, Any]:
        """What the file says, as the rules have it; its shifts follow those of interactions."""
        bargain = Bargain(
            templates=tuple(row.build() for row in self.templates),
            restraints=tuple(row.build() for row in self.restraints),
            consequences=self._consequences,
            vagueness=tuple(row.build() for row in self.vague),
            discoveries=tuple(row.build() for row in self.discoveries),
            most_open=self.open_offers,
            delivered=dict(self.delivered),
            signs={way: dict(seats) for way, seats in self.sign_for.items()},
            may_be_party=tuple(self.control.parties),
            may_guarantee=tuple(self.control.guarantors),
        )
        own = tuple(row.build() for row in self.shifts)
        return {"bargain": bargain, "shifts": (*making.fields.get("shifts", ()), *own)}

    @property
    def _consequences(self) -> tuple[Consequence, ...]:
        return tuple(
            row.build(on)
            for on, rows in (
                (On.SIGNED, self.signed),
                (On.KEPT, self.kept),
                (On.BROKEN, self.breached),
                (On.DECLARED, self.declared_over),
                (On.FOUND_OUT, self.found_out),
            )
            for row in rows
        )
