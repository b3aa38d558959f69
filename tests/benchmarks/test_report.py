"""What the bench makes of its figures: medians, goals met, and the table."""

from __future__ import annotations

import json

import pytest

from benchmarks.committing import counted_between_markers
from benchmarks.report import (
    Finding,
    Goal,
    Pair,
    Reading,
    Skipped,
    Slowest,
    Spread,
    Tail,
    Wanted,
    figure,
    table,
    verdict,
    written,
)

FAST = Goal("b", "Turns", "/s", "a peer", "at least", 20)
PAIRS: tuple[Pair, ...] = ((40.0, 2.0), (60.0, 2.0), (100.0, 4.0))


def reading(wanted: Wanted, bound: float | None, *pairs: Pair) -> Reading:
    """A reading of a goal that wants that."""
    return Reading(Goal("a", "Something", "ms", "something else", wanted, bound), pairs)


def test_a_ratio_is_taken_repeat_by_repeat() -> None:
    """The median is of the ratios of each repeat, so that a slow moment falls on both sides."""
    assert Reading(FAST, PAIRS).ratio == Spread(25.0, 20.0, 30.0)


@pytest.mark.parametrize(
    ("wanted", "bound", "pairs", "met"),
    [
        ("at least", 2, [(2, 1)], True),
        ("at least", 2, [(1.9, 1)], False),
        ("at most", 2, [(2, 1)], True),
        ("at most", 2, [(2, 1), (5, 1), (5, 1)], False),
        ("at most", 2, [(2, 1), (2, 1), (5, 1)], True),
        ("exactly", 1, [(1, 1), (1, 1), (1, 1)], True),
        ("exactly", 1, [(1, 1), (1, 1), (2, 1)], False),
        ("at least", None, [(2, 1)], None),
    ],
)
def test_a_goal_is_met_by_the_median(
    wanted: Wanted, bound: float | None, pairs: list[Pair], met: bool | None
) -> None:
    """The median ratio decides, but for "exactly", where every repeat has to agree."""
    assert reading(wanted, bound, *pairs).met is met


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (1.0, "1"),
        (20.0, "20"),
        (0.01234, "0.0123"),
        (4.567, "4.57"),
        (45.67, "45.7"),
        (456.7, "457"),
        (12345.6, "12,300"),
        (999.9, "1,000"),
    ],
)
def test_figures_have_three_digits_that_count(number: float, text: str) -> None:
    """A figure is told as exactly as it can be trusted."""
    assert figure(number) == text


def test_a_spread_is_told_with_its_ends() -> None:
    """A ratio shows how far its repeats lie apart, unless they all agree."""
    assert str(Spread(25.0, 20.0, 30.0)) == "25 (20–30)"
    assert str(Spread(1.0, 1.0, 1.0)) == "1"


def test_the_table_says_what_was_measured_and_whether_it_will_do() -> None:
    """A row of the table reads from left to right as a sentence would."""
    heads, _, row = table([Reading(FAST, PAIRS)]).splitlines()
    assert heads.startswith("Goal  What is measured")
    assert " ".join(row.split()) == "b Turns, over a peer 60 /s 2 /s 25 (20–30) ≥ 20 yes"


def test_columns_line_up_under_their_heads() -> None:
    """Every column starts at the same place in every line."""
    lines = table([Reading(FAST, PAIRS), Skipped(FAST, "No peer.")]).splitlines()
    assert {lines[n].index(word) for n, word in ((0, "What"), (2, "Turns"), (3, "Turns"))} == {
        lines[0].index("What")
    }


def test_what_could_not_be_measured_is_said_once_and_calmly() -> None:
    """Below the table stands why a goal has no figures, once for all goals of the same reason."""
    text = table([Skipped(FAST, "No peer."), Skipped(FAST, "No peer.")])
    assert text.count("not measured") == 2
    assert text.splitlines()[-1] == "b: No peer."
    assert text.count("No peer.") == 1


@pytest.mark.parametrize(
    ("findings", "text"),
    [
        ([Reading(FAST, PAIRS)], "1 of 1 goals met."),
        ([Reading(FAST, ((1.0, 1.0),))], "0 of 1 goals met."),
        ([reading("at least", None, (1.0, 1.0))], "0 of 0 goals met."),
        (
            [Reading(FAST, PAIRS), Skipped(FAST, "No peer.")],
            "1 of 1 goals met; 1 could not be measured here.",
        ),
    ],
)
def test_the_verdict_counts_goals(findings: list[Finding], text: str) -> None:
    """The last line says how many goals are met of those that were measured."""
    assert verdict(findings) == text


def test_a_finding_is_plain_json() -> None:
    """A program may read every figure, and why there is none."""
    read = json.loads(json.dumps(Reading(FAST, PAIRS).to_json()))
    assert read["ratio"] == {"median": 25.0, "lowest": 20.0, "highest": 30.0}
    assert (read["ours"], read["theirs"], read["repeats"], read["met"]) == (60.0, 2.0, 3, True)
    assert read["wanted"] == "≥ 20"
    assert Skipped(FAST, "No peer.").to_json()["skipped"] == "No peer."


def test_flushes_are_counted_between_the_markers_of_a_turn() -> None:
    """Flushes before, after and between turns do not count, and one that is resumed counts once."""
    trace = """
        11 fsync(3) = 0
        11 getpriority(PRIO_PROCESS, 0) = 20
        11 fdatasync(4 <unfinished ...>
        12 getpid() = 12
        11 <... fdatasync resumed>) = 0
        11 getpriority(PRIO_PROCESS, 0) = 20
        11 fdatasync(4) = 0
        11 getpriority(PRIO_PROCESS, 0) = 20
        11 fdatasync(4) = 0
        11 fsync(4) = 0
        11 getpriority(PRIO_PROCESS, 0) = 20
    """
    assert counted_between_markers(trace.splitlines()) == [1, 2]


def test_the_slow_ones_among_many_are_compared() -> None:
    """Of twenty the slowest but one, of each side; what is fast most of the time does not help."""
    pairs: tuple[Pair, ...] = (*[(1.0, 1.0)] * 18, (3.0, 2.0), (99.0, 2.0))
    slow = Slowest(Goal("g", "An act", "ms", "turn 1", "at most", 1.5), pairs)
    assert (slow.ours, slow.theirs) == (Tail(1.0, 3.0), Tail(1.0, 2.0))
    assert (slow.ratio.median, slow.met) == (1.5, True)
    assert slow.cells() == (
        "g",
        "An act, over turn 1",
        "1 / 3 ms",
        "1 / 2 ms",
        "1.50",
        "≤ 1.5",
        "yes",
    )
    assert slow.to_json()["ours"] == {"median": 1.0, "p95": 3.0}


def test_a_page_has_the_newest_figures_between_its_marks() -> None:
    """What was there goes, and what stands around it stays; a part without marks is left out."""
    page = "Above\n<!-- bench a -->\nOld\n<!-- end a -->\nBelow\n"
    findings = [reading("at most", 2, (2, 1)), Reading(FAST, PAIRS)]
    once = written(page, findings, "Measured here.")
    assert "Old" not in once
    assert once.startswith("Above\n<!-- bench a -->\nMeasured here.\n\n| Goal |")
    assert once.endswith("1 of 1 goals met.\n<!-- end a -->\nBelow\n")
    assert "Turns" not in once
    assert written(once, findings, "Measured here.") == once
