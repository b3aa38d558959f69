"""The room word: easy to read out and to type, in any language, and not to be guessed."""

from __future__ import annotations

import re
import secrets

# Neither is taken for another letter when it is heard or read.
_MADE = re.compile("[a-z]{4}-[a-z]{4}")
_FIRST, _SECOND = "bdfgklmnprstvz", "aeiou"


def new_word() -> str:
    """Four syllables in two halves ("lamo-riku"): one of 24 million."""
    syllables = [secrets.choice(_FIRST) + secrets.choice(_SECOND) for _ in range(4)]
    return f"{''.join(syllables[:2])}-{''.join(syllables[2:])}"


def is_whole_word(word: str) -> bool:
    """Whether that is one that was made here, and not what somebody wrote into a file."""
    return _MADE.fullmatch(word) is not None


def is_word(typed: str, word: str) -> bool:
    """Whether that is the word, with or without its line, however large it is written."""
    return secrets.compare_digest(_letters(typed).encode(), _letters(word).encode())


def _letters(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalpha())
