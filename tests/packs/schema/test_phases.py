"""Which phases a pack may name, and that a turn made of them comes to its end."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from pydantic import TypeAdapter, ValidationError

from idlib_wargame.packs.reader import PackReading, read_files
from idlib_wargame.packs.schema.phases import Phases
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.phases import NEEDED_PHASES, PHASES
from idlib_wargame.session.autoplay import begin, play_on
from tests.packs.harbour import FILES, FULL, changed

OLD = """phases: [talks, orders, adjudication, report]
minutes: {talks: 10, orders: 8, adjudication: 8, report: 4}
"""
ACCEPTED = [
    ("orders", "adjudication", "report"),
    ("talks", "orders", "adjudication", "report"),
    ("injects", "orders", "adjudication", "report"),
    ("injects", "talks", "orders", "adjudication", "report"),
]


def with_phases(phases: tuple[str, ...]) -> PackReading:
    """The harbour pack with these phases, and minutes for none of them."""
    return read_files(changed("pack.yaml", OLD, f"phases: [{', '.join(phases)}]\n"))


def is_accepted(phases: tuple[str, ...]) -> bool:
    """Whether a pack may have these."""
    try:
        TypeAdapter(Phases).validate_python(list(phases))
    except ValidationError:
        return False
    return True


def test_of_every_choice_and_order_four_are_accepted() -> None:
    """Any other set or order would dead-end, so the check says no before anyone plays it."""
    lists = [some for size in range(6) for some in permutations(PHASES, size)]
    assert len(lists) == 326
    assert sorted(each for each in lists if is_accepted(each)) == sorted(ACCEPTED)


def test_the_list_of_accepted_phases_is_whole() -> None:
    """They are the needed phases with or without each of the others, in the one order."""
    sets = [some for size in range(6) for some in combinations(PHASES, size)]
    assert sorted(each for each in sets if {*NEEDED_PHASES} <= {*each}) == sorted(ACCEPTED)


@pytest.mark.parametrize("phases", ACCEPTED, ids=" ".join)
def test_random_play_over_accepted_phases_finishes(phases: tuple[str, ...]) -> None:
    """Whatever the check lets through is played to its last turn."""
    reading = with_phases(phases)
    session = begin(None, reading, "random", seed_from_number(7))
    passed = [change.after.phase for change in play_on(session)]
    assert session.play.finished
    assert len(session.play.closed) == session.scenario.turns == 4
    assert {*passed} - {"finished"} == {*phases}
    session.close()


def test_injects_that_may_be_left_out_need_no_phase() -> None:
    """The facilitator may send an optional inject by hand whenever orders are not yet open."""
    text = FULL["injects.yaml"].replace("    optional: true\n", "")
    optional = text.replace("\n    code:", "\n    optional: true\n    code:")
    assert optional.count("optional: true") == text.count("- id:") > 0
    pack = FULL["pack.yaml"].replace("[injects, talks,", "[talks,").replace("injects: 3, ", "")
    files = {**FULL, "injects.yaml": optional, "pack.yaml": pack}
    assert read_files(files).problems == ()


def test_a_pack_may_leave_its_phases_out() -> None:
    """It then has talks, orders, adjudication and a report."""
    text = FILES["pack.yaml"].replace(OLD, "")
    scenario = read_files({**FILES, "pack.yaml": text}).scenario
    assert scenario is not None
    assert scenario.phases == ("talks", "orders", "adjudication", "report")
