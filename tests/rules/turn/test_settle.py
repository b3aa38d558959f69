"""Effects of one moment: added together, then held by every kind of bound."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.rules.pack.course import Limit
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import EffectLine
from idlib_wargame.rules.state import Layout
from idlib_wargame.rules.turn.settle import Ask, Settlement
from tests.rules.small import scenario, track, when

PEACE = 0


def settled(
    effects: list[Effect], pack: Scenario | None = None, base: int | None = None
) -> tuple[int, dict[int, list[EffectLine]]]:
    """Peace after the effects, each asked by its place in the list, and what each got."""
    pack = pack or scenario()
    layout = Layout(pack)
    row = [0] * len(layout.names)
    row[PEACE] = 5
    found = list(row)
    found[PEACE] = 5 if base is None else base
    asks = [Ask(n, effect) for n, effect in enumerate(effects)]
    lines = Settlement(pack, layout).settle(row, found, asks)
    return row[PEACE], lines


@pytest.mark.parametrize(
    ("effects", "after"),
    [
        ([Effect("peace", 2)], 7),
        ([Effect("peace", 2), Effect("peace", -3)], 4),
        ([Effect("peace", 9)], 10),
        ([Effect("peace", -9)], 0),
        ([Effect("peace", 3, up_to=6)], 6),
        ([Effect("peace", 1, up_to=3)], 5),
        ([Effect("peace", -3, down_to=4)], 4),
        ([Effect("peace", -1, down_to=7)], 5),
        ([Effect("peace", 1, up_to=6), Effect("peace", 1, up_to=6)], 6),
        ([Effect("peace", 1, up_to=6), Effect("peace", 1, up_to=7)], 7),
        ([Effect("peace", -2), Effect("peace", 4, up_to=6)], 6),
    ],
)
def test_effects_add_up_and_caps_hold(effects: list[Effect], after: int) -> None:
    """Plain effects add; a capped one never lifts past its cap, nor pulls down what is above."""
    assert settled(effects)[0] == after


@pytest.mark.parametrize(
    ("limit", "by", "after"),
    [
        ({"at_most": 6}, 4, 6),
        ({"at_most": 3}, 4, 5),
        ({"at_least": 4}, -4, 4),
        ({"at_least": 8}, -4, 5),
        ({"no_rise": True}, 2, 5),
        ({"no_rise": True}, -2, 3),
        ({"no_fall": True}, -2, 5),
        ({"no_fall": True}, 2, 7),
    ],
)
def test_a_limit_holds_but_never_moves_a_track(
    limit: dict[str, int | bool], by: int, after: int
) -> None:
    """A ceiling, floor or hold stops a change at itself and leaves what is past it alone."""
    row = Limit("l", "peace", when(), "the winter", **limit)  # type: ignore[arg-type]  # table of keywords
    value, lines = settled([Effect("peace", by)], scenario(limits=(row,)))
    assert value == after
    assert lines[0][0].cut == ("" if after == 5 + by else "limit.l")


def test_a_limit_counts_only_while_its_condition_holds() -> None:
    """A limit whose condition fails holds nothing."""
    row = Limit("l", "peace", when("arms >= 1"), "the winter", at_most=5)
    assert settled([Effect("peace", 2)], scenario(limits=(row,)))[0] == 7


@pytest.mark.parametrize(
    ("base", "by", "after"), [(5, 4, 7), (4, 4, 6), (5, -4, 4), (6, -4, 5), (5, 1, 6)]
)
def test_per_turn_limits_count_from_the_turns_beginning(base: int, by: int, after: int) -> None:
    """A track rises by 2 and falls by 1 a turn at most, however many steps it takes."""
    pack = scenario(tracks=(track("peace", rise=2, fall=1),))
    assert settled([Effect("peace", by)], pack, base)[0] == after


def test_a_cut_is_shared_by_those_who_pushed() -> None:
    """When a bound cuts the sum, each effect that pushed loses in proportion; the others do not."""
    after, lines = settled([Effect("peace", 6), Effect("peace", 3), Effect("peace", -1)])
    assert after == 10
    assert [lines[n][0].through for n in range(3)] == [4, 2, -1]
    assert lines[0][0].cut == "range.10"
    assert lines[2][0].cut == ""


def test_what_is_left_of_a_cut_falls_on_the_greatest_remainder() -> None:
    """A cut that does not share out evenly is shared out all the same, to the last point."""
    after, lines = settled([Effect("peace", 2), Effect("peace", 2), Effect("peace", 3)])
    assert after == 10
    assert [lines[n][0].through for n in range(3)] == [1, 2, 2]
    after, lines = settled([Effect("peace", -3), Effect("peace", -3), Effect("peace", -1)])
    assert after == 0
    assert [lines[n][0].through for n in range(3)] == [-2, -2, -1]


@given(st.lists(st.integers(-6, 6).filter(bool), min_size=1, max_size=6))
def test_what_came_through_adds_up_to_what_moved(asked: list[int]) -> None:
    """Whatever is asked, the shares add up to the change, and none is turned or grown by a cut."""
    after, lines = settled([Effect("peace", by) for by in asked])
    came = [lines[n][0].through for n in range(len(asked))]
    assert sum(came) == after - 5
    for by, through in zip(asked, came, strict=True):
        assert min(0, by) <= through <= max(0, by)


@pytest.mark.parametrize(
    ("effect", "through", "cut"),
    [
        (Effect("peace", 3, up_to=7), 2, "up_to.7"),
        (Effect("peace", 2, up_to=7), 2, ""),
        (Effect("peace", -3, down_to=3), -2, "down_to.3"),
        (Effect("peace", -2, down_to=3), -2, ""),
        (Effect("peace", 4, up_to=2), 0, "up_to.2"),
        (Effect("peace", -4, down_to=8), 0, "down_to.8"),
    ],
)
def test_a_cap_is_named_where_it_held(effect: Effect, through: int, cut: str) -> None:
    """What stops at its own cap says so; what reaches it exactly was not cut."""
    _, lines = settled([effect])
    assert (lines[0][0].through, lines[0][0].cut) == (through, cut)


def test_the_order_of_asking_never_matters() -> None:
    """Whatever order effects come in, the value is the same."""
    effects = [
        Effect("peace", 3, up_to=7),
        Effect("peace", -2),
        Effect("peace", 2, up_to=9),
        Effect("peace", -4, down_to=3),
        Effect("peace", 1),
    ]
    assert len({settled(list(each))[0] for each in itertools.permutations(effects)}) == 1


@pytest.mark.parametrize(
    ("effects", "after", "got"),
    [
        ([Effect("peace", -1), Effect("peace", -1, down_to=5)], 4, [(-1, ""), (0, "down_to.5")]),
        ([Effect("peace", 2, up_to=9), Effect("peace", 1, up_to=5)], 7, [(2, ""), (0, "up_to.5")]),
        ([Effect("peace", 1, up_to=6), Effect("peace", 1, up_to=6)], 6, [(0, "up_to.6"), (1, "")]),
        (
            [Effect("peace", 4), Effect("peace", 4), Effect("peace", 3, up_to=6)],
            10,
            [(2, "range.10"), (3, "range.10"), (0, "up_to.6")],
        ),
    ],
)
def test_a_cap_of_one_order_is_not_put_on_anothers_card(
    effects: list[Effect], after: int, got: list[tuple[int, str]]
) -> None:
    """An order without bounds keeps what it did; the one that could do no more says so itself."""
    value, lines = settled(effects)
    assert value == after
    assert [(lines[n][0].through, lines[n][0].cut) for n in range(len(effects))] == got
