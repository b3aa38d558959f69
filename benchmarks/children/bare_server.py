"""A Starlette on uvicorn that does nothing of its own: it echoes, and sends what it is told to all.

Asked "port" it answers with where it listens; asked a number, with the moment by the machine's
monotonic clock from which on it sent an event of so many bytes to every open stream.
"""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from benchmarks.worker import serve


class BareServer:
    """Serves on a thread of its own, as ours does."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[bytes]] = set()
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        self._port = listener.getsockname()[1]
        routes = [
            Route("/echo", self._echo, methods=["POST"]),
            Route("/events", self._events),
        ]
        config = uvicorn.Config(
            Starlette(routes=routes), http="h11", ws="none", lifespan="off", loop="asyncio",
            access_log=False, log_config=None, server_header=False,
        )  # fmt: skip
        self._loop = asyncio.new_event_loop()
        self._server = uvicorn.Server(config)
        served = self._server.serve(sockets=[listener])
        threading.Thread(target=self._loop.run_until_complete, args=(served,), daemon=True).start()

    async def _echo(self, request: Request) -> Response:
        body = await request.body()
        asked = int(request.query_params["bytes"])
        return Response((body + b" " * asked)[:asked])

    async def _events(self, _request: Request) -> Response:
        queue: asyncio.Queue[bytes] = asyncio.Queue()
        self._queues.add(queue)

        async def events() -> AsyncIterator[bytes]:
            yield b"retry: 3000\n\n"
            while True:
                yield await queue.get()

        return StreamingResponse(events(), media_type="text/event-stream")

    def _send(self, event: bytes) -> None:
        for queue in self._queues:
            queue.put_nowait(event)

    def answer(self, word: str) -> object:
        """What is asked."""
        if word == "port":
            return self._port
        head, tail = b"event: parts\ndata: ", b"\n\n"
        event = head + b"x" * (int(word) - len(head) - len(tail)) + tail
        begun = time.monotonic()
        self._loop.call_soon_threadsafe(self._send, event)
        return begun


if __name__ == "__main__":
    serve(BareServer().answer)
