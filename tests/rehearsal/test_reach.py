"""Which bands a move can come out in."""

from __future__ import annotations

import pytest

from idlib_wargame.rehearsal.reach import bands_due, bands_within_reach
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.interactions import Contest, Joint, Shift
from tests.rules.small import bands, does, move, scenario, when

ALL = set(Band)
PENALTY = Shift("s", frozenset({"loud"}), when(), -2, "noise")


@pytest.mark.parametrize(
    ("target", "modifiers", "tags", "missing"),
    [
        (7, (), (), set()),
        (4, (), (), {Band.FAILURE}),
        (3, (), (), {Band.FAILURE, Band.PARTIAL}),
        (4, (("peace", -2),), (), set()),
        (4, (), ("loud",), set()),
        (10, (), (), {Band.STRONG}),
        (10, (("peace", 1),), (), set()),
    ],
)
def test_the_bands_that_some_throw_gives(
    target: int,
    modifiers: tuple[tuple[str, int], ...],
    tags: tuple[str, ...],
    missing: set[Band],
) -> None:
    """The target and the shifts that may bear on it decide which bands there are."""
    row = move("m", "north", target=target, modifiers=modifiers, tags=tags)
    assert bands_within_reach(scenario(row, shifts=(PENALTY,)), row) == ALL - missing


def test_allies_and_contests_widen_what_is_within_reach() -> None:
    """Acting together makes a strong success possible at 10, a lost contest a partial at 3."""
    hard, easy = move("hard", "north", target=10), move("easy", "north", target=3, tags=("a",))
    pack = scenario(
        hard,
        easy,
        joints=(Joint(frozenset({"hard"}), 1, "together"),),
        contests=(Contest("c", "a", "b", "fought over"),),
    )
    assert Band.STRONG in bands_within_reach(pack, hard)
    assert Band.PARTIAL in bands_within_reach(pack, easy)


def test_what_the_row_writes_of_is_due_even_out_of_reach() -> None:
    """A row that says what a failure does must be able to fail."""
    silent = move("silent", "north", target=4, effects=bands(does(peace=1)))
    spoken = move("spoken", "north", target=4, effects=bands(does(peace=1), failure=does(peace=-1)))
    pack = scenario(silent, spoken)
    assert bands_due(pack, silent) == ALL - {Band.FAILURE}
    assert bands_due(pack, spoken) == ALL
