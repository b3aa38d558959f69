"""What was measured, as ratios: medians, whether a goal is met, and the table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Literal, NamedTuple

Pair = tuple[float, float]
Wanted = Literal["at least", "at most", "exactly"]
SIGNS: dict[Wanted, str] = {"at least": "≥", "at most": "≤", "exactly": "="}
HEADS = ("Goal", "What is measured", "Ours", "Theirs", "Ratio (lowest–highest)", "Wanted", "Met")


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio of ours over theirs, and what it is to be; ``bound`` None only informs.

    ``unit`` is of ours and theirs alike. ``against`` names what theirs is.
    """

    part: str
    what: str
    unit: str
    against: str
    wanted: Wanted = "at least"
    bound: float | None = None

    @property
    def wish(self) -> str:
        """What is wanted, as a table says it: "≥ 20"."""
        return "" if self.bound is None else f"{SIGNS[self.wanted]} {self.bound:g}"


class Spread(NamedTuple):
    """The median of several figures, and how far they lie apart."""

    median: float
    lowest: float
    highest: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """The spread of one or more figures."""
        return cls(median(figures), min(figures), max(figures))

    def __str__(self) -> str:
        if self.lowest == self.highest:
            return figure(self.median)
        return f"{figure(self.median)} ({figure(self.lowest)}–{figure(self.highest)})"


class Tail(NamedTuple):
    """Of several figures the middle one, and the one that 95 of 100 do not exceed."""

    median: float
    p95: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Tail:
        """The tail of one or more figures."""
        in_order = sorted(figures)
        return cls(median(in_order), in_order[math.ceil(0.95 * len(in_order)) - 1])

    def __str__(self) -> str:
        return f"{figure(self.median)} / {figure(self.p95)}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A goal with what came of it: each repeat's figure of ours with theirs, taken in turns."""

    goal: Goal
    pairs: tuple[Pair, ...]

    @property
    def ours(self) -> float:
        """The median of ours."""
        return median(ours for ours, _ in self.pairs)

    @property
    def theirs(self) -> float:
        """The median of theirs."""
        return median(theirs for _, theirs in self.pairs)

    @property
    def ratio(self) -> Spread:
        """Ours over theirs, repeat by repeat."""
        return Spread.of([ours / theirs for ours, theirs in self.pairs])

    @property
    def met(self) -> bool | None:
        """Whether the median ratio is as wanted; None where nothing is."""
        return is_met(self.goal, self.ratio)

    def cells(self) -> tuple[str, ...]:
        """A row of the table."""
        goal = self.goal
        ours, theirs = (f"{figure(each)} {goal.unit}" for each in (self.ours, self.theirs))
        return _cells(goal, ours, theirs, self.ratio)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        spread = self.ratio._asdict()
        return {
            **_goal_to_json(self.goal),
            "ours": self.ours,
            "theirs": self.theirs,
            "ratio": spread,
            "repeats": len(self.pairs),
            "met": self.met,
        }


@dataclass(frozen=True, slots=True)
class Slowest:
    """A goal for the slow ones among many: the 95th percentile of ours over that of theirs."""

    goal: Goal
    pairs: tuple[Pair, ...]

    @property
    def ours(self) -> Tail:
        """What ours took."""
        return Tail.of([ours for ours, _ in self.pairs])

    @property
    def theirs(self) -> Tail:
        """What theirs took."""
        return Tail.of([theirs for _, theirs in self.pairs])

    @property
    def ratio(self) -> Spread:
        """The one 95th percentile over the other."""
        return Spread.of([self.ours.p95 / self.theirs.p95])

    @property
    def met(self) -> bool | None:
        """Whether the ratio is as wanted; None where nothing is."""
        return is_met(self.goal, self.ratio)

    def cells(self) -> tuple[str, ...]:
        """A row of the table; ours and theirs as the median and the 95th percentile."""
        unit = self.goal.unit
        return _cells(self.goal, f"{self.ours} {unit}", f"{self.theirs} {unit}", self.ratio)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            **_goal_to_json(self.goal),
            "ours": self.ours._asdict(),
            "theirs": self.theirs._asdict(),
            "ratio": self.ratio.median,
            "repeats": len(self.pairs),
            "met": self.met,
        }


