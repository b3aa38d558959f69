"""Whole pages that have no live parts: those by which somebody joins, and the last one."""

from __future__ import annotations

from typing import Any

from starlette.responses import HTMLResponse

from idlib_wargame.web.drawing import draw


def plain(template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of that template."""
    return HTMLResponse(draw(template, **values), status)


def over(why: str) -> HTMLResponse:
    """A page that says why it ended, and how to go on."""
    return plain("over.html", why=why)
