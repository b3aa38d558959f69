"""Who holds which page: by a token that only their browser has, of which the hash is kept."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from idlib_wargame.views.online.who import Who

OWNER = "web.token"  # under which the hashes are kept
BYTES = 24  # 192 bits
_MOST_OVER = 200  # of those that ended and are told why
_MOST_HELD = 400

Rows = dict[tuple[str, str], str]


class Holder(NamedTuple):
    """Whose a token is, on what device, and since when, UTC in ISO 8601.

    ``address`` is where the device was, and ``is_first`` says that nobody had come by that name
    before: a PIN was chosen then, and none was asked for. ``came`` is the number of the entry by
    which they came in: once they are moved, it tells whether anybody came in as them since.
    """

    who: Who
    on: str
    since: str
    address: str = ""
    is_first: bool = False
    came: int = 0

    def to_text(self) -> str:
        """As it is kept."""
        return json.dumps({**self._asdict(), "who": self.who.to_text()})

    @classmethod
    def from_text(cls, text: str) -> Holder | None:
        """What ``to_text`` wrote; None for anything else."""
        try:
            plain = json.loads(text)
        except (ValueError, RecursionError):
            return None
        match plain:
            case {"who": str(who), "on": str(on), "since": str(since)}:
                found = Who.from_text(who)
                address, is_first = plain.get("address", ""), plain.get("is_first") is True
                came = plain.get("came", 0)
                came = came if isinstance(came, int) else 0
                return cls(found, on, since, str(address), is_first, came) if found else None
        return None


class Over(NamedTuple):
    """Why a token ended; ``moved`` is who held it, where they were taken from their seat."""

    why: str
    moved: Holder | None = None


class Tokens:
    """Every token in force, by its key; made of what was kept of earlier ones.

    Whoever changes them keeps the ``Rows`` that come back.
    """

    def __init__(self, kept: Mapping[str, str]) -> None:
        found = {key: Holder.from_text(text) for key, text in kept.items()}
        self._held = {key: holder for key, holder in found.items() if holder is not None}
        self._over: OrderedDict[str, Over] = OrderedDict()

    def issue(self, holder: Holder) -> tuple[str, Rows]:
        """A new token for somebody."""
        token = secrets.token_urlsafe(BYTES)
        rows: Rows = {}
        if len(self._held) >= _MOST_HELD:
            rows |= self.end(self._first_to_go(), "")
        self._held[key_of(token)] = holder
        return token, rows | {(OWNER, key_of(token)): holder.to_text()}

    def _first_to_go(self) -> str:
        """The oldest of a screen, which is opened anew by its link; players are spared."""
        screens = (key for key, each in self._held.items() if each.who.role == "screen")
        return next(screens, next(iter(self._held)))

    def holder(self, token: str) -> tuple[str, Holder] | None:
        """The key and the holder of a token; None where it is not in force."""
        key = key_of(token)
        holder = self._held.get(key)
        return (key, holder) if holder is not None else None

    def why_over(self, token: str) -> str:
        """Why a token is no longer in force; "" where it never was."""
        over = self._over.get(key_of(token))
        return over.why if over is not None else ""

    def moved(self, token: str) -> Holder | None:
        """Who held a token that ended as they were taken from their seat. Whether it leads on, the
        exercise knows.
        """
        over = self._over.get(key_of(token))
        return over.moved if over is not None else None

    def of(self, who: Who) -> list[str]:
        """The keys of somebody's tokens."""
        return [key for key, holder in self._held.items() if holder.who.key == who.key]

    def end(self, key: str, why: str, is_moved: bool = False) -> Rows:
        """A token is in force no longer; ``is_moved`` where its holder sits elsewhere."""
        holder = self._held.pop(key, None)
        if holder is None:
            return {}
        self._over[key] = Over(why, holder if is_moved else None)
        if len(self._over) > _MOST_OVER:
            self._over.popitem(last=False)
        return {(OWNER, key): ""}

    def __iter__(self) -> Iterator[tuple[str, Holder]]:
        yield from tuple(self._held.items())

    def __getitem__(self, key: str) -> Holder:
        return self._held[key]


def key_of(token: str) -> str:
    """What a token is known by where it must not be found."""
    return hashlib.sha256(token.encode()).hexdigest()[:32]


def csrf_of(token: str) -> str:
    """What a page with that token shows with each act: nobody makes it who has not the token."""
    return hmac.new(token.encode(), b"acts", hashlib.sha256).hexdigest()


def is_csrf(token: str, shown: str) -> bool:
    """Whether that is what such a page shows."""
    return hmac.compare_digest(csrf_of(token).encode(), shown.encode("utf-8", "replace"))
