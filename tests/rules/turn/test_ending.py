"""What the end of a turn reads: flags, and how many of a group are lit."""

from __future__ import annotations

from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.pack.course import Flag
from idlib_wargame.rules.result import Order
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.small import bands, does, move, scenario, when

PACK = scenario(
    move("raid", "east", effects=bands(does(peace=-2))),
    move("mend", "east", effects=bands(does(peace=5))),
    flags=(
        Flag("alarm", "Alarm", when("peace <= 4"), group="strain"),
        Flag("panic", "Panic", when("peace <= 2"), group="strain"),
        Flag("spring", "Spring", when("turn >= 1")),
        Flag("wrath", "Wrath", when("peace <= 2"), group="temper"),
        Flag("calls", "Calls for calm", when("lit.strain >= 2")),
    ),
    flag_groups={"strain": "Strain", "temper": "Temper"},
)


def test_a_group_counts_the_flags_of_its_own_that_are_on() -> None:
    """As flags come and go the count goes with them, up and down, each group by itself."""
    referee = Referee(PACK)
    state = referee.opening()
    counts = [(state["lit.strain"], state["lit.temper"])]
    lit = []
    for order in ("raid", "raid", "mend", "mend"):
        result = referee.adjudicate(state, [Order("east", order)], LoadedDice())
        state = result.state
        counts.append((state["lit.strain"], state["lit.temper"]))
        lit.append(result.flags)
    assert counts == [(0, 0), (1, 0), (2, 1), (0, 0), (0, 0)]
    # A flag that reads the count reads it as the turn before left it.
    assert lit == [
        ("alarm", "spring"),
        ("alarm", "panic", "spring", "wrath"),
        ("spring", "calls"),
        ("spring",),
    ]


def test_what_the_close_reads_off_has_a_line_each_time_it_is_another() -> None:
    """A flag, the rung, and a clock every turn; what stays as it was has none."""
    referee = Referee(PACK)
    state = referee.opening()
    lines, week = [], {"days_left.winter": -7}
    for order in ("raid", "raid", "mend"):
        result = referee.adjudicate(state, [Order("east", order)], LoadedDice())
        state = result.state
        lines.append({line.track: line.through for line in result.read_off})
    assert lines == [
        {"flag.alarm": 1, "rung": 1, **week},
        {"flag.panic": 1, "flag.wrath": 1, **week},
        {"flag.alarm": -1, "flag.panic": -1, "flag.wrath": -1, "flag.calls": 1, "rung": -1, **week},
    ]
