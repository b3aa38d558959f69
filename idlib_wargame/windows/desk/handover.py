"""Handing seats over: on the desk's own screen, which is covered meanwhile, or on another.

The desk is covered too when a session is opened, when the facilitator leaves it, and while the
people in the room sign something on it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.seating import OBSERVER_PREFIX, Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.facilitator import top_line
from idlib_wargame.views.desk.seat_round import seats_round
from idlib_wargame.views.observer_door import observer_door
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.cover import DeskCover
from idlib_wargame.windows.parts.fault_line import tell
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.parts.sign_here import SignHere
from idlib_wargame.windows.room.window import RoomWindow
from idlib_wargame.windows.screens.fitting import stand_at
from idlib_wargame.windows.screens.projector import KeptFromRoom
from idlib_wargame.windows.screens.sharing import OtherScreen, screen_of, share_a_screen
from idlib_wargame.windows.seat.left_at import LeftAt
from idlib_wargame.windows.seat.window import SIZE, SeatWindow
from idlib_wargame.windows.watching.observer_window import ObserverWindow
from idlib_wargame.words.language import _

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.WindowStateChange)

Opened = SeatWindow | ObserverWindow


class Handover(QStackedWidget):
    """Shows the desk's page or its cover. ``covered`` tells which, when that changes.

    Nobody sees two windows on one screen: the desk is covered for as long as a seat's window is on
    its screen, and of several seats on a screen all have their curtain down but the one that was
    lifted last. Windows that are pulled from screen to screen are held to it too.

    While the laptop ``hand_round``s, the cover offers the seats instead of asking for the PIN.

    An observer's window is one of them in all that. So is the room's screen, unless the facilitator
    said that nobody but the desk sees this screen.

    A seat that nobody sits at has no curtain for a facilitator who opens it from the open desk, and
    gives the desk back as it goes, unless its curtain was let down meanwhile.

    It remembers where each seat left off, for the next time its window is opened.
    ``opening`` tells of a window for another screen, before it is shown.
    """

    covered = Signal(bool)
    opening = Signal(QWidget)

    def __init__(
        self,
        session: Session,
        page: QWidget,
        timer: PhaseTimer,
        lock: PinLock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._timer = timer
        self.lock = lock
        self._left: dict[str, LeftAt] = {}
        # The seats whose windows are on the desk's screen, and whether the room's is.
        self._waits_for: tuple[tuple[str, ...], bool] = ((), False)
        self._follows = False
        self._goes_round = False
        self._plays_itself = ""  # a seat whose window the facilitator opened from the open desk
        self.room: RoomWindow | None = None
        self.windows: dict[str, SeatWindow] = {}
        self.watchers: dict[str, ObserverWindow] = {}
        self.sheet: SignHere | None = None
        self.cover = DeskCover(lock)
        self.cover.lifted.connect(self._uncover)
        self.cover.forward_pressed.connect(self.bring_forward)
        self.cover.seat_wanted.connect(self.open_seat)
        self.cover.taken_back.connect(self.cover_desk)
        self.cover.close_room_pressed.connect(self.close_room)
        self.addWidget(page)
        self.addWidget(self.cover)

    @property
    def is_covered(self) -> bool:
        """Whether the desk is hidden from whoever is at the laptop."""
        return self.currentWidget() is not self._page

    @property
    def seat_window(self) -> SeatWindow | None:
        """The window that was opened last, of those that are open."""
        return next(reversed(self.windows.values()), None)

    def cover_desk(self) -> None:
        """Hide the desk until the facilitator is there."""
        is_out = self._goes_round or self.sheet is not None
        self._goes_round = False
        self.cover.ask(is_out)
        self._cover()

    def hand_round(self) -> None:
        """Cover the desk, and let each seat in turn open its own window here."""
        self._goes_round = True
        self._offer_seats()
        self._cover()

    def _offer_seats(self) -> None:
        self.cover.go_round(seats_round(self._session.scenario, self._session.play))

    def show_signing(self, sheet: SignHere) -> None:
        """Cover the desk with a sheet to be signed; after it, the facilitator lifts the cover."""
        self.sheet = sheet
        self.addWidget(sheet)
        for ended in (sheet.handed_in, sheet.cancelled):
            ended.connect(self.cover_desk)
        self.setCurrentWidget(sheet)
        self.covered.emit(True)
        sheet.begin()

    def open_seat(self, seat: str, where: OtherScreen | None = None, page: str = "") -> None:
        """Open a seat for whoever sits there, on another screen or on the desk's own.

        One that is open comes to the front, where it is. With a ``page``, it is turned to that.
        """
        if seat in self.windows:
            self.windows[seat].lead_to(page)
            _bring(self.windows[seat])
            return
        window = SeatWindow(
            seat_door(self._session, seat, self.lock), self._timer, self._left.get(seat)
        )
        window.lead_to(page)
        self.windows[seat] = window
        window.closed.connect(lambda: self._closed(seat, window))
        nobody_sits_there = self._session.play.setup.of(seat).played_by != "person"
        plays_it = nobody_sits_there and where is None and not self.is_covered
        self._open(window, where)
        if plays_it:
            self._plays_itself = seat
            window.curtain.lift()  # where a projector shows this screen, that is asked first

    def open_observer(self, name: str, where: OtherScreen | None = None) -> None:
        """Open the window of an observer or assistant, as a seat's is."""
        if name in self.watchers:
            _bring(self.watchers[name])
            return
        observer = self._session.play.observers[name]
        window = ObserverWindow(observer_door(self._session, observer, self.lock))
        self.watchers[name] = window
        window.closed.connect(lambda: self._observer_closed(name, window))
        self._open(window, where)

    def _open(self, window: Opened, where: OtherScreen | None) -> None:
        back = _("Back to the round") if self._goes_round else _("Back to the facilitator")
        window.curtain.stand_for(in_hand=self._goes_round or where is not None, back=back)
        window.lifted.connect(lambda: self._lifted(window))
        KeptFromRoom(window, lambda: None if window.is_covered else window.let_down())
        self.destroyed.connect(window.deleteLater)  # nothing of a seat outlives its desk
        self._put(window, where)
        self._follow(window)
        self.settle()  # before anything of it is to be seen
        self._let_down_beside(window)
        window.show()

    def take_room(self, window: RoomWindow) -> None:
        """Keep the desk from being seen beside the room's window, which is about to be shown.

        Windows on its screen close their curtains: what is there now is for everybody.
        """
        self.room = window
        for each in self._all.values():
            if not each.is_covered and share_a_screen(each, window):
                each.let_down()
        window.closed.connect(self._room_closed)
        self.destroyed.connect(window.deleteLater)
        self._follow(window)
        self.settle()

    def close_room(self) -> None:
        """The room's window goes, and the facilitator is waited for where it covered the desk."""
        if self.room is not None:
            self.room.close()

    def _room_closed(self) -> None:
        room, self.room = self.room, None
        if room is not None:
            room.removeEventFilter(self)
            room.deleteLater()
        self.settle()
        self.window().activateWindow()

    def _follow(self, window: QWidget) -> None:
        window.installEventFilter(self)
        if not self._follows:
            self._follows = True
            self.window().installEventFilter(self)

    def _put(self, window: QWidget, where: OtherScreen | None) -> None:
        screen = where.found() if where is not None else None
        if self.room is not None and screen_of(self.room) == where:
            screen = None  # the room reads what is there, and nothing else is for them
        if screen is not None:
            box = QRect(screen.availableGeometry().topLeft(), QSize(SIZE))
            box.moveCenter(screen.availableGeometry().center())
            stand_at(window, box, screen)
            self.opening.emit(window)
            return
        window.setGeometry(self.window().geometry())
        if self.window().isMaximized():
            window.setWindowState(self.window().windowState())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody pulls a window to another screen, or a screen has gone."""
        if event.type() in _MOVES and (self._all or self.room is not None):
            self.settle()
            if isinstance(watched, SeatWindow | ObserverWindow) and not watched.is_covered:
                self._let_down_beside(watched)
        return False

    @property
    def _all(self) -> dict[str, Opened]:
        """Every window that is open, by the seat, or by whose notes are written in it."""
        watching = {each.observer.by: each for each in self.watchers.values()}
        return {**self.windows, **watching}

    def _name_of(self, key: str) -> str:
        seat = self._session.scenario.seat_by_id.get(key)
        return seat.name if seat else key.removeprefix(OBSERVER_PREFIX)

    @property
    def open_for(self) -> list[str]:
        """Whose windows are open, by name."""
        return list(map(self._name_of, self._all))

    def _here(self) -> list[str]:
        """Whose windows are on the desk's screen."""
        desk = self.window()
        return [key for key, each in self._all.items() if share_a_screen(each, desk)]

    @property
    def _room_is_here(self) -> bool:
        """Whether the room may see the desk's screen, as its own is shown on it."""
        room = self.room
        if room is None or room.is_for_desk_alone:
            return False
        return share_a_screen(room, self.window())

    def settle(self) -> None:
        """Cover the desk while such a window is on its screen, and ask for the PIN after."""
        here = (tuple(self._here()), self._room_is_here)
        seats, room = here
        if here == self._waits_for and (not any(here) or self.is_covered):
            return
        if seats:
            self.cover.wait_for([self._name_of(key) for key in seats])
        elif self._goes_round:
            self._offer_seats()
        elif room:
            self.cover.wait_for_room()
        else:
            was_at, _room = self._waits_for
            self.cover.ask(is_out=bool(was_at))
        if any(here):
            self._cover()
        self._waits_for = here

    def let_down(self, seat: str) -> None:
        """The curtain of a seat comes down, where it is open."""
        window = self.windows.get(seat)
        if window is not None:
            window.let_down()  # one that is down asks anew

    def keep_from_room(self) -> None:
        """Cover the desk, and what is being signed on it, as the room would see either."""
        if self.currentWidget() is not self.cover:
            self.cover_desk()

    def _lifted(self, window: Opened) -> None:
        """A curtain was lifted; where the room looks, it is let down again and moved away."""
        room = self.room
        looks = room is not None and not room.is_for_desk_alone and share_a_screen(window, room)
        if looks and room is not None and not share_a_screen(room, self.window()):
            window.let_down()
            self._put(window, None)
            return
        self._let_down_beside(window)

    def _let_down_beside(self, window: Opened) -> None:
        """Whoever looks at a seat's window sees no other seat's beside it."""
        for each in self._all.values():
            if each is not window and not each.is_covered and share_a_screen(each, window):
                each.let_down()

    def bring_forward(self) -> None:
        """The windows of seats on this screen come to the front, one that was made small too."""
        here = self._here()
        if self._room_is_here and self.room is not None and not here:
            _bring(self.room)
            return
        for key in here or self._all:
            _bring(self._all[key])

    def tell_why_it_stays(self, words: str) -> None:
        """Say on what covers the desk why it does not close."""
        if self.sheet is not None:
            tell(self.sheet, words)
        else:
            self.cover.tell_why_it_stays(words)

    def _cover(self) -> None:
        self.cover.show_where(top_line(self._session.scenario, self._session.play))
        self.setCurrentWidget(self.cover)
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            self.removeWidget(sheet)
            sheet.deleteLater()
        self.covered.emit(True)

    def _closed(self, seat: str, window: SeatWindow) -> None:
        self._left[seat] = window.left_at
        self.windows.pop(seat, None)
        is_back = self._plays_itself == seat and not window.is_covered
        self._plays_itself = ""
        self._let_go(window)
        if is_back and not self._here() and not self._room_is_here:
            self._uncover()

    def _observer_closed(self, name: str, window: ObserverWindow) -> None:
        self.watchers.pop(name, None)
        self._let_go(window)

    def hold_to(self, observers: Mapping[str, Observer]) -> None:
        """Close the windows of those who are gone, or were given something else to see."""
        for name, window in tuple(self.watchers.items()):
            if window.observer != observers.get(name):
                window.close()

    def _let_go(self, window: Opened) -> None:
        window.removeEventFilter(self)
        window.deleteLater()
        self.settle()
        self.window().activateWindow()

    def _uncover(self) -> None:
        self.setCurrentWidget(self._page)
        self.covered.emit(False)

    def keep_drafts(self) -> None:
        """What was typed at seats is in the record, however the program ends."""
        for window in self._all.values():
            window.keep()

    def close_seat(self) -> None:
        """The desk is closing, and no seat's window stays without it, nor the room's."""
        for window in tuple(self._all.values()):
            window.close()
        self.close_room()


def _bring(window: QWidget) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
