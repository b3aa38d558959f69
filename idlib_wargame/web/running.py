"""The thread that serves the pages, for as long as the room is open."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from idlib_wargame.views.online.networks import networks_now
from idlib_wargame.views.online.room_server import Address
from idlib_wargame.web.connections import BoundedConnection
from idlib_wargame.web.live import LiveRoom
from idlib_wargame.web.site import site
from idlib_wargame.web.stock import Stock

_LOOKS_FOR_ADDRESSES = 4.0  # seconds
_TO_SAY_SO = 0.1  # seconds for pages to be told that the room is closed
_PATIENCE = 5.0  # seconds for the thread to begin, and to end
_log = logging.getLogger(__name__)
# What it has to say of strangers' requests is for nobody; our own faults we write down ourselves.
logging.getLogger("uvicorn").addHandler(logging.NullHandler())
logging.getLogger("uvicorn").propagate = False


class Running:
    """The thread that serves, while the room is open."""

    def __init__(
        self,
        room: LiveRoom,
        listener: socket.socket,
        hear: Callable[[Stock | tuple[Address, ...]], None],
        stopped: Callable[[], None],
    ) -> None:
        self.room = room
        self.unwatch: Callable[[], None] = lambda: None
        self._listener, self._hear, self._stopped = listener, hear, stopped
        self._is_let_go = False
        self._is_changed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server = uvicorn.Server(
            uvicorn.Config(
                site(room),
                http=BoundedConnection,
                ws="none",
                lifespan="off",
                loop="asyncio",
                access_log=False,
                log_config=None,
                server_header=False,
                timeout_keep_alive=20,
                timeout_graceful_shutdown=1,
                h11_max_incomplete_event_size=16_384,
            )
        )
        self._has_begun = threading.Event()
        self._thread = threading.Thread(target=self._run, name="room", daemon=True)

    def start(self) -> None:
        """Begin to serve; once this returns, whoever asks is answered."""
        self._thread.start()
        self._has_begun.wait(_PATIENCE)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException:
            _log.exception("The room's server has stopped")
        finally:
            self._has_begun.set()
            if not self._is_let_go:
                self._stopped()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.room.begin(self._hear)
        looking = asyncio.ensure_future(self._look_for_addresses())
        self._has_begun.set()
        try:
            await self._server.serve(sockets=[self._listener])
        finally:
            looking.cancel()
            await self.room.leave()

    async def _look_for_addresses(self) -> None:
        while True:
            await asyncio.sleep(_LOOKS_FOR_ADDRESSES)
            found = await asyncio.to_thread(networks_now)
            self._hear(found.addresses)

    def do(self, does: Callable[[], object]) -> None:
        """Do that on the server's thread, soon."""
        if self._loop is not None:
            with suppress(RuntimeError):  # it has ended
                self._loop.call_soon_threadsafe(does)

    def changed(self) -> None:
        """The exercise has changed; many changes in a row are looked at together."""
        if not self._is_changed:
            self._is_changed = True
            # After what is being done there now: whoever acted is answered before pages are drawn.
            self.room.thread.do(lambda: self.do(self._take_change))

    def _take_change(self) -> None:
        self._is_changed = False
        self.room.changed()

    def shows_anew(self, name: str) -> None:
        """What one reader is shown has changed."""
        self.do(lambda: self.room.shows_anew(name))

    def stop(self) -> None:
        """End at once. What is under way on the session's thread need not be waited for."""
        self._is_let_go = True
        self.do(self._say_and_let_go)
        self._thread.join(_PATIENCE)
        self._listener.close()

    def _say_and_let_go(self) -> None:
        self.room.say_closed()
        if self._loop is not None:
            self._loop.call_later(_TO_SAY_SO, self._let_go)

    def _let_go(self) -> None:
        self._server.should_exit = self._server.force_exit = True
        for connection in tuple(self._server.server_state.connections):
            if isinstance(connection, BoundedConnection):
                connection.abort()
