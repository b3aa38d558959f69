"""A phone without a screen: what a browser sends and gets, and every byte of it kept."""

from __future__ import annotations

import html
import json
import re
import socket
import threading
import time
from contextlib import suppress
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode

from tests.web.home import LOCAL, PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

_CSRF = re.compile(r'data-csrf="([0-9a-f]+)"')
_VERSION = re.compile(r'data-version="([^"]*)"')


class Page(NamedTuple):
    """An answer: its status, its headers by lower-case names, and its text."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def data(self) -> Any:
        """What it holds as JSON."""
        return json.loads(self.text)


class Told(NamedTuple):
    """An event of a stream."""

    name: str
    data: Any
    id: str = ""


class Phone:
    """Somebody's browser. ``seen`` is all that it was ever sent, headers too.

    One that comes ``at`` an address of its own is another computer than the room's.
    """

    def __init__(
        self, port: int, agent: str = "Mozilla/5.0 (iPhone) Safari", at: str = LOCAL
    ) -> None:
        self.port, self.at = port, at
        self.agent = agent
        self.cookies: dict[str, str] = {}
        self.seen: list[str] = []
        self.csrf = self.version = ""
        self.base = "/seat"
        self.streams: list[EventStream] = []
        self._ids = 0

    @property
    def host(self) -> str:
        """What it calls the server."""
        return f"{LOCAL}:{self.port}"

    def get(self, path: str, **headers: str) -> Page:
        """Ask for a page, and follow where it leads."""
        return self._followed(self.ask("GET", path, headers=headers))

    def form(self, path: str, **fields: str) -> Page:
        """Send a form, and follow where it leads."""
        headers = {
            "content-type": "application/x-www-form-urlencoded",
            "origin": f"http://{self.host}",
        }
        return self._followed(self.ask("POST", path, urlencode(fields), headers))

    def _followed(self, page: Page) -> Page:
        for _each in range(5):
            if page.status not in (302, 303):
                break
            page = self.ask("GET", page.headers["location"])
        return page

    def ask(
        self,
        method: str,
        path: str,
        body: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Page:
        """One request and its answer, followed nowhere."""
        connection = HTTPConnection(LOCAL, self.port, timeout=PATIENCE, source_address=(self.at, 0))
        sent = {"host": self.host, "user-agent": self.agent, **(headers or {})}
        if self.cookies:
            sent.setdefault("cookie", self._cookie())
        try:
            connection.request(method, path, body.encode() if body is not None else None, sent)
            answer = connection.getresponse()
            text = answer.read().decode()
            told = answer.getheaders()
        finally:
            connection.close()
        for name, value in told:
            if name.lower() == "set-cookie":
                self._take_cookie(value)
        self.seen += [text, *(f"{name}: {value}" for name, value in told), path]
        found = {name.lower(): value for name, value in told}
        if (csrf := _CSRF.search(text)) is not None:
            self.csrf = csrf.group(1)
            version = _VERSION.search(text)
            self.version = html.unescape(version.group(1)) if version else ""
        return Page(answer.status, found, text)

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _take_cookie(self, told: str) -> None:
        name, _equals, rest = told.partition("=")
        value = rest.partition(";")[0].strip('"')
        if "Max-Age=0" in told or not value:
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def join(self, word: str, person: str, pin: str = "1234") -> Page:
        """Scan the code, pick a name, and set or type a PIN."""
        names = self.get(f"/?w={quote(word)}")
        key = self.key_of(names, person)
        asked = self.get(f"/pin?who={key}")
        if 'action="/first-pin"' in asked.text:
            return self.form("/first-pin", who=key, pin=pin, again=pin)
        return self.form("/pin", who=key, pin=pin)

    def goes_on_in(self, context: BrowserContext) -> None:
        """A browser is this phone from now on, whoever's it was before."""
        at = f"http://{self.host}/"
        context.add_cookies(
            [{"name": name, "value": value, "url": at} for name, value in self.cookies.items()]
        )

    def key_of(self, names: Page, person: str) -> str:
        """What the button of that name sends."""
        found = re.findall(
            r'value="([0-9a-f]{16})".*?<strong[^>]*>(.*?)</strong>', names.text, re.S
        )
        return str(next(key for key, name in found if html.unescape(name) == person))

    def act(self, act: str, page_id: str = "", **fields: object) -> Page:
        """Send an act, as a page does."""
        self._ids += 1
        made = page_id or f"{id(self):x}-{self._ids:08d}"
        return self.post("/act", {"act": act, "id": made, "fields": fields})

    def post(self, path: str, what: object, **headers: str) -> Page:
        """Send something from the page."""
        sent = {
            "content-type": "application/json",
            "x-csrf": self.csrf,
            "origin": f"http://{self.host}",
            **headers,
        }
        return self.ask("POST", f"{self.base}{path}", json.dumps(what), sent)

    def listen(self, after: str | None = None) -> EventStream:
        """Open the stream of the page."""
        at = self.version if after is None else after
        path = f"{self.base}/events?after={quote(at)}&page={self.csrf}"
        stream = EventStream(self, path, self._cookie())
        self.streams.append(stream)
        return stream

    def lose(self) -> None:
        """The network is gone, without a word to anybody."""
        for stream in self.streams:
            stream.close()
        self.streams.clear()


