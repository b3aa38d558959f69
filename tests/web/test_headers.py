"""What is sent beside every page."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from idlib_wargame.web.guard import Guard
from idlib_wargame.web.limits import Refusals


def test_a_phone_is_sent_no_header_that_its_browser_complains_of() -> None:
    """Over http that one counts at the computer's own name alone."""
    assert b"cross-origin-opener-policy" in headers_at("127.0.0.1")
    phone = headers_at("192.0.2.7")
    assert b"x-frame-options" in phone
    assert b"cross-origin-opener-policy" not in phone


def headers_at(ip: str) -> set[bytes]:
    """The names of the headers that are sent to whoever asks there."""
    told: list[MutableMapping[str, Any]] = []

    async def site(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        told.append(message)

    scope = {
        "type": "http", "method": "GET", "path": "/", "server": (ip, 8080),
        "headers": [(b"host", f"{ip}:8080".encode())], "client": ("192.0.2.9", 1),
    }  # fmt: skip
    asyncio.run(Guard(site, Refusals())(scope, receive, send))
    return {name for name, _value in told[0]["headers"]}
