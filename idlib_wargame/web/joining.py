"""How somebody joins: the room word, their name, their PIN, their page."""

from __future__ import annotations

import asyncio
import secrets
from collections import OrderedDict
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.naming import as_written, same_in
from idlib_wargame.session.pins import LEAST, MOST, hashed, is_fit, owner_among, unfit_words
from idlib_wargame.views.online.reception import Invited, PinAsked
from idlib_wargame.views.online.who import Role, Who
from idlib_wargame.web import pages
from idlib_wargame.web.devices import device_words
from idlib_wargame.web.guard import address_of
from idlib_wargame.web.hashing import hashing
from idlib_wargame.web.limits import Rate, Refusals
from idlib_wargame.web.live import LiveRoom
from idlib_wargame.web.observer_links import is_observer_key
from idlib_wargame.web.room_word import is_word
from idlib_wargame.web.threads import there
from idlib_wargame.words.language import _, fill, ngettext

VISIT = "visit"  # the cookie of somebody who has said the room word
COOKIES: dict[Role, str] = {"seat": "seat", "observer": "watch", "screen": "screen"}
PATHS: dict[Role, str] = {"seat": "/seat", "observer": "/watch", "screen": "/screen"}
_MOST_VISITS = 1000
_WEEK = 7 * 24 * 3600
_LONGEST_NAME = 80
_LOOKS_AGAIN = 2  # seconds between two looks of somebody who waits to be let in


