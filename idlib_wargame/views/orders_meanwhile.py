"""Two people of one seat write one order: its reason, or an order of the seat's own."""

from __future__ import annotations

from typing import Any

from idlib_wargame.session.play import Wish
from idlib_wargame.views.free_orders import MOST_REASONS, FreeOrder
from idlib_wargame.views.meanwhile import (
    is_contested,
    reasons_together,
    together,
    written_words,
)
from idlib_wargame.words.language import _, fill

WHY = ("why",)
OWN = FreeOrder._fields


def wishes_together(was: Wish, mine: Wish, stands: Wish) -> tuple[Wish, tuple[str, ...]]:
    """An order with what each has changed, and the parts that both did; there mine stands."""
    parts = WHY if mine.free is None else OWN
    found = mine
    both: list[str] = []
    for part in parts:
        before, here, there = (_part(each, part) for each in (was, mine, stands))
        if part == "reasons":
            all_of_them = reasons_together(before, here, there)
            fits = len(all_of_them) <= MOST_REASONS
            found = _with(found, part, all_of_them if fits else here)
            both += [] if fits else [part]
        else:
            found = _with(found, part, together(before, here, there))
            both += [part] if is_contested(before, here, there) else []
    return found, tuple(both)


def with_theirs(mine: Wish, stands: Wish, both: tuple[str, ...]) -> Wish:
    """Mine, but for what both changed."""
    for part in both:
        mine = _with(mine, part, _part(stands, part))
    return mine


def with_both(mine: Wish, stands: Wish, both: tuple[str, ...]) -> Wish:
    """Mine and theirs of what both changed, one under the other."""
    for part in both:
        here, there = _part(mine, part), _part(stands, part)
        if part == "reasons":
            *others, last = here
            more = [each for each in there if each not in here]
            mine = _with(mine, part, (*others, "\n".join((last, *more))))
        else:
            mine = _with(mine, part, "\n".join(each for each in (there, here) if each.strip()))
    return mine


def still_apart(mine: Wish, stands: Wish, both: tuple[str, ...]) -> tuple[str, ...]:
    """Which of these parts still differ."""
    return tuple(part for part in both if _part(mine, part) != _part(stands, part))


def told_words(stands: Wish, both: tuple[str, ...]) -> str:
    """What somebody is told who typed where another of the seat wrote; of many fields where."""
    names = {"what": _("What we do"), "aim": _("To what end"), "reasons": _("Why it comes off")}
    said = []
    for part in both:
        there = _part(stands, part)
        words = written_words("\n".join(there) if part == "reasons" else there)
        if part in names:
            words = fill(_("{field}: {sentence}"), field=names[part], sentence=words)
        said.append(words)
    return "\n".join(said)


def _part(wish: Wish, part: str) -> Any:
    return wish.why if part in WHY else getattr(wish.free or FreeOrder(""), part)


def _with(wish: Wish, part: str, value: Any) -> Wish:
    if part in WHY:
        return wish._replace(why=value)
    return wish._replace(free=(wish.free or FreeOrder(""))._replace(**{part: value}))
