from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from idlib_wargame.views.recent import MOST_KEPT, Recent, RecentSessions
from tests.systems import needs_modes, needs_names_of_bytes, pipe


def a_session(path: Path, **changes: object) -> Recent:
    """A session in its third turn of four."""
    values: dict[str, object] = {
        "path": path,
        "title": "Group B",
        "pack": "The Grey Bank",
        "turn": 3,
        "turns": 4,
        "finished": False,
        "when": "2031-03-03T10:00:00+00:00",
        "rungs": (1, 2, 4),
        "lowest": 0,
        "highest": 6,
    }
    return Recent(**(values | changes))  # type: ignore[arg-type]  # a table's rows


def test_the_newest_comes_first_and_once(tmp_path: Path) -> None:
    """A session used again moves to the top of the list and stands there once."""
    sessions = RecentSessions(tmp_path / "recent.json")
    for name in ("a", "b", "a"):
        sessions.remember(a_session(tmp_path / name, title=name))
    assert [row.title for row in sessions.all()] == ["a", "b"]


def test_the_list_is_there_after_a_restart(tmp_path: Path) -> None:
    """What was remembered is read back whole by the next start of the program."""
    file = tmp_path / "deep" / "recent.json"
    RecentSessions(file).remember(a_session(tmp_path / "a"))
    assert RecentSessions(file).all() == (a_session(tmp_path / "a"),)


def test_a_forgotten_session_leaves_the_list_and_keeps_its_file(tmp_path: Path) -> None:
    """Taking a session off the list does not touch the session."""
    path = tmp_path / "a.wargame"
    path.write_bytes(b"kept")
    sessions = RecentSessions(tmp_path / "recent.json")
    sessions.remember(a_session(path))
    sessions.forget(path)
    assert sessions.all() == ()
    assert path.read_bytes() == b"kept"


def test_the_list_stays_short(tmp_path: Path) -> None:
    """Only the latest sessions are kept."""
    sessions = RecentSessions(tmp_path / "recent.json")
    for number in range(MOST_KEPT + 3):
        sessions.remember(a_session(tmp_path / str(number)))
    assert len(sessions.all()) == MOST_KEPT
    assert sessions.all()[-1].path == tmp_path / "3"


NO_JSON = ("", "{", "\x00\x01", "[" * 200_000, " " * 2_000_000)
NO_LISTS = ('{"a": 1}', '"a"', "Infinity", "null", "[1, null, []]")


@pytest.mark.parametrize("text", [*NO_JSON, *NO_LISTS], ids=lambda text: text[:9])
def test_a_damaged_list_is_an_empty_one(tmp_path: Path, text: str) -> None:
    """A list that cannot be read starts afresh and can be written again."""
    file = tmp_path / "recent.json"
    file.write_text(text)
    sessions = RecentSessions(file)
    assert sessions.all() == ()
    sessions.remember(a_session(tmp_path / "a"))
    assert len(RecentSessions(file).all()) == 1


@pytest.mark.parametrize("text", NO_JSON, ids=lambda text: text[:9])
def test_what_cannot_be_read_is_set_aside(tmp_path: Path, text: str) -> None:
    """It is kept under another name, as it was, and no later list writes over it."""
    file = tmp_path / "recent.json"
    file.write_text(text)
    RecentSessions(file).remember(a_session(tmp_path / "a"))
    assert (tmp_path / "recent.unreadable").read_text("utf-8") == text


def test_a_folder_or_a_pipe_in_its_place_keeps_nobody_waiting(tmp_path: Path) -> None:
    """What is no file is not opened, and goes out of the way."""
    (tmp_path / "folder").mkdir()
    pipe(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        sessions = RecentSessions(tmp_path / name)
        sessions.remember(a_session(tmp_path / "a"))
        assert len(RecentSessions(tmp_path / name).all()) == 1


@needs_modes
def test_the_list_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Nobody else on the machine reads what was played."""
    file = tmp_path / "recent.json"
    RecentSessions(file).remember(a_session(tmp_path / "a"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@needs_names_of_bytes
def test_a_session_whose_name_is_in_no_encoding_is_remembered(tmp_path: Path) -> None:
    """On Linux a file may be called anything."""
    path = tmp_path / b"\xff.wargame".decode(errors="surrogateescape")
    RecentSessions(tmp_path / "recent.json").remember(a_session(path))
    assert [row.path for row in RecentSessions(tmp_path / "recent.json").all()] == [path]


@pytest.mark.parametrize(
    "damage",
    [
        *({"turn": "x"}, {"path": None}, {"rungs": 4}, {"title": 7}, {"when": None}),
        *({"turn": float("inf")}, {"rungs": [float("nan")]}, {"highest": 10**30}, {"turns": 1.5}),
        *({"path": "a\0b"}, {"title": "\ud800"}, {"title": "x" * 5000}, {"rungs": [1] * 2000}),
    ],
    ids=str,
)
def test_a_damaged_row_takes_no_other_with_it(tmp_path: Path, damage: dict[str, object]) -> None:
    """Rows that can be read are shown, whatever stands beside them."""
    file = tmp_path / "recent.json"
    good = a_session(tmp_path / "good").to_json()
    file.write_text(json.dumps([good | damage, good]))
    assert [row.path.name for row in RecentSessions(file).all()] == ["good"]


def test_a_list_that_cannot_be_written_goes_on_in_memory(tmp_path: Path) -> None:
    """A full or read-only folder costs the list's memory over a restart, nothing more."""
    (tmp_path / "file").write_text("a file where a folder should be")
    sessions = RecentSessions(tmp_path / "file" / "recent.json")
    sessions.remember(a_session(tmp_path / "a"))
    assert len(sessions.all()) == 1


@pytest.mark.parametrize(("finished", "words"), [(False, "turn 3 of 4"), (True, "finished")])
def test_a_session_says_how_far_it_came(tmp_path: Path, finished: bool, words: str) -> None:
    """The card's second line says the turn, or that the exercise is over."""
    assert a_session(tmp_path / "a", finished=finished).stands == words
