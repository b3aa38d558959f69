"""No part of a seat's page holds what that seat may not know, and what others do changes none."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.seat_seen import seat_seen
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.web.areas.registry import parts_of
from tests.secret_bargains import SEATS, WORDS, bargained_in_secret, kept_from
from tests.tries import tries
from tests.twins.acts import Twins
from tests.twins.packs import RANDOM, veiled

# What is written where these areas show it, to the seats that read it.
SHOWN = {
    "astra": {"SECRET-LETTER", "SECRET-QUESTION", "SECRET-ANSWER", "SECRET-OWN-NOTE-A"}
    | {"SECRET-WHY-A", "SECRET-LEAKED-LETTER", "SECRET-MOVE"},
    "borea": {"SECRET-LETTER", "SECRET-WHY-B", "SECRET-LEAKED-LETTER"},
    "caldis": {"SECRET-OWN-NOTE-C", "SECRET-LEAKED-LETTER", "SECRET-TOLD"},
    "press": set[str](),
}
OF_THE_LAPTOP = {"SECRET-LETTER-HALF-WRITTEN"}  # on pages everybody writes for themselves


def said(session: Session, seat: str) -> str:
    """Every part, with all that stands in its tags."""
    return "\n".join(parts_of(seat_seen(seat_door(session, seat))).values())


def found_in(html: str) -> set[str]:
    """The words that stand there by themselves, and not as the beginning of another."""
    found = set()
    for word in sorted(WORDS, key=len, reverse=True):
        if word in html:
            found.add(word)
            html = html.replace(word, "")
    return found


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, dict[str, set[str]]]]:
    """What each seat finds while orders are sealed, with them open, closed, and at the end."""
    session = bargained_in_secret(tmp_path_factory.mktemp("secret"))
    found = {}
    for stage, act in (
        ("sealed", None),
        ("adjudicated", Adjudicate()),
        ("closed", CloseTurn()),
        ("finished", Finish()),
    ):
        if act is not None:
            session.submit(act, FACILITATOR)
        found[stage] = {seat: found_in(said(session, seat)) for seat in SEATS}
    yield found
    session.close()


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("stage", ["sealed", "adjudicated", "closed", "finished"])
def test_no_part_holds_a_secret_of_others(
    stages: dict[str, dict[str, set[str]]], stage: str, seat: str
) -> None:
    """Neither as text nor in a field, a name, or a mark; and what the seat may read is there."""
    found = stages[stage][seat]
    assert found & kept_from(seat) == set()
    assert SHOWN[seat] - found == set()
    assert not found & OF_THE_LAPTOP


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=tries(10))
@given(seed=st.integers(0, 10**9))
def test_what_a_seat_cannot_see_changes_no_part(seed: int) -> None:
    """Two exercises that one seat cannot tell apart give it the same page, to the letter."""
    rng = Random(seed)
    pack = veiled(RANDOM, rng)
    twins = Twins(pack, rng.choice([seat.id for seat in pack.seats]), rng)
    steps = 0
    for step in twins.play():
        if not twins.look_the_same():
            break
        one, other = (
            parts_of(seat_seen(seat_door(session, twins.seat))) for session in twins.sessions
        )
        for name, html in one.items():
            assert html == other[name], (step, name)
        steps += 1
    assert steps >= 2
