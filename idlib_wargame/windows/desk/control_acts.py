"""Does what the page of control's seats asks for: a suggestion, a seat's window, an answer."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.control_seats import TaskRow, left_words
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.desk.handover import Handover


class ControlActs:
    """``do`` does an act as the facilitator, and ``inform`` tells of what was not done."""

    def __init__(
        self,
        session: Session,
        page: DeskPage,
        handover: Handover,
        do: Callable[[Act], bool],
        inform: Callable[[str], None],
    ) -> None:
        self._page, self._do, self._inform = page, do, inform
        self._session = session
        page.control.taken.connect(self._take)
        page.control.opened.connect(lambda seat, to: handover.open_seat(seat, page=to))
        page.control.answered.connect(self._answer)
        page.control.reasoned.connect(self._give_reason)
        page.control.worded.connect(self._give_word)
        page.seats.play_wanted.connect(lambda: page.tabs.setCurrentWidget(page.control))
        handover.covered.connect(lambda on: page.control.cover() if on else None)

    def _take(self, key: str) -> None:
        act = self._page.control.seats.act_for(key)
        if act is None:
            self._inform(left_words())
        else:
            self._do(act)

    def _give_reason(self, row: TaskRow, text: str) -> None:
        if row.asked is not None:
            self._give(row, GiveReason(row.asked.order, text, row.seat))

    def _give_word(self, row: TaskRow, number: int) -> None:
        if row.asked is not None:
            self._give(row, GiveWord(row.asked.order, row.asked.what, row.seat, number))

    def _give(self, row: TaskRow, act: Act) -> None:
        """Answer for a seat. What is refused is said where it was typed."""
        try:
            self._session.submit(act, FACILITATOR)
        except Refused as refused:
            self._page.control.say_refused(row, str(refused))
        else:
            self._page.control.forget(row)

    def _answer(self, key: str, to: str) -> None:
        self._page.tabs.setCurrentWidget(self._page.messages)
        self._page.messages.answer(key, to)
