from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from idlib_wargame.record.file import Record
from idlib_wargame.record.views import VIEWS
from tests.record.example import (
    ACTS,
    NAMES,
    SEED,
    Act,
    card,
    effect,
    gale,
    play,
    played_file,
    result,
    sealed,
)

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


def standing(tmp_path: Path, acts: list[Act]) -> list[int]:
    """The numbers of the entries that stand after these acts."""
    with Record.create(tmp_path / "B.wargame", SEED) as record:
        play(record, acts)
    with closing(sqlite3.connect(tmp_path / "B.wargame")) as connection:
        return [row[0] for row in connection.execute("SELECT number FROM standing")]


def test_what_was_struck_does_not_stand(analyst: Analyst) -> None:
    """The undone order (4) and the reopened turn's result (12) are left out; the rest stands."""
    numbers = [row["number"] for row in analyst.view("standing")]
    assert numbers == [n for n in range(1, len(ACTS) + 1) if n not in {4, 12}]


def test_reopening_twice_strikes_twice(tmp_path: Path) -> None:
    """A turn reopened again strikes its second attempt; to take that back restores it."""
    first, again = result(1, 2, []), result(1, 3, [])
    acts = [
        sealed(1, "east", "parley"),
        ("adjudicated", first, "facilitator"),
        ("reopened", {"turn": 1, "strikes": [2], "restores": []}, "facilitator"),
        ("adjudicated", again, "facilitator"),
        ("reopened", {"turn": 1, "strikes": [4], "restores": []}, "facilitator"),
    ]
    assert standing(tmp_path, acts) == [1, 3, 5]
    acts.append(("undone", {"number": 5, "strikes": [5], "restores": [4]}, "facilitator"))
    (tmp_path / "B.wargame").unlink()
    assert standing(tmp_path, acts) == [1, 3, 4, 6]
    acts.append(("redone", {"number": 5, "strikes": [4], "restores": [5]}, "facilitator"))
    (tmp_path / "B.wargame").unlink()
    assert standing(tmp_path, acts) == [1, 3, 5, 6, 7]


def test_an_undo_without_a_number_strikes_nothing(tmp_path: Path) -> None:
    """A body of another shape does no harm."""
    acts = [("undone", {}, "east"), ("undone", {"strikes": ["x", None, {}], "restores": 7}, "east")]
    assert standing(tmp_path, [sealed(1, "east", "parley"), *acts]) == [1, 2, 3]


def session_of(tmp_path: Path, acts: list[Act]) -> Analyst:
    """A session of these acts, with names, opened with sqlite3."""
    with Record.create(tmp_path / "B.wargame", SEED, NAMES) as record:
        play(record, acts)
    return Analyst(sqlite3.connect(tmp_path / "B.wargame"))


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
    assert (lapsed["first_die"], lapsed["table_result"]) == (None, None)
    assert (lapsed["lapsed"], lapsed["lapsed_name"]) == ("principals.wait", "Waiting takes two")
    assert [row["table_result"] for row in rolls] == ["success", "failure", "strong success", None]


def test_rolls_name_all_who_ordered(tmp_path: Path) -> None:
    """A joint order is one row that names both allies."""
    joint = result(1, 1, [{**ACTS[7][1]["cards"][0], "seats": ["east", "sea"]}])
    with Record.create(tmp_path / "B.wargame", SEED) as record:
        record.append("adjudicated", joint, "facilitator")
    with closing(sqlite3.connect(tmp_path / "B.wargame")) as connection:
        assert Analyst(connection).view("rolls", "ordered_by") == [{"ordered_by": "east, sea"}]


def test_names_stand_beside_ids(analyst: Analyst) -> None:
    """A reader sees what rows are called, in the pack's words, and NULL where nothing says."""
    orders = analyst.view("orders", "seat, seat_name, move, move_name, choice_name")
    assert [tuple(row.values()) for row in orders[:2]] == [
        ("east", "The East", "parley", "Parley under a white flag", None),
        ("west", "L’Ouest", "blockade", "Blockade", None),
    ]
    (ruling,) = analyst.view("rulings")
    assert (ruling["seat_name"], ruling["move_name"]) == ("L’Ouest", "Blockade")
    tracks = {(row["track"], row["track_name"]) for row in analyst.view("tracks")}
    assert tracks == {("trust", "Trust between the coasts"), ("truce", None)}
    assert [row["rung_name"] for row in analyst.view("escalation")] == [None, "Open hostility"]
    assert [row["seat_name"] for row in analyst.view("seats")] == ["The East", "L’Ouest"]
    events = [
        (row["source_name"], row["target_name"], row["name"]) for row in analyst.view("events")
    ]
    assert ("The East", "L’Ouest", "Offer to meet") in events
    assert ("The East", None, None) in events


