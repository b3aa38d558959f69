"""Signs that nobody sees, and texts of nothing else."""

from __future__ import annotations

import unicodedata

# Filled letters that draw nothing, besides the format characters of Unicode.
_BLANK_LETTERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\u034f"


def is_unseen(sign: str) -> bool:
    """Whether a sign takes no room, or shows as a blank though it is a letter."""
    return unicodedata.category(sign) == "Cf" or sign in _BLANK_LETTERS


def says_nothing(text: str) -> bool:
    """Whether whoever reads a text sees no sign at all."""
    return all(sign.isspace() or is_unseen(sign) or _is_control(sign) for sign in text)


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc"


def without_controls(text: str) -> str:
    """The text in plain signs, lines and tabs.

    What steers a terminal or a page is left out; half a character, from a broken paste, becomes the
    sign for one that is lost (U+FFFD), and two halves that belong together are one character.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(sign for sign in lines if sign in "\n\t" or not _is_control(sign))
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
