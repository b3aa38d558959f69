"""Pages that are open by the dozen, on one thread: what they send, and what is sent to them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import quote

from tests.attack.room_child import PIN
from tests.web.home import LOCAL, PATIENCE
from tests.web.phone import Phone
from tests.web.taken import put

ROOT = Path(__file__).parent.parent.parent


class Program:
    """A program with its room open."""

    def __init__(self, path: Path, people: int, port: int = 0) -> None:
        command = [sys.executable, "-m", "tests.attack.room_child"]
        command += [str(path), str(people), str(port)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.said: dict[str, Any] = self._line()
        self.port: int = self.said["port"]

    def _line(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def ask(self, word: str) -> Any:
        """What it answers."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        return self._line()

    def kill(self) -> None:
        """End it without a word, wherever it is."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()


def joined(program: Program, person: str) -> Phone:
    """Somebody's phone, with their page loaded."""
    phone = Phone(program.port)
    page = phone.join(program.said["word"], person, PIN)
    assert page.status == 200, page.text[:300]
    assert phone.csrf
    return phone


def screen(program: Program) -> Phone:
    """A computer that shows the room's screen."""
    phone = Phone(program.port)
    phone.base = "/screen"
    assert phone.get(f"/screen/{program.said['screen']}").status == 200
    return phone


class Event(NamedTuple):
    """A server-sent event, and its data as they came."""

    name: str
    id: str
    text: str
    data: Any


@lru_cache(maxsize=64)
def _event_of(block: bytes) -> Event:
    """What a block says; all pages of a seat are sent the same, and it is read once."""
    lines = block.decode().split("\n")
    rows = dict(line.split(": ", 1) for line in lines if ": " in line)
    text = rows.get("data", "null")
    return Event(rows.get("event", ""), rows.get("id", ""), text, json.loads(text))


class Came(NamedTuple):
    """An event, as its text, and the moment when it had come whole."""

    text: str
    at: float


class OpenPage:
    """``parts`` is what it shows, ``came`` what was told it last."""

    def __init__(self, phone: Phone, seat: str = "", person: str = "") -> None:
        self.phone, self.seat, self.person = phone, seat, person
        self.parts: dict[str, str] = {}
        self.at = ""
        self.is_open = False
        self.over = ""
        self.came: deque[Came] = deque(maxlen=40)
        self._reading: asyncio.Task[None] | None = None
        self._asking: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._one_at_a_time = asyncio.Lock()

    @property
    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.phone.cookies.items())

    def listen(self) -> None:
        """Open its stream, from where it had read to."""
        self._reading = asyncio.ensure_future(self._read())

    async def _read(self) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, ValueError):
            reader, writer = await asyncio.open_connection(LOCAL, self.phone.port, limit=1 << 26)
            try:
                path = f"{self.phone.base}/events?after={quote(self.at)}&page={self.phone.csrf}"
                asked = f"GET {path} HTTP/1.1\r\nhost: {self.phone.host}\r\n"
                writer.write(f"{asked}cookie: {self._cookie}\r\n\r\n".encode())
                head = await reader.readuntil(b"\r\n\r\n")
                if b" 200 " not in head:
                    return
                await self._read_events(reader)
            finally:
                self.is_open = False
                writer.close()

    async def _read_events(self, reader: asyncio.StreamReader) -> None:
        left = b""
        while size := int((await reader.readuntil(b"\r\n")).strip() or b"0", 16):
            left += await reader.readexactly(size)
            await reader.readexactly(2)
            *whole, left = left.split(b"\n\n")
            for each in whole:
                self._take(each)

    def _take(self, block: bytes) -> None:
        at = time.monotonic()
        event = _event_of(block)
        if event.name == "parts":
            for name, html in event.data.items():
                put(self.parts, name, html)
            self.at = event.id
            self.came.append(Came(event.text, at))
        elif event.name == "over":
            self.over = event.data["why"]
        elif event.name == "muted":
            self.is_open = True

    async def lose(self) -> None:
        """The network is gone, without a word."""
        if self._reading is not None:
            self._reading.cancel()
            with suppress(asyncio.CancelledError):
                await self._reading
        if self._asking is not None:
            self._asking[1].close()
            self._asking = None

    async def post(self, path: str, what: object) -> tuple[int, Any]:
        """Send something; the status and what was answered. Raises ConnectionError."""
        body = json.dumps(what).encode()
        head = (
            f"POST {self.phone.base}{path} HTTP/1.1\r\nhost: {self.phone.host}\r\n"
            f"origin: http://{self.phone.host}\r\ncookie: {self._cookie}\r\n"
            f"x-csrf: {self.phone.csrf}\r\ncontent-type: application/json\r\n"
            f"content-length: {len(body)}\r\n\r\n"
        )
        async with self._one_at_a_time:
            try:
                return await asyncio.wait_for(self._exchange(head.encode() + body), PATIENCE)
            except (OSError, asyncio.IncompleteReadError, TimeoutError) as fault:
                if self._asking is not None:
                    self._asking[1].close()
                    self._asking = None
                raise ConnectionError(str(fault)) from fault

    async def _exchange(self, sent: bytes) -> tuple[int, Any]:
        if self._asking is None or self._asking[0].at_eof():
            self._asking = await asyncio.open_connection(LOCAL, self.phone.port)
        reader, writer = self._asking
        writer.write(sent)
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.partition("content-length:")[2].partition("\r\n")[0])
        answered = await reader.readexactly(length)
        return int(head.split(" ", 2)[1]), json.loads(answered)

    async def act(self, act: str, page_id: str, **fields: object) -> tuple[int, Any]:
        """Send an act, as a page does."""
        return await self.post("/act", {"act": act, "id": page_id, "fields": fields})
