"""What every request goes through: whose name it uses, where it comes from, how much it brings.

A page of another site may know this server's address, and have a name of its own lead here. So a
request counts only if it calls the server by the number at which it was reached, and a form only
if it was sent from here.
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from idlib_wargame.web.limits import Refusals

MOST_BYTES = 256_000  # of one request
_LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
_WRITES = frozenset({"POST"})
_READS = frozenset({"GET", "HEAD"})
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
# Browsers heed it of this computer's own address alone, and complain of it elsewhere over http.
OPENER = ("cross-origin-opener-policy", "same-origin")


class TooMuch(Exception):
    """A request brought more than a page of ours ever does."""


class Guard:
    """Stands before the site."""

    def __init__(self, app: ASGIApp, refusals: Refusals) -> None:
        self._app = app
        self._refusals = refusals

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it in a word."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        status, why = self._amiss(scope, headers)
        if status:
            self._refusals.tell(address_of(scope), why)
            answer = PlainTextResponse("", status, headers={"connection": "close"})
            await answer(scope, receive, _with_headers(scope, send))
            return
        await self._app(scope, _bounded(receive), _with_headers(scope, send))

    def _amiss(self, scope: Scope, headers: Headers) -> tuple[int, str]:
        host = headers.get("host", "")
        if host not in _own_hosts(scope):
            return 421, "a foreign host"
        if scope["method"] not in _READS | _WRITES:
            return 405, "a method that no page uses"
        if scope["method"] in _WRITES and headers.get("origin") != f"http://{host}":
            return 403, "a foreign origin"
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > MOST_BYTES:
            return 413, "too much"
        return 0, ""


def address_of(scope: Scope) -> str:
    """The address that a request comes from."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _own_hosts(scope: Scope) -> Iterable[str]:
    server = scope.get("server")
    if not server:
        return ()
    ip, port = server
    names = {ip} | (_LOCAL if ip in ("127.0.0.1", "::1") else set())
    return {f"{name}:{port}" for name in names} | (names if port == 80 else set())


def _bounded(receive: Receive) -> Receive:
    came = 0

    async def receive_so_much() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > MOST_BYTES:
            raise TooMuch
        return message

    return receive_so_much


def _with_headers(scope: Scope, send: Send) -> Send:
    host = Headers(scope=scope).get("host", "")
    is_own = any(host == each or host.startswith(f"{each}:") for each in _LOCAL)

    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if is_own:
                headers[OPENER[0]] = OPENER[1]
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return send_with
