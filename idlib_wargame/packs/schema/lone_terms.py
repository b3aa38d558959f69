"""Numbers and tracks that stand in a condition where a comparison belongs.

The grammar lets a sum stand alone, as a flag does. But "troops == 2 or 3" is then always true, and
"trust or troops >= 3" does not ask of trust what it seems to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.packs.names import Names
from idlib_wargame.packs.problem import LONGEST_QUOTE, Fault, quoted
from idlib_wargame.rules.names import RUNG, TURN, TURNS
from idlib_wargame.words.language import _, fill

_JOINT = re.compile(r"(?<![\w.])(?:and|or|not)(?![\w.])|[()]")
_COMPARED = re.compile(r"([^<>=!]+?)\s*(<=|>=|==|!=|<|>)\s*([^<>=!]+)")
_NUMBERS = re.compile(r"-?\s*[0-9]+(?:\s*[+-]\s*[0-9]+)*")
_UP_TO = {">=": "<=", ">": "<"}


class _Joint(NamedTuple):
    word: str
    start: int
    end: int


class _Term(NamedTuple):
    """A sum or a comparison, where it begins, and what stands before and after it."""

    text: str
    start: int
    before: _Joint | None
    after: _Joint | None

    @property
    def compared(self) -> tuple[str, str, str] | None:
        """Left side, sign and right side; None for a sum alone."""
        match = _COMPARED.fullmatch(self.text)
        return (match[1], match[2], match[3]) if match else None


def lone_terms(text: str, names: Names) -> Iterator[Fault]:
    """What stands alone and may not, in a condition that parses and has no unknown name."""
    terms = [*_terms(text)]
    lone = [at for at in range(len(terms)) if _is_lone(terms, at, names)]
    if not lone:
        return
    near = completed(text, names) if len(terms) > 1 else ""
    for at in lone[:1] if near else lone:
        term = terms[at]
        expected = _wanted(term, len(terms) == 1)
        found = _("{text} alone") if term.compared is None else "{text}"
        yield Fault(fill(found, text=quoted(term.text)), expected, near, offset=term.start)


def completed(text: str, names: Names) -> str:
    """The condition with a comparison for each term that lacks one; "" where none can be told."""
    terms = [*_terms(text)]
    lone = [at for at in range(len(terms)) if _is_lone(terms, at, names)]
    edits: list[tuple[int, int, str]] = []
    for at in lone:
        if _NUMBERS.fullmatch(terms[at].text):
            terms[at], more = _with_the_name_before(terms, at)
            edits.extend(more)
    for at in reversed(lone):
        if terms[at].compared is None:
            terms[at] = _with_the_number_after(terms, at)
    if any(terms[at].compared is None or _is_lone(terms, at, names) for at in lone):
        return ""
    whole = [*_terms(text)]
    edits += [(whole[at].start, len(whole[at].text), terms[at].text) for at in lone]
    for start, length, instead in sorted(edits, reverse=True):
        text = text[:start] + instead + text[start + length :]
    return text if len(text) <= 2 * LONGEST_QUOTE else ""


def _terms(text: str) -> Iterator[_Term]:
    at, before = 0, None
    joints = [_Joint(match.group(), *match.span()) for match in _JOINT.finditer(text)]
    for after in (*joints, None):
        piece = text[at : after.start if after else len(text)]
        if piece.strip():
            yield _Term(piece.strip(), at + len(piece) - len(piece.lstrip()), before, after)
        if after:
            at, before = after.end, after


def _is_lone(terms: list[_Term], at: int, names: Names) -> bool:
    term = terms[at]
    sides = term.compared
    if sides:
        return all(_NUMBERS.fullmatch(side) for side in (sides[0], sides[2]))
    if _NUMBERS.fullmatch(term.text):
        return True
    low, high = names.ranges.get(term.text, (0, 0))
    if low > 0 or high < 0:
        return True
    if term.text not in (TURN, TURNS, RUNG) and (low, high) in ((0, 0), (0, 1)):
        return False  # a flag, a count, or a track that is as good as a flag
    return any(other.compared for other in (_joined(terms, at, -1), _joined(terms, at, 1)) if other)


def _joined(terms: list[_Term], at: int, step: int) -> _Term | None:
    """The term before or after one, with nothing but "and" or "or" between the two."""
    if not 0 <= at + step < len(terms):
        return None
    first, second = sorted((terms[at], terms[at + step]), key=lambda each: each.start)
    joint = first.after
    is_direct = joint is not None and joint == second.before and joint.word in ("and", "or")
    return terms[at + step] if is_direct else None


def _with_the_name_before(terms: list[_Term], at: int) -> tuple[_Term, list[tuple[int, int, str]]]:
    """ "troops == 2 or 3": what stands before the number is asked of it too."""
    term = terms[at]
    sides = getattr(_joined(terms, at, -1), "compared", None)
    if sides is None or term.before is None:
        return term, []
    left, sign, right = sides
    edits = []
    if term.before.word == "and" and sign == "==":
        edits = [(term.before.start, len("and"), "or")]  # no number is two at once
    elif term.before.word == "and" and _NUMBERS.fullmatch(right) and _lower(right, term.text):
        sign = _UP_TO.get(sign, sign)
    return term._replace(text=" ".join([left, sign, term.text])), edits


def _lower(one: str, other: str) -> bool:
    return one.isdigit() and other.isdigit() and int(one) < int(other)


def _with_the_number_after(terms: list[_Term], at: int) -> _Term:
    """ "trust or troops >= 3": the first is asked what the second is; else for 1 or more."""
    term = terms[at]
    sides = getattr(_joined(terms, at, 1), "compared", None)
    asked = [sides[1], sides[2]] if sides and _NUMBERS.fullmatch(sides[2]) else [">=", "1"]
    return (
        term if _NUMBERS.fullmatch(term.text) else term._replace(text=" ".join([term.text, *asked]))
    )


def _wanted(term: _Term, is_all: bool) -> str:
    if term.compared is not None:
        return _("a name on one side of the comparison")
    if _NUMBERS.fullmatch(term.text) and is_all:
        return _("a condition such as 'turn >= 2' (for always, leave the key out)")
    if _NUMBERS.fullmatch(term.text):
        return _("a comparison")
    return fill(_("a comparison, such as '{name} >= 1'"), name=term.text)
