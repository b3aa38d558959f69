"""What a page sent with an act: named texts, each looked at before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

_WHOLE = re.compile("-?[0-9]{1,11}")
MOST_CHARACTERS = 20_000  # of one text


class Amiss(Exception):
    """A page of ours never sends this: a field that is missing, too long, or none of its kind."""


class TooLong(Amiss):
    """A text has more than ``most`` characters."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__(name)
        self.most = most


class Fields:
    """The fields of one act, as JSON gave them. Every question raises Amiss where one is not so."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self._plain = plain

    def text(self, name: str, most: int = MOST_CHARACTERS, *, or_none: str | None = None) -> str:
        """A text; ``or_none`` stands for one that was not sent."""
        value = self._plain.get(name, or_none)
        if not isinstance(value, str):
            raise Amiss(name)
        if len(value) > most:
            raise TooLong(name, most)
        return value

    def whole(self, name: str, least: int, most: int) -> int:
        """A whole number between two, both included, sent as a number or its digits."""
        value = self._plain.get(name)
        if isinstance(value, str):
            value = int(value) if _WHOLE.fullmatch(value) else None
        if type(value) is not int or not least <= value <= most:
            raise Amiss(name)
        return value

    def one_of(self, name: str, known: Collection[str]) -> str:
        """One of these texts."""
        value = self.text(name)
        if value not in known:
            raise Amiss(name)
        return value

    def is_on(self, name: str) -> bool:
        """Whether a box was ticked: sent as true, "on" or "1"; not sent, it is not."""
        return self._plain.get(name, False) in (True, "on", "1")

    def texts(self, name: str, most: int = 200) -> tuple[str, ...]:
        """Several texts of one name; one that stands alone counts for a list of one."""
        value = self._plain.get(name, [])
        listed: Sequence[Any] = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or len(listed) > most:
            raise Amiss(name)
        if not all(isinstance(each, str) for each in listed):
            raise Amiss(name)
        if any(len(each) > MOST_CHARACTERS for each in listed):
            raise TooLong(name, MOST_CHARACTERS)
        return tuple(listed)

    def plain(self, name: str) -> Any:
        """A value that holds others, for whoever looks at every one of them; None for none."""
        return self._plain.get(name)
