"""Where a person's own things are, and that tests let them be."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from idlib_wargame.files import places
from idlib_wargame.windows.user_paths import UserPaths


def test_one_named_folder_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who shares an account or carries a stick keeps sessions, settings and faults apart."""
    monkeypatch.setenv(places.VARIABLE, str(tmp_path))
    kept = [path for path in UserPaths.of_user() if path is not None]
    assert len(kept) == len(UserPaths._fields)
    assert all(path.is_relative_to(tmp_path) for path in kept)
    assert len(set(kept)) == len(kept)
    assert [*tmp_path.iterdir()] == []  # nothing is made before it is needed


def test_without_one_they_are_where_the_system_has_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sessions among the documents, or in the home folder of whoever has none."""
    monkeypatch.delenv(places.VARIABLE)
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path)
    assert UserPaths.of_user().sessions == tmp_path / "Wargames"
    assert UserPaths.of_user().recent.parent == platformdirs.user_data_path("idlib-wargame", False)
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path / "gone")
    assert places.documents() == Path.home()


def test_tests_write_to_nobodys_own_folders() -> None:
    """Whoever runs them may have sessions of a real exercise in theirs."""
    named = Path(os.environ[places.VARIABLE])
    assert named.is_dir()
    theirs = (platformdirs.user_documents_path(), platformdirs.user_data_path("idlib-wargame"))
    assert not any(named.is_relative_to(each) for each in theirs)
    assert all(path.is_relative_to(named) for path in UserPaths.of_user() if path is not None)
