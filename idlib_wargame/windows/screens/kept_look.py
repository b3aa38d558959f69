"""How somebody left the program: light or dark, the size of text, where windows stood, and how
their parts share the room.

A small file of the user's, which no exercise depends on. Screens go by name and size ("eDP-1
1366×768"): the same projector at another size is another screen.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from idlib_wargame.files.settings import read_settings
from idlib_wargame.files.whole import write_whole

MOST_BYTES = 200_000  # a file of ours has some 2,000
MOST_KEPT = 12  # screens that a window is remembered on, and screens with a size of text
LARGEST = 100_000  # pixels
WHOLE = 1000  # thousandths of the room
SCHEMES = ("light", "dark")
_log = logging.getLogger(__name__)


class Stood(NamedTuple):
    """Where a window stood on a screen, in pixels and without its frame."""

    screen: str
    left: int
    top: int
    width: int
    height: int
    maximized: bool


class Shared(NamedTuple):
    """How the parts of a window shared its room, on a screen at a size of text (hundredths)."""

    screen: str
    text: int
    shares: tuple[int, ...]  # thousandths


@dataclass(frozen=True, slots=True)
class KeptLook:
    """``scheme`` None follows the system. ``text`` has hundredths by screen.

    ``stood`` has the places of each kind of window, ``shared`` what the handles between its parts
    were pulled to, by the name of those parts; the last used first.
    """

    scheme: str | None = None
    text: Mapping[str, int] = field(default_factory=dict)
    stood: Mapping[str, tuple[Stood, ...]] = field(default_factory=dict)
    shared: Mapping[str, tuple[Shared, ...]] = field(default_factory=dict)

    def with_text(self, screen: str, percent: int) -> KeptLook:
        """The same with a size of text for a screen."""
        others = {key: size for key, size in self.text.items() if key != screen}
        newest = list(others.items())[-MOST_KEPT + 1 :]
        return replace(self, text={**dict(newest), screen: percent})

    def with_place(self, kind: str, place: Stood) -> KeptLook:
        """The same with the place that a window was last seen at."""
        others = [each for each in self.stood.get(kind, ()) if each.screen != place.screen]
        return replace(self, stood={**self.stood, kind: (place, *others)[:MOST_KEPT]})

    def with_shares(self, name: str, now: Shared) -> KeptLook:
        """The same with what some handles were pulled to last."""
        others = [each for each in self.shared.get(name, ()) if each[:2] != now[:2]]
        return replace(self, shared={**self.shared, name: (now, *others)[:MOST_KEPT]})

    def shares_of(self, name: str, screen: str, text: int) -> tuple[int, ...]:
        """What they were pulled to there at that size of text; empty if they never were."""
        kept = self.shared.get(name, ())
        return next((each.shares for each in kept if each[:2] == (screen, text)), ())

    def to_json(self) -> dict[str, Any]:
        """Plain values for the file."""
        stood = {kind: [list(each) for each in places] for kind, places in self.stood.items()}
        shared = {
            name: [[each.screen, each.text, list(each.shares)] for each in kept]
            for name, kept in self.shared.items()
        }
        return {"scheme": self.scheme, "text": dict(self.text), "stood": stood, "shared": shared}

    @classmethod
    def from_json(cls, body: object) -> KeptLook:
        """What ``to_json`` wrote; whatever else stands there is passed over."""
        if not isinstance(body, dict):
            return cls()
        scheme = body.get("scheme")
        return cls(
            scheme=scheme if scheme in SCHEMES else None,
            text={
                screen: percent
                for screen, percent in _rows(body.get("text"))
                if type(percent) is int and 0 < percent <= 1_000
            },
            stood={
                kind: tuple(place for each in places[:MOST_KEPT] if (place := _stood(each)))
                for kind, places in _rows(body.get("stood"))
                if isinstance(places, list)
            },
            shared={
                name: tuple(shared for each in kept[:MOST_KEPT] if (shared := _shared(each)))
                for name, kept in _rows(body.get("shared"))
                if isinstance(kept, list)
            },
        )


def read_look(file: Path | None) -> KeptLook:
    """What the file holds; the look of a first start where there is none, or nothing to read."""
    return KeptLook.from_json(read_settings(file, MOST_BYTES)) if file else KeptLook()


def keep_look(file: Path | None, look: KeptLook) -> None:
    """Write it. Where that fails, the next start has forgotten it, and nothing else is lost."""
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps(look.to_json(), indent=1).encode())
    except OSError as fault:
        _log.warning("The look of the windows was not written: %s", fault)


def _rows(value: object) -> list[tuple[str, Any]]:
    return list(value.items())[: 2 * MOST_KEPT] if isinstance(value, dict) else []


def _stood(value: object) -> Stood | None:
    if not isinstance(value, list) or len(value) != len(Stood._fields):
        return None
    screen, left, top, width, height, maximized = value
    numbers = (left, top, width, height)
    whole = all(type(number) is int and abs(number) <= LARGEST for number in numbers)
    if not (isinstance(screen, str) and whole and isinstance(maximized, bool)):
        return None
    return Stood(screen, left, top, width, height, maximized)


def _shared(value: object) -> Shared | None:
    if not isinstance(value, list) or len(value) != len(Shared._fields):
        return None
    screen, text, shares = value
    if not (isinstance(screen, str) and type(text) is int and isinstance(shares, list)):
        return None
    if not all(type(share) is int and 0 <= share <= WHOLE for share in shares):
        return None
    return Shared(screen, text, tuple(shares))