def test_a_choice_and_a_contest_lost(tmp_path: Path) -> None:
    """How a move was played has a name of its own; a contest is told by the row it was lost to."""
    lost = card("west", "blockade", 2, choice="by_night", contests=["contest.boarding"])
    acts: list[Act] = [("adjudicated", result(1, 1, [lost]), "facilitator")]
    with closing(session_of(tmp_path, acts).connection) as connection:
        analyst = Analyst(connection)
        columns = "choice, choice_name, contests_lost"
        assert analyst.view("rolls", columns) == [
            {"choice": "by_night", "choice_name": "By night", "contests_lost": "contest.boarding"}
        ]
        (order,) = analyst.view("orders", "choice, choice_name")
        assert tuple(order.values()) == ("by_night", "By night")


def test_shifts(analyst: Analyst) -> None:
    """Each modifier that counted, with its reason."""
    columns = "turn, place, seat_name, move, row, row_name, shift"
    shifts = [tuple(row.values()) for row in analyst.view("shifts", columns)]
    assert shifts[:2] == [
        (1, 1, "The East", "parley", "modifier.parley.1", "They are on good terms", 1),
        (1, 2, "L’Ouest", "blockade", "modifier.blockade.1", None, 1),
    ]
    assert len(shifts) == 4


def test_effects(analyst: Analyst) -> None:
    """What orders asked and what came through, then what followed by itself."""
    effects = [row for row in analyst.view("effects") if row["turn"] == 1]
    assert effects[0] == {
        "turn": 1, "kind": "order", "origin": "1/diplomacy/parley.east", "origin_name": None,
        "seat": "east", "seat_name": "The East",
        "move": "parley", "move_name": "Parley under a white flag",
        "track": "trust", "track_name": "Trust between the coasts",
        "asked": 2, "through": 1, "source": "", "source_name": None,
        "cut_by": "limit.no_trust_in_fog", "cut_by_name": "Fog hides a good deed",
    }  # fmt: skip
    assert effects[2] == {
        "turn": 1, "kind": "upkeep", "origin": "upkeep.wear",
        "origin_name": "Fighting wears a truce", "seat": None, "seat_name": None,
        "move": None, "move_name": None, "track": "truce", "track_name": None,
        "asked": -1, "through": -1, "source": "", "source_name": None,
        "cut_by": "", "cut_by_name": None,
    }  # fmt: skip
    assert len(effects) == 3


def turn_with_a_gale(turn: int, trust: int, truce: int) -> list[Act]:
    """A turn that begins with an inject; trust and truce are where it leaves them."""
    came = result(turn, 1, [card("east", "parley", 3), card("west", "blockade", 1)])
    came["cards"][1]["effects"] = [effect("trust", -4, -3, "contradiction.two_tongues", "range.0")]
    came["state"] = {"trust": trust, "truce": truce}
    return [gale(turn, 2), ("adjudicated", came, "facilitator")]


# Each turn, the gale brings trust +2, the orders +1 and -3; and the truce wears by 1.
STORMY: list[Act] = [
    *turn_with_a_gale(1, trust=5, truce=4),
    *turn_with_a_gale(2, trust=5, truce=3),
    gale(3, 1),
    ("undone", {"number": 5, "strikes": [5], "restores": []}, "facilitator"),
    *turn_with_a_gale(3, trust=5, truce=2),
]


def test_effects_add_up_to_the_change_of_tracks(tmp_path: Path) -> None:
    """From one turn to the next, no track moves but by what stands among the effects."""
    with closing(session_of(tmp_path, STORMY).connection) as connection:
        analyst = Analyst(connection)
        changes = analyst.view(
            "tracks JOIN tracks AS before ON before.track = tracks.track"
            " AND before.turn = tracks.turn - 1",
            "tracks.turn, tracks.track, tracks.value - before.value AS change",
        )
        sums = analyst.view(
            "effects WHERE turn > 1 GROUP BY turn, track ORDER BY turn, track",
            "turn, track, sum(through) AS change",
        )
    assert sorted(map(str, changes)) == sorted(map(str, sums))
    assert [tuple(row.values()) for row in sums] == [
        (2, "truce", -1), (2, "trust", 0), (3, "truce", -1), (3, "trust", 0),
    ]  # fmt: skip


def test_injects(tmp_path: Path) -> None:
    """Each inject that was sent and not undone, to whom; what it moved is among the effects."""
    with closing(session_of(tmp_path, STORMY).connection) as connection:
        analyst = Analyst(connection)
        injects = analyst.view("injects")
        moved = analyst.view("effects WHERE kind = 'inject'", "turn, origin, origin_name, through")
    assert [(row["number"], row["turn"], row["title"]) for row in injects] == [
        (1, 1, "A gale warning"), (3, 2, "A gale warning"), (7, 3, "A gale warning"),
    ]  # fmt: skip
    first = injects[0]
    assert (first["inject"], first["sender"], first["means"]) == ("gale", "Coast guard", "radio")
    assert (first["recipients"], first["text"]) == ("east, west", "Force nine by dusk.")
    assert [tuple(row.values()) for row in moved] == [
        (turn, "inject.gale", "A gale warning", 2) for turn in (1, 2, 3)
    ]


