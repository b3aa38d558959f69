"""Reading a condition from its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from idlib_wargame.rules.conditions.compiling import OPERATORS
from idlib_wargame.rules.conditions.condition import (
    ALWAYS,
    All,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Sum,
)
from idlib_wargame.rules.conditions.signs import COMPARISONS, plain
from idlib_wargame.rules.names import KEYWORDS

_TOKEN = re.compile(
    r"\s*(?:([0-9]+)|([a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_]*)*)|(<=|>=|==|!=|[<>+\-()]"
    rf"|[{''.join(COMPARISONS)}]))"
)


class Expected(Enum):
    """What could have stood where a condition went wrong."""

    TOKEN = "token"  # anything that the grammar knows at all
    TERM = "term"  # a name or a whole number
    BRACKET = "bracket"  # the one that closes
    JOIN = "join"  # "and", "or" or the end


class ExpressionFault(ValueError):
    """A condition that does not parse.

    ``found`` is the word or sign that does not fit, empty at the end of the text; ``column`` counts
    from 0 in the condition's own text. Whoever tells it makes the sentence.
    """

    def __init__(self, text: str, column: int, found: str, expected: Expected) -> None:
        super().__init__(text, column, found, expected)
        self.text = text
        self.column = column
        self.found = found
        self.expected = expected


def parse(text: str) -> Condition:
    """The condition that ``text`` states; an empty text is always true.

    A minus sign, a comparison or digits as a word processor sets them are taken for plain ones.

    Raises ExpressionFault, which has what was found, what was expected and where.
    """
    return _Parser(text).parse()


class _Parser:
    """Reads one condition, token by token."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.tokens = list(self._split())
        self.place = 0

    def _split(self) -> Iterator[tuple[str, str, int]]:
        at = 0
        while self.text[at:].strip():
            match = _TOKEN.match(self.text, at)
            if match is None:
                start = at + len(self.text[at:]) - len(self.text[at:].lstrip())
                raise ExpressionFault(
                    self.text,
                    start,
                    self.text[start],
                    Expected.TOKEN,
                )
            number, name, sign = match.groups()
            kind = "number" if number else "name" if name and name not in KEYWORDS else "sign"
            word = number or name or sign
            yield kind, COMPARISONS.get(word, word), match.end() - len(word)
            at = match.end()

    def _peek(self) -> tuple[str, str]:
        if self.place < len(self.tokens):
            kind, word, _ = self.tokens[self.place]
            return kind, word
        return "end", ""

    def _take(self, *words: str) -> str | None:
        kind, word = self._peek()
        if kind == "sign" and word in words:
            self.place += 1
            return word
        return None

    def _fault(self, expected: Expected) -> ExpressionFault:
        if self.place < len(self.tokens):
            _, word, column = self.tokens[self.place]
            return ExpressionFault(self.text, column, word, expected)
        return ExpressionFault(self.text, len(self.text.rstrip()), "", expected)

    def parse(self) -> Condition:
        if not self.tokens:
            return ALWAYS
        condition = self._any()
        if self.place < len(self.tokens):
            raise self._fault(Expected.JOIN)
        return condition

    def _any(self) -> Condition:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self) -> Condition:
        parts = [self._part()]
        while self._take("and"):
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _part(self) -> Condition:
        if self._take("not"):
            return Not(self._part())
        if self._take("("):
            inner = self._any()
            if not self._take(")"):
                raise self._fault(Expected.BRACKET)
            return inner
        left = self._sum()
        op = self._take(*OPERATORS)
        return Comparison(left, op, self._sum()) if op else Comparison(left, "!=", Sum())

    def _sum(self) -> Sum:
        names: list[tuple[int, str]] = []
        constant = 0
        sign = -1 if self._take("-") else 1
        while True:
            kind, word = self._peek()
            if kind == "number":
                constant += sign * int(word)
            elif kind == "name":
                names.append((sign, word))
            else:
                raise self._fault(Expected.TERM)
            self.place += 1
            following = self._take("+", "-")
            if following is None:
                return Sum(tuple(names), constant)
            sign = 1 if following == "+" else -1
