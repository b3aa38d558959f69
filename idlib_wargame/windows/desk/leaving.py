"""Closing a desk: what is asked first, and what is kept of words half typed."""

from __future__ import annotations

from collections.abc import Callable

from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.devices_asked import leave_question
from idlib_wargame.views.desk.questions import Question, closing_question
from idlib_wargame.views.desk.seats_open import (
    room_stays_words,
    seats_open_question,
    unsaved_stays_words,
)
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.desk.handover import Handover


class Leaving:
    """Asks on a desk's page; ``close`` closes the desk once that is agreed to.

    ``room`` says who is here with a device.
    """

    def __init__(
        self,
        session: Session,
        page: DeskPage,
        handover: Handover,
        room: Callable[[], RoomState],
        close: Callable[[], object],
    ) -> None:
        self._session = session
        self._page = page
        self._handover = handover
        self._room = room
        self._close = close
        self._agreed = False

    def asks_first(self) -> bool:
        """Whether closing must wait, as something would be lost; somebody is asked by then."""
        if self._agreed:
            return False
        saved, covered = self._session.saved, self._handover.is_covered
        is_kept = not self._session.play.setup.practice  # a practice is thrown away as it is
        if self._handover.open_for and covered:
            self._handover.bring_forward()  # whoever is here is shown the seat's window instead
        elif saved.fault or (saved.in_memory and is_kept):
            self._ask(closing_question(), unsaved_stays_words())
        elif self._handover.open_for:
            self._ask(seats_open_question(self._handover.open_for), "")
        elif (question := leave_question(self._room())) is not None:
            self._ask(question, room_stays_words())
        else:
            return False
        return True

    def _ask(self, question: Question, why_covered: str) -> None:
        if self._handover.is_covered:  # whoever is at the laptop then is not the one to ask
            self._handover.tell_why_it_stays(why_covered)
        else:
            self._page.question.ask(question, self._close_anyway)

    def _close_anyway(self) -> None:
        self._agreed = True
        self._close()

    def keep_typed(self) -> None:
        """Whatever was half typed at the seats and on the desk is in the record."""
        self._handover.keep_drafts()
        self._page.messages.form.keep()
        self._page.report.keep()
        self._page.half.keep()
