"""Who reads, and who may."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import (
    CONTROL,
    EVERYONE,
    ONLY_CONTROL,
    ROOM,
    Audience,
    Reader,
)

ASTRA, BOREA = Reader("astra"), Reader("borea")


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        (EVERYONE, [CONTROL, ASTRA, BOREA, ROOM]),
        (ONLY_CONTROL, [CONTROL]),
        (Audience.of_seats(["astra"]), [CONTROL, ASTRA]),
        (Audience.of_seats(["astra", "borea"]), [CONTROL, ASTRA, BOREA]),
        (Audience.of_seats([]), [CONTROL]),
    ],
)
def test_an_audience_admits_control_and_those_it_names(
    audience: Audience, readers: list[Reader]
) -> None:
    """The room is more than the seats that happen to be named."""
    assert [each for each in (CONTROL, ASTRA, BOREA, ROOM) if audience.admits(each)] == readers
