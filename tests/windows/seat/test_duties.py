"""What a seat has to see to in a turn, at the top of what it goes by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat import seat_view
from tests.windows.play_harbour import begin, closed, shown_text
from tests.windows.seat.conftest import Opener

MINISTER = "Say who speaks for you before the talks begin."


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A new exercise on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


def test_a_duty_stands_above_everything_else_in_its_turn(seat_of: Opener, session: Session) -> None:
    """Beside the orders and on the brief; when its turn is over it is gone."""
    window = seat_of(session)
    knows, brief = window.orders_page.knowledge, window.brief
    assert shown_text(knows).split("\n")[:2] == ["To see to this turn", MINISTER]
    window.turn_to("brief")
    assert MINISTER in shown_text(brief)
    assert 0 < brief.duties_head.y() < brief.aims_head.y()
    closed(session)
    assert seat_view(session, "astra").duties == ()
    session.submit(MoveOn(), FACILITATOR)
    for place in (window.orders_page.knowledge, window.brief):
        window.turn_to("brief" if place is window.brief else "orders")
        assert "To see to this turn" not in shown_text(place)


def test_a_duty_comes_to_its_own_seats_alone(session: Session) -> None:
    """And goes as soon as nothing can be ordered about it any more."""
    assert seat_view(session, "astra").duties == (MINISTER,)
    assert seat_view(session, "borea").duties == (MINISTER,)
    assert seat_view(session, "caldis").duties == ()
    closed(session)
    session.submit(MoveOn(), FACILITATOR)
    assert MINISTER not in seat_view(session, "borea").duties
