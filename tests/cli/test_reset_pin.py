"""``reset-pin``: a forgotten PIN is replaced, and the record tells so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from idlib_wargame.cli import main
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.play import Setup
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session


@pytest.fixture
def path(harbour: PackReading, tmp_path: Path) -> Path:
    """A session with a PIN that was forgotten."""
    path = tmp_path / "a.wargame"
    Session.create(path, harbour, Setup("Spring", "B", 2), pin="forgotten").close()
    return path


def reset(path: Path, typed: str) -> Result:
    """The command, with what is typed at it."""
    result = CliRunner().invoke(main, ["reset-pin", str(path)], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


def test_a_forgotten_pin_is_replaced(path: Path) -> None:
    """The new one opens, the old one does not, and an entry says so; neither is printed."""
    result = reset(path, "grey seal\ngrey seal\n")
    assert result.exit_code == 0
    assert "The PIN is reset, and entry 3 of a.wargame tells so." in result.output
    assert "seal" not in result.output
    saved = read_session(path)
    assert [PinLock(saved.pin_hash).opens(each) for each in ("forgotten", "grey seal")] == [
        False,
        True,
    ]
    assert saved.log[-1].text == "The facilitator's PIN was reset."


def test_a_pin_is_taken_away_by_an_empty_one(path: Path) -> None:
    """And it is said what that means."""
    result = reset(path, "\n\n")
    assert result.exit_code == 0
    assert "There is no PIN now" in result.output
    assert read_session(path).pin_hash == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("123\n123\n", "A PIN has 4 to 64 characters."),
        ("grey seal\ngrey whale\n", "The two were not the same."),
        ("grey seal\n", ""),
    ],
)
def test_what_is_no_new_pin_changes_nothing(path: Path, typed: str, sentence: str) -> None:
    """Too short, not the same twice, or broken off: one calm line, and the old PIN stays."""
    result = reset(path, typed)
    assert result.exit_code != 0
    assert sentence in result.output
    saved = read_session(path)
    assert len(saved.entries) == 2
    assert PinLock(saved.pin_hash).opens("forgotten")


def test_a_session_that_is_open_is_left_alone(path: Path) -> None:
    """Nobody resets the PIN behind the back of a desk."""
    session = Session.open(path)
    result = reset(path, "grey seal\ngrey seal\n")
    assert result.exit_code == 2
    assert "open in another window or program" in result.output
    assert PinLock(session.pin_hash).opens("forgotten")
    session.close()
