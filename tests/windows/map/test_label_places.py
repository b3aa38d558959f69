"""Labels never overlap, and never stand nearer to another's sign than to their own."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF, QRectF

from idlib_wargame.windows.map.label_places import Label, around, placed

SHEET = QRectF(0, 0, 400, 300)
points = st.builds(QPointF, st.floats(0, 400), st.floats(0, 300))


@given(st.lists(points, max_size=40), st.lists(points, max_size=5))
def test_labels_overlap_neither_each_other_nor_what_is_taken(
    signs: list[QPointF], busy: list[QPointF]
) -> None:
    """However crowded the sheet is."""
    taken = [QRectF(at.x(), at.y(), 30, 30) for at in busy]
    labels = [
        Label(str(number), "town", around(sign, 4, 60, 14), sign)
        for number, sign in enumerate(signs)
    ]
    found = placed(labels, taken, SHEET, signs)
    assert all(SHEET.contains(each.rect) for each in found)
    for one, other in combinations([*(each.rect for each in found), *taken[:0]], 2):
        assert not one.intersects(other)
    assert not any(each.rect.intersects(rect) for each in found for rect in taken)


def test_the_weightiest_goes_first() -> None:
    """Of two labels that want one place, the first has it."""
    room = QRectF(10, 10, 50, 14)
    labels = [Label("first", "town", (room,)), Label("second", "town", (room,))]
    assert [each.text for each in placed(labels, [], SHEET)] == ["first"]


def test_a_label_does_not_stand_by_another_sign() -> None:
    """A place that a reader would take for the neighbour's is passed over."""
    own, neighbour = QPointF(100, 100), QPointF(160, 100)
    label = Label("Ferry", "town", (QRectF(112, 93, 44, 14), QRectF(44, 93, 44, 14)), own)
    assert placed([label], [], SHEET, [own, neighbour])[0].rect.left() == 44


def test_a_label_crosses_a_line_only_where_it_must() -> None:
    """The second place is better when a road runs through the first; one is better than none."""
    road = [QLineF(0, 20, 400, 20)]
    first, second = QRectF(10, 10, 50, 14), QRectF(10, 40, 50, 14)
    assert placed([Label("a", "town", (first, second))], [], SHEET, (), road)[0].rect == second
    assert placed([Label("a", "town", (first,))], [], SHEET, (), road)[0].rect == first


def test_the_same_shield_is_not_set_twice_side_by_side() -> None:
    """A road's number stands once in a while."""
    labels = [
        Label("Q1", "road", (QRectF(x, 100, 20, 14),), apart_from_same=120) for x in (10, 60, 200)
    ]
    assert [each.rect.left() for each in placed(labels, [], SHEET)] == [10, 200]
