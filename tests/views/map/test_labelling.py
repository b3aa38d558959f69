"""Which names of a crowded map find room, whoever draws it."""

from __future__ import annotations

from itertools import combinations

import pytest

from idlib_wargame.packs.reader import load
from idlib_wargame.views.map.label_places import Room
from idlib_wargame.views.map.labelling import Labelling, Lettering, sign_room
from idlib_wargame.views.map.projection import Frame
from idlib_wargame.views.map.shown import MapShown
from idlib_wargame.views.map.standing import SIGNS
from tests.scenarios.rows import PACK
from tests.views.map.bank import shown, state

PAPER = Room(0, 0, 900, 700)
LETTERING = Lettering(lambda text, style: (7.0 * len(text), 14.0), lambda kind: 6.0)


@pytest.fixture(scope="module")
def crowded() -> MapShown:
    """The shipped pack's, which is crowded where it matters."""
    pack = load(PACK)
    return shown(pack, state(pack))


def _frame(crowded: MapShown) -> Frame:
    region = crowded.region
    return Frame.fitting(region.play, PAPER.width, PAPER.height, region.whole.squeeze)


def test_no_name_stands_over_another_or_over_a_sign_or_what_is_taken(crowded: MapShown) -> None:
    """Nor off the paper."""
    frame, taken = _frame(crowded), Room(8, 640, 120, 24)
    found = Labelling(frame, PAPER, LETTERING).place(crowded.standings, [taken])
    rooms = [each.room for each in found]
    features = [each.feature for each in crowded.standings if each.feature.kind in SIGNS]
    signs = [sign_room(frame, feature, LETTERING.radius) for feature in features]
    assert rooms
    assert all(map(PAPER.holds, rooms))
    assert not any(one.meets(other) for one, other in combinations(rooms, 2))
    assert not any(room.meets(other) for room in rooms for other in (taken, *signs))


def test_posts_are_named_on_a_close_up_only(crowded: MapShown) -> None:
    """Beside the greatest towns, which are named on both."""
    posts = {each.feature.name.partition(",")[0] for each in crowded.standings
             if each.feature.kind == "post"}  # fmt: skip
    frame = _frame(crowded)
    far, near = (
        {each.text for each in Labelling(*asked).place(crowded.standings, [])}
        for asked in ((frame, PAPER, LETTERING), (frame, PAPER, LETTERING, True))
    )
    greatest = [each.feature.name for each in crowded.standings if each.feature.kind == "town"][:4]
    assert not posts & far
    assert posts & near
    assert set(greatest) <= far & near


def test_larger_text_keeps_the_same_words_further_apart(crowded: MapShown) -> None:
    """A road's number is not repeated where it would be read twice."""
    frame = _frame(crowded)
    for scale in (1.0, 1.5):
        lettering = Lettering(LETTERING.measure, LETTERING.radius, scale)
        found = Labelling(frame, PAPER, lettering).place(crowded.standings, [])
        shields = [each for each in found if each.style == "road"]
        assert shields
        for one, other in combinations(shields, 2):
            (x, y), (to_x, to_y) = one.room.middle, other.room.middle
            assert one.text != other.text or max(abs(x - to_x), abs(y - to_y)) >= 130 * scale
