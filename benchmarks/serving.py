"""(h) Seats in the browser: an order's way and back, a change to fifty pages, beats in a stall."""

from __future__ import annotations

import json
import math
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from itertools import pairwise
from pathlib import Path

from benchmarks.children.served_room import BEAT, STALL
from benchmarks.peer_homes import HOMES
from benchmarks.readers import LOCAL, Readers
from benchmarks.report import Finding, Goal, Pair, Reading, Skipped
from benchmarks.worker import Unmeasurable, Worker, ours
from tests.web.phone import Phone

REPEATS = 21
STREAMS = 50
STALLS = 5
QUIET = 0.15  # seconds after which nothing more of the last change comes
PAUSE = 0.11  # seconds between acts: so many as a person may send
ORDER = Goal(
    "h", "An order, from request to acknowledged on disk", "ms",
    "a bare echo of its bytes and an append with fdatasync", "at most", 2.5,
)  # fmt: skip
BROADCAST = Goal(
    "h", f"A change that is drawn, to {STREAMS} open pages", "ms",
    "bare events of its bytes to as many", "at most", 1.3,
)  # fmt: skip
WHOLE = Goal("h", "The same from its act: recorded, looked at, drawn, sent", "ms",
             "bare events of its bytes to as many")  # fmt: skip
HERE = Goal(
    "h", "A page's sign of life while the session's thread is stalled, p99", "ms",
    "the stall", "at most", 0.10,
)  # fmt: skip
BEATS = Goal("h", "A beat of the server then, later than it was due, p99", "ms", "the stall",
             "at most", 0.10)  # fmt: skip


def measure() -> Iterator[Finding]:
    """A room and a bare server, each in a process of its own, and both asked from here."""
    HOMES.mkdir(exist_ok=True)
    goals = [ORDER, BROADCAST, WHOLE, HERE, BEATS]
    try:
        with tempfile.TemporaryDirectory(dir=HOMES) as folder:
            served, bare = ours("our room", "served_room", folder), ours("a server", "bare_server")
            with served, bare:
                rooms = _Rooms(served, bare, Path(folder))
                yield Reading(ORDER, rooms.orders())
                del goals[0]
                drawn, whole = rooms.broadcasts()
                yield Reading(BROADCAST, drawn)
                yield Reading(WHOLE, whole)
                del goals[:2]
                for goal, taken in zip(tuple(goals), (rooms.signs, rooms.beats), strict=True):
                    yield Reading(goal, taken())
                    goals.remove(goal)
    except Unmeasurable as why:
        for goal in goals:
            yield Skipped(goal, str(why))


