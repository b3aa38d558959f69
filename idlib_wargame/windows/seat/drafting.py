"""What a seat is picking and writing, kept in the record as it goes, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.free_orders import FreeOrder
from idlib_wargame.views.seat import SeatView, Wish, why_not_picked
from idlib_wargame.views.seat_door import SeatDoor

PAUSE_IN_TYPING = 600  # milliseconds


class Drafting(QObject):
    """One seat's draft. ``changed`` when picks change; ``refused`` carries why something is not so.

    Typing is kept after a pause in it, and at once by ``keep``.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, door: SeatDoor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._view: SeatView = door.view()
        self.wishes: tuple[Wish, ...] = self._view.wishes
        self._kept = self.wishes
        self._reasons: dict[tuple[str, str], str] = {}  # of orders taken off this turn
        self._taken_off: list[Wish] = []  # orders of its own, likewise
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_IN_TYPING)
        self._pause.timeout.connect(self.keep)

    @property
    def is_open(self) -> bool:
        """Whether picks may change now."""
        return self._view.may_pick

    @property
    def may_seal(self) -> bool:
        """Whether orders may be sealed now."""
        return self._view.may_seal

    @property
    def is_unkept(self) -> bool:
        """Whether something written is not in the record yet."""
        return self.wishes != self._kept

    def take(self, view: SeatView) -> None:
        """Take up where the exercise stands; what was kept there replaces what is here."""
        if view.turn != self._view.turn:
            self._reasons.clear()
            self._taken_off.clear()
        self._view = view
        if view.wishes != self._kept:
            self.wishes = self._kept = view.wishes
            self._pause.stop()
            self.changed.emit()

    def place_of(self, wish: Wish) -> int | None:
        """Where among the picks this move and choice stands; None where it does not."""
        return next((n for n, each in enumerate(self.wishes) if each[:2] == wish[:2]), None)

    def pick_or_drop(self, wish: Wish) -> None:
        """Pick a move, with the reason that it had when it was taken off; or take it back."""
        place = self.place_of(wish)
        if place is not None:
            self.drop(place)
            return
        why_not = why_not_picked(self._view, self.wishes, wish)
        if why_not:
            self.refused.emit(why_not)
            return
        why = wish.why or self._reasons.get(wish[:2], "")
        self._put((*self.wishes, wish._replace(why=why)))

    def drop(self, place: int) -> None:
        """Take a pick back; what was written of it waits until it is picked again."""
        if self.is_open:
            dropped = self.wishes[place]
            if dropped.free is not None:
                self._taken_off.append(dropped)
            self._reasons[dropped[:2]] = dropped.why
            self._put((*self.wishes[:place], *self.wishes[place + 1 :]))

    def write(self, place: int, why: str) -> None:
        """Write the reason of a pick; it is kept after a pause in typing."""
        wishes = list(self.wishes)
        wishes[place] = wishes[place]._replace(why=why)
        self.wishes = tuple(wishes)
        self._pause.start()

    def why_not_free(self) -> str:
        """Why no order of its own can be begun beside what is picked; "" where one can."""
        return self._view.free.why_not(self.wishes)

    def begin_free(self) -> None:
        """Begin an order of the seat's own, or go on with the one that was taken off last."""
        if not self.is_open or self.why_not_free():
            self.refused.emit(self.why_not_free())
            return
        wish = self._taken_off.pop() if self._taken_off else self._view.free.begun(self.wishes)
        self._put((*self.wishes, wish))

    def write_free(self, place: int, free: FreeOrder) -> None:
        """Write an order of its own; it is kept after a pause in typing."""
        wishes = list(self.wishes)
        wishes[place] = wishes[place]._replace(free=free)
        self.wishes = tuple(wishes)
        self._pause.start()

    def keep(self) -> None:
        """Bring what is here into the record now."""
        self._pause.stop()
        if not self.is_unkept or not self.is_open:
            return
        self._kept = self.wishes
        try:
            self._door.draft(self.wishes)
        except Refused as refused:
            self.refused.emit(str(refused))

    def seal(self) -> bool:
        """Seal what is picked, if the session lets it."""
        self._pause.stop()
        return self._do(lambda: self._door.seal(self.wishes))

    def unseal(self) -> bool:
        """Take sealed orders back."""
        return self._do(self._door.unseal)

    def _do(self, act: Callable[[], None]) -> bool:
        kept, self._kept = self._kept, self.wishes
        try:
            act()
        except Refused as refused:
            self._kept = kept
            self.refused.emit(str(refused))
            return False
        return True

    def _put(self, wishes: tuple[Wish, ...]) -> None:
        self.wishes = wishes
        self.keep()
        self.changed.emit()
