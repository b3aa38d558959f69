"""What was drawn once is not drawn again while it is shown."""

from __future__ import annotations

from idlib_wargame.web.kept import MOST, KeptDrawings


def test_the_same_value_is_drawn_once_and_an_equal_one_anew() -> None:
    """By which it is, and not by what it says: two readers' maps may look alike."""
    asked: list[list[int]] = []

    def draw(value: list[int]) -> str:
        asked.append(value)
        return f"{value}"

    kept, one, equal = KeptDrawings[list[int], str](draw), [1], [1]
    assert [kept.of(one), kept.of(one), kept.of(equal)] == ["[1]"] * 3
    assert [each is one for each in asked] == [True, False]


def test_only_so_many_are_kept() -> None:
    """The oldest are let go of."""
    asked: list[int] = []

    def draw(value: list[int]) -> str:
        asked.append(value[0])
        return "drawn"

    kept = KeptDrawings[list[int], str](draw)
    values = [[number] for number in range(MOST + 1)]
    for value in values:
        kept.of(value)
    kept.of(values[-1])
    assert len(asked) == MOST + 1
    kept.of(values[0])
    assert len(asked) == MOST + 2
