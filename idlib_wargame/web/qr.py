"""A code that a phone's camera reads, as a picture."""

from __future__ import annotations

from markupsafe import Markup

from idlib_wargame.views.online.codes import Code
from idlib_wargame.web.svg.markup import tag

QUIET = 4  # modules about it, without which cameras do not find it


def code_svg(code: Code) -> Markup:
    """Black on white in every scheme, or cameras do not read it."""
    rows = [bytes(row) for row in code.rows]
    side = len(rows) + 2 * QUIET
    named = {"role": "img", "aria-label": code.words}
    return tag(
        "svg",
        tag("rect", width=side, height=side, fill="#ffffff"),
        tag("path", d="".join(_runs(row, y) for y, row in enumerate(rows)), fill="#000000"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {side} {side}",
        shape_rendering="crispEdges",
        class_="code",
        **named,
    )


def _runs(row: bytes, y: int) -> str:
    """Neighbouring dark modules of a row as one rectangle each."""
    made, start = "", 0
    while (start := row.find(1, start)) >= 0:
        end = row.find(0, start)
        wide = (end if end >= 0 else len(row)) - start
        made += f"M{start + QUIET} {y + QUIET}h{wide}v1h-{wide}z"
        start += wide
    return made
