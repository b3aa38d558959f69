"""Thousands of sessions in batches: the same figures however they are shared out."""

from __future__ import annotations

import multiprocessing
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rehearsal.batches import ProcessLost, rehearse
from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.variants import Setting, Start
from idlib_wargame.session.autoplay import begin, play_on
from tests.conftest import HARBOUR
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


INTERRUPTED = """
import multiprocessing, os, signal, threading, time
from pathlib import Path
from idlib_wargame.packs.reader import read_pack
from idlib_wargame.rehearsal.batches import rehearse
from idlib_wargame.rehearsal.runs import Run

def stop_as_soon_as_it_plays():
    while not multiprocessing.active_children():
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGINT)

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    scenario = read_pack(Path({pack!r})).scenario
    threading.Thread(target=stop_as_soon_as_it_plays).start()
    played = 0
    try:
        for _run, tally in rehearse(scenario, [Run("cautious")], 400, processes=2):
            played += tally.sessions
    except KeyboardInterrupt:
        print(played, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
def test_an_interrupt_before_the_first_batch_keeps_what_the_processes_were_at(
    tmp_path: Path,
) -> None:
    """Somebody stops it at once: each process plays its batch to the end, and that is counted."""
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED.format(pack=str(HARBOUR)), encoding="utf-8")
    done = subprocess.run([sys.executable, script], stdout=subprocess.PIPE, text=True, check=True)
    assert 10 <= int(done.stdout) < 400


STOPPED = """
import os, signal, sys, threading, time
from pathlib import Path
from idlib_wargame.packs.reader import read_pack
from idlib_wargame.rehearsal.batches import rehearse
from idlib_wargame.rehearsal.rehearsal import Rehearsal
from idlib_wargame.rehearsal.runs import Run

def is_in_a_session():
    frame = sys._current_frames()[threading.main_thread().ident]
    while frame is not None and frame.f_code is not Rehearsal._session.__code__:
        frame = frame.f_back
    return frame is not None

def stop_in_the_first_session():
    while not is_in_a_session():
        time.sleep(0.001)
    for _ in range({presses}):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)  # two at once would reach the process as one

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    scenario = read_pack(Path({pack!r})).scenario
    threading.Thread(target=stop_in_the_first_session, daemon=True).start()
    played = 0
    try:
        for _run, tally in rehearse(scenario, [Run("cautious", turns=1000)], 400, processes=1):
            played += tally.sessions
    except KeyboardInterrupt:
        print(played, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
@pytest.mark.parametrize(("presses", "kept"), [(1, range(1, 10)), (2, (0,))])
def test_whoever_stops_one_process_keeps_what_it_played_and_twice_stops_it_at_once(
    tmp_path: Path, presses: int, kept: Sequence[int]
) -> None:
    """The session that it is at is played to its end and counted, unless Ctrl+C comes again."""
    script = tmp_path / "stopped.py"
    script.write_text(STOPPED.format(pack=str(HARBOUR), presses=presses), encoding="utf-8")
    done = subprocess.run([sys.executable, script], stdout=subprocess.PIPE, text=True, check=True)
    assert int(done.stdout) in kept  # a whole batch would be ten


def test_a_process_that_is_killed_is_told_in_a_sentence(pack: Scenario) -> None:
    """Sessions that are lost are not passed over: the play ends, and says why."""
    with closing(rehearse(pack, [Run("cautious")], 2000, processes=2)) as batches:
        next(batches)
        for child in multiprocessing.active_children():
            child.kill()
        with pytest.raises(ProcessLost, match="ended from outside"):
            list(batches)


def _alive(process: int) -> bool:
    """Whether a process is still there and no mere entry of one that ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


PLAYER = """
import multiprocessing
from pathlib import Path
from idlib_wargame.packs.reader import read_pack
from idlib_wargame.rehearsal.batches import rehearse
from idlib_wargame.rehearsal.runs import Run
if __name__ == "__main__":
    runs = [Run("cautious"), Run("cautious", turns=1000)]  # a batch of these takes minutes
    batches = rehearse(read_pack(Path({pack!r})).scenario, runs, 10**7, processes=2)
    next(batches)
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    for _ in batches: pass
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("kill", ["SIGTERM", "SIGKILL"])
def test_whoever_kills_the_check_leaves_none_of_its_processes(kill: str, tmp_path: Path) -> None:
    """Ended from outside, it takes the processes that play for it along at once."""
    script = tmp_path / "player.py"
    script.write_text(PLAYER.format(pack=str(HARBOUR)), encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        children = [int(word) for word in process.stdout.readline().split()]
        assert len(children) == 2
        assert all(map(_alive, children))
        process.send_signal(signal.Signals[kill])
        # The pipe is closed when both are gone; else they would play on long past this.
        process.communicate(timeout=60)
    assert not any(map(_alive, children))


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
