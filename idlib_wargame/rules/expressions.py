"""Conditions in packs: integer comparisons joined by and, or, not.

The grammar is closed, so that a pack can never run code and a second engine can compile it::

    condition  = all { "or" all }
    all        = part { "and" part }
    part       = "not" part | "(" condition ")" | comparison
    comparison = sum [ ( "<" | "<=" | "==" | "!=" | ">=" | ">" ) sum ]
    sum        = [ "-" ] term { ( "+" | "-" ) term }
    term       = integer | name { "." name }

A sum that stands alone is true when it is not nought.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Row = Sequence[int]
Test = Callable[[Row], bool]

OPERATORS: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
KEYWORDS = frozenset({"and", "or", "not"})
_TOKEN = re.compile(
    r"\s*(?:(\d+)|([a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_]*)*)|(<=|>=|==|!=|[<>+\-()]))"
)


class ExpressionFault(ValueError):
    """A condition that does not parse. ``column`` counts from 0 in the condition's own text."""

    def __init__(self, text: str, column: int, found: str, expected: str) -> None:
        super().__init__(f"found {found}, expected {expected}")
        self.text = text
        self.column = column
        self.found = found
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Sum:
    """Signed names and a constant: ``calm + anger - 2``."""

    names: tuple[tuple[int, str], ...] = ()
    constant: int = 0

    def __str__(self) -> str:
        parts = [("-" if sign < 0 else "+", name) for sign, name in self.names]
        if self.constant or not parts:
            parts.append(("-" if self.constant < 0 else "+", str(abs(self.constant))))
        first_sign, first = parts[0]
        head = f"-{first}" if first_sign == "-" else first
        return " ".join([head, *(f"{sign} {term}" for sign, term in parts[1:])])


@dataclass(frozen=True, slots=True)
class Comparison:
    """``left op right``."""

    left: Sum
    op: str
    right: Sum

    def __str__(self) -> str:
        if self.op == "!=" and self.right == Sum():
            return str(self.left)
        return f"{self.left} {self.op} {self.right}"


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is false."""

    part: Condition

    def __str__(self) -> str:
        return f"not {_bracketed(self.part, (All, AnyOf))}"


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is; with no parts, always."""

    parts: tuple[Condition, ...] = ()

    def __str__(self) -> str:
        return " and ".join(_bracketed(part, (AnyOf,)) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is."""

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " or ".join(str(part) for part in self.parts)


Condition = Comparison | Not | All | AnyOf
ALWAYS = All()


def _bracketed(part: Condition, kinds: tuple[type, ...]) -> str:
    return f"({part})" if isinstance(part, kinds) else str(part)


def parse(text: str) -> Condition:
    """The condition that ``text`` states; an empty text is always true.

    Raises ExpressionFault, which says what was found, what was expected and where.
    """
    return _Parser(text).parse()


def names_in(condition: Condition) -> Iterator[str]:
    """Every name a condition reads, in order, repeats included."""
    match condition:
        case Comparison(left, _, right):
            for side in (left, right):
                yield from (name for _, name in side.names)
        case Not(part):
            yield from names_in(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from names_in(part)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The parts that must all hold: a condition that is no conjunction is its own one part."""
    return condition.parts if isinstance(condition, All) else (condition,)


def compile_test(condition: Condition, index: Mapping[str, int]) -> Test:
    """A fast test of a row of integers; ``index`` gives the cell of each name.

    Raises KeyError for a name that has no cell.
    """
    match condition:
        case Comparison(left, op, right):
            return _compile_comparison(left, op, right, index)
        case Not(part):
            inner = compile_test(part, index)
            return lambda row: not inner(row)
        case All(parts):
            return _compile_all([compile_test(part, index) for part in parts])
        case AnyOf(parts):
            return _compile_any([compile_test(part, index) for part in parts])


def _compile_all(tests: list[Test]) -> Test:
    if not tests:
        return lambda row: True
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        first, second = tests
        return lambda row: first(row) and second(row)
    if len(tests) == 3:
        one, two, three = tests
        return lambda row: one(row) and two(row) and three(row)

    def all_hold(row: Row) -> bool:
        # A loop: these run many times a turn, and all() over a generator takes twice as long.
        for test in tests:  # noqa: SIM110 (measured: the loop is twice as fast)
            if not test(row):
                return False
        return True

    return all_hold


def _compile_any(tests: list[Test]) -> Test:
    if len(tests) == 2:
        first, second = tests
        return lambda row: first(row) or second(row)

    def any_holds(row: Row) -> bool:
        for test in tests:  # noqa: SIM110 (a loop, as in all_hold)
            if test(row):
                return True
        return False

    return any_holds


def _compile_comparison(left: Sum, op: str, right: Sum, index: Mapping[str, int]) -> Test:
    """One name against a constant is by far the commonest, so each operator has its own closure."""
    if len(left.names) == 1 and left.names[0][0] == 1 and not right.names:
        cell = index[left.names[0][1]]
        bound = right.constant - left.constant
        simple: dict[str, Test] = {
            ">=": lambda row: row[cell] >= bound,
            "<=": lambda row: row[cell] <= bound,
            "==": lambda row: row[cell] == bound,
            "!=": lambda row: row[cell] != bound,
            ">": lambda row: row[cell] > bound,
            "<": lambda row: row[cell] < bound,
        }
        return simple[op]
    compare = OPERATORS[op]
    value_left, value_right = compile_sum(left, index), compile_sum(right, index)
    return lambda row: compare(value_left(row), value_right(row))


def compile_sum(total: Sum, index: Mapping[str, int]) -> Callable[[Row], int]:
    """A function that adds up the cells a sum names."""
    terms = [(sign, index[name]) for sign, name in total.names]
    constant = total.constant
    if not terms:
        return lambda row: constant
    if len(terms) == 1:
        ((only_sign, only_cell),) = terms
        return lambda row: constant + only_sign * row[only_cell]

    def value(row: Row) -> int:
        found = constant
        for sign, cell in terms:
            found += sign * row[cell]
        return found

    return value


class _Parser:
    """Reads one condition, token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
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
                    f"'{self.text[start]}'",
                    "a name, a whole number, a comparison, 'and', 'or', 'not' or a bracket",
                )
            number, name, sign = match.groups()
            kind = "number" if number else "name" if name and name not in KEYWORDS else "sign"
            yield kind, number or name or sign, match.end() - len(number or name or sign)
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

    def _fault(self, expected: str) -> ExpressionFault:
        if self.place < len(self.tokens):
            _, word, column = self.tokens[self.place]
            return ExpressionFault(self.text, column, f"'{word}'", expected)
        return ExpressionFault(self.text, len(self.text.rstrip()), "the end", expected)

    def parse(self) -> Condition:
        if not self.tokens:
            return ALWAYS
        condition = self._any()
        if self.place < len(self.tokens):
            raise self._fault("'and', 'or' or the end")
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
                raise self._fault("')'")
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
                raise self._fault("a name or a whole number")
            self.place += 1
            following = self._take("+", "-")
            if following is None:
                return Sum(tuple(names), constant)
            sign = 1 if following == "+" else -1
