"""Conditions as other languages and people write them, and how the same is written here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from idlib_wargame.packs.problem import LONGEST_QUOTE, quoted
from idlib_wargame.packs.schema.plain_english import in_signs, said_in_english
from idlib_wargame.packs.text.strange_signs import (
    DASHES,
    QUOTATION_MARKS,
    is_strange,
    sign_words,
    without_accents,
)
from idlib_wargame.rules.conditions.parsing import ExpressionFault, parse
from idlib_wargame.rules.names import KEYWORDS
from idlib_wargame.words.language import _, fill

# What people write where no condition is needed.
NO_CONDITIONS = frozenset({"true", "false", "yes", "no", "always", "never"})
_COMPARISON = r"(?:<=|>=|==|!=|<|>)"
_QUOTES = f"\"'{QUOTATION_MARKS}"
_MOST_TIMES = 4
# By how it is written elsewhere: how it is written here. Longer ones stand before their parts.
_WORDS: Final = {
    "is not": "!=",
    "is at least": ">=",
    "is at most": "<=",
    "at least": ">=",
    "at most": "<=",
    "no less than": ">=",
    "no more than": "<=",
    "not less than": ">=",
    "not more than": "<=",
    "greater than or equal to": ">=",
    "more than or equal to": ">=",
    "less than or equal to": "<=",
    "is above": ">",
    "is over": ">",
    "is below": "<",
    "is under": "<",
    "is greater than": ">",
    "is more than": ">",
    "is less than": "<",
    "greater than": ">",
    "more than": ">",
    "less than": "<",
    "is": "==",
    "equals": "==",
    "equal": "==",
    "eq": "==",
    "exceeds": ">",
    "reaches": ">=",
    "above": ">",
    "over": ">",
    "below": "<",
    "under": "<",
    "plus": "+",
    "minus": "-",
    "as well as": "and",
    "but": "and",
}
_SIGNS: Final = {
    "===": "==",
    "<==": "<=",
    ">==": ">=",
    "=>": ">=",
    "=<": "<=",
    "=!": "!=",
    "<>": "!=",
    "=": "==",
    "&&": "and",
    "&": "and",
    "∧": "and",
    "||": "or",
    "|": "or",
    "∨": "or",
    "!": "not",
    "¬": "not",
    "~": "not",
    ",": "and",
    ";": "and",
    "[": "(",
    "{": "(",
    "]": ")",
    "}": ")",
    **dict.fromkeys(DASHES, "-"),
}
_LONGEST_FIRST = sorted([*_SIGNS, "<=", ">=", "==", "!=", "<", ">"], key=len, reverse=True)
_SIGN = re.compile("|".join(map(re.escape, _LONGEST_FIRST)))
_WORD = re.compile(r"\b(?:" + "|".join(_WORDS) + r")\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\b(?:([2-9])\s*(?:[*×·]|x\s)\s*([a-z][a-z0-9_.]*)"
    r"|([a-z][a-z0-9_.]*)\s*(?:[*×·]|\sx)\s*([2-9])\b)"
)
_CHAIN = re.compile(rf"([^<>=!]+?)\s*({_COMPARISON})\s*([^<>=!]+?)\s*({_COMPARISON})\s*([^<>=!]+)")
_FACTOR = re.compile(r"(?:^|[(+-]|\b(?:and|or|not)\b)\s*[0-9]+\s*$")
_DECIMAL = re.compile(r"[0-9][.,][0-9]")
_APART = re.compile(r"([<>=!])\s+(?==)")
_IDENTIFIER = re.compile(r"[^\W\d][\w.]*")


class Hint(NamedTuple):
    """What stands in a condition, at which place of it, and how that is written here."""

    found: str
    expected: str
    column: int


def hinted(text: str, column: int) -> Hint | None:
    """What is told of the place where a condition stops being one; None for nothing special."""
    said = said_in_english(text)
    if said:
        return Hint(_seen(text[said.start : said.end].strip()), said.expected, said.start)
    word = next((m for m in _IDENTIFIER.finditer(text) if m.start() <= column < m.end()), None)
    if word:
        expected = _hint_of_word(text, word.group(), word.start())
        return Hint(_seen(word.group()), expected, word.start()) if expected else None
    rest = text[column:]
    if _DECIMAL.search(text[max(column - 1, 0) : column + 2]):
        return Hint(_seen(rest[0]), _("a whole number"), column)
    for sign, here in _SIGNS.items():
        if rest.startswith(sign) or (
            len(sign) > 1 and text.startswith(sign, column - len(sign) + 1)
        ):
            return Hint(_seen(_sign_at(text, column, sign)), _instead(sign, here), column)
    for signs, wanted in _OTHER_SIGNS.items():
        if rest[:1] and rest[0] in signs:
            return Hint(_seen(rest[0]), wanted(), column)
    if re.match(_COMPARISON, rest) and re.search(_COMPARISON, text[:column]):
        found = re.match(_COMPARISON, rest)
        assert found
        return Hint(quoted(found.group()), _("'and' between two comparisons"), column)
    return Hint(_seen(rest[0]), _plain_signs(), column) if rest and is_strange(rest[0]) else None


def _sign_at(text: str, column: int, sign: str) -> str:
    return sign if text.startswith(sign, column) else text[column]


def _hint_of_word(text: str, word: str, start: int) -> str:
    if word.lower() in KEYWORDS and word != word.lower():
        return fill(_("'{word}' in small letters"), word=word.lower())
    match = _WORD.match(text, start)
    if match:
        return quoted(_WORDS[" ".join(match.group().lower().split())])
    follows = text[start + len(word) :]
    if word == "x" and re.search(r"[0-9]\s*x\b|\bx\s*[0-9]", text):
        return _times()
    if _FACTOR.search(text[:start]) and not re.match(r"\s*\w", follows):
        return _times()
    if not word.isascii():
        return _("a name in plain letters from a to z, digits and underscores")
    return _("names in small letters") if word != word.lower() else ""


def _instead(sign: str, here: str) -> str:
    if sign == "=":
        return _("'==', which asks whether two numbers are equal")
    return quoted(here)


def _times() -> str:
    return _("sums with + and - only: twice a track is written track + track")


def _plain_signs() -> str:
    return _("plain letters, digits and signs")


_OTHER_SIGNS: Final[dict[str, Callable[[], str]]] = {
    "*×·∙/÷%^": _times,
    _QUOTES: lambda: _("names without quotation marks"),
}


def _seen(text: str) -> str:
    """What stands there, with the number of the first sign that looks like another."""
    strange = next((sign for sign in text if is_strange(sign)), "")
    if not strange:
        return quoted(text)
    if text == strange:
        return sign_words(strange)
    return fill(_("{text} with {sign}"), text=quoted(text), sign=sign_words(strange))


def mended(text: str) -> str:
    """The condition as it is written here, as far as that can be told; "" where it cannot.

    It parses. Whether the pack has all of its names is for others to see.
    """
    here = without_accents(text.translate(dict.fromkeys(map(ord, _QUOTES))))
    here = in_signs(here)
    here = _WORD.sub(lambda m: f" {_WORDS[' '.join(m.group().lower().split())]} ", here)
    if _DECIMAL.search(here):
        return ""
    here = _APART.sub(r"\1", here)
    here = _SIGN.sub(lambda m: f" {_SIGNS.get(m.group(), m.group())} ", here).lower()
    here = _TIMES.sub(_added, here)
    here = _spaced(" ".join(_unchained(part) for part in re.split(r"\b(and|or)\b", here)))
    if here == text or len(here) > 2 * LONGEST_QUOTE:
        return ""
    try:
        parse(here)
    except ExpressionFault:
        return ""
    return here


def _added(match: re.Match[str]) -> str:
    times, name = int(match[1] or match[4]), match[2] or match[3]
    if name in KEYWORDS or times > _MOST_TIMES:
        return match.group()
    return " + ".join([name] * times)


def _unchained(part: str) -> str:
    chain = _CHAIN.fullmatch(part.strip())
    if not chain:
        return part.strip()
    left, first, middle, second, right = chain.groups()
    return " ".join([left, first, middle, "and", middle, second, right])


def _spaced(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"(?<=[<>=(] )- (?=[0-9])", "-", text)
    return text.replace("( ", "(").replace(" )", ")")
