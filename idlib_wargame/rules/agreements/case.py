"""One offer and what became of it: who accepted, how it stands, and how each term was held to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.offer import Offer, Secrecy, Verification


class Stage(StrEnum):
    """How an offer stands. *Countered* is no stage: the offer stays open beside its counter."""

    TABLED = "tabled"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"  # nobody took it up before its deadline
    SUPERSEDED = "superseded"  # what answers it, or what it answers, was signed
    CLOSED = "closed"  # the same, as it reads to whoever may not know of what was signed
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    ENDED = "ended"  # by consent of all
    DECLARED_OVER = "declared_over"  # by so many that fewer than two are left


class Progress(NamedTuple):
    """How far a term has come: the turns in which it was kept for good and first broken; or 0."""

    kept_in: int = 0
    broken_in: int = 0
    is_void: bool = False
    is_over: bool = False

    def after(self, turn: int, mark: Mark) -> Progress:
        """The same once that turn's close found so."""
        return Progress(
            self.kept_in or (turn if mark is Mark.KEPT else 0),
            self.broken_in or (turn if mark is Mark.BROKEN else 0),
            self.is_void or mark is Mark.VOID,
            self.is_over or mark is Mark.OVER,
        )


class Score(NamedTuple):
    """What the facilitator found of a term in free words, 0 to 3; ``turn`` is when it counts."""

    term: int
    score: int
    why: str
    turn: int


class Allegation(NamedTuple):
    """Somebody says that a term was broken. It tells nobody what the rules found."""

    by: str
    term: int
    text: str
    turn: int


class TurnMarks(NamedTuple):
    """All marks of one turn, in the order of the terms."""

    turn: int
    marks: tuple[TermMark, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An offer and what became of it. All who act in it are actors.

    ``key`` names it; ``turn`` is the one it was tabled for; ``answers`` the key of what it
    counters. ``since`` is the first turn whose orders it binds, ``ended_in`` the turn in which it
    ceased to be open or in force. ``declared`` says who declared it over, and in which turn.
    ``superseded_by`` is the key of what was signed in its place.
    ``published_in`` is the turn in which it became known to all; 0 while it is not, or always was.
    ``found_out_in`` is the turn in which anybody outside first learned of what had been in force.
    """

    key: str
    offer: Offer
    turn: int
    answers: str = ""
    stage: Stage = Stage.TABLED
    accepted: tuple[str, ...] = ()
    refused_by: str = ""
    superseded_by: str = ""
    since: int = 0
    ended_in: int = 0
    progress: tuple[Progress, ...] = ()
    history: tuple[TurnMarks, ...] = ()
    scores: tuple[Score, ...] = ()
    declared: tuple[tuple[str, int], ...] = ()
    consents: tuple[str, ...] = ()
    published_in: int = 0
    found_out_in: int = 0
    leaked_to: frozenset[str] = frozenset()
    allegations: tuple[Allegation, ...] = ()

    @property
    def digest(self) -> str:
        """What an acceptance names, so that nobody accepts anything but what they read."""
        return self.offer.digest

    @property
    def is_open(self) -> bool:
        """Whether it may still be answered."""
        return self.stage is Stage.TABLED

    @property
    def in_force(self) -> bool:
        """Whether all accepted it and it has not ended."""
        return self.stage is Stage.IN_FORCE

    def binds(self, turn: int) -> bool:
        """Whether it is in force for the orders of that turn."""
        return self.in_force and self.since <= turn

    @property
    def left(self) -> tuple[str, ...]:
        """Who has declared it over."""
        return tuple(actor for actor, _ in self.declared)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that have not declared it over."""
        return tuple(each for each in self.offer.parties if each not in self.left)

    @property
    def missing(self) -> tuple[str, ...]:
        """Who has not accepted yet."""
        return tuple(each for each in self.offer.signers if each not in self.accepted)

    def left_before(self, actor: str) -> tuple[str, ...]:
        """Who had declared it over when that actor did."""
        left = self.left
        return left[: left.index(actor)]

    def was_public(self) -> bool:
        """Whether everybody may know of it."""
        return self.offer.secrecy is Secrecy.PUBLIC or bool(self.published_in)

    def is_known_to(self, actors: Iterable[str]) -> bool:
        """Whether all these actors know of it."""
        if self.was_public():
            return True
        return {*self.offer.signers, *self.leaked_to}.issuperset(actors)

    def is_found_by(self, actors: Iterable[str]) -> bool:
        """Whether all these actors learn what the rules find of its terms."""
        match self.offer.verification:
            case Verification.OBSERVERS:
                return set(self.offer.signers).issuperset(actors)
            case Verification.GUARANTOR:
                return set(actors) == {self.offer.guarantor}
            case _:
                return False

    def made_public(self, turn: int) -> Case:
        """The same once everybody may know of it."""
        return replace(self.found_out(turn), published_in=turn)

    def found_out(self, turn: int) -> Case:
        """The same once somebody outside knows of it; an offer that binds nobody yet may be told.

        What was learned while the orders of a turn lay open counts in the next; where that turn's
        own close finds it out as well, it counts there.
        """
        if not self.since or 0 < self.found_out_in <= turn:
            return self
        return replace(self, found_out_in=turn)

    def score_of(self, term: int, turn: int) -> Score | None:
        """The last score of a term in free words that counts in that turn."""
        given = [each for each in self.scores if each.term == term and each.turn == turn]
        return given[-1] if given else None
