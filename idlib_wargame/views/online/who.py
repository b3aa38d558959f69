"""Who a page is open for: somebody at a seat, somebody who watches, or the room's screen."""

from __future__ import annotations

import hashlib
import json
from typing import Literal, NamedTuple

from idlib_wargame.session.naming import told_apart_by

Role = Literal["seat", "observer", "screen"]
_ROLES: tuple[Role, ...] = ("seat", "observer", "screen")


class Who(NamedTuple):
    """``person`` is "" for a screen; ``seat`` only of somebody at one.

    ``since`` is the number of the entry that let an observer in, else 0.
    """

    role: Role
    person: str = ""
    seat: str = ""
    since: int = 0

    @property
    def key(self) -> str:
        """The same for one person however their name is spelt, and says nothing to who reads it."""
        told = json.dumps([self.role, told_apart_by(self.person), self.seat, self.since])
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def to_text(self) -> str:
        """As it is kept."""
        return json.dumps(self._asdict(), sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> Who | None:
        """What ``to_text`` wrote; None for anything else."""
        try:
            plain = json.loads(text)
        except (ValueError, RecursionError):
            return None
        match plain:
            case {"role": str(role), "person": str(person), "seat": str(seat), "since": int(since)}:
                found = next((each for each in _ROLES if each == role), None)
                return cls(found, person, seat, since) if found else None
        return None
