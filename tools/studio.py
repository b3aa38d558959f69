"""What pictures are taken of: exercises brought to a moment, and the windows that show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from sample import PACK, MadeUpClock
from staging import ADJUDICATION, ORDERS, REPORT, TALKS, Stage

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.agreements.templates import offer_from
from idlib_wargame.rules.offer import Secrecy
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.bargain import Template
from idlib_wargame.rules.pack.free_orders import NO_FREE_ORDERS, FreeOrders
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.order_shown import ShowOrder
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.seat.window import SeatWindow

OWN_ORDER = FreeOrder(
    "Bring the families of the fallen before the cameras, with the minister beside them",
    "Nobody can say that it ended without an answer",
    ("The public stands with the army", "Nobody else speaks that evening"),
)
SESSIONS = Path("/home/facilitator/Documents/Wargames")
SETTLED = 12  # rounds of the event loop after which nothing moves any more
SINCE = 3  # minutes since the last entry
PLAYED = 0.37  # of a phase's minutes, where nothing else is said


class Studio:
    """Makes sessions and windows for one picture, in a folder that is thrown away after it."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.reading = _reading()
        self._count = 0
        self._clock = MadeUpClock(dict(self.scenario.minutes))

    def time(self) -> datetime:
        """What time it is in the picture: some minutes after the last entry."""
        return self._clock.time + timedelta(minutes=SINCE)

    def stamp(self) -> str:
        """The time of the next entry."""
        return self._clock()

    @property
    def scenario(self) -> Scenario:
        """The pack that is played."""
        assert self.reading.scenario is not None
        return self.reading.scenario

    @property
    def players(self) -> list[str]:
        """The seats that people sit at."""
        return [seat.id for seat in self.scenario.seats if not seat.control]

    def stage(
        self,
        practice: bool = False,
        handling: str = "",
        free_orders: FreeOrders = NO_FREE_ORDERS,
    ) -> Stage:
        """An exercise that waits for people to take their seats."""
        self._count += 1
        path = self.scratch / f"{self._count}" / "The Idlib deal, Group B.wargame"
        path.parent.mkdir()
        stage = Stage(self.reading, path, practice, handling, free_orders)
        self._clock = stage.clock
        return stage

    def at(self, turn: int, phase: str) -> Session:
        """An exercise in that phase of that turn."""
        return self.stage().go_to(turn, phase)

    def in_orders(self) -> Stage:
        """Most seats have sealed, one is writing, one has not begun."""
        stage = self.stage()
        stage.go_to(3, ORDERS)
        stage.seal(but={self.players[1]: 1, self.players[4]: 0})
        return stage

    def written(self) -> Session:
        """One seat has written an order of its own, and not sealed it."""
        stage = self.stage(free_orders=FreeOrders(1))
        session = stage.go_to(3, ORDERS)
        seat = self.players[1]
        stage.seal(but={seat: 0})
        session.submit(DraftOrders(seat, (Wish(f"F3_{seat}_1", free=OWN_ORDER),)), seat)
        return session

    def asked(self) -> Session:
        """It lies open, and another seat is asked about it."""
        session, (first, second, *_rest) = self.written(), self.players
        session.submit(SealOrders(second, session.play.drafts[second]), second)
        order = Order(second, f"F3_{second}_1")
        for act in (
            OpenOrders(),
            ShowOrder(order, (first,)),
            AskOthers(order, AskedFor.AGAINST, (first,)),
            AskOthers(order, AskedFor.ODDS, (first,)),
            GiveReason(order, "The networks abroad will not carry it."),
        ):
            session.submit(act, FACILITATOR)
        return session

    def bargained(self) -> Session:
        """An agreement is in force since the turn before, offers wait, and letters were written."""
        stage = self.stage()
        session = stage.go_to(2, TALKS)
        scenario = self.scenario
        assert scenario.bargain is not None
        templates = scenario.bargain.templates
        known, *others = sorted(templates, key=lambda each: each.secrecy is not Secrecy.PUBLIC)
        self._table(session, known)
        (case,) = session.play.ledger.cases.values()
        for actor in case.missing:
            seat = signer(scenario, actor)
            session.submit(AcceptOffer(seat, case.key, case.digest), seat)
        stage.go_to(3, TALKS)
        for template in others[:2]:
            self._table(session, template)
        first, second, third, *_rest = self.players
        session.submit(SendMessage((second,), "Meet me by the window before orders."), first)
        session.submit(SendMessage((FACILITATOR,), "May we see the crossing ourselves?"), third)
        return session

    def _table(self, session: Session, template: Template) -> None:
        maker = template.parties[0]
        offer = offer_from(self.scenario, template, maker, session.play.bargaining_turn)
        session.submit(TableOffer(maker, offer), maker)

    def desk(self, session: Session, played: float = PLAYED) -> DeskWindow:
        """A desk whose clock stands still after that share of the phase's minutes."""
        window = DeskWindow(session, maker=TypesetPapers())
        stop_clock(window, played)
        return window

    def shown_desk(self, session: Session, played: float = PLAYED) -> DeskWindow:
        """A desk on the screen, where something is to be done at it."""
        window = self.desk(session, played)
        on_screen(window)
        return window

    def seat(self, session: Session, place: int, first_look: bool = False) -> SeatWindow:
        """A seat's window behind its curtain."""
        desk = self.desk(session)
        seat = self.players[place]
        if not first_look and seat not in session.play.looked_round:
            session.submit(EndFirstLook(seat), seat)
        window = SeatWindow(seat_door(session, seat), desk.timer)
        window.destroyed.connect(desk.deleteLater)
        return window

    def seat_page(self, session: Session, place: int, page: str) -> SeatWindow:
        """A seat's window turned to one of its pages."""
        window = self.seat(session, place)
        window.lift()
        window.turn_to(page)
        return window


@cache
def _reading() -> PackReading:
    """The pack, read once for all pictures."""
    return read_pack(PACK)


State = Callable[[Studio], QWidget]
States = Mapping[str, State]


def stop_clock(desk: DeskWindow, played: float) -> None:
    """The timer would show how long the picture took to make."""
    clock = desk.timer.clock
    clock.hold()
    play = desk.session.play
    clock._counted[clock._spell] = play.minutes * 60 * played
    desk.timer.ticked.emit()


def on_screen(window: QWidget) -> None:
    """Show it, and wait until it stands still."""
    window.show()
    window.activateWindow()
    settle()


def settle() -> None:
    """Wait until nothing moves any more."""
    for _ in range(SETTLED):
        QApplication.processEvents()


__all__ = [
    "ADJUDICATION",
    "ORDERS",
    "PLAYED",
    "REPORT",
    "SESSIONS",
    "TALKS",
    "State",
    "States",
    "Studio",
    "on_screen",
    "settle",
    "stop_clock",
]
