"""Rehearsals of thousands of sessions, shared out among processes in small batches.

A session's dice follow from its seed alone and tallies only add up, so the figures are the same
whatever the number of processes and whichever batch is ready first.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from itertools import islice, takewhile
from multiprocessing import get_context, parent_process
from threading import Thread, current_thread, main_thread
from types import FrameType
from typing import NamedTuple

from idlib_wargame.rehearsal.rehearsal import Rehearsal
from idlib_wargame.rehearsal.runs import Part, Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import Variant, other_variants
from idlib_wargame.words.rehearsing import process_lost

SMALLEST_BATCH, LARGEST_BATCH, BATCHES_A_RUN = 10, 200, 40
FEWEST_TO_SHARE_OUT = 200  # fewer sessions are done before another process would have started
AHEAD = 3  # batches handed in for each process, so that none waits and few are lost by a stop
MOST_PROCESSES = 60  # some systems can wait for no more at once


class ProcessLost(RuntimeError):
    """A process that played sessions is gone, and its sessions with it."""


class Batch(NamedTuple):
    """Some sessions of a run: their seeds go from ``first`` up, ``sessions`` of them."""

    run: Run
    first: int
    sessions: int


class Rehearsed(NamedTuple):
    """What a batch of sessions came to."""

    run: Run
    tally: Tally


def rehearse(
    scenario: Scenario,
    runs: Sequence[Run],
    sessions: int,
    seed: int = 1,
    processes: int | None = None,
    besides: Sequence[Part] = (),
) -> Generator[Rehearsed, None, None]:
    """Play every run ``sessions`` times, seeds from ``seed`` up, and yield what is ready so far.

    ``besides`` are runs with a number of sessions of their own, of the same seeds. Closing the
    iterator early stops the processes after the batch that each is at; an interrupt does too, and
    those batches are yielded before it is raised. Where this process plays alone, an interrupt
    stops it after the session that it is at, and what it has of its batch is yielded first.
    ``processes`` None takes as many as the machine offers where that is worth their start.
    Raises KeyError for a habit or a way that the pack does not have, and ProcessLost.
    """
    parts = [*(Part(run, sessions) for run in runs), *besides]
    _check(scenario, [part.run for part in parts])
    batches = _batches(parts, seed)
    wanted = _offered() if processes is None else processes
    if processes is None and sum(part.sessions for part in parts) < FEWEST_TO_SHARE_OUT:
        wanted = 1
    if wanted <= 1:
        yield from _alone(scenario, batches)
    else:
        yield from _shared_out(scenario, batches, min(wanted, MOST_PROCESSES))


class Stage:
    """A pack in one process, with a rehearsal ready for each run that came up."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._referees: dict[Variant, Referee] = {}
        self._rehearsals: dict[Run, Rehearsal] = {}

    def play(self, batch: Batch, interrupts: Sequence[int] = ()) -> Rehearsed:
        """Play a batch; no further session of it once there are ``interrupts``."""
        run = batch.run
        if run not in self._rehearsals:
            habit = self._scenario.habit_by_id[run.habit]
            self._rehearsals[run] = Rehearsal(self._referee(run.variant), habit)
        seeds = range(batch.first, batch.first + batch.sessions)
        return Rehearsed(
            run, self._rehearsals[run].play(takewhile(lambda _seed: not interrupts, seeds))
        )

    def _referee(self, variant: Variant) -> Referee:
        if variant not in self._referees:
            self._referees[variant] = Referee(variant.played(self._scenario))
        return self._referees[variant]


def _check(scenario: Scenario, runs: Sequence[Run]) -> None:
    """Raises KeyError for the first habit or way that the pack does not have."""
    for habit in dict.fromkeys(run.habit for run in runs):
        scenario.habit_by_id[habit]
    for variant in {run.variant for run in runs}.difference(other_variants(scenario)):
        variant.played(scenario)


def _batches(parts: Sequence[Part], seed: int) -> Iterator[Batch]:
    """All runs side by side, so that whoever stops early has about as much of each."""
    most = max((part.sessions for part in parts), default=0)
    size = max(SMALLEST_BATCH, min(LARGEST_BATCH, most // BATCHES_A_RUN))
    for done in range(0, most, size):
        for run, sessions in parts:
            if done < sessions:
                yield Batch(run, seed + done, min(size, sessions - done))


def _offered() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _alone(scenario: Scenario, batches: Iterable[Batch]) -> Iterator[Rehearsed]:
    stage = Stage(scenario)
    for batch in batches:
        with _interrupts_noted() as interrupts:
            played = stage.play(batch, interrupts)
        yield played
        if interrupts:
            raise KeyboardInterrupt


@contextmanager
def _interrupts_noted() -> Iterator[list[int]]:
    """A list that is empty until an interrupt comes, which then does nothing else; a second does.

    Whoever has interrupts ignored or handles them otherwise is left to it.
    """
    noted: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        if noted:
            signal.default_int_handler(number, frame)
        noted.append(number)

    handler = signal.getsignal(signal.SIGINT)
    if current_thread() is not main_thread() or handler is not signal.default_int_handler:
        yield noted
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, handler)


def _shared_out(
    scenario: Scenario, batches: Iterable[Batch], processes: int
) -> Iterator[Rehearsed]:
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _set_up, (scenario,))
    try:
        yield from _played(pool, iter(batches), processes * AHEAD)
    except BrokenExecutor as fault:
        raise ProcessLost(process_lost()) from fault
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _played(pool: ProcessPoolExecutor, left: Iterator[Batch], ahead: int) -> Iterator[Rehearsed]:
    waiting: set[Future[Rehearsed]] = set()  # handed in and not yet yielded
    try:
        with _interrupts_held():
            waiting |= {pool.submit(_play, batch) for batch in islice(left, ahead)}
        while waiting:
            ready, _unready = wait(waiting, return_when=FIRST_COMPLETED)
            waiting |= {pool.submit(_play, batch) for batch in islice(left, len(ready))}
            for each in ready:
                waiting.remove(each)
                yield each.result()
    except KeyboardInterrupt:
        # Each process plays the batch that it is at to its end all the same: that is kept.
        for each in [each for each in waiting if not each.cancel()]:
            yield each.result()
        raise


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes that start in here never see an interrupt: it is for this one to stop them.

    An interrupt that comes meanwhile reaches this process when it is over.
    """
    if current_thread() is not main_thread():  # interrupts are told to that one alone
        yield
        return
    came: list[int] = []
    # Any other thread, such as the one that draws a bar of progress, is told of a signal that is
    # blocked in this one, and Python would have this one act on it at once.
    handler = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        with _blocked():
            yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if came:
            signal.raise_signal(signal.SIGINT)


@contextmanager
def _blocked() -> Iterator[None]:
    """What starts in here takes over that interrupts are blocked."""
    if sys.platform == "win32":  # _set_up sees to it there
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_stages: list[Stage] = []


def _set_up(scenario: Scenario) -> None:
    """Make a fresh process ready: the pack is sent once, not with every batch."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _stages.append(Stage(scenario))
    gc.freeze()


def _end_with_parent() -> None:
    """End this process as soon as the one that began it is gone, even by a kill from outside."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _play(batch: Batch) -> Rehearsed:
    return _stages[-1].play(batch)
