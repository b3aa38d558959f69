"""An offer and its terms, as actors write them; an agreement is an offer that all accepted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

Json = dict[str, Any]
Promise = tuple[str, str, str, str, str, int]

DIGITS = 12  # of an offer's digest: enough that no two texts of one exercise share them
MOST_TERMS = 4  # a side: the maker's, and those of all the others together
MOST_WORDS, MOST_TEXT = 500, 1000  # characters of a term in free words, and of the offer's sentence


class Does(StrEnum):
    """What a term asks of its debtor."""

    CLAUSE = "clause"  # a clause of the pack reaches a score by a turn
    ACT = "act"  # the debtor orders a move by a turn
    RESTRAINT = "restraint"  # the debtor opens no order of a kind until a turn is over
    WORDS = "words"  # free words, scored by the facilitator


class How(StrEnum):
    """How a term hangs on another."""

    ONCE = "once"  # due from the turn after the other is kept; void if it never is
    UNLESS = "unless"  # void as soon as the other is kept


class Link(NamedTuple):
    """``term`` counts from 0 within the offer."""

    how: How
    term: int


class Secrecy(StrEnum):
    """Who knows of an offer, and of the agreement that it becomes."""

    PARTIES = "parties"
    GUARANTOR = "guarantor"  # the parties and the guarantor
    PUBLIC = "public"


class Verification(StrEnum):
    """Who learns what the rules find of each term, besides control."""

    NONE = "none"
    GUARANTOR = "guarantor"  # the guarantor alone, who may say what it likes
    OBSERVERS = "observers"  # all parties


class Term(NamedTuple):
    """What one party takes upon itself.

    ``what`` is the id of a clause, of a move or of a kind of restraint, or the free words.
    ``score`` is what a clause must reach, 1 to 3; ``hold`` says that it must stay there.
    ``choice`` narrows an act to one way of playing it; ``against`` is the actor that a restraint
    spares, empty where it spares all. ``by`` is the turn at whose close it is due; a restraint
    lasts to the close of that turn.
    """

    debtor: str
    does: Does
    what: str
    by: int
    choice: str = ""
    score: int = 0
    hold: bool = False
    against: str = ""
    link: Link | None = None

    @property
    def promise(self) -> Promise:
        """What is promised, whenever it is due: two terms that share it promise the same."""
        what = "" if self.does is Does.WORDS else self.what
        return self.debtor, self.does, what, self.choice, self.against, self.score

    @property
    def worth(self) -> Promise:
        """What a signature may earn by: two terms that share it earn once.

        All free words of a debtor are one, and so are all its acts: whoever could earn by new
        words, or by promising each turn the order that it means to give, would never run out.
        """
        if self.does is Does.ACT:
            return self._replace(what="", choice="").promise
        return self.promise

    @property
    def is_of_its_kind(self) -> bool:
        """Whether it says nothing that only terms of another kind say."""
        return (
            (self.does is Does.CLAUSE or not (self.score or self.hold))
            and (self.does is Does.ACT or not self.choice)
            and (self.does is Does.RESTRAINT or not self.against)
        )

    def to_json(self) -> Json:
        """Plain values for the record."""
        link = self.link
        return {
            **self._asdict(),
            "does": str(self.does),
            "link": None if link is None else {"how": str(link.how), "term": link.term},
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Term:
        """The term that ``to_json`` wrote."""
        link = body["link"]
        return cls(
            debtor=body["debtor"],
            does=Does(body["does"]),
            what=body["what"],
            by=body["by"],
            choice=body["choice"],
            score=body["score"],
            hold=body["hold"],
            against=body["against"],
            link=None if link is None else Link(How(link["how"]), link["term"]),
        )


class Offer(NamedTuple):
    """Terms that ``maker`` puts to others, all of them actors.

    It may be answered until the orders of turn ``answer_by`` are opened, and holds, once in force,
    to the close of turn ``until``. ``template`` is the pack's id of what it was made from.
    """

    maker: str
    to: tuple[str, ...]
    terms: tuple[Term, ...]
    answer_by: int
    until: int
    secrecy: Secrecy = Secrecy.PARTIES
    guarantor: str = ""
    verification: Verification = Verification.NONE
    text: str = ""
    template: str = ""

    @property
    def parties(self) -> tuple[str, ...]:
        """The maker, and those it is made to."""
        return (self.maker, *self.to)

    @property
    def digest(self) -> str:
        """What an acceptance names, so that nobody accepts anything but what they read."""
        text = json.dumps(self.to_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]

    def reads_as(self, other: Offer) -> bool:
        """Whether it says to the same parties what the other says, whoever of them made it."""
        if {*self.parties} != {*other.parties}:
            return False
        return self._replace(maker="", to=()) == other._replace(maker="", to=())

    @property
    def signers(self) -> tuple[str, ...]:
        """All who must accept: the parties, and a guarantor who is none of them."""
        outside = self.guarantor and self.guarantor not in self.parties
        return (*self.parties, self.guarantor) if outside else self.parties

    def side_of(self, party: str) -> tuple[int, ...]:
        """The places of the terms on the same side as that party: the maker's, or the others'."""
        mine = party == self.maker
        return tuple(n for n, term in enumerate(self.terms) if (term.debtor == self.maker) is mine)

    def creditors_of(self, term: Term) -> tuple[str, ...]:
        """Whom a term is owed to: every other party, or the one that a restraint spares."""
        if term.against in self.parties:
            return (term.against,)
        return tuple(party for party in self.parties if party != term.debtor)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each two of its parties, once."""
        parties = self.parties
        for n, one in enumerate(parties):
            for other in parties[n + 1 :]:
                yield one, other

    def to_json(self) -> Json:
        """Plain values for the record."""
        return {
            **self._asdict(),
            "to": list(self.to),
            "terms": [term.to_json() for term in self.terms],
            "secrecy": str(self.secrecy),
            "verification": str(self.verification),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Offer:
        """The offer that ``to_json`` wrote."""
        return cls(
            maker=body["maker"],
            to=tuple(body["to"]),
            terms=tuple(Term.from_json(each) for each in body["terms"]),
            answer_by=body["answer_by"],
            until=body["until"],
            secrecy=Secrecy(body["secrecy"]),
            guarantor=body["guarantor"],
            verification=Verification(body["verification"]),
            text=body["text"],
            template=body["template"],
        )


def in_order(terms: tuple[Term, ...]) -> list[int]:
    """The places of the terms, each after the one that it hangs on.

    Of a ring, of a link that leads nowhere, and of what hangs on either, none.
    """
    found: list[int] = []
    left = list(range(len(terms)))
    while ready := [n for n in left if (link := terms[n].link) is None or link.term in found]:
        found += ready
        left = [n for n in left if n not in ready]
    return found


def in_rings(terms: tuple[Term, ...]) -> list[int]:
    """The places of the terms that hang on themselves by way of others, lowest first."""
    return [n for n in range(len(terms)) if _comes_back(terms, n)]


def _comes_back(terms: tuple[Term, ...], start: int) -> bool:
    place, steps = start, 0
    while (link := terms[place].link) is not None and 0 <= link.term < len(terms):
        place, steps = link.term, steps + 1
        if place == start:
            return steps > 1
        if steps > len(terms):  # into a ring of others
            return False
    return False
