"""What the filled button does: the next thing, asked first where seats would lose out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.report_released import ReleaseReport
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.session import Session
from idlib_wargame.views.breaks import break_question
from idlib_wargame.views.desk.facilitator import NextStep, next_step
from idlib_wargame.views.desk.questions import (
    finish_question,
    half_ruling_question,
    held_report,
)
from idlib_wargame.views.desk.sealing import drafts_to_seal
from idlib_wargame.views.desk.votes_to_ask import asked_words
from idlib_wargame.views.desk.votes_to_count import counted_words
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.parts.in_sight import bring_in_sight


class NextPress:
    """Takes the next step of an exercise; ``do`` does it as the facilitator, and ``inform`` tells
    what was done that is not in sight.
    """

    def __init__(
        self,
        session: Session,
        page: DeskPage,
        do: Callable[[Act], object],
        inform: Callable[[str], None],
    ) -> None:
        self._session = session
        self._page, self._do, self._inform = page, do, inform

    def key_counts(self) -> bool:
        """Its keys press the filled button, and no sooner than a hand may."""
        return self._page.top.next_press.counts(Qt.Key.Key_Return)

    def take(self) -> None:
        """The filled button: the next thing, with a question first where seats would lose out."""
        step = next_step(self._session)
        if step is None:
            self._page.outcome.take_keys()
            return
        if self._session.play.undecided:
            self._page.tabs.setCurrentWidget(self._page.orders)
            self._page.orders.go_to_undecided()
            return
        if step.asks:
            self._ask_for_votes(step.asks)
            return
        if step.counts:
            self._count_votes(step.counts)
            return
        card = self._page.orders.waiting(step.awaits.order if step.awaits else None)
        if card is not None:
            self._page.tabs.setCurrentWidget(self._page.orders)  # first: what is hidden has no keys
            card.setFocus()
            bring_in_sight(card)
            if step.awaits is not None:
                self._inform(step.awaits.said)
            return
        self._page.question.hide()
        question = break_question(self._session.play, step.act, step.button)
        if question is not None:
            self._page.question.ask(
                question, lambda: self._ask_and_do(step), instead=self._page.day.begin_due
            )
        else:
            self._ask_and_do(step)

    def _ask_for_votes(self, asks: Sequence[AskOthers]) -> None:
        """All of them together; the first that is refused says why."""
        self._page.tabs.setCurrentWidget(self._page.orders)
        if all(self._do(each) for each in asks):
            self._inform(asked_words(asks))

    def _count_votes(self, counts: Sequence[CountWords]) -> None:
        """As they are asked for: all together, and the first that is refused says why."""
        self._page.tabs.setCurrentWidget(self._page.orders)
        if all(self._do(each) for each in counts):
            self._inform(counted_words(counts))

    def ask_finish(self) -> None:
        """Ask before the exercise is ended, whatever the next thing would be."""
        question, act = finish_question(self._session.play), Finish()
        self._page.question.ask(
            question, lambda: self._do(act), instead=lambda: self._the_other_way(act)
        )

    def _ask_and_do(self, step: NextStep) -> None:
        if step.question is not None:
            self._page.question.ask(
                step.question,
                lambda: self._ask_for_rulings(step.act),
                instead=lambda: self._the_other_way(step.act),
            )
        else:
            self._ask_for_rulings(step.act)

    def _the_other_way(self, act: Act) -> None:
        """What the question's third button says: with what is left undone done first."""
        held = held_report(self._session.play, act)
        if not held:
            self._seal_then(act)
        elif self._do(ReleaseReport(held)):
            self._do(act)

    def _seal_then(self, act: Act) -> None:
        """Seal what was drafted at the seats that are waited for; go on where all of it may be."""
        sealed = [bool(self._do(seal)) for seal in drafts_to_seal(self._session)]
        if all(sealed):  # one that may not be is named, and the others are sealed all the same
            self._ask_for_rulings(act)

    def _ask_for_rulings(self, act: Act) -> None:
        if isinstance(act, CloseTurn) and self._page.orders.half_typed:
            question = half_ruling_question(self._session.play.turn)
            self._page.question.ask(question, lambda: self._take_step(act))
        else:
            self._take_step(act)

    def _take_step(self, act: Act) -> None:
        """What was typed on the cards of a turn goes with them, and is a note by then."""
        if isinstance(act, CloseTurn):
            self._note_down_rulings()
        self._do(act)

    def _note_down_rulings(self) -> None:
        for address, card in self._page.orders.cards.items():
            if card.half_typed:
                try:
                    self._session.submit(TakeNote(card.half_typed), FACILITATOR)
                except Refused:  # it stays half typed
                    continue
                self._page.orders.ruling_done(address)
