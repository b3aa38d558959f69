"""Which things of a scene a page is about."""

from __future__ import annotations

import pytest

from idlib_wargame.views.room.paging import Holds, Stretch, stretch

LONG: Holds = ((0, 1), (2,), (2,), (2, 3), (4,))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (0, Stretch(0, 2)),
        (1, Stretch(2, 4, 0, 3)),
        (2, Stretch(2, 4, 1, 3)),
        (3, Stretch(2, 4, 2, 3)),
        (4, Stretch(4, 5)),
    ],
)
def test_a_thing_that_goes_on_belongs_together(page: int, said: Stretch) -> None:
    """With what begins on the page where it ends."""
    assert stretch(LONG, page, 5) == said


def test_the_page_before_all_results_is_about_none() -> None:
    """And the one after it about the first."""
    assert stretch(((), (0,), (1,)), 0, 2) == Stretch(0, 0)
    assert stretch(((), (0,), (1,)), 1, 2) == Stretch(0, 1)


@pytest.mark.parametrize(("page", "count"), [(0, 4), (0, 6), (5, 5), (-1, 5)])
def test_pages_of_other_things_say_nothing(page: int, count: int) -> None:
    """What came since has no page yet, and is not left out for that."""
    assert stretch(LONG, page, count) is None
    assert stretch((), 0, 0) is None
