"""The codes that a phone's camera reads: the page, and the Wi-Fi it is on."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

QUIET = 4  # modules of white around a code, without which cameras do not find it


class Code(NamedTuple):
    """A code as rows of dark (True) and light modules, its white edge left out.

    ``words`` say what it does, for those who see no code.
    """

    rows: tuple[tuple[bool, ...], ...]
    words: str

    @property
    def size(self) -> int:
        """Modules from side to side, with the white edge."""
        return len(self.rows) + 2 * QUIET


@lru_cache(maxsize=16)  # the room is looked at after every act, and its codes seldom change
def code_of(text: str, words: str, version: int | None = None) -> Code:
    """A code that reads as that text. It bears a finger on the screen and a stain on paper.

    The least ``version`` that it has room in, or that one.
    """
    import segno

    made = segno.make_qr(text, error="m", version=version)
    return Code(tuple(tuple(bool(module) for module in row) for row in made.matrix), words)


def codes_of(*read: tuple[str, str]) -> tuple[Code, ...]:
    """Codes that stand beside each other, of one size: each by its text and its words."""
    found = tuple(code_of(*each) for each in read)
    version = max((len(code.rows) - 17) // 4 for code in found)
    return tuple(code_of(*each, version) for each in read)


def wifi_text(name: str, password: str) -> str:
    """What a phone that reads it takes for the name and password of a Wi-Fi; both as typed."""
    from segno.helpers import make_wifi_data

    security = "WPA" if password else "nopass"
    return str(make_wifi_data(name, password or None, security))