class _Rooms:
    """Everybody has joined."""

    def __init__(self, served: Worker, bare: Worker, folder: Path) -> None:
        self._served, self._bare, self._folder = served, bare, folder
        room = served.ask("room")
        self._port, self._bare_port = room["port"], bare.ask("port")
        self._pick = room["pick"]
        self._phones = [Phone(self._port) for _name in room["people"]]
        for phone, name in zip(self._phones, room["people"], strict=True):
            phone.join(room["word"], name)
            phone.get("/seat")

    def orders(self) -> tuple[Pair, ...]:
        """A move picked or taken off by an open page that keeps its connection; an entry a time."""
        if not hasattr(os, "fdatasync"):
            raise Unmeasurable("This system has no fdatasync to compare with.")
        mine, theirs = _Caller(self._port), _Caller(self._bare_port)
        phone, pairs = self._phones[0], []
        shown = Readers(self._port, "/seat/events", [_sign(phone)])
        with (self._folder / "plain").open("ab", buffering=0) as plain:
            for number in range(REPEATS + 1):
                shown.clear(PAUSE)
                act = "take_off" if number % 2 else "pick"
                sent = {"act": act, "id": f"measured-{number:04d}", "fields": self._pick}
                body = json.dumps(sent).encode()
                took, answer = mine.post("/seat/act", body, _headers(phone))
                shown.clear(PAUSE)  # what is drawn after the answer takes nothing of theirs
                echoed, _said = theirs.post(f"/echo?bytes={len(answer)}", body, {})
                begun = time.perf_counter()
                plain.write(body)
                os.fdatasync(plain.fileno())
                pairs.append((took, echoed + 1000 * (time.perf_counter() - begun)))
        shown.close()
        return tuple(pairs[1:])

    def broadcasts(self) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
        """A pick of the seat, to all pages of the seat at once: once it is drawn, and in all."""
        signs = [_sign(self._phones[n % len(self._phones)]) for n in range(STREAMS)]
        mine = Readers(self._port, "/seat/events", signs)
        theirs = Readers(self._bare_port, "/events", [""] * STREAMS)
        drawn, whole = [], []
        for _repeat in range(REPEATS + 1):
            mine.clear(QUIET)
            begun = self._served.ask("change")
            came, size = mine.until_all_have(b"parts")
            begun_to_send = self._served.ask("drawn")
            theirs.clear(QUIET)
            begun_there = self._bare.ask(str(size))
            came_there, _size = theirs.until_all_have(b"parts")
            bare = 1000 * (came_there - begun_there)
            drawn.append((1000 * (came - begun_to_send), bare))
            whole.append((1000 * (came - begun), bare))
        mine.close()
        theirs.close()
        return tuple(drawn[1:]), tuple(whole[1:])

    def signs(self) -> tuple[Pair, ...]:
        """Every page says that it is here, again and again, while nothing else gets a turn."""
        return tuple((self._signs_of_one(), 1000 * STALL) for _repeat in range(STALLS))

    def _signs_of_one(self) -> float:
        time.sleep(2 * STALL)
        took: list[float] = []
        until = self._served.ask("stall") + STALL

        def beat(phone: Phone) -> None:
            caller = _Caller(self._port)
            while time.monotonic() < until:
                took.append(caller.post("/seat/here", b"{}", _headers(phone))[0])
                time.sleep(PAUSE)

        pages = [threading.Thread(target=beat, args=(each,)) for each in self._phones]
        for page in pages:
            page.start()
        for page in pages:
            page.join()
        return _p99(took)

    def beats(self) -> tuple[Pair, ...]:
        """One open page each, on whose stream a beat is due ever again."""
        self._served.ask("beat")
        stream = Readers(self._port, "/seat/events", [_sign(self._phones[0])])
        pairs = []
        for _repeat in range(STALLS):
            stream.clear(BEAT / 4)
            until = self._served.ask("stall") + STALL
            moments = stream.moments_of(b"beat", until)
            gaps = [1000 * (b - a - BEAT) for a, b in pairwise(moments)]
            if not gaps:
                raise Unmeasurable("No beat came while the session's thread was stalled.")
            pairs.append((max(0.0, _p99(gaps)), 1000 * STALL))
        stream.close()
        return tuple(pairs)


class _Caller:
    """A connection that is kept."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection(LOCAL, port, timeout=20)
        self._host = f"{LOCAL}:{port}"

    def post(self, path: str, body: bytes, headers: dict[str, str]) -> tuple[float, bytes]:
        """The milliseconds that a request took, and its answer."""
        sent = {"host": self._host, "origin": f"http://{self._host}", **headers}
        begun = time.perf_counter()
        self._connection.request("POST", path, body, sent)
        answer = self._connection.getresponse()
        said = answer.read()
        took = 1000 * (time.perf_counter() - begun)
        if answer.status != 200:
            raise Unmeasurable(f"{path} was answered with {answer.status}: {said[:200].decode()}")
        return took, said


def _headers(phone: Phone) -> dict[str, str]:
    cookie = _cookie(phone).partition(": ")[2].strip()
    return {"cookie": cookie, "x-csrf": phone.csrf, "content-type": "application/json"}


def _cookie(phone: Phone) -> str:
    return "cookie: " + "; ".join(f"{n}={v}" for n, v in phone.cookies.items()) + "\r\n"


def _sign(phone: Phone) -> str:
    """What opens the stream of a page."""
    return f"{_cookie(phone)}x-csrf: {phone.csrf}\r\n"


def _p99(figures: list[float]) -> float:
    in_order = sorted(figures)
    return in_order[math.ceil(0.99 * len(in_order)) - 1]
