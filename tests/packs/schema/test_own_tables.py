"""A pack's rule tables: two to five, of any name, each in a colour of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading, load, read_files
from idlib_wargame.packs.shelf import TEMPLATE, shipped_packs
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.pack.table_colours import TABLE_COLOURS
from idlib_wargame.session.autoplay import begin, play_on
from tests.packs.harbour import FILES, told
from tests.packs.other_tables import five_tables, two_tables

GREEN, VERMILION, BLUE, ORANGE, PURPLE = TABLE_COLOURS.values()


def tables_of(reading: PackReading) -> list[tuple[str, str, str]]:
    """Id, name and colour of each table, of a pack without problems."""
    assert told(reading) == []
    assert reading.scenario is not None
    return [(table.id, table.name, table.colour) for table in reading.scenario.tables]


def test_two_tables_have_their_authors_names_and_colours() -> None:
    """A table without a colour takes the first of the set."""
    assert tables_of(two_tables()) == [
        ("fleet", "NATO moves", PURPLE),
        ("else", "eVERYTHING else", GREEN),
    ]


def test_five_tables_each_have_another_colour() -> None:
    """Those without a colour take what their author left, in the order of the set."""
    assert tables_of(five_tables()) == [
        ("giving", "Concessions", VERMILION),
        ("fleet", "NATO moves", GREEN),
        ("talk", "Diplomatic actions", BLUE),
        ("papers", "Newspapers and broadcasters", ORANGE),
        ("money", "iBank", PURPLE),
    ]


@pytest.mark.parametrize("pack", [two_tables, five_tables])
def test_packs_with_tables_of_their_own_play_to_the_end(pack: Callable[[], PackReading]) -> None:
    """The referee takes tables as the pack has them, and limits orders by them."""
    session = begin(None, pack(), "random", seed_from_number(11))
    for _ in play_on(session):
        pass
    cards = [card for turn in session.play.closed for card in turn.result.cards]
    assert session.play.finished
    assert {card.table for card in cards} == {table.id for table in session.scenario.tables}
    session.close()


def test_one_table_is_too_few() -> None:
    """A turn in which there is but one kind of thing to do is no choice."""
    text = FILES["pack.yaml"]
    others = ("  - {id: military", "  - {id: diplomatic")
    one = [line for line in text.splitlines() if not line.startswith(others)]
    reading = read_files({**FILES, "pack.yaml": "\n".join(one)})
    assert "pack.yaml:21:3: found 1 table, expected 2 to 5 tables" in told(reading)


@pytest.mark.parametrize("path", [TEMPLATE, *shipped_packs()], ids=lambda path: path.name)
def test_shipped_packs_keep_the_three_tables_in_their_colours(path: Path) -> None:
    """Concessions are green, military pressure vermilion, diplomatic actions blue everywhere."""
    colours = {table.id: table.colour for table in load(path).tables}
    assert colours == {"concessions": GREEN, "military": VERMILION, "diplomatic": BLUE}
