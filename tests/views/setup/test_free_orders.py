"""Setup says whether seats may write orders of their own, how many, and which of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.free_orders import NO_FREE_ORDERS, FreeOrders
from idlib_wargame.views.setup.free_orders import (
    count_words,
    minutes_short,
    offered,
    settled,
    short_words,
    told,
    writers,
)
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.views.setup.telling import what_is_played

EVERY = "Every seat may write 1 order of its own a turn, in place of a move."
TWO = "These may write 2 orders of their own a turn, in place of moves: Astra, Caldis."


def test_nobody_writes_any_unless_setup_says_so(harbour: PackReading, tmp_path: Path) -> None:
    """Nothing is told of it then."""
    plan = Plan.for_pack(harbour, tmp_path)
    assert plan.to_setup().free_orders == NO_FREE_ORDERS
    assert not any("order of its own" in each for each in what_is_played(plan))


def test_what_the_pack_says_is_proposed(full: PackReading, tmp_path: Path) -> None:
    """How many and for whom; of a seat of control's own it may say nothing."""
    assert full.scenario is not None
    says = replace(full.scenario, free_orders=FreeOrders(5, ("borea", "press")))
    plan = Plan.for_pack(replace(full, scenario=says), tmp_path)
    assert plan.free_orders == FreeOrders(5, ("borea",))
    assert offered(says) == (0, 1, 2, 3, 5)


def test_those_who_may_are_told_by_name(full: PackReading, tmp_path: Path) -> None:
    """All that order need not be named; control's own seats are not among them."""
    scenario = full.scenario
    assert scenario is not None
    assert writers(scenario) == ("astra", "borea", "caldis")
    assert settled(scenario, 1, writers(scenario)) == FreeOrders(1)
    assert settled(scenario, 1, ()) == settled(scenario, 0, ("astra",)) == NO_FREE_ORDERS
    some = settled(scenario, 2, ("caldis", "astra"))
    assert some == FreeOrders(2, ("astra", "caldis"))
    assert [told(scenario, each) for each in (NO_FREE_ORDERS, FreeOrders(1), some)] == [
        "",
        EVERY,
        TWO,
    ]
    assert [count_words(each) for each in (0, 1)] == ["None", "1 a turn"]
    plan = replace(Plan.for_pack(full, tmp_path), free_orders=some)
    assert TWO in what_is_played(plan)
    assert plan.to_setup().free_orders == some


def test_seats_that_share_an_actor_both_may(full: PackReading, tmp_path: Path) -> None:
    """An arrangement that splits one up passes it on to its parts."""
    plan = Plan.for_pack(full, tmp_path)
    split = next(each for each in plan.scenario.arrangements if each.parts)
    free = FreeOrders(1, ("astra",))
    split_plan = replace(plan.with_arrangement(split.id), free_orders=free)
    parts = tuple(part.id for part in split.parts if part.of == "astra")
    assert len(parts) == 2
    assert split_plan.to_setup().free_orders == FreeOrders(1, parts)


def test_who_lets_more_be_written_than_adjudication_has_minutes_for_is_told(
    full: PackReading,
) -> None:
    """With the minutes that would do; not where they do, and not where none are planned."""
    scenario = full.scenario
    assert scenario is not None
    three = FreeOrders(1)
    assert short_words(scenario, three, 8) == (
        "Up to 3 a turn: reckon 4 to 6 minutes for each; the phase has 8."
    )
    assert minutes_short(scenario, three, 8) == 15
    assert short_words(scenario, three, minutes_short(scenario, three, 8)) == ""
    for free, minutes in ((three, 0), (FreeOrders(1, ("astra",)), 8), (NO_FREE_ORDERS, 1)):
        assert short_words(scenario, free, minutes) == ""
