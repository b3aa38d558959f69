"""Connections to the server: so many in all and from one address, and none that dawdles."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_CONNECTIONS = 400
MOST_FROM_ONE = 60  # a phone takes two or three; several may stand behind one address
SECONDS_TO_ASK = 15.0  # from the first byte to the end of a request's headers


class BoundedConnection(H11Protocol):
    """A connection is let go of that is one too many, or takes its time to ask."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take it, unless there are too many."""
        super().connection_made(cast("Any", transport))
        self._dawdles: asyncio.TimerHandle | None = None
        mine = self.client[0] if self.client else ""
        others = [each for each in self.connections if isinstance(each, BoundedConnection)]
        from_one = sum(each.client is not None and each.client[0] == mine for each in others)
        is_local = mine.startswith("127.") or mine == "::1"
        if len(others) > MOST_CONNECTIONS or (from_one > MOST_FROM_ONE and not is_local):
            self.transport.abort()
            return
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Read on; once a request is whole, it is the page's turn."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop_waiting()
        elif self._dawdles is None and self.conn.trailing_data[0]:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is gone."""
        self._stop_waiting()
        super().connection_lost(exc)

    def abort(self) -> None:
        """End it at once, whatever is under way."""
        self.transport.abort()

    def _wait(self) -> None:
        self._stop_waiting()
        self._dawdles = self.loop.call_later(SECONDS_TO_ASK, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._dawdles is not None:
            self._dawdles.cancel()
            self._dawdles = None
