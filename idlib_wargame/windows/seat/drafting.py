"""What a seat is picking and writing, kept in the record as it goes, so that nothing is lost.

Others at the seat may pick and write at once, each on a device of their own. So only what changed
is kept, pick by pick; what they do shows here as they do it, and leaves alone what is being typed.
Where both wrote in the same place, theirs stays in the record until it is chosen whose is kept.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.free_orders import FreeOrder
from idlib_wargame.views.meanwhile import choose_first_words
from idlib_wargame.views.orders_meanwhile import (
    still_apart,
    told_words,
    wishes_together,
    with_both,
    with_theirs,
)
from idlib_wargame.views.seat import SeatView, Wish, why_not_picked
from idlib_wargame.views.seat_door import SeatDoor

PAUSE_IN_TYPING = 600  # milliseconds

Key = tuple[str, str]  # a move and its choice


class Drafting(QObject):
    """One seat's draft. ``changed`` when picks change, ``reworded`` when only what somebody else
    wrote of them does; ``refused`` carries why something is not so.

    Typing is kept after a pause in it, and at once by ``keep``.
    """

    changed = Signal()
    reworded = Signal()
    refused = Signal(str)

    def __init__(self, door: SeatDoor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._view: SeatView = door.view()
        self.wishes: tuple[Wish, ...] = self._view.wishes
        self._typed: dict[Key, Wish] = {}  # not in the record yet
        self._stood: dict[Key, Wish] = {}  # in the record, as that was last compared with it
        self._both: dict[Key, tuple[str, ...]] = {}  # the parts in which both wrote
        self._reasons: dict[Key, str] = {}  # of orders taken off this turn
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
        return bool(self._typed)

    def take(self, view: SeatView) -> None:
        """Take up where the exercise stands; what is being typed of a pick that is there stays."""
        before, told_before = self.wishes, dict(self._both)
        if view.turn != self._view.turn:
            for each in (self._typed, self._stood, self._both, self._reasons, self._taken_off):
                each.clear()
        else:
            self._set_aside(before, view.wishes)
        self._view = view
        if view.may_pick:
            for wish in view.wishes:
                self._meet(wish)
        typed = self._typed if view.may_pick else {}  # a sealed sheet reads as it was sealed
        self.wishes = tuple(typed.get(_key(wish), wish) for wish in view.wishes)
        if [_key(wish) for wish in self.wishes] != [_key(wish) for wish in before]:
            self.changed.emit()
        elif (self.wishes, self._both) != (before, told_before):
            self.reworded.emit()

    def _meet(self, stands: Wish) -> None:
        """What somebody else wrote of it, and what is typed here and not kept."""
        key = _key(stands)
        was, mine = self._stood.get(key, stands), self._typed.get(key)
        if mine is None or stands == was:
            return
        self._stood[key] = stands
        mine, both = wishes_together(was, mine, stands)
        self._both[key] = still_apart(mine, stands, (*self._both.get(key, ()), *both))
        if not self._both[key]:
            del self._both[key]
        self._put(key, mine, stands)

    def _put(self, key: Key, mine: Wish, stands: Wish) -> None:
        if mine == stands:
            self._forget(key)
        else:
            self._typed[key] = mine
            self._pause.start()

    def _forget(self, key: Key) -> None:
        for each in (self._typed, self._stood, self._both):
            each.pop(key, None)

    def told(self, wish: Wish) -> str:
        """What somebody else wrote where this was typed, while it is to be chosen; "" for none."""
        both = self._both.get(_key(wish), ())
        return told_words(self._recorded(_key(wish)), both) if both else ""

    def choose(self, wish: Wish, is_mine: bool) -> None:
        """What is typed here is kept, or theirs is and what both wrote goes."""
        key = _key(wish)
        both, mine = self._both.pop(key, ()), self._typed.get(key)
        if mine is not None and not is_mine:
            stands = self._recorded(key)
            mine = with_theirs(mine, stands, both)
            self._put(key, mine, stands)
            self.wishes = tuple(mine if _key(each) == key else each for each in self.wishes)
            self.reworded.emit()
        self.keep()

    def keep_apart(self) -> None:
        """Of whoever leaves without choosing both stand there, one under the other."""
        for key, both in self._both.items():
            if key in self._typed:
                self._typed[key] = with_both(self._typed[key], self._recorded(key), both)
        self._both.clear()
        self.keep()

    def _recorded(self, key: Key) -> Wish:
        return next(wish for wish in self._view.wishes if _key(wish) == key)

    def _set_aside(self, before: tuple[Wish, ...], after: tuple[Wish, ...]) -> None:
        """What was written of a pick that is gone waits until it is picked again."""
        there = {_key(wish) for wish in after}
        for wish in before:
            if _key(wish) not in there:
                self._forget(_key(wish))
                self._reasons[_key(wish)] = wish.why
                if wish.free is not None:
                    self._taken_off.append(wish)
        self._taken_off = [wish for wish in self._taken_off if _key(wish) not in there]

    def place_of(self, wish: Wish) -> int | None:
        """Where among the picks this move and choice stands; None where it does not."""
        return next((n for n, each in enumerate(self.wishes) if _key(each) == _key(wish)), None)

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
        why = wish.why or self._reasons.get(_key(wish), "")
        self._do(lambda: self._door.add_pick(wish._replace(why=why)))

    def drop(self, place: int) -> None:
        """Take a pick back; what was written of it waits until it is picked again."""
        if self.is_open:
            move, choice = _key(self.wishes[place])
            self._do(lambda: self._door.take_pick_off(move, choice))

    def write(self, place: int, why: str) -> None:
        """Write the reason of a pick; it is kept after a pause in typing."""
        self._write(place, self.wishes[place]._replace(why=why))

    def why_not_free(self) -> str:
        """Why no order of its own can be begun beside what is picked; "" where one can."""
        return self._view.free.why_not(self.wishes)

    def begin_free(self) -> None:
        """Begin an order of the seat's own, or go on with the one that was taken off last."""
        if not self.is_open or self.why_not_free():
            self.refused.emit(self.why_not_free())
            return
        last = self._taken_off[-1] if self._taken_off else None
        wish = last or self._view.free.begun(self.wishes)
        self._do(lambda: self._door.add_pick(wish))

    def write_free(self, place: int, free: FreeOrder) -> None:
        """Write an order of its own; it is kept after a pause in typing."""
        self._write(place, self.wishes[place]._replace(free=free))

    def _write(self, place: int, wish: Wish) -> None:
        if wish == self.wishes[place]:
            return
        self.wishes = (*self.wishes[:place], wish, *self.wishes[place + 1 :])
        key = _key(wish)
        self._stood.setdefault(key, self._recorded(key))
        self._typed[key] = wish
        self._pause.start()

    def keep(self) -> None:
        """Bring what was typed here into the record now."""
        self._pause.stop()
        for key, wish in tuple(self._typed.items()):
            # Keeping one lets a view in, by which another may be gone.
            may_be_kept = self.is_open and key not in self._both
            if may_be_kept and self._typed.pop(key, None) is not None:
                self._keep(wish)

    def _keep(self, wish: Wish) -> None:
        def write() -> None:
            if wish.free is not None:
                self._door.write_free(wish.move, wish.free)
            else:
                self._door.explain_pick(wish.move, wish.choice, wish.why)

        stood = self._stood.pop(_key(wish))
        if not self._do(write):
            self._typed.setdefault(_key(wish), wish)
            self._stood.setdefault(_key(wish), stood)

    def seal(self) -> bool:
        """Seal what is picked, if the session lets it."""
        if self._both:
            self.refused.emit(choose_first_words())
            return False
        self._pause.stop()
        typed, self._typed = self._typed, {}
        is_sealed = self._do(lambda: self._door.seal(self.wishes))
        if is_sealed:
            self._stood.clear()
        else:
            self._typed = typed
        return is_sealed

    def unseal(self) -> bool:
        """Take sealed orders back."""
        return self._do(self._door.unseal)

    def _do(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Refused as refused:
            self.refused.emit(str(refused))
            return False
        return True


def _key(wish: Wish) -> Key:
    return wish.move, wish.choice
