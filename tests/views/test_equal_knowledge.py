"""Two exercises that are equal in what a reader sees give that reader equal views."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.play import Wish
from idlib_wargame.views.seat import seat_view
from tests.twins.acts import Twins
from tests.twins.given import answers, given_to
from tests.twins.packs import PACKS, veiled

SLOW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("name", PACKS)
@SLOW
@given(seed=st.integers(0, 10**9))
def test_what_a_reader_cannot_see_changes_nothing_that_it_is_given(name: str, seed: int) -> None:
    """Hidden tracks, covert orders, notes, messages to others and hidden rulings: all differ.

    Where something of it comes to be seen, the two are no longer the same and the comparing ends.
    """
    rng = Random(seed)
    pack = veiled(name, rng)
    seat = rng.choice(("", *(seat.id for seat in pack.seats)))
    twins = Twins(pack, seat, rng)
    compared = 0
    for step in twins.play():
        if not twins.look_the_same():
            break
        assert_same(step, *(given_to(session, seat) for session in twins.sessions))
        compared += 1
        if seat and step == "in private" and twins.sessions[0].play.phase == ORDERS:
            wishes = every_order(twins)
            one, other = (answers(session, seat, wishes) for session in twins.sessions)
            assert one == other
    assert compared >= 3


def every_order(twins: Twins) -> list[Wish]:
    """Each way to play each move of the seat."""
    view = seat_view(twins.sessions[0], twins.seat)
    return [option.wish for option in view.options]


def assert_same(step: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    """Compare thing by thing, so that a failure names what told."""
    for what in one:
        assert one[what] == other[what], (step, what)
