"""What a pack says of agreements: templates, kinds of restraint, and what keeping faith does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from idlib_wargame.rules.conditions.condition import ALWAYS, Condition
from idlib_wargame.rules.offer import Does, Link, Offer, Secrecy, Verification
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.tracks import Effects


class TemplateTerm(NamedTuple):
    """A term of a template. ``within`` counts turns from the one in which it is tabled, at least 1.

    ``link`` counts terms of the template from 0.
    """

    debtor: str
    does: Does
    what: str
    within: int
    choice: str = ""
    score: int = 0
    hold: bool = False
    against: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """An offer with a name that people know. Any of ``parties`` may table it to all the others.

    ``lasts`` counts turns from the one in which it is tabled; 0 lasts to the end of the exercise.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    terms: tuple[TemplateTerm, ...]
    summary: str = ""
    text: str = ""
    lasts: int = 0
    secrecy: Secrecy = Secrecy.PARTIES
    guarantor: str = ""
    verification: Verification = Verification.NONE
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Restraint:
    """A kind of act that a party may promise not to order: any that carries one of ``on``.

    ``on`` holds tags and ids of moves. ``spares`` says that it is promised to one actor, and then
    counts only what is aimed at it: by the choice's targets, or by an event of negative weight.
    """

    id: str
    name: str
    on: frozenset[str] = frozenset()
    spares: bool = False
    basis: Basis = Basis()


class On(StrEnum):
    """What happened to an agreement, for effects to follow."""

    SIGNED = "signed"
    KEPT = "kept"
    BROKEN = "broken"
    DECLARED = "declared"  # declared over
    FOUND_OUT = "found_out"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What signing, keeping, breaking, declaring over or being found out does at a turn's close.

    It follows once a turn for each two actors it happened between. ``by`` are the actors who did it
    and ``to`` those it was owed to; none named means any. What is signed, kept or found out is so
    between two whichever is named first. ``templates`` narrow it to agreements made from those.
    """

    id: str
    on: On
    effects: Effects
    why: str
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    when: Condition = ALWAYS
    basis: Basis = Basis()


class Lacks(StrEnum):
    """What an agreement lacks that makes it vague, whatever the situation."""

    VERIFICATION = "verification"  # none was agreed
    DATES = "dates"  # no term is due before the agreement ends
    WORDS = "words"  # a term is in free words


@dataclass(frozen=True, slots=True)
class Vagueness:
    """Why an agreement is vague: for what it ``lacks``, while the condition holds, or both.

    ``clauses`` narrow it to agreements in which one of them is promised.
    """

    id: str
    name: str
    lacks: Lacks | None = None
    when: Condition = ALWAYS
    clauses: tuple[str, ...] = ()
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True)
class Discovery:
    """When the condition holds at a turn's close, secret agreements become known to everybody.

    Those made from one of ``templates``, or to which all of ``parties`` are party; none named, all.
    """

    id: str
    when: Condition
    why: str
    parties: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    basis: Basis = Basis()

    def is_about(self, offer: Offer) -> bool:
        """Whether an agreement made of that offer becomes known by it."""
        if self.templates and offer.template not in self.templates:
            return False
        return {*self.parties} <= {*offer.parties}


@dataclass(frozen=True)
class Bargain:
    """All that a pack says of agreements.

    ``most_open`` is how many open offers one actor may have on the table. ``delivered`` says, by
    clause, when its score counts as handed over and not taken. ``signs`` names the seat that signs
    for an actor, by arrangement ("" for the pack's own); where none is named, the actor's first.
    ``may_be_party`` and ``may_guarantee`` are the control seats' actors that may be so.
    """

    templates: tuple[Template, ...] = ()
    restraints: tuple[Restraint, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    vagueness: tuple[Vagueness, ...] = ()
    discoveries: tuple[Discovery, ...] = ()
    most_open: int = 2
    delivered: Mapping[str, Condition] = field(default_factory=dict)
    signs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    may_be_party: tuple[str, ...] = ()
    may_guarantee: tuple[str, ...] = ()
    arrangement: str = ""
