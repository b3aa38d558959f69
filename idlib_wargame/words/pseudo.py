"""Two languages that nobody speaks, made of our own sentences as they are looked up.

The accented one shows what was never marked (it stays plain), what is glued together (it stands in
several brackets) and what is too narrow for a language longer than English. The mirrored one reads
from right to left, in letters that a developer can still read and every font has.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator

OPENING, CLOSING = "‹", "›"
LENGTHENED = 0.4  # more letters for each letter, about as German or Turkish need
RIGHT_TO_LEFT_MARK, OVERRIDE, END_OF_OVERRIDE = "\u200f", "\u202e", "\u202c"

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTS = str.maketrans(_PLAIN, "áƀçđéƒĝĥíĵķłɱñóƥǫŕšŧúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶŁṀÑÓƤǪŔŠŦÚṼŴẊÝŽ")
# What programs read in a sentence, and people do not: it stays as it is.
_KEPT = re.compile(
    r"(\{[^{}]*\}"  # a place
    r"|\$\$|\$\w+|\$\{\w+\}"  # a word that string.Template fills in
    r"|</?[a-z][^<>]*>"  # a tag
    r"|&#?\w+;"  # a letter spelt as HTML does
    r"|&&|&\w"  # the letter that opens a menu
    r"|\]\([^)]*\))"  # the address of a link in Markdown
)
# A line of Markdown: what makes it a heading or a list stands before the sentence.
_LINE = re.compile(r"^(\s*(?:[-*>] |#+ |\d+\. )?)(.*?)(\s*)$", re.MULTILINE)
_LETTERS = re.compile(r"[^\W\d_]")
_FIGURES = re.compile(r"(\d+)")


class _Pseudo(gettext.NullTranslations):
    """Looks nothing up: spells each line of an English sentence in its own way."""

    def __init__(self, spell: Callable[[str], str]) -> None:
        super().__init__()
        self._spell = spell

    def gettext(self, message: str) -> str:
        return _LINE.sub(self._line, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def _line(self, line: re.Match[str]) -> str:
        before, sentence, after = line.groups()
        # A place alone may be filled with many lines, a sign alone is no sentence.
        if _KEPT.fullmatch(sentence) or not _says_something(sentence):
            return line.group()
        return f"{before}{self._spell(sentence)}{after}"


def accented() -> gettext.NullTranslations:
    """‹Šéááłš íítš óŕŕđéŕŕš.›: letters with accents, two more for each five, in brackets."""
    return _Pseudo(lambda sentence: f"{OPENING}{''.join(_accented_parts(sentence))}{CLOSING}")


def mirrored() -> gettext.NullTranslations:
    """Sentences that read from right to left, as a bidirectional renderer shows them."""
    return _Pseudo(lambda text: f"{RIGHT_TO_LEFT_MARK}{''.join(_mirrored_parts(text))}")


def _says_something(sentence: str) -> bool:
    return bool(_KEPT.search(sentence) or _LETTERS.search(sentence))


def _accented_parts(sentence: str) -> Iterator[str]:
    owed = 0.0
    for number, part in enumerate(_KEPT.split(sentence)):
        if number % 2:
            yield part
            continue
        for letter in part:
            owed += LENGTHENED if _LETTERS.match(letter) else 0
            times = 2 if owed >= 1 else 1
            owed -= times - 1
            yield letter.translate(_ACCENTS) * times


def _mirrored_parts(sentence: str) -> Iterator[str]:
    for number, part in enumerate(_KEPT.split(sentence)):
        if number % 2:
            yield part
        else:
            # Figures keep their order in every script.
            yield from map(_overridden, _FIGURES.split(part))


def _overridden(text: str) -> str:
    if not _LETTERS.search(text):
        return text
    # Between the marks the letters are of the line itself: a figure beside them stays beside them.
    return f"{RIGHT_TO_LEFT_MARK}{OVERRIDE}{text}{END_OF_OVERRIDE}{RIGHT_TO_LEFT_MARK}"
