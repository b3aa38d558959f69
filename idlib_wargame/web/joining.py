"""How somebody joins: the room word, their name, their PIN, their page."""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from idlib_wargame.session.naming import as_written, same_in
from idlib_wargame.views.online.who import Who
from idlib_wargame.web import pages
from idlib_wargame.web.cookies import COOKIES, PATHS, VISIT, set_cookie
from idlib_wargame.web.devices import device_words
from idlib_wargame.web.forms import form_of
from idlib_wargame.web.guard import address_of
from idlib_wargame.web.limits import Rate, Refusals
from idlib_wargame.web.live import LiveRoom
from idlib_wargame.web.moved_page import MovedPage
from idlib_wargame.web.observer_links import is_observer_key
from idlib_wargame.web.opening import Opening
from idlib_wargame.web.pin_pages import PinPages
from idlib_wargame.web.room_word import is_word
from idlib_wargame.web.threads import there
from idlib_wargame.web.visits import Visits
from idlib_wargame.web.waiting import Wait, in_time
from idlib_wargame.web.word_tries import WordTries
from idlib_wargame.words.language import _

_LONGEST_NAME, _LONGEST_WORD = 80, 40
_LOOKS_AGAIN = 2  # seconds between two looks of somebody who waits to be let in


class Joining:
    """The pages before anybody's own."""

    def __init__(self, room: LiveRoom, refusals: Refusals) -> None:
        self._room, self._refusals = room, refusals
        self._visits = Visits()
        self._opening = Opening(room, self._visits)
        self._words = WordTries()
        self._asks = Rate(5, 10.0)
        self._asks_of_one = Rate(12, 10.0)
        self._visits_of_one = Rate(80, 2.0)

    def routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/", self._begin),
            Route("/word", self._word, methods=["POST"]),
            Route("/join", self._names),
            *PinPages(self._room, self._visits, self._opening).routes(),
            *MovedPage(self._room, self._visits, self._opening).routes(),
            Route("/ask", self._ask, methods=["POST"]),
            Route("/waiting", self._waiting),
            Route("/screen/{key}", self._screen),
            Route("/watch/{key}", self._watch, methods=["GET", "POST"]),
        ]

    # The room word

    async def _begin(self, request: Request) -> Response:
        typed = request.query_params.get("w", "")
        if typed:
            return self._said_word(request, typed)
        for role in ("seat", "observer"):
            if self._room.tokens.holder(request.cookies.get(COOKIES[role], "")):
                return RedirectResponse(PATHS[role], 303)
        if self._visits.of(request):
            return RedirectResponse("/join", 303)
        return self._ask_word()

    def _ask_word(
        self, amiss: str = "", status: int = 200, typed: str = "", wait: int = 0
    ) -> Response:
        said = _("The next try is in {time}.")
        waits = Wait(wait, said, in_time(said, wait) if wait else "")
        typed = typed[:_LONGEST_WORD]
        values = {"amiss": amiss, "typed": typed, "wait": waits, "scripts": ("wait.js",)}
        return pages.plain("join_word.html", status, **values)

    async def _word(self, request: Request) -> Response:
        return self._said_word(request, (await form_of(request)).get("word", ""))

    def _said_word(self, request: Request, typed: str) -> Response:
        address = address_of(request.scope)
        often = _("That was often in a row.")
        wait = self._words.wait_of(address)
        if wait:
            return self._ask_word(often, 429, typed, wait)
        if not is_word(typed, self._room.word):
            self._words.count(address)
            self._refusals.tell(address, "a wrong room word")
            said = _("That is not the room word; it stands on the screen.")
            return self._ask_word(said, 403, typed)
        self._words.forgive(address)
        if not self._visits_of_one.allows(address):
            return self._ask_word(often, 429, typed, self._visits_of_one.wait_of(address))
        seat = self._room.tokens.holder(request.cookies.get(COOKIES["seat"], ""))
        answer = RedirectResponse(PATHS["seat"] if seat else "/join", 303)
        set_cookie(answer, VISIT, self._visits.begin())
        return answer

    # The name

    async def _names(self, request: Request) -> Response:
        if not self._visits.of(request):
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

    async def _ask(self, request: Request) -> Response:
        """A name that is not on the list."""
        visit = self._visits.of(request)
        if not visit:
            return RedirectResponse("/", 303)
        name = as_written((await form_of(request)).get("name", ""))[:_LONGEST_NAME]
        if not name:
            return await self._list_names(_("Type your name first."))
        address = address_of(request.scope)
        if not (self._asks.allows(visit) and self._asks_of_one.allows(address)):
            return await self._list_names(_("You asked just now; wait a moment."), name)
        reception = self._room.reception
        known, is_over = await there(
            self._room.thread, lambda: (reception.invited(), reception.is_over)
        )
        same = [each.who for each in known if same_in([each.who.person], name)]
        if len(same) == 1:  # they are on the list, and typed their name all the same
            return RedirectResponse(f"/pin?who={same[0].key}", 303)
        if is_over:
            return await self._list_names(_nobody_new_words(), name)
        on = device_words(request.headers.get("user-agent", ""))
        asked = self._room.ask_in(name, "", on)
        if not asked:
            said = _("Many wait to be let in just now. Speak to the facilitator.")
            return await self._list_names(said, name)
        self._visits.ask(visit, asked)
        return RedirectResponse("/waiting", 303)

    async def _waiting(self, request: Request) -> Response:
        visit = self._visits.of(request)
        asks = self._room.asking.get(self._visits.asked(visit)) if visit else None
        if asks is None:
            return RedirectResponse("/", 303)
        if asks.who is not None:
            return RedirectResponse(f"/pin?who={asks.who.key}", 303)
        if asks.is_away:
            return await self._list_names(
                _("The facilitator has not let you in. Go and speak to them.")
            )
        room = self._room
        if await there(room.thread, lambda: room.reception.is_over):
            room.answer(asks.told.key, None)
            return await self._list_names(_nobody_new_words(), asks.told.name)
        answer = pages.plain("join_waiting.html", name=asks.told.name)
        answer.headers["refresh"] = str(_LOOKS_AGAIN)
        return answer

    # The screen and observers, by links of their own

    async def _screen(self, request: Request) -> Response:
        key = request.path_params["key"]
        if not secrets.compare_digest(key.encode(), self._room.screen_key.encode()):
            return self._no_link(request)
        if request.method == "HEAD":
            return Response()
        return await self._opening.page(request, Who("screen"))

    async def _watch(self, request: Request) -> Response:
        number, _line, key = request.path_params["key"].partition("-")
        room = self._room
        since = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
        who = await there(room.thread, lambda: room.reception.observer_since(since))
        if who is None or not is_observer_key(room.observer_secret, who, key):
            return self._no_link(request)
        if request.method != "POST":  # who only looks at a link, as programs do, opens nothing
            return pages.plain("join_watch.html", name=who.person)
        return await self._opening.page(request, who)

    def _no_link(self, request: Request) -> Response:
        self._refusals.tell(address_of(request.scope), "a link that leads nowhere")
        return pages.plain("no_link.html", 404)


def _nobody_new_words() -> str:
    return _(
        "The exercise is over, so nobody new is let in any more. If your name is on the list, pick "
        "it; otherwise go and speak to the facilitator."
    )
