"""Many streams of events read at once, on one thread, as cheaply as may be."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Sequence

LOCAL = "127.0.0.1"
PATIENCE = 20.0  # seconds


class Readers:
    """So many streams of one address. ``headers`` of each are its own."""

    def __init__(self, port: int, path: str, headers: Sequence[str]) -> None:
        self._selector = selectors.DefaultSelector()
        self._came: dict[socket.socket, bytearray] = {}
        for each in headers:
            reader = socket.create_connection((LOCAL, port), PATIENCE)
            asked = f"GET {path} HTTP/1.1\r\nhost: {LOCAL}:{port}\r\n{each}\r\n"
            reader.sendall(asked.encode())
            reader.setblocking(False)
            self._came[reader] = bytearray()
            self._selector.register(reader, selectors.EVENT_READ)

    def clear(self, seconds: float) -> None:
        """Forget all that comes in so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._read(left)
        for came in self._came.values():
            came.clear()

    def until_all_have(self, name: bytes) -> tuple[float, int]:
        """The moment when each has a whole event of that name, and the bytes that one took."""
        left, until = set(self._came), time.monotonic() + PATIENCE
        while left:
            for reader in self._read(until - time.monotonic()):
                came = self._came[reader]
                begins = came.find(b"event: " + name)
                if begins >= 0 and came.find(b"\n\n", begins) >= 0:
                    left.discard(reader)
            if time.monotonic() > until:
                raise TimeoutError(f"{len(left)} of {len(self._came)} streams have no {name!r}")
        now = time.monotonic()
        return now, max(_length(bytes(came), name) for came in self._came.values())

    def moments_of(self, name: bytes, until: float) -> list[float]:
        """The moments at which an event of that name came to any of them, until then."""
        found: list[float] = []
        while (left := until - time.monotonic()) > 0:
            for reader in self._read(left):
                came = self._came[reader]
                found += [time.monotonic()] * came.count(b"event: " + name)
                came.clear()
        return found

    def _read(self, seconds: float) -> list[socket.socket]:
        ready = [key.fileobj for key, _events in self._selector.select(max(0.0, seconds))]
        readers = [each for each in ready if isinstance(each, socket.socket)]
        for reader in readers:
            more = reader.recv(1 << 20)
            if not more:
                raise ConnectionError(f"a stream has ended: {bytes(self._came[reader][:300])!r}")
            self._came[reader] += more
        return readers

    def close(self) -> None:
        """Close them all."""
        self._selector.close()
        for reader in self._came:
            reader.close()


def _length(came: bytes, name: bytes) -> int:
    begins = came.find(b"event: " + name)
    before = came.rfind(b"id: ", max(0, begins - 40), begins)
    return came.find(b"\n\n", begins) + 2 - (before if before >= 0 else begins)
