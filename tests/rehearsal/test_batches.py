"""Thousands of sessions in batches: the same figures however they are shared out."""

from __future__ import annotations

import multiprocessing
from contextlib import closing
from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rehearsal.batches import ProcessLost, Run, rehearse
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.variants import Setting, Start
from idlib_wargame.session.autoplay import begin, play_on
from tests.rehearsal.played import played


@pytest.fixture(scope="module")
def pack(harbour: PackReading) -> Scenario:
    """The harbour pack."""
    assert harbour.scenario is not None
    return harbour.scenario


def test_the_figures_do_not_depend_on_the_number_of_processes(pack: Scenario) -> None:
    """One process and two count the same, to the last row."""
    alone, shared = (played(pack, 45, processes=processes).tallies for processes in (1, 2))
    assert alone == shared
    assert [tally.sessions for tally in alone.values()] == [45, 45]


def test_the_figures_do_not_depend_on_the_batches(pack: Scenario) -> None:
    """Sessions 1 to 30 are sessions 1 to 10 and 11 to 30, whoever plays them."""
    runs = [Run("random")]
    parts = [
        tally
        for first, count in ((1, 10), (11, 20))
        for _, tally in rehearse(pack, runs, count, seed=first, processes=1)
    ]
    assert sum(parts, Tally()) == played(pack, 30, runs).tallies[Run("random")]


def test_stopping_early_keeps_what_was_played_and_leaves_no_process(pack: Scenario) -> None:
    """Whoever stops after the first batch has its sessions, and nothing runs on."""
    with closing(rehearse(pack, [Run("cautious")], 400, processes=2)) as batches:
        run, tally = next(batches)
    assert (run, tally.sessions) == (Run("cautious"), 10)
    assert multiprocessing.active_children() == []


def test_a_process_that_is_killed_is_told_in_a_sentence(pack: Scenario) -> None:
    """Sessions that are lost are not passed over: the play ends, and says why."""
    with closing(rehearse(pack, [Run("cautious")], 2000, processes=2)) as batches:
        next(batches)
        for child in multiprocessing.active_children():
            child.kill()
        with pytest.raises(ProcessLost, match="ended from outside"):
            list(batches)


def test_a_starting_point_is_where_its_run_begins(pack: Scenario) -> None:
    """From a start without fish the bank ends emptier than from the pack's own."""
    late = Start("late", "Late", "", Setting(tracks={"stocks": 0}))
    runs = [Run("random"), Run("random", "late")]
    rehearsals = played(replace(pack, starts=(late,)), 30, runs)
    own, from_late = (tally.ended_at["stocks"] for tally in rehearsals.tallies.values())
    assert from_late < own
    assert rehearsals.name(runs[1]) == "“At random” from “Late”"
    assert list(rehearsals.base) == runs[:1]


@pytest.mark.parametrize("run", [Run("bold"), Run("random", "elsewhere")])
def test_a_run_that_the_pack_does_not_have_is_refused(pack: Scenario, run: Run) -> None:
    """An unknown habit or starting point is a KeyError before anything is played."""
    with pytest.raises(KeyError):
        next(rehearse(pack, [run], 1))


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5, 6])
def test_each_session_is_the_one_that_its_seed_plays(harbour: PackReading, seed: int) -> None:
    """A session of the check can be played again, in full, from its seed."""
    [(_, tally)] = rehearse(_scenario(harbour), [Run("cautious")], 1, seed=seed)
    session = begin(None, harbour, "cautious", seed_from_number(seed))
    for _ in play_on(session):
        pass
    ended = session.play.state
    assert list(tally.outcomes) == [session.play.outcome]
    assert {track.id: ended[track.id] for track in session.scenario.tracks} == {
        track.id: tally.ended_at[track.id] for track in session.scenario.tracks
    }
    assert tally.ordered.total() == sum(len(turn.orders) for turn in session.play.closed)
    session.close()


def _scenario(reading: PackReading) -> Scenario:
    assert reading.scenario is not None
    return reading.scenario
