"""The agreements that everybody knows of, each term with its mark."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play
from idlib_wargame.views.bargains.case_card import CaseCard
from idlib_wargame.views.bargains.ledger import ledger_view
from idlib_wargame.views.bargains.term_lines import TermLine


class PublicTerm(NamedTuple):
    """``now`` is how the term stands, in words, ``said`` what was alleged of it.

    With ``is_guess`` nobody was told what was found, and ``mark`` is what it would be if all were
    well.
    """

    words: str
    now: str
    mark: Mark | None
    is_guess: bool
    said: tuple[str, ...]


class PublicAgreement(NamedTuple):
    """``breached`` says who broke a term, ``declared`` who declared it over: two facts."""

    heading: str
    state: str
    breached: str
    declared: str
    text: str
    terms: tuple[PublicTerm, ...]
    in_force: bool


class Agreements(NamedTuple):
    """Those in force first, then those that are over, the newest first of each."""

    agreements: tuple[PublicAgreement, ...]

    @property
    def is_empty(self) -> bool:
        """Whether everybody knows of none."""
        return not self.agreements


def agreements(referee: Referee, play: Play, sight: Sight) -> Agreements:
    """The agreements of an exercise as the room may know it; offers are none yet."""
    if referee.scenario.bargain is None:
        return Agreements(())
    view = ledger_view(referee, play, sight)
    over = [card for card in view.over if play.ledger.cases[card.key].since]
    return Agreements(tuple(map(_agreement, (*view.in_force, *over))))


def _agreement(card: CaseCard) -> PublicAgreement:
    return PublicAgreement(
        heading=card.heading,
        state=card.state,
        breached=card.breached,
        declared=card.declared,
        text=card.text,
        terms=tuple(map(_term, card.terms)),
        in_force=card.in_force,
    )


def _term(term: TermLine) -> PublicTerm:
    return PublicTerm(term.words, term.now, term.mark, term.is_guess, term.allegations)
