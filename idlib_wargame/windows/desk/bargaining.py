"""What the facilitator does about offers and agreements, asked first where it cannot be undone."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.rules.offer import Offer
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.agreement_leaked import LeakAgreement
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import May
from idlib_wargame.views.correspondence import Correspondent
from idlib_wargame.views.desk.agreements import leak_question
from idlib_wargame.views.desk.by_hand import hand_act, hand_question
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.parts.one_press import hand
from idlib_wargame.words.bargains import title_of


class Bargaining:
    """Does on a desk what its page of agreements tells of; ``do`` says whether it was done."""

    def __init__(self, session: Session, page: DeskPage, do: Callable[[Act], bool]) -> None:
        self._session = session
        self._page, self._do = page, do
        shown = page.agreements
        shown.scored.connect(self._score)
        shown.leaked.connect(self._ask_to_leak)
        shown.acted.connect(self._ask_by_hand)
        shown.tabled.connect(self._table)

    def _score(self, case: str, term: int, score: int, why: str) -> None:
        """A refusal is said beside what was typed, which stays."""
        bar = self._page.agreements.score
        if self._is_done(ScoreWords(case, term, score, why), bar.say):
            bar.done()
            self._page.agreements.done()

    def _table(self, seat: str, offer: Offer, answers: str) -> None:
        bar = self._page.agreements.template
        if self._is_done(TableOffer(seat, offer, answers), bar.say):
            self._page.agreements.done()

    def _is_done(self, act: Act, say: Callable[[str], None]) -> bool:
        try:
            self._session.submit(act, FACILITATOR)
        except Refused as refused:
            say(str(refused))
            return False
        hand().has_acted()
        self._page.banner.clear()
        return True

    def _ask_to_leak(self, key: str, whom: tuple[Correspondent, ...]) -> None:
        act = LeakAgreement(key, tuple(each.id for each in whom))
        question = leak_question(self._title(key), whom)
        self._page.question.ask(
            question, lambda: self._go_on(act), near=self._page.agreements.leak.leak
        )

    def _ask_by_hand(self, seat: str, may: May, key: str) -> None:
        name = self._session.scenario.seat_by_id[seat].name
        case = self._session.play.ledger[key]
        card = self._page.agreements.cards.get(key)
        act = hand_act(may, seat, case)
        self._page.question.ask(
            hand_question(may, name, self._title(key), len(case.parties)),
            lambda: self._go_on(act),
            near=card.acts.get((seat, may)) if card else None,
        )

    def _go_on(self, act: Act) -> None:
        if self._do(act):
            self._page.agreements.done()

    def _title(self, key: str) -> str:
        return title_of(self._session.scenario, self._session.play.ledger[key])
