from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from idlib_wargame.record.file import Record
from idlib_wargame.record.views import VIEWS
from tests.record.example import ACTS, SEED, play, played_file, result, sealed

Rows = list[dict[str, Any]]


class Analyst:
    """Someone with sqlite3 and a session file, and nothing of ours."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.row_factory = sqlite3.Row

    def view(self, name: str, columns: str = "*") -> Rows:
        """The rows of a view."""
        return [dict(row) for row in self.connection.execute(f"SELECT {columns} FROM {name}")]


@pytest.fixture
def analyst(tmp_path: Path) -> Iterator[Analyst]:
    """The example, opened with sqlite3."""
    path = played_file(tmp_path / "B.wargame")
    with closing(sqlite3.connect(path)) as connection:
        yield Analyst(connection)


def standing(tmp_path: Path, acts: list[tuple[str, dict[str, Any], str]]) -> list[int]:
    """The numbers of the entries that stand after these acts."""
    with Record.create(tmp_path / "B.wargame", SEED) as record:
        play(record, acts)
    with closing(sqlite3.connect(tmp_path / "B.wargame")) as connection:
        return [row[0] for row in connection.execute("SELECT number FROM standing")]


def test_what_was_struck_does_not_stand(analyst: Analyst) -> None:
    """The undone order (4) and all of the reopened turn (12, 13) are left out; the rest stands."""
    numbers = [row["number"] for row in analyst.view("standing")]
    assert numbers == [n for n in range(1, len(ACTS) + 1) if n not in {4, 12, 13}]


def test_reopening_twice_strikes_twice(tmp_path: Path) -> None:
    """A turn reopened again strikes its second attempt; entries before the turn stand."""
    first, again = result(1, 2, []), result(1, 3, [])
    acts = [
        sealed(1, "east", "parley"),
        ("adjudicated", first, "facilitator"),
        ("reopened", {"turn": 1, "number": 2}, "facilitator"),
        ("adjudicated", again, "facilitator"),
        ("reopened", {"turn": 1, "number": 4}, "facilitator"),
    ]
    assert standing(tmp_path, acts) == [1, 3, 5]


def test_an_undo_without_a_number_strikes_nothing(tmp_path: Path) -> None:
    """A body of another shape does no harm."""
    assert standing(tmp_path, [sealed(1, "east", "parley"), ("undone", {}, "east")]) == [1, 2]


def test_orders(analyst: Analyst) -> None:
    """Each opened order with its reason; none that was undone or struck."""
    orders = [(row["turn"], row["seat"], row["move"], row["why"]) for row in analyst.view("orders")]
    assert orders == [
        (1, "east", "parley", "To gain time"),
        (1, "west", "blockade", "To gain time"),
        (2, "east", "parley", "To gain time"),
        (2, "west", "wait", "To gain time"),
    ]


def test_rolls(analyst: Analyst) -> None:
    """Odds, dice, what the table gave and what was ruled, in words."""
    rolls = analyst.view("rolls")
    blockade = rolls[1]
    assert (blockade["target"], blockade["shift"], blockade["need"]) == (7, 1, 6)
    assert (blockade["first_die"], blockade["second_die"], blockade["total"]) == (4, 3, 7)
    assert (blockade["table_result"], blockade["ruled_result"]) == ("failure", "partial")
    assert (blockade["severity"], blockade["goldstein"]) == (4, -2.5)
    lapsed = rolls[3]
    assert (lapsed["lapsed"], lapsed["first_die"], lapsed["table_result"]) == (
        "Nobody came.", None, None,
    )  # fmt: skip
    assert [row["table_result"] for row in rolls] == ["success", "failure", "strong success", None]


def test_rolls_name_all_who_ordered(tmp_path: Path) -> None:
    """A joint order is one row that names both allies."""
    joint = result(1, 1, [{**ACTS[7][1]["cards"][0], "seats": ["east", "sea"]}])
    with Record.create(tmp_path / "B.wargame", SEED) as record:
        record.append("adjudicated", joint, "facilitator")
    with closing(sqlite3.connect(tmp_path / "B.wargame")) as connection:
        assert Analyst(connection).view("rolls", "ordered_by") == [{"ordered_by": "east, sea"}]


def test_effects(analyst: Analyst) -> None:
    """What orders asked and what came through, then what followed by itself."""
    effects = [tuple(row.values()) for row in analyst.view("effects") if row["turn"] == 1]
    address = "1/diplomacy/parley.east"
    assert (1, "order", address, "east", "parley", "trust", 2, 1, "at its top") in effects
    assert (1, "upkeep", "wear", None, None, "truce", -1, -1, "") in effects
    assert len(effects) == 3


def test_rulings(analyst: Analyst) -> None:
    """A ruling stands beside what the table gave, with who and why."""
    (ruling,) = analyst.view("rulings")
    assert (ruling["turn"], ruling["seat"], ruling["move"]) == (1, "west", "blockade")
    assert (ruling["table_result"], ruling["ruled_result"]) == ("failure", "partial")
    assert (ruling["by"], ruling["why"], ruling["shown"]) == ("facilitator", "Fog", 1)


def test_tracks(analyst: Analyst) -> None:
    """Tracks by turn; turn 1 as the ruling left it, turn 2 as it was played again."""
    tracks = {(row["turn"], row["track"]): row["value"] for row in analyst.view("tracks")}
    assert tracks == {(1, "trust"): 6, (1, "truce"): 3, (2, "trust"): 8, (2, "truce"): 3}


def test_escalation(analyst: Analyst) -> None:
    """The three measures, a row a turn."""
    assert analyst.view("escalation") == [
        {"turn": 1, "rung": 1, "severity": 16, "goldstein": -1.5},
        {"turn": 2, "rung": 3, "severity": 16, "goldstein": -1.5},
    ]


def test_events(analyst: Analyst) -> None:
    """An act aimed at two is two rows, one aimed at nobody is one, and a lapsed one is none."""
    events = [
        (row["source"], row["target"], row["cameo"], row["goldstein"])
        for row in analyst.view("events")
        if row["turn"] == 2
    ]
    assert events == [
        ("east", "west", "036", 4.0),
        ("east", "sea", "036", 4.0),
        ("east", None, "010", 0.0),
    ]


def test_notes(analyst: Analyst) -> None:
    """Notes that were not struck."""
    assert [(row["turn"], row["text"]) for row in analyst.view("notes")] == [(2, "They whisper.")]


def test_seats(analyst: Analyst) -> None:
    """Who sits where now: the setup, as later changed."""
    seats = {
        row["seat"]: (row["people"], row["played_by"], row["since"])
        for row in analyst.view("seats")
    }
    when = {row["number"]: row["at"] for row in analyst.view("entries")}
    assert seats == {
        "east": ("A. P., M. K.", "person", when[2]),
        "west": ("Q.", "person", when[15]),
    }


def test_turns(analyst: Analyst) -> None:
    """A row for each adjudicated turn."""
    when = {row["number"]: row["at"] for row in analyst.view("entries")}
    assert [tuple(row.values()) for row in analyst.view("turns")] == [
        (1, "semi_rigid", 2, 1, 1, when[8], when[10]),
        (2, "semi_rigid", 2, 0, 3, when[16], when[17]),
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_session_has_every_view(tmp_path: Path, view: str) -> None:
    """Before anything happened, every view is there and empty."""
    Record.create(tmp_path / "B.wargame", SEED).close()
    with closing(sqlite3.connect(tmp_path / "B.wargame")) as connection:
        assert Analyst(connection).view(view) == []
