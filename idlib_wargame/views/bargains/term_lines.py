"""The terms of an agreement as one reader may read them, each with how it was held to so far."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.knowing import Insight
from idlib_wargame.rules.agreements.testing import owes_nobody
from idlib_wargame.rules.marks import Mark, TermMark
from idlib_wargame.rules.offer import Does, How, Term
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.words.bargains import mark_words, score_words, share_words, term_words
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart
from idlib_wargame.words.situation import move_words


class MarkLine(NamedTuple):
    """How a term stood at the close of one turn; ``evidence`` says by what, where it is known."""

    turn: int
    mark: Mark
    words: str
    evidence: str


class TermLine(NamedTuple):
    """A term in a card, numbered from 1.

    ``now`` is how it stands, in words; ``mark`` its last mark, None before the first close.
    ``is_new`` says that the offer it answers had no such term. ``allegations`` are what was said;
    ``is_half_alleged`` says that the reader has begun to say so. With ``is_guess`` the reader is
    not told what was found, and ``mark`` is what it would be if all were well.
    """

    number: int
    debtor: str
    words: str
    is_ours: bool
    now: str
    mark: Mark | None
    history: tuple[MarkLine, ...]
    allegations: tuple[str, ...]
    is_new: bool
    in_free_words: bool
    is_half_alleged: bool = False
    is_guess: bool = False


class TermLines:
    """Tells one reader of terms; ``actor`` is whose they are, ``insight`` None for control."""

    def __init__(self, scenario: Scenario, play: Play, actor: str, insight: Insight | None) -> None:
        self._scenario, self._play = scenario, play
        self._actor, self._insight = actor, insight

    def line(self, case: Case, place: int, is_new: bool) -> TermLine:
        """The term in that place; ``is_new`` as it stands on its card."""
        term = case.offer.terms[place]
        history = tuple(
            self._mark_line(case, turn.turn, turn.marks[place]) for turn in case.history
        )
        last = self._last(case, term, history[-1].mark if history else None)
        return TermLine(
            number=place + 1,
            debtor=self._scenario.actor_name(term.debtor),
            words=term_words(self._scenario, term),
            is_ours=term.debtor == self._actor,
            now=self._now(case, term, last),
            mark=last,
            history=history,
            allegations=tuple(
                self._allegation(each.by, each.text)
                for each in case.allegations
                if each.term == place
            ),
            is_new=is_new,
            in_free_words=term.does == "words",
            is_half_alleged=self._is_half_alleged(case.key, place),
            is_guess=last is Mark.KEEPING and not self._is_sure(case, term),
        )

    def _last(self, case: Case, term: Term, last: Mark | None) -> Mark | None:
        """Its last mark; one that waited is due, once its reader knows what for was kept."""
        if last is not Mark.WAITING or not case.in_force or not self._kept_before(case, term):
            return last
        return Mark.DUE

    def _kept_before(self, case: Case, term: Term) -> int:
        """The turn in which what a term waited for was kept; 0 where its reader knows of none."""
        if term.link is None or term.link.how is not How.ONCE:
            return 0
        first = case.offer.terms[term.link.term]
        return case.progress[term.link.term].kept_in if self._is_sure(case, first) else 0

    def _is_half_alleged(self, case: str, place: int) -> bool:
        drafts = self._play.allegation_drafts.items()
        return any(
            (case, place) in mine
            for seat, mine in drafts
            if self._actor and self._scenario.actor_of[seat] == self._actor
        )

    def _now(self, case: Case, term: Term, last: Mark | None) -> str:
        if case.in_force and owes_nobody(case, term):
            return mark_words(Mark.VOID)
        if last is Mark.LATE and term.does is Does.WORDS:
            return self._unscored(case, term)
        if case.since and not case.in_force and last is not Mark.KEEPING:
            open_still = last in (None, Mark.DUE, Mark.WAITING)
            return _("fell away") if last is None or open_still else mark_words(last)
        if not case.since or last not in (None, Mark.DUE, Mark.KEEPING):
            return mark_words(last) if last else ""
        if last is Mark.KEEPING:
            return self._kept_now(case, term)
        if last is None and term.link is not None and term.link.how is How.ONCE:
            return mark_words(Mark.WAITING)
        if term.does is Does.RESTRAINT:
            return fill(_("to hold to the end of turn {turn}"), turn=term.by)
        by = max(term.by, self._kept_before(case, term) + 1)
        return self._due(by - self._play.turn)

    def _unscored(self, case: Case, term: Term) -> str:
        """How free words stand that no close has judged: a score given since counts at the next."""
        place = case.offer.terms.index(term)
        since = [score for score in case.scores if score.term == place]
        if not since or since[-1].turn <= self._play.ledger.tested_in:
            return _("waits for the facilitator's score")
        said = _("scored as kept {score}; it counts as turn {turn} closes")
        return fill(said, score=share_words(since[-1].score), turn=since[-1].turn)

    def _due(self, left: int) -> str:
        """When it is due, by the turns between."""
        if left <= 0:
            return _("due this turn") if left == 0 else mark_words(Mark.DUE)
        if left == 1:
            return _("due next turn")
        return fill(ngettext("due in {count} turn", "due in {count} turns", left), count=left)

    def _is_sure(self, case: Case, term: Term) -> bool:
        if self._insight is None:
            return True
        return self._insight.sure_of(case, case.offer.terms.index(term))

    def _kept_now(self, case: Case, term: Term) -> str:
        """How it stands that was held to when last looked at, in force or over."""
        if case.in_force or not self._is_sure(case, term):
            return self._kept_then(case, term, self._play.turn)
        return fill(_("kept until turn {turn}"), turn=case.ended_in)

    def _kept_then(self, case: Case, term: Term, turn: int) -> str:
        """How it was held to in a turn that does not end it."""
        place = case.offer.terms.index(term)
        if not self._is_sure(case, term):
            return self._guessed(case, term, place)
        broken_in = case.progress[place].broken_in
        if 0 < broken_in < turn:
            return fill(_("kept this turn, broken in turn {turn}"), turn=broken_in)
        return mark_words(Mark.KEEPING)

    @staticmethod
    def _guessed(case: Case, term: Term, place: int) -> str:
        """What a reader who is not told what was found may think."""
        if any(each.term == place for each in case.allegations):
            return _("disputed; you are not told what was found")
        if term.does is Does.WORDS:
            return _("for the facilitator to judge; you are not told")
        return _("kept, as far as you know")

    def _mark_line(self, case: Case, turn: int, mark: TermMark) -> MarkLine:
        term = case.offer.terms[mark.term]
        keeping = mark.mark is Mark.KEEPING
        said = self._kept_then(case, term, turn) if keeping else mark_words(mark.mark)
        if mark.mark is Mark.LATE and term.does is Does.WORDS:
            said = _("not scored yet")
        return MarkLine(turn, mark.mark, said, self._evidence(term, mark))

    def _evidence(self, term: Term, mark: TermMark) -> str:
        parts = [
            fill(
                _("{seat} ordered “{move}”"),
                seat=self._scenario.seat_by_id[order.seat].name,
                move=move_words(self._scenario, order.move, order.choice),
            )
            for order in mark.orders
        ]
        if mark.score is not None and term.does is Does.WORDS:
            said = _("the facilitator's score: kept {score}")
            parts.append(fill(said, score=share_words(mark.score)))
        elif mark.score is not None and not mark.orders:
            parts.append(fill(_("it stands at: {score}"), score=score_words(mark.score)))
        return apart(parts) if parts else ""

    def _allegation(self, by: str, text: str) -> str:
        name = self._scenario.actor_name(by)
        if text:
            return fill(_("{actor} says that it was broken: {text}"), actor=name, text=text)
        return fill(_("{actor} says that it was broken."), actor=name)
