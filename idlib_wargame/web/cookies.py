"""What browsers keep for this server: who said the room word, and whose page is open."""

from __future__ import annotations

from starlette.responses import Response

from idlib_wargame.views.online.who import Role

VISIT = "visit"  # the cookie of somebody who has said the room word
COOKIES: dict[Role, str] = {"seat": "seat", "observer": "watch", "screen": "screen"}
PATHS: dict[Role, str] = {"seat": "/seat", "observer": "/watch", "screen": "/screen"}
_WEEK = 7 * 24 * 3600


def set_token(answer: Response, role: Role, token: str) -> None:
    """The browser has the token from now on, and no script of any page does."""
    set_cookie(answer, COOKIES[role], token)


def set_cookie(answer: Response, name: str, value: str) -> None:
    """A cookie for this server alone."""
    answer.set_cookie(name, value, max_age=_WEEK, httponly=True, samesite="lax", path="/")
