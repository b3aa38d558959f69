"""What a seat is picking and writing, kept in the record as it goes, so that nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from idlib_wargame.session.acts import DraftOrders, SealOrders, UnsealOrders
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.play import INJECTS, ORDERS, TALKS, Wish
from idlib_wargame.session.seat_view import SeatView
from idlib_wargame.session.session import Session
from idlib_wargame.words.figures import counted

PAUSE_IN_TYPING = 600  # milliseconds


class Drafting(QObject):
    """One seat's draft. ``changed`` when picks change; ``refused`` carries why something is not so.

    Typing is kept after a pause in it, and at once by ``keep``.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, seat: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seat = seat
        self._view: SeatView = session.view_of(seat)
        self.wishes: tuple[Wish, ...] = self._view.wishes
        self._kept = self.wishes
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_IN_TYPING)
        self._pause.timeout.connect(self.keep)

    @property
    def is_open(self) -> bool:
        """Whether picks may change now."""
        return self._view.phase in (INJECTS, TALKS, ORDERS) and not self._view.is_sealed

    @property
    def may_seal(self) -> bool:
        """Whether orders may be sealed now."""
        return self.is_open and self._view.phase == ORDERS

    @property
    def is_unkept(self) -> bool:
        """Whether something written is not in the record yet."""
        return self.wishes != self._kept

    def take(self, view: SeatView) -> None:
        """Take up where the exercise stands; what was kept there replaces what is here."""
        self._view = view
        if view.wishes != self._kept:
            self.wishes = self._kept = view.wishes
            self._pause.stop()
            self.changed.emit()

    def place_of(self, wish: Wish) -> int | None:
        """Where among the picks this move and choice stands; None where it does not."""
        return next((n for n, each in enumerate(self.wishes) if each[:2] == wish[:2]), None)

    def pick_or_drop(self, wish: Wish) -> None:
        """Pick a move, or take it back if it is picked."""
        place = self.place_of(wish)
        if place is not None:
            self.drop(place)
            return
        why_not = self._why_not(wish)
        if why_not:
            self.refused.emit(why_not)
            return
        self._put((*self.wishes, wish))

    def drop(self, place: int) -> None:
        """Take a pick back."""
        if self.is_open:
            self._put((*self.wishes[:place], *self.wishes[place + 1 :]))

    def write(self, place: int, why: str) -> None:
        """Write the reason of a pick; it is kept after a pause in typing."""
        wishes = list(self.wishes)
        wishes[place] = wishes[place]._replace(why=why)
        self.wishes = tuple(wishes)
        self._pause.start()

    def keep(self) -> None:
        """Bring what is here into the record now."""
        self._pause.stop()
        if not self.is_unkept or not self.is_open:
            return
        self._kept = self.wishes
        try:
            self._session.submit(DraftOrders(self._seat, self.wishes), self._seat)
        except Refused as refused:
            self.refused.emit(str(refused))

    def seal(self) -> bool:
        """Seal what is picked, if the session lets it."""
        self._pause.stop()
        return self._submit(SealOrders(self._seat, self.wishes))

    def unseal(self) -> bool:
        """Take sealed orders back."""
        return self._submit(UnsealOrders(self._seat))

    def _submit(self, act: SealOrders | UnsealOrders) -> bool:
        kept, self._kept = self._kept, self.wishes
        try:
            self._session.submit(act, self._seat)
        except Refused as refused:
            self._kept = kept
            self.refused.emit(str(refused))
            return False
        return True

    def _put(self, wishes: tuple[Wish, ...]) -> None:
        self.wishes = wishes
        self.keep()
        self.changed.emit()

    def _why_not(self, wish: Wish) -> str:
        if not self.is_open:
            return "Orders cannot be changed now."
        option = next((o for o in self._view.options if o.wish[:2] == wish[:2]), None)
        if option is None or not option.legal:
            return option.refusal if option else "That move is not one of this seat's."
        if len(self.wishes) >= self._view.orders:
            most = counted(self._view.orders, "order", "orders")
            return f"You have {most} a turn; take one back first."
        return self._table_full(option.move.table)

    def _table_full(self, table_id: str) -> str:
        scenario = self._session.scenario
        table = scenario.table_by_id[table_id]
        mine = sum(scenario.move_by_id[w.move].table == table_id for w in self.wishes)
        if table.most_orders is None or mine < table.most_orders:
            return ""
        most = counted(table.most_orders, "order", "orders")
        return f"{table.name}: {most} a turn at most; take the other back first."
