"""Does what the pages and bars of a desk ask for, with a question first where one is due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.result import Ruling
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.accepted import AcceptResult
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.observer_left import LetObserverGo
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.ruling_released import ReleaseRuling
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.uncovered import UncoverOrders, still_covered
from idlib_wargame.session.naming import each_once
from idlib_wargame.session.seating import Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.correspondence import Correspondent
from idlib_wargame.views.desk.letters import leak_question
from idlib_wargame.views.desk.questions import (
    drop_question,
    look_question,
    tell_question,
    told_rulings_words,
)
from idlib_wargame.views.desk.told_lines import told_words
from idlib_wargame.views.people import leaving_question, merged_words
from idlib_wargame.windows.desk.desk_page import DeskPage


class AskedFor:
    """Acts for a desk's page; ``do`` says whether it was done, and ``inform`` tells of it."""

    def __init__(
        self,
        session: Session,
        page: DeskPage,
        do: Callable[[Act], bool],
        inform: Callable[[str], None],
    ) -> None:
        self._session = session
        self._page, self._do, self._inform = page, do, inform
        page.seats.reseated.connect(self._reseat)
        page.seats.people.seated.connect(self._let_in)
        page.seats.people.leaving.connect(self._ask_to_let_go)
        page.orders.ruled.connect(self._rule)
        page.outcome.held.told.connect(self._ask_to_tell)
        page.orders.telling.connect(lambda address: self._ask_to_tell((address,)))
        page.orders.accepted.connect(lambda address: do(AcceptResult(address)))
        page.orders.look_asked.connect(self._ask_to_look)
        page.injects.sent.connect(lambda inject: do(SendInject(inject)))
        page.injects.held.connect(lambda inject: do(SkipInject(inject)))
        page.injects.dropped.connect(self._ask_to_drop)
        page.tell.told.connect(self._tell)
        page.messages.leaked.connect(self._ask_to_leak)
        page.notes.wanted.connect(page.go_to)

    def _rule(self, address: Address, ruling: Ruling | None) -> None:
        act = (
            Decide(address, ruling.band, ruling.why, ruling.release, ruling.effects)
            if ruling is not None
            else Decide(address, None)
        )
        try:
            self._session.submit(act, FACILITATOR)
        except Refused as refused:
            self._page.orders.say_refused(address, str(refused))
            return
        self._page.orders.ruling_done(address)

    def _ask_to_tell(self, addresses: tuple[Address, ...]) -> None:
        self._page.question.ask(
            tell_question(len(addresses)), lambda: self._tell_rulings(addresses)
        )

    def _tell_rulings(self, addresses: tuple[Address, ...]) -> None:
        """Each by an act of its own, as not everybody learns of each order."""
        if all(self._do(ReleaseRuling(address)) for address in addresses):
            self._inform(told_rulings_words(len(addresses)))
            if self._page.outcome.isVisible():
                self._page.outcome.take_keys()
            else:
                self._page.orders.go_to(addresses[-1])

    def _reseat(self, seat: str, people: tuple[str, ...], played_by: str) -> None:
        if self._do(Reseat(seat, people, played_by)):
            self._page.seats.rows[seat].done()
            if each_once(people) != people:
                self._inform(merged_words(self._session, seat))

    def _let_in(self, observer: Observer, changes: bool) -> None:
        if self._do(SeatObserver(observer, changes)):
            self._page.seats.people.done()

    def _ask_to_let_go(self, name: str) -> None:
        near = self._page.seats.people.let_go.get(name)
        act = LetObserverGo(name)
        self._page.question.ask(leaving_question(name), lambda: self._do(act), near=near)

    def _tell(self, to: tuple[str, ...], sender: str, text: str) -> None:
        if self._do(Tell(to, sender, text)):
            self._page.tell.done()
            self._inform(told_words(self._session, self._page.injects.uncovered))

    def _ask_to_leak(self, key: str, whom: tuple[Correspondent, ...]) -> None:
        act = LeakMessage(key, tuple(each.id for each in whom))
        near = self._page.messages.leak.leak
        self._page.question.ask(leak_question(whom), lambda: self._leak(act), near=near)

    def _leak(self, act: LeakMessage) -> None:
        if self._do(act):
            self._page.messages.leak_done()

    def _ask_to_drop(self, inject: str, title: str) -> None:
        question = drop_question(title)
        self._page.question.ask(
            question, lambda: self._do(DropInject(inject)), near=self._pressed()
        )

    def _ask_to_look(self) -> None:
        seats = still_covered(self._session.play)
        question = look_question(self._session.scenario, seats)
        self._page.question.ask(question, self._look, near=self._page.orders.uncover)

    def _pressed(self) -> QWidget | None:
        """The button that was pressed last, where it has the keys."""
        on = QApplication.focusWidget()
        return (
            on if isinstance(on, QAbstractButton) and self._page.across.isAncestorOf(on) else None
        )

    def _look(self) -> None:
        if self._do(UncoverOrders()):
            self._page.orders.show_what_is_sealed()
