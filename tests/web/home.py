"""A session on a thread of its own with its room open, as the desk has it, and phones for it."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import TypeVar

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.play import Setup
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.reception import Reception
from idlib_wargame.web.server import WebRoom
from idlib_wargame.web.unsent import NAMED, owner_of

T = TypeVar("T")
PATIENCE = 20.0  # seconds: a busy machine is no fault of the program
LOCAL = "127.0.0.1"


def quiet_port() -> int:
    """A port of this machine that nobody uses, and none that a room takes by itself: where a room
    is closed and opened again, another test's has not taken its place.
    """
    for port in Random().sample(range(20_000, 30_000), 50):
        with socket.socket() as tried, suppress(OSError):
            tried.bind((LOCAL, port))
            return port
    raise OSError("no port is free")


class OwnThread:
    """A thread on which a session lives, in place of Qt's."""

    def __init__(self) -> None:
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="session", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while (does := self._work.get()) is not None:
            does()

    def do(self, does: Callable[[], None]) -> None:
        """Do that there, soon."""
        self._work.put(does)

    def call(self, does: Callable[[], T]) -> T:
        """What it gives, done there."""
        answer: Future[T] = Future()

        def work() -> None:
            try:
                answer.set_result(does())
            except BaseException as fault:
                answer.set_exception(fault)

        self.do(work)
        return answer.result(PATIENCE)

    def end(self) -> None:
        """Nothing more is done."""
        self._work.put(None)
        self._thread.join(PATIENCE)


class Home:
    """A session and its room. ``call`` does something with the session on its thread.

    ``among`` counts wrong PINs.
    """

    def __init__(self, begin: Callable[[], Session], among: PinLock | None = None) -> None:
        self.thread = OwnThread()
        self.session = self.thread.call(begin)
        self.clock = ClockSeen("12:40 left", 760, True)
        self._is_closed = False
        self.reception = self.call(lambda: Reception(self.session, lambda: self.clock, among))
        self.room = self.call(lambda: WebRoom(self.reception, self.thread, LOCAL))

    def call(self, does: Callable[[], T]) -> T:
        """What a function of the session gives, done on its thread."""
        return self.thread.call(does)

    def open(self, port: int = 0) -> None:
        """Open the room."""
        self.call(lambda: self.room.open(port))

    @property
    def word(self) -> str:
        """The room word."""
        return self.call(self.room.state).word

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.call(self.room.state).port

    def typed(self, person: str) -> dict[str, str]:
        """What the file keeps of what somebody has typed and not sent, by the names of fields."""
        found = [each.who for each in self.reception.invited() if each.who.person == person]
        rows = self.call(lambda: [self.session.kept(owner_of(who)) for who in found])
        return {name.removeprefix(NAMED): text for each in rows for name, text in each.items()}

    def close(self) -> None:
        """Close the room and the session. Safe to be called again."""
        if self._is_closed:
            return
        self._is_closed = True
        self.call(self.room.close)
        self.call(self.session.close)
        self.thread.end()


@contextmanager
def at_home(
    reading: PackReading,
    setup: Setup,
    path: Path | None = None,
    *,
    seed: bytes = b"s" * 32,
    among: PinLock | None = None,
) -> Iterator[Home]:
    """A new exercise with its room open."""
    home = Home(lambda: Session.create(path, reading, setup, seed), among)
    try:
        home.open(quiet_port())
        yield home
    finally:
        home.close()


@contextmanager
def at_home_again(path: Path) -> Iterator[Home]:
    """An exercise that was begun before, with its room open."""
    home = Home(lambda: Session.open(path))
    try:
        home.open()
        yield home
    finally:
        home.close()


def wait_for(is_so: Callable[[], bool]) -> None:
    """Until that is so, by what another thread does."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)