class Joining:
    """The pages before anybody's own."""

    def __init__(self, room: LiveRoom, refusals: Refusals) -> None:
        self._room, self._refusals = room, refusals
        self._visits: OrderedDict[str, str] = OrderedDict()  # with what they asked the desk
        # A phone that is scanned into the page never types the word; few do, and rarely twice.
        self._words_of_one = Rate(8, 6.0)
        self._words_of_all = Rate(60, 0.5)
        self._pins = Rate(10, 2.0)
        self._asks = Rate(5, 10.0)
        self._asks_of_one = Rate(12, 10.0)
        self._pins_of_one = Rate(60, 0.5)  # a whole room may stand behind one address
        self._visits_of_one = Rate(80, 2.0)
        self._joins = Rate(8, 15.0)

    def routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/", self._begin),
            Route("/word", self._word, methods=["POST"]),
            Route("/join", self._names),
            Route("/pin", self._pin),
            Route("/pin", self._try_pin, methods=["POST"]),
            Route("/first-pin", self._set_pin, methods=["POST"]),
            Route("/ask", self._ask, methods=["POST"]),
            Route("/waiting", self._waiting),
            Route("/screen/{key}", self._screen),
            Route("/watch/{key}", self._watch, methods=["GET", "POST"]),
        ]

    # The room word

    async def _begin(self, request: Request) -> Response:
        self._saw(request)
        typed = request.query_params.get("w", "")
        if typed:
            return self._said_word(request, typed)
        for role in ("seat", "observer"):
            if self._room.tokens.holder(request.cookies.get(COOKIES[role], "")):
                return RedirectResponse(PATHS[role], 303)
        if self._visit(request):
            return RedirectResponse("/join", 303)
        return self._ask_word()

    def _ask_word(self, amiss: str = "", status: int = 200) -> Response:
        return pages.plain("join_word.html", status, amiss=amiss)

    async def _word(self, request: Request) -> Response:
        return self._said_word(request, (await _form(request)).get("word", ""))

    def _said_word(self, request: Request, typed: str) -> Response:
        address = address_of(request.scope)
        # Only a wrong word counts: a whole class may stand behind one address.
        if not (self._words_of_one.has_left(address) and self._words_of_all.has_left("")):
            said = _("That was often in a row. Wait a minute, then type the room word again.")
            return self._ask_word(said, 429)
        if not is_word(typed, self._room.word):
            self._words_of_one.allows(address)
            self._words_of_all.allows("")
            self._refusals.tell(address, "a wrong room word")
            return self._ask_word(_("That is not the room word; it stands on the screen."), 403)
        if not self._visits_of_one.allows(address):
            return self._ask_word(_("That was often in a row. Wait a minute, then go on."), 429)
        visit = secrets.token_urlsafe(18)
        self._visits[visit] = ""
        if len(self._visits) > _MOST_VISITS:
            self._visits.popitem(last=False)
        seat = self._room.tokens.holder(request.cookies.get(COOKIES["seat"], ""))
        answer = RedirectResponse(PATHS["seat"] if seat else "/join", 303)
        set_cookie(answer, VISIT, visit)
        return answer

    def _visit(self, request: Request) -> str:
        visit = request.cookies.get(VISIT, "")
        return visit if visit in self._visits else ""

    def _saw(self, request: Request) -> None:
        on = device_words(request.headers.get("user-agent", ""))
        address, here = address_of(request.scope), request.scope.get("server") or ("",)
        is_other = not address.startswith("127.") and address != here[0]
        self._room.saw_a_device(on, is_other)

    # The name

    async def _names(self, request: Request) -> Response:
        if not self._visit(request):
            return RedirectResponse("/", 303)
        return await self._list_names()

    async def _list_names(self, amiss: str = "", typed: str = "") -> Response:
        reception = self._room.reception
        title, invited = await there(
            self._room.thread, lambda: (reception.title, reception.invited())
        )
        here = {each.who.key for each in self._room.here()}
        return pages.plain(
            "join_names.html",
            exercise=title,
            invited=invited,
            here=here,
            amiss=amiss,
            typed=typed,
            most=_LONGEST_NAME,
        )

    async def _invited(self, key: str) -> tuple[Invited, PinAsked] | None:
        reception = self._room.reception

        def look() -> tuple[Invited, PinAsked] | None:
            found = next((each for each in reception.invited() if each.who.key == key), None)
            return (found, reception.asked_of(found.who)) if found is not None else None

        return await there(self._room.thread, look)

    async def _ask(self, request: Request) -> Response:
        """A name that is not on the list."""
        visit = self._visit(request)
        if not visit:
            return RedirectResponse("/", 303)
        name = as_written((await _form(request)).get("name", ""))[:_LONGEST_NAME]
        if not name:
            return await self._list_names(_("Type your name first."))
        address = address_of(request.scope)
        if not (self._asks.allows(visit) and self._asks_of_one.allows(address)):
            return await self._list_names(_("You asked just now; wait a moment."), name)
        known = await there(self._room.thread, self._room.reception.invited)
        same = [each.who for each in known if same_in([each.who.person], name)]
        if len(same) == 1:  # they are on the list, and typed their name all the same
            return RedirectResponse(f"/pin?who={same[0].key}", 303)
        on = device_words(request.headers.get("user-agent", ""))
        asked = self._room.ask_in(name, "", on)
        if not asked:
            said = _("Many wait to be let in just now. Speak to the facilitator.")
            return await self._list_names(said, name)
        self._visits[visit] = asked
        return RedirectResponse("/waiting", 303)

    async def _waiting(self, request: Request) -> Response:
        visit = self._visit(request)
        asks = self._room.asking.get(self._visits.get(visit, "")) if visit else None
        if asks is None:
            return RedirectResponse("/", 303)
        if asks.who is not None:
            return RedirectResponse(f"/pin?who={asks.who.key}", 303)
        if asks.is_away:
            return await self._list_names(
                _("The facilitator has not let you in. Go and speak to them.")
            )
        answer = pages.plain("join_waiting.html", name=asks.told.name)
        answer.headers["refresh"] = str(_LOOKS_AGAIN)
        return answer

    # The PIN

    async def _pin(self, request: Request) -> Response:
        if not self._visit(request):
            return RedirectResponse("/", 303)
        found = await self._invited(request.query_params.get("who", ""))
        if found is None:
            return RedirectResponse("/join", 303)
        return self._ask_pin(*found, letters="letters" in request.query_params)

    def _ask_pin(
        self, invited: Invited, asked: PinAsked, amiss: str = "", letters: bool = False
    ) -> Response:
        values: dict[str, Any] = {"invited": invited, "amiss": amiss, "least": LEAST, "most": MOST}
        values["letters"] = letters
        if not asked.has_pin:
            return pages.plain("join_first_pin.html", **values)
        said = _wait_words(asked.wait) if asked.wait else amiss
        values["amiss"] = said
        answer = pages.plain("join_pin.html", **values, wait=asked.wait)
        if asked.wait:
            answer.headers["refresh"] = f"{asked.wait + 1}; url=/pin?who={invited.who.key}"
        return answer

    async def _try_pin(self, request: Request) -> Response:
        visit = self._visit(request)
        if not visit:
            return RedirectResponse("/", 303)
        form = await _form(request)
        found = await self._invited(form.get("who", ""))
        if found is None:
            return RedirectResponse("/join", 303)
        invited, asked = found
        if not self._may_try(request, visit):
            return self._ask_pin(invited, asked, _("That was often in a row; wait a moment."))
        if not await self._is_theirs(invited.who, form.get("pin", "")):
            again = await self._invited(invited.who.key)
            return self._ask_pin(*(again or found), _("That is not your PIN."))
        return await self._opened(request, invited.who)

    def _may_try(self, request: Request, visit: str) -> bool:
        """Hashing is work, and others wait for it."""
        address = address_of(request.scope)
        return self._pins.allows(visit) and self._pins_of_one.allows(address)

    async def _is_theirs(self, who: Who, pin: str) -> bool:
        room = self._room
        hashes = await there(room.thread, lambda: room.reception.begin_try(who))
        if not hashes:
            return False
        owner = await hashing(lambda: owner_among(hashes, pin[:MOST]))
        await there(room.thread, lambda: room.reception.end_try(who, hashes, owner))
        room.tell()
        return owner is not None

    async def _set_pin(self, request: Request) -> Response:
        visit = self._visit(request)
        if not visit:
            return RedirectResponse("/", 303)
        form = await _form(request)
        found = await self._invited(form.get("who", ""))
        if found is None:
            return RedirectResponse("/join", 303)
        invited, asked = found
        pin, again = form.get("pin", "").strip(), form.get("again", "").strip()
        amiss = ""
        if asked.has_pin:
            return self._ask_pin(invited, asked)
        if not is_fit(pin):
            amiss = unfit_words()
        elif pin != again:
            amiss = _("These were not the same; type the PIN twice.")
        if amiss or not self._may_try(request, visit):
            return self._ask_pin(invited, asked, amiss or _("Wait a moment, and try again."))
        room = self._room
        pin_hash = await hashing(lambda: hashed(pin))
        try:
            await there(room.thread, lambda: room.reception.set_first_pin(invited.who, pin_hash))
        except (Refused, SessionFault) as refused:
            again_asked = await self._invited(invited.who.key)
            return self._ask_pin(*(again_asked or found), str(refused))
        await room.unsent.forget(invited.who)  # who had that name before typed for themselves
        return await self._opened(request, invited.who)

    async def _opened(self, request: Request, who: Who) -> Response:
        on = device_words(request.headers.get("user-agent", ""))
        room = self._room
        standing = await there(room.thread, lambda: room.reception.may_join(who))
        if standing.over:
            return pages.over(standing.over)
        if who.role != "screen" and not self._joins.allows(who.key):
            said = _("You have joined often in a row. Wait a minute, and join again.")
            return pages.plain("over.html", 429, why=said)
        token = await room.let_in(who, on)
        asked = self._visits.get(self._visit(request), "")
        room.asking.pop(asked, None)
        answer = RedirectResponse(PATHS[who.role], 303)
        set_token(answer, who.role, token)
        return answer

    # The screen and observers, by links of their own

    async def _screen(self, request: Request) -> Response:
        key = request.path_params["key"]
        if not secrets.compare_digest(key.encode(), self._room.screen_key.encode()):
            return self._no_link(request)
        if request.method == "HEAD":
            return Response()
        self._saw(request)
        return await self._opened(request, Who("screen"))

    async def _watch(self, request: Request) -> Response:
        number, _line, key = request.path_params["key"].partition("-")
        room = self._room
        since = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
        who = await there(room.thread, lambda: room.reception.observer_since(since))
        if who is None or not is_observer_key(room.observer_secret, who, key):
            return self._no_link(request)
        self._saw(request)
        if request.method != "POST":  # who only looks at a link, as programs do, opens nothing
            return pages.plain("join_watch.html", name=who.person)
        return await self._opened(request, who)

    def _no_link(self, request: Request) -> Response:
        self._refusals.tell(address_of(request.scope), "a link that leads nowhere")
        return Response(status_code=404)


def set_token(answer: Response, role: Role, token: str) -> None:
    """The browser has the token from now on, and no script of any page does."""
    set_cookie(answer, COOKIES[role], token)


def set_cookie(answer: Response, name: str, value: str) -> None:
    """A cookie for this server alone."""
    answer.set_cookie(name, value, max_age=_WEEK, httponly=True, samesite="lax", path="/")


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form; none of a body that is no form."""
    try:
        async with asyncio.timeout(10):
            body = await request.body()
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=20))
    except (ValueError, TimeoutError):
        return {}


def _wait_words(seconds: int) -> str:
    said = ngettext(
        "That was not your PIN; the next try is in {seconds} second. The facilitator can lift the "
        "wait, and reset a forgotten PIN.",
        "That was not your PIN; the next try is in {seconds} seconds. The facilitator can lift the "
        "wait, and reset a forgotten PIN.",
        seconds,
    )
    return fill(said, seconds=seconds)
