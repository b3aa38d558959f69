"""Which devices have reached the room: what a try of it waits for.

Every request that is answered proves that its device gets in: a page that is loaded, one that
listens again after its phone slept, a screen's, an observer's.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from idlib_wargame.web.devices import device_words
from idlib_wargame.web.guard import address_of

_LOCAL = ("127.0.0.1", "::1")
_TELLS_EVERY = 15.0  # seconds, of pages that only say that they are still there


class SeenDevices:
    """``count`` is how often another computer than this was heard; ``last`` names the device that
    was heard last, ``last_at`` says when, UTC in ISO 8601. ``tell`` when it may be another.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._told = -_TELLS_EVERY
        self.has_any = False
        self.count = 0
        self.last = self.last_at = ""

    def hear(self, agent: str, is_other: bool, is_load: bool) -> None:
        """A device has asked for something; ``is_load`` where that is a page, or its stream."""
        self.has_any = True
        if is_other:
            self.count += 1
            self.last = device_words(agent)
            self.last_at = datetime.now(UTC).isoformat(timespec="seconds")
        now = time.monotonic()
        if is_load or now - self._told >= _TELLS_EVERY:
            self._told = now
            self._tell()


class Hearing:
    """Stands before the site, behind what turns strangers away."""

    def __init__(self, app: ASGIApp, devices: SeenDevices) -> None:
        self._app, self._devices = app, devices

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note who asks, and let the request go on."""
        if scope["type"] == "http":
            agent = Headers(scope=scope).get("user-agent", "")
            self._devices.hear(agent, _is_other(scope), scope["method"] == "GET")
        await self._app(scope, receive, send)


def _is_other(scope: Scope) -> bool:
    """Whether that comes over a network: this computer itself calls from where it is called."""
    address, here = address_of(scope), scope.get("server") or ("",)
    return address not in _LOCAL and address != here[0]
