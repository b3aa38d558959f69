"""Orders that a seat writes itself: whether it may, how many, and how one reads on its sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.free_order import MOST_REASONS as MOST_REASONS
from idlib_wargame.session.free_order import FreeOrder as FreeOrder
from idlib_wargame.session.free_order import free_id
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.sheets import no_own_words, own_full_words


class FreeDesk(NamedTuple):
    """What a seat may write itself in a turn.

    ``most`` is how many, 0 where the exercise does not let it. ``orders`` is how many it may give
    in all. ``taken`` are what its own are known by already.
    """

    most: int = 0
    orders: int = 0
    turn: int = 0
    seat: str = ""
    taken: frozenset[str] = frozenset()

    @property
    def hint(self) -> str:
        """What stands beside the button that begins one."""
        said = ngettext(
            "{count} a turn, in place of a move. The facilitator sets its odds.",
            "Up to {count} a turn, in place of moves. The facilitator sets their odds.",
            self.most,
        )
        return fill(said, count=self.most)

    def why_not(self, wishes: Sequence[Wish]) -> str:
        """Why no other can be begun beside these; "" where one can."""
        if not self.most:
            return no_own_words()
        if sum(wish.free is not None for wish in wishes) >= self.most:
            return own_full_words(self.most)
        if len(wishes) >= self.orders:
            return _("Take another order back first.")
        return ""

    def begun(self, wishes: Sequence[Wish]) -> Wish:
        """One with nothing written yet, known by what none of the seat's own is known by."""
        taken = {*self.taken, *(wish.move for wish in wishes)}
        return Wish(free_id(self.turn, self.seat, taken), free=FreeOrder(""))


def free_desk(scenario: Scenario, play: Play, seat: str) -> FreeDesk:
    """What a seat may write itself now; ``play`` is cut to what it may know."""
    most = min(play.setup.free_orders.allowed_to(seat), scenario.orders_of(seat))
    own = f"F{play.turn}_{seat}_"
    taken = frozenset(move.id for move in scenario.moves if move.id.startswith(own))
    return FreeDesk(most, scenario.orders_of(seat), play.turn, seat, taken)


class FreeSheet(NamedTuple):
    """One on the seat's sheet, as it reads once it is sealed: what, to what end, and why."""

    what: str
    lines: tuple[str, ...]


def free_sheet(free: FreeOrder, hint: str = "") -> FreeSheet:
    """How it reads; ``hint`` stands last, as its odds once they are set."""
    lines = [fill(_("To what end: {aim}"), aim=free.aim)] if free.aim else []
    lines += [fill(_("Because: {reason}"), reason=each) for each in free.reasons]
    return FreeSheet(free.what, (*lines, *([hint] if hint else [])))
