"""What may be picked for one term of an offer that is being written, and the words it is picked by.

Nothing here judges: whether an offer may be tabled is for its ``Reading`` to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.rules.offer import Does, How, Link, Offer, Term
from idlib_wargame.views.bargains.writing import ActOption, Desk
from idlib_wargame.views.bargains.writing import Option as Option
from idlib_wargame.words.language import _, fill


class TermChoices(NamedTuple):
    """What a term on one side of an offer may be. ``debtors`` are those who may owe it."""

    desk: Desk
    offer: Offer
    debtors: tuple[Option, ...]

    def name(self, actor: str) -> str:
        """An actor as the lists call it; its id where they do not."""
        everybody = (self.desk.actor, *self.desk.others)
        return next((each.words for each in everybody if each.id == actor), actor)

    def kinds(self, debtor: str) -> tuple[Does, ...]:
        """The kinds of terms that the debtor can owe in this pack; words always."""
        found = [kind for kind in Does if kind is Does.WORDS or self._rows(debtor, kind)]
        return tuple(found)

    def of(self, term: Term) -> tuple[ActOption, ...]:
        """What a term of that kind may promise."""
        return self._rows(term.debtor, term.does)

    def _rows(self, debtor: str, kind: Does) -> tuple[ActOption, ...]:
        desk = self.desk
        match kind:
            case Does.CLAUSE:
                return tuple(_act(each) for each in desk.clauses.get(debtor, ()))
            case Does.ACT:
                return desk.acts.get(debtor, ())
            case Does.RESTRAINT:
                return tuple(ActOption(each.id, "", each.words) for each in desk.restraints)
            case Does.WORDS:
                return ()

    def spared(self, term: Term) -> tuple[Option, ...]:
        """Whom a restraint may spare: nobody where it spares all."""
        spares = {each.id for each in self.desk.restraints if each.spares}
        if term.does is not Does.RESTRAINT or term.what not in spares:
            return ()
        everybody = (self.desk.actor, *self.desk.others)
        return tuple(each for each in everybody if each.id != term.debtor)

    @property
    def turns(self) -> range:
        """The turns that a term may be due in."""
        return range(self.desk.first, self.desk.last + 1)

    def links(self, place: int) -> list[Link | None]:
        """What the term in that place may hang on: nothing, or any other term."""
        others = [n for n in range(len(self.offer.terms)) if n != place]
        return [None, *(Link(how, n) for how in How for n in others)]


def _act(option: Option) -> ActOption:
    return ActOption(option.id, "", option.words)


def new_term(choices: TermChoices) -> Term:
    """A term to begin with: the first thing that the first debtor can owe."""
    debtor = choices.debtors[0].id
    by = max(choices.desk.first, min(choices.offer.until, choices.desk.last))
    blank = Term(debtor, Does.WORDS, "", by)
    return of_kind(blank, choices.kinds(debtor)[0], choices)


def of_kind(term: Term, kind: Does, choices: TermChoices, words: str = "") -> Term:
    """A term of another kind in its place: the first of that kind, or the ``words`` kept of it."""
    plain = Term(term.debtor, kind, words, term.by, link=term.link)
    rows = choices.of(plain)
    if kind is Does.WORDS or not rows:
        return plain
    plain = plain._replace(what=rows[0].id, choice=rows[0].choice)
    if kind is Does.CLAUSE:
        return plain._replace(score=3)
    return spared_anew(plain, choices)


def spared_anew(term: Term, choices: TermChoices) -> Term:
    """The term with whom it spares where that must be said, and with nobody where it must not."""
    spared: Sequence[str] = [each.id for each in choices.spared(term)]
    if term.against in spared or not (spared or term.against):
        return term
    parties = [party for party in choices.offer.parties if party in spared]
    return term._replace(against=[*parties, *spared, ""][0])


def kind_words(kind: Does) -> str:
    """A kind of term, as a list calls it."""
    return {
        Does.CLAUSE: _("a clause"),
        Does.ACT: _("a move to order"),
        Does.RESTRAINT: _("a restraint"),
        Does.WORDS: _("in free words"),
    }[kind]


def turn_words(turn: int, restrains: bool = False) -> str:
    """When a term is due, or how long a restraint lasts."""
    if restrains:
        return fill(_("to the end of turn {turn}"), turn=turn)
    return fill(_("by turn {turn}"), turn=turn)


def link_words(link: Link | None) -> str:
    """What a term depends on."""
    if link is None:
        return _("does not depend on another term")
    if link.how is How.ONCE:
        return fill(_("once term {number} is kept"), number=link.term + 1)
    return fill(_("unless term {number} is kept"), number=link.term + 1)


def answer_by_words(turn: int) -> str:
    """Until when an offer may be answered."""
    return fill(_("before the orders of turn {turn} are opened"), turn=turn)


def until_words(turn: int) -> str:
    """How long an agreement holds."""
    return fill(_("to the end of turn {turn}"), turn=turn)