def test_an_inject_of_a_re_opened_turn_is_told_and_does_not_count(tmp_path: Path) -> None:
    """People have read it: it stays among the injects, marked, and moves nothing."""
    reopened = ("reopened", {"turn": 1, "strikes": [1, 2], "restores": []}, "facilitator")
    with closing(session_of(tmp_path, [*STORMY[:2], reopened, gale(1, 2)]).connection) as session:
        analyst = Analyst(session)
        assert analyst.view("injects", "number, counts") == [
            {"number": 1, "counts": 0},
            {"number": 4, "counts": 1},
        ]
        assert [row["through"] for row in analyst.view("effects")] == [2]
    again: list[Act] = [
        ("undone", {"number": 3, "strikes": [3], "restores": [1, 2]}, "facilitator"),
        ("redone", {"number": 3, "strikes": [1, 2], "restores": [3]}, "facilitator"),
    ]
    (tmp_path / "B.wargame").unlink()
    with closing(session_of(tmp_path, [*STORMY[:2], reopened, *again]).connection) as session:
        assert Analyst(session).view("injects", "number, counts") == [{"number": 1, "counts": 0}]


def test_rulings(analyst: Analyst) -> None:
    """A ruling stands beside what the table gave, with who and why."""
    (ruling,) = analyst.view("rulings")
    assert (ruling["turn"], ruling["seat"], ruling["move"]) == (1, "west", "blockade")
    assert (ruling["table_result"], ruling["ruled_result"]) == ("failure", "partial")
    assert (ruling["by"], ruling["why"], ruling["release"]) == ("facilitator", "Fog", "now")
    assert (ruling["told_at"], ruling["written_effects"]) == (None, None)


def test_tracks(analyst: Analyst) -> None:
    """Tracks by turn; turn 1 as the ruling left it, turn 2 as it was played again."""
    tracks = {(row["turn"], row["track"]): row["value"] for row in analyst.view("tracks")}
    assert tracks == {(1, "trust"): 6, (1, "truce"): 3, (2, "trust"): 8, (2, "truce"): 3}


def test_escalation(analyst: Analyst) -> None:
    """The three measures, a row a turn."""
    assert analyst.view("escalation") == [
        {"turn": 1, "rung": 1, "rung_name": None, "severity": 16, "goldstein": -1.5},
        {"turn": 2, "rung": 3, "rung_name": "Open hostility", "severity": 16, "goldstein": -1.5},
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
    """Each with its turn; a re-opening strikes none."""
    notes = [(row["turn"], row["text"]) for row in analyst.view("notes")]
    assert notes == [(2, "They whisper."), (2, "Kept, though the turn is not.")]


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
        (1, "semi_rigid", 2, 1, 1, None, when[8], when[10]),
        (2, "semi_rigid", 2, 0, 3, "Open hostility", when[16], when[17]),
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_session_has_every_view(tmp_path: Path, view: str) -> None:
    """Before anything happened, every view is there and empty."""
    Record.create(tmp_path / "B.wargame", SEED).close()
    with closing(sqlite3.connect(tmp_path / "B.wargame")) as connection:
        assert Analyst(connection).view(view) == []


def test_messages_and_their_answers_are_read_by_sql(tmp_path: Path) -> None:
    """Between whom each was, to whom it was leaked, who read it, and which answer is to what."""
    when = {"turn": 1, "phase": "talks"}
    question = {**when, "key": "east>facilitator#1", "sender": "east", "to": ["facilitator"],
                "request": True, "answers": "", "text": "How deep?"}  # fmt: skip
    answer = {**when, "key": "facilitator>east+west#1", "sender": "facilitator",
              "to": ["east", "west"], "request": False, "answers": "east>facilitator#1",
              "text": "Nine"}  # fmt: skip
    leak = {**when, "leaks": "east>facilitator#1", "leaked_from": "east",
            "leaked_to": ["facilitator"], "text": "How deep?"}  # fmt: skip
    acts: list[Act] = [
        ("message_sent", question, "east"),
        ("message_sent", answer, "facilitator"),
        ("message_read", {"seat": "west", "keys": ["facilitator>east+west#1"]}, "west"),
        ("message_leaked", {**leak, "key": "facilitator>west#1", "to": ["west"]}, "facilitator"),
        ("message_leaked", {**leak, "key": "facilitator>*#1", "to": []}, "facilitator"),
        ("message_draft", {"sender": "east", "to": [], "text": "We", "answers": ""}, "east"),
    ]
    with Record.create(tmp_path / "B.wargame", SEED, NAMES) as record:
        play(record, acts)
    with closing(sqlite3.connect(tmp_path / "B.wargame")) as connection:
        analyst = Analyst(connection)
        columns = "number, sender, sender_name, recipients, request, answers, leaks, leaked_to"
        asked = "east>facilitator#1"
        assert [tuple(row.values()) for row in analyst.view("correspondence", columns)] == [
            (1, "east", "The East", "facilitator", 1, "", "", ""),
            (2, "facilitator", None, "east, west", 0, asked, "", ""),
            (4, "east", "The East", "facilitator", 0, "", asked, "west"),
            (5, "east", "The East", "facilitator", 0, "", asked, "everybody"),
        ]
        assert analyst.view("messages_read", "number, seat_name, key") == [
            {"number": 3, "seat_name": "L’Ouest", "key": "facilitator>east+west#1"}
        ]
