"""PINs are held against their hashes on threads of their own, as that takes a while.

Whoever has many hashed waits for themselves alone: one is done at a time for each address or person
that they are done for, and those come in turn.
"""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class _Job(NamedTuple):
    lane: str
    does: Callable[[], Any]
    answer: Future[Any]


class Turns:
    """So many threads for all. ``lane`` is whom something is done for, one at a time; where many
    may stand behind one lane, as behind an address, ``who`` are those, who come in turn there.
    """

    def __init__(self, threads: int) -> None:
        self._threads = ThreadPoolExecutor(threads, "pins")
        self._free = threads
        self._lock = threading.Lock()
        self._busy: set[str] = set()
        # Whose turn is next stands first, of the lanes and of those in each.
        self._lanes: OrderedDict[str, OrderedDict[str, deque[_Job]]] = OrderedDict()

    def do(self, does: Callable[[], T], lane: str, who: str = "") -> Future[T]:
        """What that gives, once it is its turn."""
        answer: Future[T] = Future()
        with self._lock:
            waiting = self._lanes.setdefault(lane, OrderedDict())
            waiting.setdefault(who, deque()).append(_Job(lane, does, answer))
            self._begin()
        return answer

    def _begin(self) -> None:
        while self._free and (job := self._next()) is not None:
            self._free -= 1
            self._busy.add(job.lane)
            self._threads.submit(self._run, job)

    def _next(self) -> _Job | None:
        lane = next((each for each in self._lanes if each not in self._busy), None)
        if lane is None:
            return None
        waiting = self._lanes.pop(lane)
        who, jobs = waiting.popitem(last=False)
        job = jobs.popleft()
        if jobs:
            waiting[who] = jobs
        if waiting:
            self._lanes[lane] = waiting
        return job

    def _run(self, job: _Job) -> None:
        try:
            if job.answer.set_running_or_notify_cancel():
                _answer(job)
        finally:
            with self._lock:
                self._free += 1
                self._busy.discard(job.lane)
                self._begin()


def _answer(job: _Job) -> None:
    try:
        found = job.does()
    except BaseException as fault:
        job.answer.set_exception(fault)
    else:
        job.answer.set_result(found)


# Each takes 64 MB for as long as it lasts, and strangers may ask for many.
_turns = Turns(2)


async def hashing(does: Callable[[], T], lane: str, who: str = "") -> T:
    """What a slow function of PINs gives, in the turn of whom it is done for."""
    return await asyncio.wrap_future(_turns.do(does, lane, who))
