"""One offer or agreement as a card: its parties, each term with its marks, and its history."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from enum import Enum
from typing import NamedTuple
from weakref import WeakKeyDictionary

from idlib_wargame.rules.agreements.bargaining import Bargaining
from idlib_wargame.rules.agreements.case import Case, Stage
from idlib_wargame.rules.agreements.knowing import Insight
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.offer import Offer
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.bargains import why_closed
from idlib_wargame.session.play import Play
from idlib_wargame.views.bargains.changing import dropped_terms, new_terms
from idlib_wargame.views.bargains.stakes import Stakes
from idlib_wargame.views.bargains.term_lines import MarkLine as MarkLine
from idlib_wargame.views.bargains.term_lines import TermLine as TermLine
from idlib_wargame.views.bargains.term_lines import TermLines
from idlib_wargame.words.bargains import (
    case_heading,
    secrecy_words,
    stage_words,
    term_words,
    title_of,
    verification_words,
)
from idlib_wargame.words.language import _, fill, spoken
from idlib_wargame.words.lists import apart, facts, listed

MOST_KEPT = 5000
# Cards of what is over, by all that they are made from; they go with their exercise.
_MADE: WeakKeyDictionary[Bargaining, dict[Hashable, CaseCard]] = WeakKeyDictionary()


class May(Enum):
    """What a reader may do about an offer or an agreement now."""

    ACCEPT = "accept"
    TAKE_BACK = "take_back"
    COUNTER = "counter"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    AGREE_TO_END = "agree_to_end"
    DECLARE_OVER = "declare_over"
    PUBLISH = "publish"
    ALLEGE = "allege"


class CaseCard(NamedTuple):
    """An offer or an agreement. ``key`` and ``digest`` are what an act on it names.

    ``heading`` names it over its card, ``title`` in the middle of a sentence.
    ``state`` says in a line how it stands, ``small_print`` what else was settled, ``vague`` why it
    is vague. ``countered`` says who has answered with an offer that is still open; with
    ``we_countered`` the reader has. ``breached`` says who broke a term, ``declared`` who declared
    it over: three marks, each empty where nobody did. ``events`` tell what came of it, first to
    last. ``dropped`` are the terms of the offer it answers that are not in it. ``may`` is what the
    reader may do now.
    ``complained`` are the numbers of the terms that the reader called broken in this turn.
    ``offer`` is what a counter begins from, ``breaks_at_once`` which sealed orders it would make a
    breach, a sentence each; ``is_last_answer`` says that the reader's would put it in force.
    """

    key: str
    digest: str
    heading: str
    title: str
    stage: Stage
    state: str
    is_open: bool
    in_force: bool
    has_left: bool
    is_public: bool
    text: str
    terms: tuple[TermLine, ...]
    small_print: str
    vague: str
    answers: str
    dropped: tuple[str, ...]
    events: tuple[str, ...]
    may: frozenset[May]
    offer: Offer
    breached: str = ""
    declared: str = ""
    complained: frozenset[int] = frozenset()
    countered: str = ""
    we_countered: bool = False
    parties_left: int = 0
    is_last_answer: bool = False
    breaks_at_once: tuple[str, ...] = ()

    @property
    def waits_for_reader(self) -> bool:
        """Whether the reader is asked for an answer, and has not given one by a counter."""
        return May.ACCEPT in self.may and not self.we_countered


class CardMaker:
    """Makes the cards of one reader; ``actor`` is whose they are, empty for control or the room.

    ``ledger`` is cut to what the reader may know, and so is ``play``. Who ``signs`` for the actor
    may do something about them; ``stakes`` are what its orders mean for them.
    """

    def __init__(
        self,
        scenario: Scenario,
        bargaining: Bargaining,
        play: Play,
        ledger: Ledger,
        actor: str = "",
        insight: Insight | None = None,
        signs: bool = False,
        stakes: Stakes | None = None,
    ) -> None:
        self._scenario, self._bargaining = scenario, bargaining
        self._play, self._ledger = play, ledger
        self._actor, self._insight = actor, insight
        self._signs, self._stakes = signs, stakes
        self._lines = TermLines(scenario, play, actor, insight)
        self._is_closed = why_closed(scenario, play) != ""
        self._before = _MADE.setdefault(bargaining, {})

    def card(self, case: Case) -> CaseCard:
        """One offer or agreement, as it stands.

        What is over stays as it is: it is made once, so that to look costs what is still open, and
        not all that was ever tabled.
        """
        if case.is_open or case.in_force:
            return self._made(case)
        answered = self._ledger.cases.get(case.answers) if case.answers else None
        key = (
            *(case, answered.offer if answered else None, self._vague(case)),
            self._complained(case),
            *(self._actor, self._signs, self._insight, self._play.finished, spoken()),
        )
        kept = self._before.get(key)
        if kept is None:
            if len(self._before) >= MOST_KEPT:
                self._before.clear()
            kept = self._before[key] = self._made(case)
        return kept

    def may(self, case: Case) -> frozenset[May]:
        """What the reader may do about it now."""
        return frozenset(self._may(case))

    def _made(self, case: Case) -> CaseCard:
        offer, scenario = case.offer, self._scenario
        before = self._ledger.cases.get(case.answers) if case.answers else None
        may = self.may(case)
        fresh = new_terms(before.offer, offer) if before else frozenset()
        counters = self._counters(case)
        return CaseCard(
            key=case.key,
            digest=case.digest,
            heading=case_heading(scenario, offer, bool(case.since)),
            title=title_of(scenario, case),
            stage=case.stage,
            state=self._state(case),
            is_open=case.is_open,
            in_force=case.in_force,
            has_left=self._actor in case.left,
            is_public=case.was_public(),
            text=offer.text,
            terms=tuple(self._lines.line(case, n, n in fresh) for n in range(len(offer.terms))),
            small_print=small_print(scenario, offer),
            vague=self._vague(case),
            answers=title_of(scenario, before) if before else "",
            dropped=dropped_words(scenario, before.offer, offer) if before else (),
            events=tuple(self._events(case)),
            may=may,
            offer=offer,
            breached=self._breached(case),
            declared=self._declared(case),
            complained=self._complained(case),
            countered=self._countered(counters),
            we_countered=self._actor in counters,
            parties_left=len(case.parties),
            is_last_answer=May.ACCEPT in may and case.missing == (self._actor,),
            breaks_at_once=self._breaks_at_once(case) if May.ACCEPT in may else (),
        )

    def _complained(self, case: Case) -> frozenset[int]:
        mine = (each for each in case.allegations if each.by == self._actor)
        return frozenset(each.term + 1 for each in mine if each.turn == self._play.turn)

    def _breached(self, case: Case) -> str:
        places = {
            mark.term for each in case.history for mark in each.marks if mark.mark is Mark.BROKEN
        }
        debtors = dict.fromkeys(case.offer.terms[place].debtor for place in sorted(places))
        names = [self._scenario.actor_name(each) for each in debtors]
        return fill(_("Breached by {names}"), names=listed(names)) if names else ""

    def _declared(self, case: Case) -> str:
        names = [self._scenario.actor_name(each) for each in case.left]
        return fill(_("Declared over by {names}"), names=listed(names)) if names else ""

    def _counters(self, case: Case) -> tuple[str, ...]:
        """Who has an offer on the table that answers this one."""
        if not case.is_open:
            return ()
        cases = self._ledger.cases.values()
        answers = (each for each in cases if each.answers == case.key and each.is_open)
        return tuple(dict.fromkeys(each.offer.maker for each in answers))

    def _countered(self, makers: tuple[str, ...]) -> str:
        if self._actor in makers:
            return _("You have countered this")
        names = [self._scenario.actor_name(each) for each in makers]
        return fill(_("Countered by {names}"), names=listed(names)) if names else ""

    def _breaks_at_once(self, case: Case) -> tuple[str, ...]:
        """Which of the orders sealed for the turn that it would bind from the start."""
        play, stakes = self._play, self._stakes
        if stakes is None or play.bargaining_turn != play.turn:
            return ()
        return tuple(stakes.breaking(case, play.sealed.get(stakes.seat, ())))

    def _state(self, case: Case) -> str:
        said = stage_words(case.stage)
        if case.is_open:
            waiting = [self._scenario.actor_name(each) for each in case.missing]
            waits = fill(_("waits for {names}"), names=listed(waiting)) if waiting else ""
            by = fill(
                _("answer before the orders of turn {turn} are opened"), turn=case.offer.answer_by
            )
            return facts([said, *([waits] if waits else []), by])
        if case.in_force and self._actor in case.left:
            return facts([said, _("you have left it and owe nothing; it goes on among the others")])
        if case.in_force:
            until = fill(_("until the end of turn {turn}"), turn=case.offer.until)
            return facts([said, until])
        if case.ended_in:
            return facts([said, fill(_("turn {turn}"), turn=case.ended_in)])
        return said

    def _vague(self, case: Case) -> str:
        known = self._insight.known if self._insight else None
        rows = self._bargaining.vague(case.offer, self._play.state.row, known)
        names = [row.name for row in rows]
        return fill(_("Vague: {reasons}"), reasons=apart(names)) if names else ""

    def _events(self, case: Case) -> Iterator[str]:
        name = self._scenario.actor_name
        said = _("Turn {turn}: tabled by {actor}.")
        yield fill(said, turn=case.turn, actor=name(case.offer.maker))
        if case.is_open and len(case.accepted) > 1:
            names = listed([name(each) for each in case.accepted[1:]])
            yield fill(_("Accepted by {names}."), names=names)
        yield from self._signatures(case)
        if case.since:
            yield fill(_("From turn {turn} on: accepted by all, and in force."), turn=case.since)
        if case.refused_by:
            said = _("Turn {turn}: refused by {actor}.")
            yield fill(said, turn=case.ended_in, actor=name(case.refused_by))
        for turn in case.history:
            yield from self._broken_in(case, turn.turn, turn.marks)
        for actor, when in case.declared:
            said = _("From turn {turn} on: declared over by {actor}.")
            yield fill(said, turn=when, actor=name(actor))
        if case.in_force and case.consents:
            names = listed([name(each) for each in case.consents])
            yield fill(_("{names} would end it; the others have not agreed yet."), names=names)
        if case.published_in:
            yield fill(_("Turn {turn}: became known to all."), turn=case.published_in)

    def _signatures(self, case: Case) -> Iterator[str]:
        """Which person signed, as far as the reader may know who sits where."""
        for seat, by_case in self._play.signed_by.items():
            row, person = self._scenario.seat_by_id[seat], by_case.get(case.key)
            if person and row.actor in case.accepted:
                yield fill(_("{person} signed for {seat}."), person=person, seat=row.name)

    def _broken_in(self, case: Case, turn: int, marks: tuple[TermMark, ...]) -> Iterator[str]:
        for mark in marks:
            if mark.mark is Mark.BROKEN:
                debtor = self._scenario.actor_name(case.offer.terms[mark.term].debtor)
                said = _("Turn {turn}: term {number} broken by {actor}.")
                yield fill(said, turn=turn, number=mark.term + 1, actor=debtor)

    def _may(self, case: Case) -> Iterator[May]:
        """What the reader's actor may do now."""
        actor, offer = self._actor, case.offer
        if not self._signs or self._play.finished:
            return
        if not self._is_closed:
            yield from self._may_decide(case)
        if case.since:
            yield May.ALLEGE
        if actor in offer.signers and not case.was_public():
            yield May.PUBLISH

    def _may_decide(self, case: Case) -> Iterator[May]:
        actor, offer = self._actor, case.offer
        if case.is_open and actor == offer.maker:
            yield May.WITHDRAW
        elif case.is_open and actor in offer.signers:
            yield May.TAKE_BACK if actor in case.accepted else May.ACCEPT
            yield May.REFUSE
            if actor in offer.parties:
                yield May.COUNTER
        if case.in_force and actor in case.parties:
            yield May.DECLARE_OVER
            if actor not in case.consents:
                yield May.AGREE_TO_END


def small_print(scenario: Scenario, offer: Offer) -> str:
    """How long it holds, who knows of it, who guarantees and who verifies."""
    parts = [
        fill(_("holds to the end of turn {turn}"), turn=offer.until),
        secrecy_words(offer.secrecy),
        verification_words(offer.verification),
    ]
    if offer.guarantor:
        name = scenario.actor_name(offer.guarantor)
        parts.insert(2, fill(_("{actor} guarantees it"), actor=name))
    return facts(parts)


def dropped_words(scenario: Scenario, before: Offer, after: Offer) -> tuple[str, ...]:
    """The terms of the offer before that are in this one no more, dates included, in words."""
    terms = before.terms
    return tuple(term_words(scenario, terms[place]) for place in dropped_terms(before, after))
