"""The language of the screen: our sentences in it, and pack names safely inside them.

A sentence of ours is marked where it is made, whole, with named places::

    fill(_("{seat} seals its orders."), seat=seat.name)
    fill(ngettext("{count} order", "{count} orders", count), count=count)

Text of a pack is never translated. Nothing is looked up at import: ``use`` fixes the language once,
at the start of the program (``languages.use_language`` finds it by its code).
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from functools import lru_cache

LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, POP = "\u2066", "\u2067", "\u2068", "\u2069"
_ISOLATES = {ord(mark): None for mark in (LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, POP)}
# Classes of the Unicode bidirectional algorithm (UAX #9).
# Signs that turn what follows round count too: an isolate ends what they began.
_FROM_THE_RIGHT = frozenset(("R", "AL", "AN", "RLO", "RLE", "RLI", "LRO", "LRE"))
_STRONG = frozenset(("L", "R", "AL"))
_PLACE = re.compile(r"\{[^{}]*\}")


class _Spoken:
    """What ``use`` chose: one language for the whole program, as the screen has only one."""

    translations: gettext.NullTranslations = gettext.NullTranslations()
    is_right_to_left = False
    code = "en"


def use(
    translations: gettext.NullTranslations, right_to_left: bool = False, code: str = "en"
) -> None:
    """Speak through these translations from now on; call it before any window is made.

    ``code`` is what documents say their language is: "tr" or "pt_BR".
    """
    _Spoken.translations = translations
    _Spoken.is_right_to_left = right_to_left
    _Spoken.code = code


def is_right_to_left() -> bool:
    """Whether the screen reads from right to left."""
    return _Spoken.is_right_to_left


def language_code() -> str:
    """The language that is spoken, for documents: "tr" or "pt_BR"; made-up ones are English."""
    return _Spoken.code


def spoken() -> gettext.NullTranslations:
    """What is spoken now, to key what was said before by."""
    return _Spoken.translations


def runs_from_right(text: str) -> bool:
    """Whether a line of its own runs from right to left: by its first strong letter (UAX #9, P2).

    Letters inside isolates do not count; a line without any runs as the screen does.
    """
    depth = 0
    for letter in text:
        if ord(letter) in _ISOLATES:
            depth = max(0, depth - 1) if letter == POP else depth + 1
        elif depth == 0 and (kind := unicodedata.bidirectional(letter)) in _STRONG:
            return kind != "L"
    return _Spoken.is_right_to_left


def _(sentence: str) -> str:
    """A sentence of ours in the language of the screen."""
    # Of the empty text gettext would give the catalogue's own header.
    return _Spoken.translations.gettext(sentence) if sentence else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a sentence of ours that fits so many."""
    return _Spoken.translations.ngettext(one, many, count)


def pgettext(context: str, sentence: str) -> str:
    """A sentence of ours that means different things in different places."""
    return _Spoken.translations.pgettext(context, sentence)


def fill(template: str, /, **places: object) -> str:
    """A marked sentence with its places filled; texts stand isolated where direction matters."""
    filled = template.format(
        **{name: isolated(v) if isinstance(v, str) else v for name, v in places.items()}
    )
    return filled if _has_own_letter(template) else phrase(filled)


def phrase(text: str) -> str:
    """Words of ours that hold names and signs alone ("Astra, Borea"), for use in a sentence.

    They run as the screen does. By its first strong letter such a phrase would be taken to run
    from left to right, as isolates hide the letters within them.
    """
    return f"{RIGHT_TO_LEFT}{text}{POP}" if text and _Spoken.is_right_to_left else text


def isolated(text: str) -> str:
    """A text of its own direction inside a sentence.

    Marked only where it can matter: on a right-to-left screen, or for a text that holds
    right-to-left letters; a text that stands isolated already stays as it is. Terminals, files and
    searches take ``unmarked`` text.
    """
    if not text or _is_one_isolate(text):
        return text
    if _Spoken.is_right_to_left or _has_right_to_left(text):
        return f"{FIRST_STRONG}{text}{POP}"
    return text


def figures(text: str) -> str:
    """Figures whose order carries meaning ("3 → 5", "1 of 2"), kept in that order."""
    return f"{LEFT_TO_RIGHT}{text}{POP}" if _Spoken.is_right_to_left else text


def begins_isolated(text: str) -> bool:
    """Whether a text opens with an isolate: one of ours that holds names or figures first."""
    return ord(text[0]) in _ISOLATES if text else False


def unmarked(text: str) -> str:
    """The text without isolates: for terminals, JSON, CSV, clipboard, file names and searches."""
    return text.translate(_ISOLATES)


def _is_one_isolate(text: str) -> bool:
    if text[-1] != POP or text[0] == POP:
        return False
    depth = 0
    for place, letter in enumerate(text, 1):
        if ord(letter) in _ISOLATES:
            depth += -1 if letter == POP else 1
        if depth == 0:
            return place == len(text)
    return False


def _has_right_to_left(text: str) -> bool:
    return not text.isascii() and not _FROM_THE_RIGHT.isdisjoint(
        map(unicodedata.bidirectional, text)
    )


@lru_cache(maxsize=4096)  # a program has as many sentences, and says each of them again and again
def _has_own_letter(template: str) -> bool:
    """Whether a sentence has a strong letter outside its places."""
    return not _STRONG.isdisjoint(map(unicodedata.bidirectional, _PLACE.sub("", template)))
