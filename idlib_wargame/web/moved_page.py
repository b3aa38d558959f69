"""Somebody was seated elsewhere while their page was open: it says where, and leads there.

Their token opens their old seat no longer, and still tells who they are, for as long as nobody has
come in as them since: that the exercise knows by the entry of their coming. Their PIN goes along.
"""

from __future__ import annotations

from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from idlib_wargame.views.online.moved import Moved
from idlib_wargame.views.online.reception import Invited
from idlib_wargame.views.online.who import Who
from idlib_wargame.web import pages
from idlib_wargame.web.cookies import COOKIES, VISIT, set_cookie
from idlib_wargame.web.live import MOVED, LiveRoom
from idlib_wargame.web.opening import NoLonger, Opening
from idlib_wargame.web.threads import there
from idlib_wargame.web.tokens import Holder
from idlib_wargame.web.visits import Visits
from idlib_wargame.words.language import _

_LOOKS_AGAIN = 2  # seconds


class _Move(NamedTuple):
    """``before`` and ``last`` are what the seat of their page is called and where they sat last,
    ``now`` they as they may join.
    """

    moved: Moved
    before: str
    last: str
    now: Invited | None
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

    def _move(self, was: Holder) -> _Move | None:
        """On the session's thread; None where it leads nowhere any more."""
        reception = self._room.reception
        moved = reception.moved(was.who, was.came)
        if moved is None:
            return None
        now = reception.invited_at(was.who, moved.seat)
        has_pin = now is not None and reception.asked_of(now.who).has_pin
        last = reception.named(was.who._replace(seat=moved.last))
        return _Move(moved, reception.named(was.who), last, now, has_pin)

    async def _page(self, request: Request) -> Response:
        was = self._was(request)
        if was is None:
            return RedirectResponse("/", 303)
        move = await there(self._room.thread, lambda: self._move(was))
        if move is None:
            answer = pages.over(self._room.tokens.why_over(request.cookies[COOKIES["seat"]]))
            answer.delete_cookie(COOKIES["seat"])
            return answer
        asks = _("Give your PIN there.") if move.has_pin else _("Choose a PIN there.")
        answer = pages.plain(
            "join_moved.html",
            person=was.who.person,
            before=move.before,
            last=move.last,
            now=move.now,
            leads=move.moved.leads,
            is_back=move.moved.seat == was.who.seat,
            asks=asks,
            instead=move.moved.instead,
        )
        if move.now is None or not move.moved.leads:
            answer.headers["refresh"] = str(_LOOKS_AGAIN)
        if not self._visits.of(request):  # they have shown who they are
            set_cookie(answer, VISIT, self._visits.begin())
        return answer

    async def _go(self, request: Request) -> Response:
        was, room = self._was(request), self._room
        if was is None:
            return RedirectResponse("/", 303)

        def leads() -> Who | None:
            move = self._move(was)
            return move.now.who if move and move.now and move.moved.leads else None

        now = await there(room.thread, leads)
        if now is None:  # it has changed meanwhile
            return RedirectResponse(MOVED, 303)
        if now.key != was.who.key:  # nothing of whoever had that name there
            gone = await room.unsent.gone(now)
            await there(room.thread, lambda: room.reception.keep(gone))
        try:
            return await self._opening.page(request, now, still=lambda: leads() == now)
        except NoLonger:
            return RedirectResponse(MOVED, 303)
