"""Does what the page of control's seats asks for: a suggestion, a seat's window, an answer."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.session.acts import Act
from idlib_wargame.views.desk.control_seats import left_words
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.desk.handover import Handover


class ControlActs:
    """``do`` does an act as the facilitator, and ``inform`` tells of what was not done."""

    def __init__(
        self,
        page: DeskPage,
        handover: Handover,
        do: Callable[[Act], bool],
        inform: Callable[[str], None],
    ) -> None:
        self._page, self._do, self._inform = page, do, inform
        page.control.taken.connect(self._take)
        page.control.opened.connect(lambda seat, to: handover.open_seat(seat, page=to))
        page.control.answered.connect(self._answer)
        page.seats.play_wanted.connect(lambda: page.tabs.setCurrentWidget(page.control))
        handover.covered.connect(lambda on: page.control.cover() if on else None)

    def _take(self, key: str) -> None:
        act = self._page.control.seats.act_for(key)
        if act is None:
            self._inform(left_words())
        else:
            self._do(act)

    def _answer(self, key: str, to: str) -> None:
        self._page.tabs.setCurrentWidget(self._page.messages)
        self._page.messages.answer(key, to)
