"""Finding moves by what people mean: "quays" finds a "northern quay", "raid" what is tagged so.

A move is found by its name, its summary, its tags, the tracks that it moves as far as the seat may
know them, and those at whom it is aimed. A pack adds everyday words to those that its moves use.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

from idlib_wargame.words.language import unmarked

_WORD = re.compile(r"\w+")
# Endings of English words, longest first; of other languages only what looks like them.
_ENDINGS = ("ings", "ing", "ies", "ers", "er", "ed", "es", "s", "e", "y")
SHORTEST_STEM = 3
MOST_NEAR = 3
CLOSE = 0.6  # share of letters that must agree (judgement): "nortehrn" is near "northern"


def sought_in(texts: Iterable[str]) -> str:
    """The words of some texts as they are looked through: plain letters, small, each once."""
    return " ".join(dict.fromkeys(word for text in texts for word in words_of(text)))


def with_everyday_words(sought: str, search: Mapping[str, Sequence[str]]) -> str:
    """What is looked through, and each everyday word that stands for words in it.

    ``search`` is the pack's: by everyday word ("soldiers") what moves say for it ("troops", "show
    of force"). Each word of such a text must begin a word of the move.
    """
    added = [
        word
        for word, terms in search.items()
        if any(all(_stands_in(each, sought) for each in words_of(term)) for term in terms)
    ]
    return sought_in([sought, *added])


@lru_cache(maxsize=4096)  # a pack's own texts come again with each move of each view
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text or of what somebody looks for: small letters without their accents."""
    plain = unicodedata.normalize("NFKD", unmarked(text).replace("_", " "))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_WORD.findall(bare.casefold()))


def is_found(sought: str, words: Sequence[str]) -> bool:
    """Whether each of these words stands in what was looked through, in any of its forms."""
    return all(word in sought or _stands_in(_stem(word), sought) for word in words)


def _stands_in(stem: str, sought: str) -> bool:
    """Whether some word of what is looked through begins so."""
    return f" {stem}" in f" {sought}"


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def near_words(sought: Iterable[str], words: Sequence[str]) -> tuple[str, ...]:
    """Words that some move has and that look like those nobody has, nearest first."""
    known = list(dict.fromkeys(word for text in sought for word in text.split()))
    missed = [word for word in words if not any(is_found(text, [word]) for text in known)]
    found: list[str] = []
    for word in missed:
        found += get_close_matches(word, known, MOST_NEAR, CLOSE)
    return tuple(dict.fromkeys(found))[:MOST_NEAR]
