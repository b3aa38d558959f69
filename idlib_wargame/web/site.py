"""The pages by their addresses."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route
from starlette.types import ASGIApp

from idlib_wargame.views.online.standing import left_words
from idlib_wargame.views.online.who import Role, Who
from idlib_wargame.web import pages
from idlib_wargame.web.changing_pin import PinChanges
from idlib_wargame.web.cookies import COOKIES, PATHS
from idlib_wargame.web.feed import event
from idlib_wargame.web.fields import Amiss, Fields, TooLong
from idlib_wargame.web.guard import Guard, TooMuch, address_of
from idlib_wargame.web.joining import Joining
from idlib_wargame.web.limits import Rate, Refusals
from idlib_wargame.web.live import MOVED, LiveRoom
from idlib_wargame.web.readers import Live
from idlib_wargame.web.seen_devices import Hearing
from idlib_wargame.web.static_files import static_files
from idlib_wargame.web.threads import there
from idlib_wargame.web.tokens import Holder, csrf_of, is_csrf
from idlib_wargame.words.language import _, fill

_ACTS_AT_ONCE, _SECONDS_AN_ACT = 40, 0.1
# Of what one person sends to be done: each of it is drawn and sent on to others. Nobody types so
# much, and a long text that is kept as it grows stays below it.
_BYTES_AT_ONCE, _BYTES_A_SECOND = 120_000, 10_000
_MOST_STREAMS = 12  # of one token: tabs that were forgotten
_log = logging.getLogger(__name__)


class Held:
    """A request of somebody whose token is in force."""

    def __init__(self, request: Request, token: str, key: str, holder: Holder) -> None:
        self.request, self.token, self.key, self.holder = request, token, key, holder

    @property
    def who(self) -> Who:
        """Who asks."""
        return self.holder.who


def site(room: LiveRoom) -> ASGIApp:
    """The whole site of a room."""
    refusals = Refusals()
    joining = Joining(room, refusals)
    routes = [Route("/static/{name}", _static)]
    for role, path in PATHS.items():
        routes += Pages(room, role, path, refusals).routes()
    routes += joining.routes()  # links, whose keys may be anything, come last
    handlers = {404: _nowhere, 405: _nowhere, TooMuch: _too_much, Exception: _ours}
    app = Starlette(routes=routes, exception_handlers=handlers)
    return Guard(Hearing(app, room.devices), refusals)


async def _static(request: Request) -> Response:
    found = static_files().get(request.path_params["name"])
    if found is None:
        return Response(status_code=404)
    is_this = request.query_params.get("v") == found.version
    kept = "public, max-age=31536000, immutable" if is_this else "no-cache"
    return Response(found.content, media_type=found.media_type, headers={"cache-control": kept})


async def _nowhere(request: Request, _fault: Exception) -> Response:
    return Response(status_code=404)


async def _too_much(request: Request, _fault: Exception) -> Response:
    return Response(status_code=413)


async def _ours(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, ClientDisconnect):
        _log.error("A page could not be made", exc_info=fault)
    if "text/html" in request.headers.get("accept", ""):
        return pages.plain("amiss.html", 500, again=request.url.path)
    return Response(status_code=500)


class TooOften(Exception):
    """Somebody sends more than anybody types."""


class Gone(Exception):
    """A token ended while its request was under way."""


class Pages:
    """The page of one kind of reader, its stream of events, and what is sent from it."""

    def __init__(self, room: LiveRoom, role: Role, path: str, refusals: Refusals) -> None:
        self._room, self._role, self._path, self._refusals = room, role, path, refusals
        self._cookie = COOKIES[role]
        self._rate = Rate(_ACTS_AT_ONCE, _SECONDS_AN_ACT)
        self._bytes = Rate(_BYTES_AT_ONCE, 1 / _BYTES_A_SECOND)
        self._opening: Counter[str] = Counter()
        self._pin_changes = PinChanges(room)

    def routes(self) -> list[Route]:
        """Their addresses."""
        path = self._path
        return [
            Route(path, self._page),
            Route(f"{path}/events", self._held(self._events)),
            Route(f"{path}/act", self._held(self._act), methods=["POST"]),
            Route(f"{path}/unsent", self._held(self._unsent), methods=["POST"]),
            Route(f"{path}/here", self._held(self._here), methods=["POST"]),
        ]

    def _holder(self, request: Request) -> Held | None:
        token = request.cookies.get(self._cookie, "")
        found = self._room.tokens.holder(token) if token else None
        return Held(request, token, *found) if found else None

    def _held(
        self, handler: Callable[[Held], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def handle(request: Request) -> Response:
            held = self._holder(request)
            if held is None:
                told = self._over(request.cookies.get(self._cookie, ""))
                if not told["over"]:
                    self._refusals.tell(address_of(request.scope), "no token in force")
                    told = {"over": _("Join again to go on.")}
                return JSONResponse(told, 401)
            is_sent = request.method == "POST"
            shown = request.headers.get("x-csrf", "")
            if not is_sent:  # a stream is opened without headers of its own
                shown = shown or request.query_params.get("page", "")
            if not is_csrf(held.token, shown):
                self._refusals.tell(address_of(request.scope), "a page without its sign")
                return self._of_another(request)
            if is_sent:
                if not self._rate.allows(_counted_as(held)):
                    return JSONResponse({"refused": [_a_lot_words()]}, 429)
                self._room.hear(held.key)
            try:
                return await handler(held)
            except Gone:
                return JSONResponse(self._over(held.token), 401)
            except TooOften:
                return JSONResponse({"refused": [_a_lot_words()]}, 429)
            except TooLong as fault:
                return JSONResponse({"refused": [_too_long_words(fault.most)]}, 400)
            except TooMuch:
                return JSONResponse({"refused": [_too_much_words()]}, 413)
            except (Amiss, ClientDisconnect):
                self._refusals.tell(address_of(request.scope), "a form of no page")
                return JSONResponse({"refused": [_refused_words()]}, 400)

        return handle

    def _over(self, token: str) -> dict[str, str]:
        """Why a token is over, and where its page leads, if anywhere."""
        tokens = self._room.tokens
        return {"over": tokens.why_over(token), "to": MOVED if tokens.moved(token) else ""}

    def _of_another(self, request: Request) -> Response:
        """The page was opened for another token than its browser has now.

        A screen shows the same to all, and is loaded again; anybody else's page has ended.
        """
        told: dict[str, str] = {} if self._role == "screen" else {"over": _joined_since_words()}
        asks_only = request.url.path in (f"{self._path}/events", f"{self._path}/here")
        return JSONResponse(told, 401 if told and asks_only else 403)

    async def _page(self, request: Request) -> Response:
        room, held = self._room, self._holder(request)
        if held is None:
            token = request.cookies.get(self._cookie, "")
            why = room.tokens.why_over(token)
            if not why or room.tokens.moved(token):
                return RedirectResponse(MOVED if why else "/", 303)
            answer = pages.over(why)
            answer.delete_cookie(self._cookie)
            return answer
        standing = await there(room.thread, lambda: room.reception.standing(held.who))
        if standing.over:
            await room.keep(room.end(held.key, standing.over, standing.is_moved))
            return RedirectResponse(MOVED, 303) if standing.is_moved else pages.over(standing.over)
        reader, feed = room.feed_of(held.who)
        await feed.ready()
        if self._holder(request) is None:  # they were sent elsewhere while it was drawn
            return RedirectResponse(self._path, 303)
        room.hear(held.key)
        live = Live(
            person=held.who.person,
            csrf=csrf_of(held.token),
            version=feed.at,
            clock=feed.clock_now(),
            kept=await room.unsent.of(held.who),
            muted=standing.muted,
        )
        parts = {name: part.html for name, part in feed.parts.items()}
        return HTMLResponse(reader.page(feed.seen, parts, live))

    async def _events(self, held: Held) -> Response:
        room = self._room
        if room.count_streams(held.key) + self._opening.get(held.key, 0) >= _MOST_STREAMS:
            return Response(status_code=429)
        self._opening[held.key] += 1
        try:
            standing = await there(room.thread, lambda: room.reception.standing(held.who))
        finally:
            self._opening[held.key] -= 1
        if self._holder(held.request) is None:
            return JSONResponse(self._over(held.token), 401)
        after = held.request.query_params.get("after", "")[:40]

        async def events() -> Any:
            # Not before: of a page that went away meanwhile, nobody would ever close it.
            if self._holder(held.request) is None:
                told = self._over(held.token)
                yield event("over", {"why": told["over"], "to": told["to"]})
                return
            stream = room.open_stream(held.key, held.holder, after, standing.muted)
            try:
                async for each in stream.events():
                    yield each
            finally:
                room.close_stream(stream)

        return StreamingResponse(
            events(), media_type="text/event-stream", headers={"x-accel-buffering": "no"}
        )

    async def _act(self, held: Held) -> Response:
        plain = await self._sent(held)
        act, page_id, fields = plain.get("act"), plain.get("id"), plain.get("fields", {})
        if not isinstance(act, str) or not isinstance(fields, dict):
            raise Amiss("act")
        if not isinstance(page_id, str) or not (
            8 <= len(page_id) <= 64 and page_id.isascii() and page_id.isprintable()
        ):
            raise Amiss("id")
        if not self._bytes.allows(_counted_as(held), len(await held.request.body())):
            raise TooOften
        room = self._room
        if act == "set_pin":
            answer = await self._pin_changes.change(held.who, page_id, Fields(fields))
            return JSONResponse(answer.to_json(), 409 if answer.refused else 200)
        if act == "leave":
            await room.keep(room.end(held.key, left_words()))
            room.tell()
            return JSONResponse({"over": left_words()}, 401)
        reader, _feed = room.feed_of(held.who)
        does = reader.does(act)
        if does is None:
            raise Amiss("act")
        answer = await room.posting.do(held.who, page_id, fields, does)
        return JSONResponse(answer.to_json(), 409 if answer.refused else 200)

    async def _sent(self, held: Held) -> dict[str, Any]:
        """What was sent, by somebody whose token is in force still once it has all come."""
        plain = await _json(held.request)
        if self._holder(held.request) is None:
            raise Gone
        return plain

    async def _unsent(self, held: Held) -> Response:
        plain = await self._sent(held)
        typed = {name: text for name, text in plain.items() if isinstance(text, str)}
        if len(typed) != len(plain):
            raise Amiss("unsent")
        left = await self._room.unsent.take(held.who, typed)
        if left is None:
            raise Amiss("unsent")
        return JSONResponse({"left": sorted(left)})

    async def _here(self, held: Held) -> Response:
        return JSONResponse({})


async def _json(request: Request) -> dict[str, Any]:
    try:
        async with asyncio.timeout(10):
            body = await request.body()
            plain = json.loads(body)
            if b"\\ud" in body.lower():  # it may hold half a character, as of a broken paste
                plain = json.loads(_whole(json.dumps(plain, ensure_ascii=False)))
    except TimeoutError:
        raise HTTPException(503) from None  # a slow network: its page sends it again
    except (ValueError, RecursionError):
        raise Amiss("body") from None
    if not isinstance(plain, dict):
        raise Amiss("body")
    return plain


def _whole(text: str) -> str:
    """With a sign for each half of a character that stands alone."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _counted_as(held: Held) -> str:
    """Who joins anew is the same person, and counts on; each screen is its own."""
    return held.who.key if held.who.person else held.key


def _a_lot_words() -> str:
    return _("That was a lot at once; wait a moment, and try again.")


def _joined_since_words() -> str:
    return _("Somebody has joined anew in this browser since this page was opened. It ends here.")


def _too_long_words(most: int) -> str:
    return fill(_("That is too long: {most} characters at most. Make it shorter."), most=most)


def _too_much_words() -> str:
    return _("That is too much to be sent at once. Make it shorter.")


def _refused_words() -> str:
    return _("This page is out of date; load it again, and nothing that you typed is lost.")
