"""Labels never overlap, and never stand nearer to another's sign than to their own."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.views.map.label_places import Label, Room, around, placed
from idlib_wargame.views.map.shapes import XY

SHEET = Room(0, 0, 400, 300)
points = st.tuples(st.floats(0, 400), st.floats(0, 300))


@given(st.lists(points, max_size=40), st.lists(points, max_size=5))
def test_labels_overlap_neither_each_other_nor_what_is_taken(
    signs: list[XY], busy: list[XY]
) -> None:
    """However crowded the sheet is."""
    taken = [Room(*at, 30, 30) for at in busy]
    labels = [
        Label(str(number), "town", around(sign, 4, 60, 14), sign)
        for number, sign in enumerate(signs)
    ]
    found = [each.room for each in placed(labels, taken, SHEET, signs)]
    assert all(map(SHEET.holds, found))
    assert not any(one.meets(other) for one, other in combinations(found, 2))
    assert not any(room.meets(other) for room in found for other in taken)


def test_the_weightiest_goes_first() -> None:
    """Of labels that want the same places, the first has the best; what finds none is left out."""
    rooms = (Room(10, 10, 50, 14), Room(10, 40, 50, 14))
    labels = [Label(text, "town", rooms) for text in ("first", "second", "third")]
    found = [(each.text, each.room) for each in placed(labels, [], SHEET)]
    assert found == [("first", rooms[0]), ("second", rooms[1])]


def test_nothing_is_written_over_a_sign_or_beyond_the_sheet() -> None:
    """A label would rather stand elsewhere."""
    rooms = around((100, 50), 5, 60, 12)
    (found,) = placed([Label("a", "town", rooms, (100, 50))], [rooms[0].grown(-4)], SHEET)
    assert found.room == rooms[1]
    assert placed([Label("a", "town", (Room(380, 10, 60, 12),))], [], SHEET) == []


def test_a_label_does_not_stand_by_another_sign() -> None:
    """A place that a reader would take for the neighbour's is passed over."""
    own, neighbour = (100.0, 100.0), (160.0, 100.0)
    label = Label("Ferry", "town", (Room(112, 93, 44, 14), Room(44, 93, 44, 14)), own)
    assert placed([label], [], SHEET, [own, neighbour])[0].room.left == 44


def test_a_label_crosses_a_line_only_where_it_must() -> None:
    """The second place is better when a road runs through the first; one is better than none."""
    road = [((0.0, 20.0), (400.0, 20.0))]
    first, second = Room(10, 10, 50, 14), Room(10, 40, 50, 14)
    assert placed([Label("a", "town", (first, second))], [], SHEET, (), road)[0].room == second
    assert placed([Label("a", "town", (first,))], [], SHEET, (), road)[0].room == first


def test_the_same_shield_is_not_set_twice_side_by_side() -> None:
    """A road's number stands once in a while."""
    labels = [
        Label("Q1", "road", (Room(x, 100, 20, 14),), apart_from_same=120) for x in (10, 60, 200)
    ]
    assert [each.room.left for each in placed(labels, [], SHEET)] == [10, 200]
