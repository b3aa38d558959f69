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
from idlib_wargame.session.grown import Grown
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.account import Account, Accounts, Change, Standing, as_left
from idlib_wargame.views.known_play import KnownPlay
from idlib_wargame.views.order_accounts import effect_accounts, odds_accounts, weights
from idlib_wargame.views.seat import seat_view
from idlib_wargame.views.trails import trails
from idlib_wargame.words.accounts import not_recorded
from tests.conftest import HARBOUR
from tests.packs.harbour import HARBOUR_FULL
from tests.tries import tries
from tests.views.silent_nets import played

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
    value = first.value
    for row in rest:
        if isinstance(row, Change):
            value += row.by
        else:
            assert row.value == value, (account.name, account.spoken)


def standing(account: Account) -> int:
    """What a number is, by its account."""
    last = account.rows[-1]
    assert isinstance(last, Standing)
    return last.value


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
            assert standing(account) == now[name]
            looks += 1
    assert looks > 50
    assert orders_added_up(scenario, session.play) > 10
    session.close()


def orders_added_up(scenario: Scenario, play: Play) -> int:
    """How many orders were looked at: their odds, what they moved, and what all of them weigh."""
    looks = 0
    for turn in play.closed:
        moved = trails(scenario, turn.opening, turn.result)
        for card in turn.result.cards:
            odds = odds_accounts(scenario, card)
            in_words = odds_accounts(scenario, card, numbers=False)
            for account in (
                *odds,
                *in_words,
                *effect_accounts(scenario, card.effects, moved[card.address]),
            ):
                added_up(account)
            assert standing(odds[-1]) == standing(in_words[-1]) == card.need
            looks += 1
        for account in weights(scenario, turn.result):
            added_up(account)
    return looks


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
        for turn in session.play.closed:
            play = as_left(session.play, turn.number)
            accounts = Accounts(scenario, known.of(play), may_miss=True)
            for track in sight.tracks:
                account = accounts.track(track)
                added_up(account)
                assert standing(account) == play.state[track.id]
                looks += 1
    assert looks > 50
    session.close()


def account_of(session: Session, seat: str, track: str) -> Account:
    """How that track came to what it is, as a seat reads it."""
    found = next(line for line in seat_view(session, seat).tracks if line.id == track)
    assert found.account is not None
    return found.account


def test_a_seat_reads_what_a_track_was_what_moved_it_and_what_it_is() -> None:
    """What another did in secret is one line, as large as what is left over."""
    session = played()
    assert account_of(session, "astra", "stocks").spoken.split("\n") == [
        "As the exercise began: thin · 6 of 10",
        "Astra: Fish at night behind the patrol line: −1",
        "The fleets fish on: −1",
        "As turn 1 left it: failing · 4 of 10",
        "News from Fisheries institute · Letter: A cold spring: −1",
        "Now: failing · 3 of 10",
    ]
    lines = account_of(session, "borea", "stocks").spoken.split("\n")
    assert lines[1:3] == ["The fleets fish on: −1", "For a reason that is not public: −1"]


def test_in_words_alone_an_account_has_no_figure_but_of_turns() -> None:
    """How far each change went is said in words."""
    said = account_of(played(numbers=False), "borea", "stocks").spoken
    assert said.split("\n") == [
        "As the exercise began: thin",
        "The fleets fish on: down a little",
        "For a reason that is not public: down a little",
        "As turn 1 left it: failing",
        "News from Fisheries institute · Letter: A cold spring: down a little",
        "Now: failing",
    ]


def test_the_desk_names_nothing_that_went_to_some_alone() -> None:
    """Others may look on; what it moved is told all the same, so that the list adds up."""
    session = played()
    to_astra = Grown(each._replace(to=("astra",)) for each in session.play.messages)
    play = replace(session.play, messages=to_astra)
    stocks = session.scenario.track_by_id["stocks"]
    told, covered = (
        Accounts(session.scenario, play, shared=on).track(stocks) for on in (False, True)
    )
    assert told.changes[-1].why == "News from Fisheries institute · Letter: A cold spring"
    assert covered.changes[-1].why == "Something that some were told in private"
    assert [row.by for row in told.changes] == [row.by for row in covered.changes]
