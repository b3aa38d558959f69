"""What people saved with any release keeps opening, going on, replaying and verifying."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from idlib_wargame.record.file_format import FIRST_FORM, FORM
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.autoplay import play_on
from idlib_wargame.session.kinds.registry import KINDS
from idlib_wargame.session.play import Judgement, Wish
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from tests.session.saved_forms import (
    DIGESTS,
    FILES,
    FORMS,
    THOUGHT,
    UNFINISHED,
    WHOLE,
    digests,
    write,
)

FOLDERS = sorted(FORMS.glob("form_*"))
SAVED = [folder / name for folder in FOLDERS for name in FILES]


def _called(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def test_every_form_that_is_read_has_its_files() -> None:
    """A form cannot be released without files that hold later programs to it."""
    assert [folder.name for folder in FOLDERS] == [
        f"form_{number}" for number in range(FIRST_FORM, FORM + 1)
    ]
    for path in SAVED:
        assert path.is_file(), path.name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_files_of_a_release_are_as_they_were_saved(folder: Path) -> None:
    """Only those of a form that is not released yet may be written anew."""
    released = folder / DIGESTS
    if folder is FOLDERS[-1] and not released.exists():
        return
    assert digests(folder) == released.read_text(encoding="utf-8")


def test_whoever_writes_the_files_of_a_released_form_anew_is_refused(tmp_path: Path) -> None:
    """And they stay as they were."""
    write(tmp_path)
    (tmp_path / DIGESTS).write_text(was := digests(tmp_path), encoding="utf-8")
    with pytest.raises(SystemExit, match="was released"):
        write(tmp_path)
    assert digests(tmp_path) == was


@pytest.mark.parametrize("path", SAVED, ids=_called)
def test_a_saved_session_verifies(path: Path) -> None:
    """Digests, pack, seed, injects and every adjudication are as they were when it was saved."""
    verdict = verify(path)
    assert [check.text for check in verdict.checks if not check.well] == []
    assert verdict.orders > 3


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_saved_session_replays_with_every_kind_of_entry(folder: Path) -> None:
    """Nothing that a release wrote is a riddle to a later one."""
    saved = read_session(folder / WHOLE)
    assert (saved.complete, saved.last.finished) == (True, True)
    kinds = {entry.kind for name in FILES for entry in read_session(folder / name).entries}
    known = {kind.name for kind in KINDS}
    assert kinds == known if folder is FOLDERS[-1] else kinds <= known
    assert len(saved.struck) > 3
    assert [note.text for note in saved.last.notes][-1] == "After the end"
    assert len(saved.last.closed) == 3


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_session_broken_off_goes_on(folder: Path, tmp_path: Path) -> None:
    """What was sealed is sealed, what was being written is there, and it plays to its end."""
    path = tmp_path / UNFINISHED
    shutil.copy(folder / UNFINISHED, path)
    session = Session.open(path)
    assert (session.play.turn, session.play.phase) == (2, ORDERS)
    assert session.play.sealed["astra"] == (Wish("protest", why="Again"),)
    assert session.play.drafts["borea"] == (Wish("free_crews", why="Perhaps"),)
    assert session.play.judgement_drafts[2]["astra"] == Judgement(THOUGHT.endings[:1])
    assert session.play.judged[2] == {"borea": THOUGHT}
    assert sum(1 for _ in play_on(session)) > 4
    assert session.play.finished
    session.close()
    assert verify(path).well
