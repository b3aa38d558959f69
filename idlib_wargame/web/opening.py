"""Somebody's page is opened: a token that their browser has from now on, and no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.online.standing import elsewhere_words
from idlib_wargame.views.online.who import Who
from idlib_wargame.web import pages
from idlib_wargame.web.cookies import PATHS, set_token
from idlib_wargame.web.devices import device_words
from idlib_wargame.web.guard import address_of
from idlib_wargame.web.limits import Rate
from idlib_wargame.web.live import LiveRoom, utc_now
from idlib_wargame.web.newcomers import OWNER as NEWCOMERS
from idlib_wargame.web.newcomers import is_newcomer
from idlib_wargame.web.threads import there
from idlib_wargame.web.tokens import Holder, Rows
from idlib_wargame.web.visits import Visits
from idlib_wargame.words.language import _

JOINS_AT_ONCE, _SECONDS_A_JOIN = 8, 15.0  # of one person


class Opened(NamedTuple):
    """The token of a page, or why none was opened."""

    token: str = ""
    why: str = ""
    status: int = 200


class NoLonger(Exception):
    """That by which somebody comes, their PIN or their old seat, is not so any more."""


class Opening:
    """Of everybody's page."""

    def __init__(self, room: LiveRoom, visits: Visits) -> None:
        self._room, self._visits = room, visits
        self._joins = Rate(JOINS_AT_ONCE, _SECONDS_A_JOIN)

    async def open(
        self,
        request: Request,
        who: Who,
        still: Callable[[], bool] = lambda: True,
    ) -> Opened:
        """Open it.

        ``still`` is asked on the session's thread, where the record tells that they come in. Raises
        NoLonger where that by which they come is not so any more.
        """
        room = self._room
        standing = await there(room.thread, lambda: room.reception.may_join(who))
        if standing.over:
            return Opened(why=standing.over)
        if who.role != "screen" and not self._joins.allows(who.key):
            said = _("You have joined often in a row. Wait a minute, and join again.")
            return Opened(why=said, status=429)
        on = device_words(request.headers.get("user-agent", ""))
        try:
            came, is_new = await there(room.thread, lambda: self._come(who, on, still))
        except Refused as refused:
            return Opened(why=str(refused))
        holder = Holder(who, on, utc_now(), address_of(request.scope), is_new, came)
        token = await self._issued(holder)
        room.asking.pop(self._visits.asked(self._visits.of(request)), None)
        return Opened(token)

    def _come(self, who: Who, on: str, still: Callable[[], bool]) -> tuple[int, bool]:
        """By which entry they come in, and whether they are new; on the session's thread."""
        reception = self._room.reception
        if not still():
            raise NoLonger
        if said := reception.may_join(who).over:
            raise Refused(said)
        came = reception.tell_joined(who, on)
        began, now = reception.pin_began(who), datetime.now(UTC)
        return came, is_newcomer(reception.kept(NEWCOMERS), began, now)

    async def _issued(self, holder: Holder) -> str:
        """A token for them from now on, and for nobody else by that name."""
        room, who = self._room, holder.who
        rows: Rows = {}
        if who.role != "screen":
            for key in room.tokens.of(who):
                rows |= room.end(key, elsewhere_words(holder.on))
        token, more = room.tokens.issue(holder)
        for (_owner, key), text in more.items():
            if not text:  # the oldest made room
                room.let_go_of(key, "")
        await there(room.thread, lambda: room.reception.keep(rows | more))
        room.tell()
        return token

    async def page(
        self,
        request: Request,
        who: Who,
        still: Callable[[], bool] = lambda: True,
    ) -> Response:
        """Open it and lead there, or to a page that says why not. Raises NoLonger as ``open``."""
        return led_there(who, await self.open(request, who, still))


def led_there(who: Who, opened: Opened) -> Response:
    """To their page, with its token; or why there is none."""
    if not opened.token:
        return pages.plain("over.html", opened.status, why=opened.why)
    answer = RedirectResponse(PATHS[who.role], 303)
    set_token(answer, who.role, opened.token)
    return answer
