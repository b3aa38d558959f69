"""Conditions as people say them: "troops between 2 and 4", "unless the gates are open".

Each way of saying it has what is told of it and, where that can be known, how it is written here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from idlib_wargame.rules.names import EVEN_TURN, TURN
from idlib_wargame.words.language import _, fill

_NAME = r"(?<![\w.])(?!(?:and|or|not)\b)([a-z_][\w.]*)"
_NUMBER = r"(-?[0-9]+)"
_SIGN = r"(<=|>=|==|!=|<|>|=)"
_TO = r"\s*(?:and|to|through|-|–|\.\.\.?|,)\s*"
_WHENS = {"after": ">", "before": "<", "from": ">=", "since": ">=", "until": "<=", "by": "<="}
_NO = ("false", "no", "off", "unset")


class Said(NamedTuple):
    """A way of saying a condition: where in it, what is told, and how the whole is written here."""

    start: int
    end: int
    expected: str
    instead: str


class _Way(NamedTuple):
    """``instead`` makes what takes the place of a match; None where that cannot be known."""

    pattern: re.Pattern[str]
    expected: Callable[[], str]
    instead: Callable[[re.Match[str]], str] | None
    shown: int | str = 0  # the group of the match that is told as found


def said_in_english(text: str) -> Said | None:
    """The first way of saying it that stands in the text; None where there is none."""
    for way in _WAYS:
        match = way.pattern.search(text)
        if match:
            start, end = match.span(way.shown)
            instead = ""
            if way.instead:
                instead = text[: match.start()] + way.instead(match) + text[match.end() :]
            return Said(start, end, way.expected(), instead)
    return None


def in_signs(text: str) -> str:
    """The text with all that is said in English written in signs; "" where some cannot be."""
    for _round in range(len(text)):
        said = said_in_english(text)
        if said is None or not said.instead or said.instead == text:
            return text if said is None else ""
        text = said.instead
    return ""


def _way(
    pattern: str,
    expected: Callable[[], str],
    instead: Callable[[re.Match[str]], str] | None = None,
    shown: int | str = 0,
) -> _Way:
    return _Way(re.compile(pattern, re.IGNORECASE), expected, instead, shown)


def _between(match: re.Match[str]) -> str:
    name, low, high = match["name"], match["low"], match["high"]
    if match["un"]:
        return f"({name} < {low} or {name} > {high})"
    return f"{name} >= {low} and {name} <= {high}"


def _one_of(match: re.Match[str]) -> str:
    is_not = bool(match["un"]) or match["word"] == "!="
    sign, joint = ("!=", " and ") if is_not else ("==", " or ")
    numbers = re.findall(_NUMBER, match["list"])
    return "(" + joint.join(f"{match['name']} {sign} {number}" for number in numbers) + ")"


def _yes_or_no(match: re.Match[str]) -> str:
    name, answer = match["name"], match["answer"].lower()
    is_not = "not" in match["is"].lower() or "!" in match["is"]
    holds = (answer not in _NO) is not is_not
    if "." in name or name == EVEN_TURN:
        return name if holds else f"not {name}"
    return f"{name} >= 1" if holds else f"{name} == 0"


def _grouped(text: str) -> str:
    text = text.strip()
    return f"({text})" if re.search(r"\b(?:and|or)\b", text) else text


def _even(match: re.Match[str]) -> str:
    is_even = (match["rest"] == "0") is (match["is"] != "!=")
    return EVEN_TURN if is_even else f"not {EVEN_TURN}"


_WAYS = (
    _way(
        rf"(?<![\w.]){TURN}\s*(?:%|mod)\s*2\s*(?P<is>==?|!=)\s*(?P<rest>[01])\b",
        lambda: fill(_("'{even_turn}', or 'not' before it"), even_turn=EVEN_TURN),
        _even,
    ),
    _way(
        r"(?P<sign>(?<=[0-9])\s*%)(?!\s*[\w(])",
        lambda: _("a whole number without '%'"),
        shown="sign",
    ),
    _way(
        rf"(?P<name>{_NAME})\s+(?:is\s+)?(?P<un>not\s+)?(?P<word>between|from|in)\s+"
        rf"(?P<low>{_NUMBER}){_TO}(?P<high>{_NUMBER})",
        lambda: _("two comparisons joined by 'and'"),
        _between,
        "word",
    ),
    _way(
        rf"(?P<name>{_NAME})\s*(?:\bis\s+)?(?P<un>\bnot\s+)?(?P<word>\bin\b|\bone\s+of\b|\bany\s+of\b|==?|!=)"
        r"\s*(?P<list>[\[({]\s*-?[0-9]+(?:\s*(?:,|\bor\b|\band\b)\s*-?[0-9]+)+\s*[\])}])",
        lambda: _("a comparison with each number, joined by 'or'"),
        _one_of,
        "word",
    ),
    _way(
        r"^\s*(?P<word>if|when|whenever|where|while)\s.*\bthen\b.*",
        lambda: _("the condition alone; what follows from it stands in the row's other keys"),
        shown="word",
    ),
    _way(
        r"^\s*(?P<word>only\s+if|if|whenever|when|where|while|provided|once)\s+",
        lambda: _("the condition alone, without a word before it"),
        lambda match: "",
        "word",
    ),
    _way(
        r"^\s*(?P<word>unless)\s+(?P<rest>.+)$",
        lambda: _("'not' before what may not hold"),
        lambda match: f"not {_grouped(match['rest'])}",
        "word",
    ),
    _way(
        r"^(?P<first>.+?)\s+(?P<word>unless)\s+(?P<rest>.+)$",
        lambda: _("'and not' before what may not hold"),
        lambda match: f"{_grouped(match['first'])} and not {_grouped(match['rest'])}",
        "word",
    ),
    _way(
        r"(?<![\w.])(?P<word>neither)\s+(?P<first>.+?)\s+nor\s+(?P<rest>.+)$",
        lambda: _("'not' before each"),
        lambda match: f"not ({match['first']} or {match['rest']})",
        "word",
    ),
    _way(
        r"(?<![\w.])(?P<word>either)\s+",
        lambda: _("'or' between the two, and no word before them"),
        lambda match: "",
        "word",
    ),
    _way(
        r"(?<![\w.])(?P<word>both)\s+",
        lambda: _("'and' between the two, and no word before them"),
        lambda match: "",
        "word",
    ),
    _way(
        r"^(?P<one>.+?)\s+(?P<word>xor)\s+(?P<other>.+)$",
        lambda: _("'or' for one of the two at least, and 'and not' where both may not hold"),
        lambda match: (
            f"({match['one']} or {match['other']}) and not ({match['one']} and {match['other']})"
        ),
        "word",
    ),
    _way(
        rf"(?<![\w.])(?P<word>no|without)\s+(?!less\b|more\b)(?={_NAME})",
        lambda: _("'not'"),
        lambda match: "not ",
        "word",
    ),
    _way(
        rf"(?P<name>{_NAME})\s*(?P<is>\bis\s+not\b|\bis\b|==?|!=)\s*"
        r"(?P<answer>true|yes|on|set|lit|false|no|off|unset)(?![\w.])",
        lambda: _("the name alone for yes, 'not' before it for no, or a number"),
        _yes_or_no,
        "answer",
    ),
    _way(
        rf"(?<![\w.])(?P<word>after|before|from|since|until|by)\s+{TURN}\s+{_NUMBER}",
        lambda: _("a comparison such as 'turn >= 2'"),
        lambda match: f"{TURN} {_WHENS[match['word'].lower()]} {match[2]}",
        "word",
    ),
    _way(
        rf"(?<![\w.])(?P<word>in|on|at|during)\s+{TURN}\s+{_NUMBER}",
        lambda: _("a comparison such as 'turn >= 2'"),
        lambda match: f"{TURN} == {match[2]}",
        "word",
    ),
    _way(
        rf"(?P<before>(?:^|\(|\band\b|\bor\b|\bnot\b)\s*)(?P<name>{_NAME})\s+(?P<number>{_NUMBER})"
        r"(?=\s*(?:$|\)|\band\b|\bor\b))",
        lambda: _("a comparison such as '==' before the number"),
        lambda match: f"{match['before']}{match['name']} == {match['number']}",
        "number",
    ),
    _way(
        rf"(?P<name>{_NAME})(?P<one>\s*{_SIGN}\s*{_NUMBER}\s+(?:and|or)\s+)(?P<word>{_SIGN})\s*(?=-?[0-9])",
        lambda: _("a name before the comparison"),
        lambda match: f"{match['name']}{match['one']}{match['name']} {match['word']} ",
        "word",
    ),
    _way(
        rf"^\s*(?P<word>{_SIGN})\s*{_NUMBER}",
        lambda: _("a name before the comparison"),
        shown="word",
    ),
)
