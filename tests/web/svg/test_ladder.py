"""The ladder on a page: its levels, the line over them, and what has no room."""

from __future__ import annotations

import re

from idlib_wargame.web.svg.ladder import LadderLook, Marked, ladder_drawing
from tests.web.svg.reading import named, read, styled, words

RUNGS = ("0. Calm", "1. Words", "2. Shots at sea", "3. War between the two coasts")

LOOK = LadderLook(360.0)


def drawn(line: tuple[int, ...], look: LadderLook = LOOK, **more: object) -> str:
    """A ladder of four levels over six turns."""
    return ladder_drawing(RUNGS, line, 6, look, **more)  # type: ignore[arg-type]


def levels(picture: str) -> dict[str, tuple[float, float]]:
    """Where each level's band lies: its top and its bottom, by its name."""
    bands = list(named(picture, "rect"))
    tops = [float(each.get("y", "0")) for each in bands]
    feet = [top + float(each.get("height", "0")) for top, each in zip(tops, bands, strict=True)]
    names = [each for each in words(picture) if each in RUNGS]
    return dict(zip(names, zip(tops, feet, strict=True), strict=True))


def walked(picture: str) -> list[float]:
    """The heights through which the line goes."""
    (path,) = (e for e in named(picture, "path") if e.get("class") == "l-line")
    return [float(each) for each in re.findall(r"(?:M[\d.]+ |V)([\d.]+)", path.get("d", ""))]


def test_the_highest_level_stands_at_the_top_and_the_line_goes_through_its_bands() -> None:
    """A point for the start and each turn, in the middle of the level that it stood on."""
    picture = drawn((1, 2, 2, 3, 0))
    where = levels(picture)
    assert list(where) == list(reversed(RUNGS))
    expected = [RUNGS[place] for place in (1, 2, 2, 3, 0)]
    for level, name in zip(walked(picture), expected, strict=True):
        top, bottom = where[name]
        assert top < level < bottom
    assert styled(picture) == []


def test_the_level_that_it_stands_on_now_is_set_off() -> None:
    """Its band and its name, and no other."""
    picture = drawn((1, 2))
    held = [" ".join(e.itertext()) for e in named(picture, "text") if e.get("class") == "l-held"]
    assert held == ["2. Shots at sea"]
    assert [e.get("class") for e in named(picture, "rect")].count("l-here") == 1


def test_every_turn_has_its_number_where_there_is_room() -> None:
    """From 1 to the last; the start has none."""
    assert [each for each in words(drawn((0,))) if each.isdigit()] == ["1", "2", "3", "4", "5", "6"]


def test_long_names_stand_on_several_lines_and_make_their_band_higher() -> None:
    """On a narrow picture the whole name is there all the same."""
    picture = ladder_drawing(RUNGS, (0,), 6, LadderLook(200.0))
    assert "3. War between the two coasts" in words(picture)
    where = levels(picture)
    high = {name: bottom - top for name, (top, bottom) in where.items()}
    assert high["3. War between the two coasts"] > high["0. Calm"]


def test_levels_without_room_are_counted_and_the_one_that_counts_is_kept() -> None:
    """On a picture so low that four have none."""
    picture = ladder_drawing(RUNGS, (0,), 6, LadderLook(900.0, 120.0, (28,)))
    assert "0. Calm" in words(picture)
    assert any(re.fullmatch(r"\d levels? above these", each) for each in words(picture))


def test_a_clock_is_a_dashed_line_with_its_letter() -> None:
    """Where turn n lies from n − ½ to n + ½, so that 2.5 is where the third begins."""
    picture = drawn((0,), marks=[Marked("A", 2.5)])
    assert "A" in words(picture)
    (clock,) = (e for e in named(picture, "path") if e.get("class") == "l-clock")
    x = float(re.match(r"M([\d.]+) ", clock.get("d", "")).group(1))  # type: ignore[union-attr]
    columns = {
        int(" ".join(e.itertext())): float(e.get("x", "0"))
        for e in named(picture, "text")
        if " ".join(e.itertext()).isdigit()
    }
    assert abs(x - (columns[2] + columns[3]) / 2) < 0.2


def test_what_is_told_of_it_is_heard() -> None:
    """By those who do not see it."""
    picture = drawn((0, 1), told="Start: 0. Calm")
    assert [each.text for each in named(picture, "desc")] == ["Start: 0. Calm"]
    assert read(picture).get("aria-label") == "The situation ladder, turn by turn"
