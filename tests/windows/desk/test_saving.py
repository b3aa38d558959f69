"""A copy is a copy; an exercise that has lost its file goes on in the one it is saved to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Session:
    """An exercise on disk."""
    return begin(harbour, tmp_path / "course.wargame")


def action(desk: DeskWindow) -> str:
    """What the File menu offers."""
    return desk.menus.actions["save_elsewhere"].text()


def test_play_goes_on_where_it_was_after_a_copy(
    desk_of: Opener, session: Session, tmp_path: Path
) -> None:
    """The stick with the copy is pulled out, and nobody notices at the desk."""
    stick = tmp_path / "stick"
    stick.mkdir()
    desk = desk_of(session)
    desk.save_at(stick / "copy.wargame")
    assert session.path == tmp_path / "course.wargame"
    told = desk.page.banner.words.text()
    assert "copy.wargame" in told
    assert "Play goes on in course.wargame." in told
    assert read_session(stick / "copy.wargame").entries == tuple(session.entries)
    shutil.rmtree(stick)
    session.submit(TakeNote("after"), FACILITATOR)
    assert not session.saved.in_memory
    assert not desk.page.fault.isVisible()
    session.close()


def test_the_name_that_is_offered_is_free(desk_of: Opener, session: Session) -> None:
    """It is never the name of the exercise's own file, nor of the copy before."""
    desk = desk_of(session)
    first = desk.saving.suggested()
    assert first.name == "Spring course, Group B, copy.wargame"
    assert not first.exists()
    desk.save_at(first)
    assert desk.saving.suggested().name == "Spring course, Group B, copy (2).wargame"
    session.close()


def test_a_name_that_is_taken_is_told(desk_of: Opener, session: Session, tmp_path: Path) -> None:
    """Also the exercise's own, and a name with a dot is a name."""
    desk = desk_of(session)
    desk.save_at(tmp_path / "course.wargame")
    assert "already a file “course.wargame”" in desk.page.banner.words.text()
    desk.save_at(tmp_path / "course v1.2")
    assert (tmp_path / "course v1.2.wargame").is_file()
    session.close()


def test_only_an_exercise_without_a_file_moves(
    desk_of: Opener, session: Session, tmp_path: Path
) -> None:
    """The menu says which it is."""
    desk = desk_of(session)
    assert action(desk) == "Save a copy elsewhere…"
    (tmp_path / "course.wargame").unlink()
    session.submit(TakeNote("The stick was pulled out"), FACILITATOR)
    assert action(desk) == "Save the exercise elsewhere…"
    desk.save_at(tmp_path / "new.wargame")
    assert session.path == tmp_path / "new.wargame"
    assert action(desk) == "Save a copy elsewhere…"
    session.close()
