"""How a number came to what it is: a list that adds up, for control and for everybody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.names import RUNG, Prefix
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.autoplay import begin, play_on
from idlib_wargame.session.play import Play
from idlib_wargame.views.account import Account, Accounts, Change, Standing
from idlib_wargame.views.known_play import KnownPlay
from idlib_wargame.words.accounts import not_recorded
from tests.conftest import HARBOUR
from tests.packs.harbour import HARBOUR_FULL
from tests.tries import tries

PACKS = {path.name: path for path in (HARBOUR, HARBOUR_FULL, *shipped_packs())}


@pytest.fixture(scope="module", params=sorted(PACKS))
def reading(request: pytest.FixtureRequest) -> PackReading:
    """Every pack that ships, and the tests' own."""
    return read_pack(PACKS[request.param])


def names(scenario: Scenario) -> Iterator[str]:
    """Every number of a pack that people see."""
    yield from (track.id for track in scenario.tracks)
    yield from (Prefix.DAYS_LEFT.of(clock.id) for clock in scenario.clocks)
    yield from map(Prefix.LIT.of, scenario.flag_groups)
    yield from (Prefix.CLAUSE.of(clause.id) for clause in scenario.clauses)
    yield RUNG


def added_up(account: Account) -> None:
    """Each standing is the one before it with the changes between, to the number."""
    first, *rest = account.rows
    assert isinstance(first, Standing)
    assert isinstance(account.rows[-1], Standing)
    value = first.value
    for row in rest:
        if isinstance(row, Change):
            value += row.by
        else:
            assert row.value == value, (account.name, account.spoken)


@settings(max_examples=tries(10))
@given(seed=st.integers(0, 10**9))
def test_every_number_adds_up_and_every_change_has_its_reason(
    reading: PackReading, seed: int
) -> None:
    """For control there is nothing that the record does not account for, turn after turn."""
    session = begin(None, reading, "random", seed_from_number(seed))
    scenario, looks = session.scenario, 0
    for change in play_on(session):
        play = change.after
        accounts = Accounts(scenario, play)
        for name in names(scenario):
            account = accounts.of(name)
            added_up(account)
            assert not_recorded() not in [row.why for row in account.changes]
            now = play.pending.result.state if play.pending else play.state
            last = account.rows[-1]
            assert isinstance(last, Standing)
            assert last.value == now[name]
            looks += 1
    assert looks > 50
    session.close()


@settings(max_examples=tries(4))
@given(seed=st.integers(0, 10**9))
def test_what_a_seat_and_the_room_may_know_adds_up_too(reading: PackReading, seed: int) -> None:
    """What moved a number unseen stands in one line between two moments, and not in several."""
    session = begin(None, reading, "random", seed_from_number(seed))
    scenario, looks = session.scenario, 0
    for _ in play_on(session):
        pass
    for seat in ("", *(seat.id for seat in scenario.seats)):
        sight = session.referee.sight(seat)
        known = KnownPlay(scenario, sight)
        for play in _after_each_turn(session.play):
            accounts = Accounts(scenario, known.of(play), may_miss=True)
            for track in sight.tracks:
                account = accounts.track(track)
                added_up(account)
                last = account.rows[-1]
                assert isinstance(last, Standing)
                assert last.value == play.state[track.id]
                looks += 1
    assert looks > 50
    session.close()


def _after_each_turn(play: Play) -> Iterator[Play]:
    """The exercise as it stood once each turn was closed."""
    for number, turn in enumerate(play.closed, 1):
        messages = [each for each in play.messages if each.turn <= number]
        yield replace(
            play,
            state=turn.result.state,
            closed=play.closed[:number],
            messages=type(play.messages)(messages),
        )