@dataclass(frozen=True, slots=True)
class Skipped:
    """A goal that could not be measured here, and why, in one sentence."""

    goal: Goal
    why: str

    def cells(self) -> tuple[str, ...]:
        """A row of the table."""
        goal = self.goal
        return goal.part, f"{goal.what}, over {goal.against}", "", "", "not measured", goal.wish, ""

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {**_goal_to_json(self.goal), "skipped": self.why}


Finding = Reading | Slowest | Skipped


def is_met(goal: Goal, ratio: Spread) -> bool | None:
    """Whether a ratio is as its goal wants it; None where nothing is wanted."""
    bound = goal.bound
    if bound is None:
        return None
    match goal.wanted:
        case "at least":
            return ratio.median >= bound
        case "at most":
            return ratio.median <= bound
        case "exactly":
            return ratio.lowest == ratio.highest == bound


def _cells(goal: Goal, ours: str, theirs: str, ratio: Spread) -> tuple[str, ...]:
    met = {True: "yes", False: "no", None: ""}[is_met(goal, ratio)]
    what = f"{goal.what}, over {goal.against}"
    return goal.part, what, ours, theirs, str(ratio), goal.wish, met


def _goal_to_json(goal: Goal) -> dict[str, Any]:
    return {
        "goal": goal.part,
        "what": goal.what,
        "against": goal.against,
        "unit": goal.unit,
        "wanted": goal.wish,
    }


def figure(number: float) -> str:
    """A number to three significant digits: 0.0123, 4.57, 12,300."""
    if number == 0 or not math.isfinite(number):
        return str(number) if number else "0"
    if float(number).is_integer() and abs(number) < 1000:
        return str(int(number))
    digits = 2 - math.floor(math.log10(abs(number)))
    return f"{round(number, digits):,.{max(0, digits)}f}"


def table(findings: Sequence[Finding]) -> str:
    """The findings in aligned columns, and below them why some were not measured."""
    rows = [HEADS, *(finding.cells() for finding in findings)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    lines.insert(1, "  ".join("─" * width for width in widths))
    whys = [f"{each.goal.part}: {each.why}" for each in findings if isinstance(each, Skipped)]
    return "\n".join([*lines, *(["", *dict.fromkeys(whys)] if whys else [])])


def verdict(findings: Sequence[Finding]) -> str:
    """How many goals are met, in one sentence."""
    measured = [each for each in findings if not isinstance(each, Skipped) and each.met is not None]
    met = sum(each.met is True for each in measured)
    skipped = sum(isinstance(each, Skipped) for each in findings)
    left_out = f"; {skipped} could not be measured here" if skipped else ""
    return f"{met} of {len(measured)} goals met{left_out}."


def written(page: str, findings: Sequence[Finding], about: str) -> str:
    """A page with the findings of each part where it has marks for them.

    The marks are ``<!-- bench g -->`` and ``<!-- end g -->``, each on a line of its own; what
    stands between them is replaced.
    """
    for part in dict.fromkeys(finding.goal.part for finding in findings):
        begin, end = f"<!-- bench {part} -->\n", f"<!-- end {part} -->\n"
        if begin in page and end in page:
            mine = [finding for finding in findings if finding.goal.part == part]
            head, rest = page.split(begin, 1)
            tail = rest.split(end, 1)[1]
            said = f"{about}\n\n{_in_markdown(mine)}\n\n{verdict(mine)}"
            page = f"{head}{begin}{said}\n{end}{tail}"
    return page


def _in_markdown(findings: Sequence[Finding]) -> str:
    rows = [HEADS, ("---",) * len(HEADS), *(finding.cells() for finding in findings)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
