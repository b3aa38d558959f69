"""Somebody was seated elsewhere while their page was open: it says where, and leads there.

Their token opens their old seat no longer, and still tells who they are. Their PIN goes with them
where nobody has one by their name; else the one that they have there is asked for.
"""

from __future__ import annotations

from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from idlib_wargame.views.online.reception import Invited
from idlib_wargame.views.online.who import Who
from idlib_wargame.web import pages
from idlib_wargame.web.cookies import COOKIES, VISIT, set_cookie
from idlib_wargame.web.live import MOVED, LiveRoom
from idlib_wargame.web.opening import Opening
from idlib_wargame.web.threads import there
from idlib_wargame.web.tokens import Holder
from idlib_wargame.web.visits import Visits
from idlib_wargame.words.language import _

_LOOKS_AGAIN = 2  # seconds


class _Move(NamedTuple):
    """``goes_along`` where the PIN of the old seat serves at the new one."""

    before: str
    now: Invited | None
    goes_along: bool
    has_pin: bool


class MovedPage:
    """Of whoever comes with the token of a seat that they were taken from."""

    def __init__(self, room: LiveRoom, visits: Visits, opening: Opening) -> None:
        self._room, self._visits, self._opening = room, visits, opening

    def routes(self) -> list[Route]:
        """Its address."""
        return [Route(MOVED, self._page), Route(MOVED, self._go, methods=["POST"])]

    def _was(self, request: Request) -> Holder | None:
        return self._room.tokens.moved(request.cookies.get(COOKIES["seat"], ""))

    def _move(self, was: Who) -> _Move:
        """On the session's thread."""
        reception = self._room.reception
        now = reception.seated_now(was)
        goes_along = now is not None and reception.may_bring_pin(was, now.who)
        has_pin = now is not None and reception.asked_of(now.who).has_pin
        return _Move(reception.named(was), now, goes_along, has_pin)

    async def _page(self, request: Request) -> Response:
        held = self._was(request)
        if held is None:
            return RedirectResponse("/", 303)
        was = held.who
        move = await there(self._room.thread, lambda: self._move(was))
        to = f"/pin?who={move.now.who.key}" if move.now and not move.goes_along else ""
        asks = _("Give the PIN that you have there.") if move.has_pin else _("Choose a PIN there.")
        answer = pages.plain(
            "join_moved.html",
            person=was.person,
            before=move.before,
            now=move.now,
            to=to,
            asks=asks,
        )
        if move.now is None:
            answer.headers["refresh"] = str(_LOOKS_AGAIN)
        if not self._visits.of(request):  # they have shown who they are
            set_cookie(answer, VISIT, self._visits.begin())
        return answer

    async def _go(self, request: Request) -> Response:
        held, room = self._was(request), self._room
        if held is None:
            return RedirectResponse("/", 303)
        was = held.who

        def bring() -> Who | None:
            move = self._move(was)
            if move.now is None or not move.goes_along:
                return None
            room.reception.bring_pin(was, move.now.who)
            return move.now.who

        now = await there(room.thread, bring)
        if now is None:  # it has changed meanwhile
            return RedirectResponse(MOVED, 303)
        room.tokens.lead_on(was.person)
        await room.unsent.forget(now)
        return await self._opening.page(request, now, held.is_first)
