"""Somebody gives their PIN, or chooses the first one, and their page opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.pins import LEAST, MOST, hashed, is_fit, owner_among, unfit_words
from idlib_wargame.views.online.reception import Invited, PinAsked
from idlib_wargame.views.online.who import Who
from idlib_wargame.web import pages
from idlib_wargame.web.cookies import PATHS, set_token
from idlib_wargame.web.forms import form_of
from idlib_wargame.web.guard import address_of
from idlib_wargame.web.hashing import hashing
from idlib_wargame.web.limits import Rate
from idlib_wargame.web.live import LiveRoom
from idlib_wargame.web.newcomers import Rows, came_first
from idlib_wargame.web.opening import NoLonger, Opening
from idlib_wargame.web.threads import there
from idlib_wargame.web.visits import Visits
from idlib_wargame.web.waiting import Wait, in_time
from idlib_wargame.words.language import _


class _Asked(NamedTuple):
    """Who a form was sent for, by whom, and what is asked of them."""

    visit: str
    form: dict[str, str]
    invited: Invited
    pin: PinAsked

    @property
    def who(self) -> Who:
        """Whose page it opens."""
        return self.invited.who


class PinPages:
    """The PIN stands between a name and its page."""

    def __init__(self, room: LiveRoom, visits: Visits, opening: Opening) -> None:
        self._room, self._visits, self._opening = room, visits, opening
        self._of_visit = Rate(10, 2.0)
        self._of_address = Rate(60, 0.5)  # a whole room may stand behind one address

    def routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/pin", self._page),
            Route("/pin/wait", self._wait),
            Route("/pin", self._sent(self._try), methods=["POST"]),
            Route("/first-pin", self._sent(self._set), methods=["POST"]),
        ]

    async def _invited(self, key: str) -> tuple[Invited, PinAsked] | None:
        reception = self._room.reception

        def look() -> tuple[Invited, PinAsked] | None:
            found = next((each for each in reception.invited() if each.who.key == key), None)
            return (found, reception.asked_of(found.who)) if found is not None else None

        return await there(self._room.thread, look)

    def _sent(self, does: Callable[[Request, _Asked], Any]) -> Callable[[Request], Any]:
        """What every form of these begins with."""

        async def handle(request: Request) -> Response:
            visit = self._visits.of(request)
            if not visit:
                return _led(request, "/")
            form = await form_of(request)
            found = await self._invited(form.get("who", ""))
            if found is None:
                return _led(request, "/join")
            answer: Response = await does(request, _Asked(visit, form, *found))
            return answer

        return handle

    async def _page(self, request: Request) -> Response:
        visit = self._visits.of(request)
        if not visit:
            return RedirectResponse("/", 303)
        found = await self._invited(request.query_params.get("who", ""))
        if found is None:
            return RedirectResponse("/join", 303)
        invited, asked = found
        return self._shown(request, visit, invited, asked)

    async def _wait(self, request: Request) -> Response:
        """How long there is to wait, for a page that counts: the facilitator may have lifted it."""
        visit = self._visits.of(request)
        found = await self._invited(request.query_params.get("who", "")) if visit else None
        if found is None:
            return Response(status_code=404)
        return JSONResponse({"wait": self._seconds(request, visit, found[1])})

    def _seconds(self, request: Request, visit: str, asked: PinAsked) -> int:
        address = address_of(request.scope)
        ours = (self._of_visit.wait_of(visit), self._of_address.wait_of(address))
        return max(asked.wait, *ours)

    def _shown(
        self, request: Request, visit: str, invited: Invited, asked: PinAsked, amiss: str = ""
    ) -> Response:
        wait = self._seconds(request, visit, asked)
        if _is_script(request):
            said = {"amiss": amiss, "wait": wait, "first": not asked.has_pin}
            return JSONResponse(said, 409)
        values: dict[str, Any] = {"invited": invited, "amiss": amiss, "least": LEAST, "most": MOST}
        if not asked.has_pin:
            return pages.plain("join_first_pin.html", **values)
        values["letters"] = "letters" in request.query_params
        return pages.plain("join_pin.html", **values, wait=_wait_of(wait), scripts=("wait.js",))

    async def _shown_anew(self, request: Request, sent: _Asked, amiss: str) -> Response:
        """As things stand by now."""
        found = await self._invited(sent.who.key) or (sent.invited, sent.pin)
        return self._shown(request, sent.visit, *found, amiss)

    async def _try(self, request: Request, sent: _Asked) -> Response:
        said = _("This try was not looked at.")
        if self._seconds(request, sent.visit, sent.pin) or not self._may(request, sent.visit):
            return self._shown(request, sent.visit, sent.invited, sent.pin, said)
        room, address = self._room, address_of(request.scope)
        hashes = await there(room.thread, lambda: room.reception.begin_try(sent.who))
        if hashes is None:  # others tried since it was asked for
            return await self._shown_anew(request, sent, said)
        pin_hash = await self._theirs(sent.who, hashes, sent.form.get("pin", ""), address)
        try:
            if pin_hash:
                return await self._opened(request, sent.who, pin_hash)
        except NoLonger:
            pass
        return await self._shown_anew(request, sent, _("That is not your PIN."))

    def _may(self, request: Request, visit: str) -> bool:
        """Hashing is work, and others wait for it."""
        address = address_of(request.scope)
        return self._of_visit.allows(visit) and self._of_address.allows(address)

    async def _theirs(self, who: Who, hashes: Mapping[str, str], pin: str, address: str) -> str:
        """The hash of their PIN, where this is it; else ""."""
        room = self._room
        owner = await hashing(lambda: owner_among(hashes, pin[:MOST]), address, who.key)
        pin_hash = await there(room.thread, lambda: room.reception.end_try(who, hashes, owner))
        if not pin_hash:
            asked = await there(room.thread, lambda: room.reception.asked_of(who))
            room.tell_after(asked.wait)  # the desk shows that they wait, and then that it is over
        room.tell()
        return pin_hash

    async def _set(self, request: Request, sent: _Asked) -> Response:
        form = sent.form
        pin, again = form.get("pin", "").strip(), form.get("again", "").strip()
        amiss = ""
        if sent.pin.has_pin:
            return self._shown(request, sent.visit, sent.invited, sent.pin)
        if not is_fit(pin):
            amiss = unfit_words()
        elif pin != again:
            amiss = _("These were not the same; type the PIN twice.")
        if amiss or not self._may(request, sent.visit):
            said = amiss or _("Wait a moment, and try again.")
            return self._shown(request, sent.visit, sent.invited, sent.pin, said)
        room = self._room
        address = address_of(request.scope)
        pin_hash = await hashing(lambda: hashed(pin), address, sent.who.key)
        gone = await room.unsent.gone(sent.who)
        try:
            await there(room.thread, lambda: self._set_first(sent.who, pin_hash, gone))
        except (Refused, SessionFault) as refused:
            return await self._shown_anew(request, sent, str(refused))
        try:
            still = self._has(sent.who, pin_hash)
            return await self._opening.page(request, sent.who, still=still)
        except NoLonger:
            return await self._shown_anew(request, sent, _("Your PIN was reset just now."))

    def _set_first(self, who: Who, pin_hash: str, gone: Rows) -> None:
        """That they are new is known from then on, whether or not their page opens by it."""
        reception = self._room.reception
        reception.set_first_pin(who, pin_hash, gone)
        reception.keep(came_first(reception.pin_began(who), datetime.now(UTC)))

    def _has(self, who: Who, pin_hash: str) -> Callable[[], bool]:
        """Whether the PIN by which they come is theirs still."""
        return lambda: self._room.reception.has_pin(who, pin_hash)

    async def _opened(self, request: Request, who: Who, pin_hash: str) -> Response:
        still = self._has(who, pin_hash)
        if not _is_script(request):
            return await self._opening.page(request, who, still=still)
        opened = await self._opening.open(request, who, still=still)
        if not opened.token:
            return JSONResponse({"amiss": opened.why, "wait": 0}, 409)
        answer = JSONResponse({"to": PATHS[who.role]})
        set_token(answer, who.role, opened.token)
        return answer


def _is_script(request: Request) -> bool:
    """Whether the page itself asks, which stays as it is meanwhile."""
    return request.headers.get("accept") == "application/json"


def _led(request: Request, to: str) -> Response:
    return JSONResponse({"to": to}) if _is_script(request) else RedirectResponse(to, 303)


def _wait_of(seconds: int) -> Wait:
    said = _(
        "The next try is in {time}. The facilitator can lift the wait, and reset a forgotten PIN."
    )
    return Wait(seconds, said, in_time(said, seconds) if seconds else "")
