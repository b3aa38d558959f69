"""Those who have said the room word, and what each of them asked the desk."""

from __future__ import annotations

import secrets
from collections import OrderedDict

from starlette.requests import Request

from idlib_wargame.web.cookies import VISIT

_MOST = 1000


class Visits:
    """Each has a name of its own, which its browser keeps. Forgotten when the room is closed."""

    def __init__(self) -> None:
        self._asked: OrderedDict[str, str] = OrderedDict()

    def begin(self) -> str:
        """A new one; where there are too many, the oldest goes."""
        visit = secrets.token_urlsafe(18)
        self._asked[visit] = ""
        if len(self._asked) > _MOST:
            self._asked.popitem(last=False)
        return visit

    def of(self, request: Request) -> str:
        """The visit that a request belongs to; "" for none."""
        visit = request.cookies.get(VISIT, "")
        return visit if visit in self._asked else ""

    def asked(self, visit: str) -> str:
        """The key of what it asked the desk; "" for nothing."""
        return self._asked.get(visit, "")

    def ask(self, visit: str, key: str) -> None:
        """It has asked the desk that."""
        self._asked[visit] = key