class EventStream:
    """A stream that is being read, on a thread of its own."""

    def __init__(self, phone: Phone, path: str, cookie: str) -> None:
        self.events: list[Told] = []
        self.status = 0
        self.is_over = threading.Event()
        self._phone = phone
        self._news = threading.Condition()
        self._socket = socket.create_connection((LOCAL, phone.port), PATIENCE)
        self._socket.settimeout(60)
        asked = (
            f"GET {path} HTTP/1.1\r\nhost: {phone.host}\r\ncookie: {cookie}\r\n"
            "accept: text/event-stream\r\n\r\n"
        )
        self._socket.sendall(asked.encode())
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        with self._socket, suppress(OSError, ValueError, IndexError):
            self._read_all()
        self.is_over.set()
        with self._news:
            self._news.notify_all()

    def _read_all(self) -> None:
        with self._socket.makefile("rb") as text:
            self.status = int(text.readline().split()[1])
            if self.status != 200:  # its connection is kept for the next request
                return
            while text.readline().strip():
                pass
            left = b""
            while chunk := _chunk(text):
                left += chunk
                *whole, left = left.split(b"\n\n")
                for each in whole:
                    self._take(each.decode())

    def _take(self, block: str) -> None:
        self._phone.seen.append(block)
        rows = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
        if "event" not in rows:
            return
        with self._news:
            told = Told(rows["event"], json.loads(rows["data"]), rows.get("id", ""))
            self.events.append(told)
            self._news.notify_all()

    def wait_for(self, name: str, holds: str = "", seconds: float = PATIENCE) -> Told:
        """The first event of that name in which that stands."""
        until = time.monotonic() + seconds
        with self._news:
            while True:
                for each in self.events:
                    if each.name == name and holds in json.dumps(each.data, ensure_ascii=False):
                        return each
                left = until - time.monotonic()
                if left <= 0 or (self.is_over.is_set() and left < seconds - 1):
                    raise AssertionError(f"no {name!r} with {holds!r} in {self.events!r}"[:2000])
                self._news.wait(min(left, 1.0))

    def begins(self) -> bool:
        """Whether it tells anything, waited for until it does or is refused."""
        with self._news:
            self._news.wait_for(lambda: self.events or self.is_over.is_set(), PATIENCE)
            return bool(self.events)

    def wait_for_more(self, part: str, holds: str, seen: int) -> None:
        """After so many events, one that brings a part in which that stands."""
        until = time.monotonic() + PATIENCE
        with self._news:
            while not any(
                each.name == "parts" and holds in each.data.get(part, "")
                for each in self.events[seen:]
            ):
                left = until - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"no {holds!r} in {part!r}: {self.events[seen:]!r}"[:2000])
                self._news.wait(left)

    def wait_for_clock(self, words: str) -> None:
        """The clock comes to read so."""
        until = time.monotonic() + PATIENCE
        with self._news:
            while not any(each.data.get("words") == words for each in self.told_of("clock")):
                left = until - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"no {words!r}: {self.told_of('clock')!r}"[:2000])
                self._news.wait(left)

    def told_of(self, name: str) -> list[Told]:
        """The events of that name."""
        return [each for each in self.events if each.name == name]

    def close(self) -> None:
        """The network is gone."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self.is_over.wait(PATIENCE)


def _chunk(text: Any) -> bytes:
    line = text.readline()
    size = int(line.strip() or b"0", 16)
    chunk: bytes = text.read(size)
    text.readline()
    return chunk
