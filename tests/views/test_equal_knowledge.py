"""Two exercises that are equal in what a reader sees give that reader equal views."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.play import Wish
from idlib_wargame.views.seat import seat_view, view_of
from tests.tries import thorough, tries
from tests.twins.acts import Twins
from tests.twins.given import answers, drawn, given_to, room_papers, room_play
from tests.twins.otherwise import otherwise
from tests.twins.packs import PACKS, RANDOM, as_written, veiled

SEEDS = st.integers(0, 10**9)
# A seed cannot be made simpler, only other.
SETTINGS = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
SHIPPED = [name for name in PACKS if name != RANDOM]
# Turn after turn to the end, the packs that people play take a third of a minute each.
_LONG = {path.name for path in shipped_packs()}
EACH_TO_THE_END = [pytest.param(name, marks=thorough if name in _LONG else ()) for name in PACKS]


def begun(name: str, seed: int) -> Twins:
    """Two exercises on a pack with secrets in random places, for a random seat or the room."""
    rng = Random(seed)
    pack = veiled(name, rng)
    return Twins(pack, rng.choice(("", *(seat.id for seat in pack.seats))), rng)


@settings(SETTINGS, max_examples=tries(40, hurried=4))
@given(seed=SEEDS)
def test_what_a_reader_cannot_see_changes_nothing_that_it_is_given(seed: int) -> None:
    """Hidden tracks, covert orders, notes, messages to others and hidden rulings: all differ."""
    assert compared(begun(RANDOM, seed)) >= 2


@pytest.mark.parametrize("name", SHIPPED)
@settings(SETTINGS, max_examples=tries(3, least=1))
@given(seed=SEEDS)
def test_the_same_with_the_packs_that_people_play(name: str, seed: int) -> None:
    """Each with its own rows, and with secrets in other places than its author had in mind."""
    assert compared(begun(name, seed)) >= 2


@pytest.mark.parametrize("name", SHIPPED)
@settings(SETTINGS, max_examples=tries(3, least=1))
@given(seed=SEEDS)
def test_the_same_with_secrets_where_their_author_put_them(name: str, seed: int) -> None:
    """What a pack keeps to some seats is told to no other, by nothing that they are given."""
    rng = Random(seed)
    pack = as_written(name, rng)
    assert compared(Twins(pack, rng.choice(("", *(seat.id for seat in pack.seats))), rng)) >= 2


@pytest.mark.parametrize("name", EACH_TO_THE_END)
@settings(SETTINGS, max_examples=tries(3, least=1))
@given(seed=SEEDS)
def test_a_view_is_the_same_however_the_rest_may_stand(name: str, seed: int) -> None:
    """Whatever a reader may not know is drawn anew, turn after turn, to the end."""
    twins = begun(name, seed)
    session, seen = twins.sessions[0], twins.seen
    looks = 0
    for step in twins.play():
        other = otherwise(session.play, seen, twins.rng)
        if seen.seat:
            one, two = (
                {
                    **view_of(session.referee, play, seen.seat)._asdict(),
                    **drawn(session, play, seen.seat),
                }
                for play in (session.play, other)
            )
        else:
            one, two = (
                {"play": known, **room_papers(session, session.scenario, [known])}
                for known in (room_play(session, play) for play in (session.play, other))
            )
        assert_same(step, one, two)
        looks += 1
    assert looks > 30


def compared(twins: Twins) -> int:
    """How many steps the two looked the same; what is given then is compared.

    Where something hidden comes to be seen they are no longer the same, and the comparing ends.
    """
    steps = 0
    for step in twins.play():
        if not twins.look_the_same():
            break
        assert_same(step, *(given_to(session, twins.seat) for session in twins.sessions))
        if twins.seat and step == "in private" and twins.sessions[0].play.phase == ORDERS:
            wishes = every_order(twins)
            one, other = (answers(session, twins.seat, wishes) for session in twins.sessions)
            assert one == other
        steps += 1
    return steps


def every_order(twins: Twins) -> list[Wish]:
    """Each way to play each move of the seat."""
    view = seat_view(twins.sessions[0], twins.seat)
    return [option.wish for option in view.options]


def assert_same(step: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    """Compare thing by thing, so that a failure names what told."""
    for what in one:
        assert one[what] == other[what], (step, what)
