"""What somebody has typed and not sent: kept beside the record, for them alone."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Mapping
from functools import partial

from idlib_wargame.views.online.reception import Reception
from idlib_wargame.views.online.who import Who
from idlib_wargame.web.threads import SessionThread, there

MOST_TEXTS = 120  # of one person, and of one request: of a field also what stood there before
MOST_BYTES = 30_000  # of one text, as the file holds it: the longest that a field takes
MOST_OF_ONE = 250_000  # bytes of one person: forty fill half of what the room may keep
PAUSE = 1.0  # seconds between two times that it is written
_MOST_NAME = 190
NAMED = "typed."  # before each name, as some names are the file's own
_log = logging.getLogger(__name__)
Rows = dict[tuple[str, str], str]


class Unsent:
    """What everybody has typed. Written a moment later, all of it in one turn of the desk."""

    def __init__(self, reception: Reception, thread: SessionThread) -> None:
        self._reception, self._thread = reception, thread
        self._known: OrderedDict[str, dict[str, str]] = OrderedDict()
        self._unwritten: dict[str, dict[str, str]] = {}
        self._under_way: dict[str, dict[str, str]] = {}
        self._writing: asyncio.Task[None] | None = None
        self._is_over = False

    async def of(self, who: Who) -> dict[str, str]:
        """What somebody has typed, by the names of its fields."""
        owner = owner_of(who)
        if owner not in self._known:
            kept = await there(self._thread, lambda: dict(self._reception.kept(owner)))
            self._known.setdefault(owner, kept)
        return {name.removeprefix(NAMED): text for name, text in self._known[owner].items() if text}

    async def take(self, who: Who, typed: Mapping[str, str]) -> frozenset[str] | None:
        """Keep that, "" for a field that is empty again. Which of them cannot be kept by
        themselves; None where all are too many, and nothing is kept.
        """
        if len(typed) > MOST_TEXTS:
            return None
        fit = {name: text for name, text in typed.items() if _is_fit(name, text)}
        mine = await self.of(who)
        after = {name: text for name, text in {**mine, **fit}.items() if text}
        if (
            len(after) > MOST_TEXTS
            or sum(len(each.encode()) for each in after.values()) > MOST_OF_ONE
        ):
            return None
        self._put(who, fit, after)
        return frozenset(typed.keys() - fit.keys())

    async def gone(self, who: Who) -> Rows:
        """What is to be kept no longer as somebody else comes by that name, who reads nothing of
        theirs: at once, or they would if the program were killed just then.
        """
        owner, mine = owner_of(who), await self.of(who)
        self._known.pop(owner, None)
        self._unwritten.pop(owner, None)
        return {(owner, f"{NAMED}{name}"): "" for name in mine}

    def _put(self, who: Who, typed: Mapping[str, str], after: Mapping[str, str]) -> None:
        owner = owner_of(who)
        self._known[owner] = {f"{NAMED}{name}": text for name, text in after.items()}
        rows = self._unwritten.setdefault(owner, {})
        rows.update({f"{NAMED}{name}": text for name, text in typed.items()})
        if self._writing is None or self._writing.done():
            self._writing = asyncio.ensure_future(self._write())

    async def _write(self) -> None:
        while self._unwritten:
            self._under_way, self._unwritten = self._unwritten, {}
            people = _by_person(self._under_way)
            # All in one turn: each waits behind everything that a busy desk has to do.
            await there(self._thread, partial(self._keep, people))
            self._under_way = {}
            await asyncio.sleep(PAUSE)

    def _keep(self, people: list[Rows]) -> None:
        if self._is_over:  # or what is older would take the place of what is left
            return
        try:
            self._reception.keep({key: text for rows in people for key, text in rows.items()})
        except Exception:
            # What of one person's cannot be kept costs nobody else anything.
            for rows in people:
                self._keep_one(rows)

    def _keep_one(self, rows: Rows) -> None:
        try:
            self._reception.keep(rows)
        except Exception:
            _log.exception("What somebody typed could not be kept")

    def left(self) -> list[Rows]:
        """What is not known to be written yet, each person's by itself; nothing else is written
        from now on. For the end, on the session's thread.
        """
        self._is_over = True
        found: dict[str, dict[str, str]] = {}
        for waiting in (dict(self._under_way), dict(self._unwritten)):
            for owner, rows in waiting.items():
                found.setdefault(owner, {}).update(rows)
        return _by_person(found)


def _by_person(typed: Mapping[str, Mapping[str, str]]) -> list[Rows]:
    return [{(owner, name): text for name, text in rows.items()} for owner, rows in typed.items()]


def _is_fit(name: str, text: str) -> bool:
    try:
        fits = len(text.encode()) <= MOST_BYTES
    except UnicodeEncodeError:  # half a character, of a broken paste
        return False
    return fits and 0 < len(name) <= _MOST_NAME and name.isprintable()


def owner_of(who: Who) -> str:
    """By whom what somebody has typed is kept beside the record."""
    return f"web.unsent.{who.key}"
