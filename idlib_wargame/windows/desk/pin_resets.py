"""Resets PINs of seats and observers, and tells a facilitator whose own was reset."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.kinds.pin_reset import PIN_RESET
from idlib_wargame.session.kinds.timer import TIMER
from idlib_wargame.session.seat_pins import ObserverPins, Pins, SeatPins
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.seat_pins import reset_question, reset_words
from idlib_wargame.views.people import pin_question, pin_reset_words
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.desk.handover import Handover
from idlib_wargame.windows.parts.one_press import hand
from idlib_wargame.words.language import _, fill


class PinResets:
    """Asks on a desk's page; ``inform`` and ``warn`` say there what came of it."""

    def __init__(
        self,
        session: Session,
        page: DeskPage,
        handover: Handover,
        inform: Callable[[str], None],
        warn: Callable[[str], None],
    ) -> None:
        self._session = session
        self._page, self._handover = page, handover
        self._inform, self._warn = inform, warn
        page.seats.pin_reset.connect(self._ask_to_reset)
        page.seats.people.pin_reset.connect(self._ask_to_reset_observers)

    def _ask_to_reset(self, seat: str, person: str) -> None:
        scenario = self._session.scenario
        pins = SeatPins(self._session, seat, self._handover.lock)
        question = reset_question(scenario, seat, person)
        said = reset_words(scenario, seat)
        self._page.question.ask(question, lambda: self._reset_pin(pins, person, said))

    def _ask_to_reset_observers(self, name: str) -> None:
        there = self._session.play.observers[name]
        pins = ObserverPins(self._session, there, self._handover.lock)
        said = pin_reset_words(name)
        near = self._page.seats.people.reset.get(name)
        self._page.question.ask(
            pin_question(name), lambda: self._reset_pin(pins, name, said), near=near
        )

    def _reset_pin(self, pins: Pins, person: str, said: str) -> None:
        if self._handover.is_covered:
            return
        try:
            pins.reset(person)
        except (Refused, SessionFault) as fault:
            self._warn(str(fault))
            return
        hand().has_acted()
        self._inform(said)

    def tell_of_own(self) -> None:
        """A PIN that was reset since the last act is told of, in case somebody else did it."""
        if self._session.play.setup.practice:
            return  # there it is the exercise's own, taken over
        # Whoever reset it and looked at the desk has had the timer go on: that is no act of play.
        entries = reversed(self._session.entries)
        last = next(entry for entry in entries if entry.kind != TIMER.name)
        if last.kind == PIN_RESET.name:
            told = _(
                "The facilitator's PIN was reset on {when}. If that was not you, somebody else "
                "has opened this file."
            )
            at = datetime.fromisoformat(last.at).astimezone()
            self._warn(fill(told, when=f"{at:%Y-%m-%d %H:%M}"))
