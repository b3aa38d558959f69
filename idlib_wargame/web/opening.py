"""Somebody's page is opened: a token that their browser has from now on, and no other."""

from __future__ import annotations

from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from idlib_wargame.views.online.who import Who
from idlib_wargame.web import pages
from idlib_wargame.web.cookies import PATHS, set_token
from idlib_wargame.web.devices import device_words
from idlib_wargame.web.guard import address_of
from idlib_wargame.web.limits import Rate
from idlib_wargame.web.live import LiveRoom
from idlib_wargame.web.threads import there
from idlib_wargame.web.visits import Visits
from idlib_wargame.words.language import _

JOINS_AT_ONCE, _SECONDS_A_JOIN = 8, 15.0  # of one person


class Opened(NamedTuple):
    """The token of a page, or why none was opened."""

    token: str = ""
    why: str = ""
    status: int = 200


class Opening:
    """Of everybody's page."""

    def __init__(self, room: LiveRoom, visits: Visits) -> None:
        self._room, self._visits = room, visits
        self._joins = Rate(JOINS_AT_ONCE, _SECONDS_A_JOIN)

    async def open(self, request: Request, who: Who, is_first: bool = False) -> Opened:
        """Open it; ``is_first`` where nobody has had a page by that name before."""
        room = self._room
        standing = await there(room.thread, lambda: room.reception.may_join(who))
        if standing.over:
            return Opened(why=standing.over)
        if who.role != "screen" and not self._joins.allows(who.key):
            said = _("You have joined often in a row. Wait a minute, and join again.")
            return Opened(why=said, status=429)
        on = device_words(request.headers.get("user-agent", ""))
        token = await room.let_in(who, on, address_of(request.scope), is_first)
        room.asking.pop(self._visits.asked(self._visits.of(request)), None)
        return Opened(token)

    async def page(self, request: Request, who: Who, is_first: bool = False) -> Response:
        """Open it and lead there, or to a page that says why not."""
        return led_there(who, await self.open(request, who, is_first))


def led_there(who: Who, opened: Opened) -> Response:
    """To their page, with its token; or why there is none."""
    if not opened.token:
        return pages.plain("over.html", opened.status, why=opened.why)
    answer = RedirectResponse(PATHS[who.role], 303)
    set_token(answer, who.role, opened.token)
    return answer
