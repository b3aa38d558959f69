"""A seat whose orders were opened before it had sealed any is told that they do not count."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat import seat_view
from tests.harbour_exercise import begin, open_orders, seal


@pytest.fixture
def session(harbour: PackReading) -> Iterator[Session]:
    """An exercise in memory."""
    made = begin(harbour)
    yield made
    made.close()


def test_whoever_had_picked_and_not_sealed_is_told(session: Session) -> None:
    """Whoever had sealed is told what everybody is."""
    open_orders(session)
    session.submit(DraftOrders("astra", (Wish("protest"),)), "astra")
    seal(session, "borea")
    session.submit(Adjudicate(), FACILITATOR)
    left_out, sealed = (seat_view(session, seat).state for seat in ("astra", "borea"))
    assert left_out.startswith("The orders were opened without yours")
    assert sealed.startswith("The orders are open.")
