"""What a page shows once it took what its stream tells, as `static/live.js` has it."""

from __future__ import annotations

import re


def put(parts: dict[str, str], name: str, html: str) -> None:
    """A part, or a piece of one that the page has."""
    around = next((each for each in parts if name.startswith(f"{each}.")), "")
    at = parts[around].find(f'id="part-{name}">') if around and name not in parts else -1
    if at < 0:
        parts[name] = html
        return
    whole = parts[around]
    begins = whole.index(">", at) + 1
    ends = _end_of(whole, whole.rindex("<", 0, at), begins)
    parts[around] = whole[:begins] + html + whole[ends:]


def _end_of(html: str, opens: int, begins: int) -> int:
    """Where what an element holds ends, which begins there."""
    found = re.match(r"<(\w+)", html[opens:])
    assert found is not None
    depth = 1
    for tag in re.finditer(rf"<(/?){found[1]}\b", html[begins:]):
        depth += -1 if tag[1] else 1
        if not depth:
            return begins + tag.start()
    raise AssertionError(f"{html[opens : opens + 200]!r} has no end")
