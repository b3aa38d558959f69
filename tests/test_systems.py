"""The tests themselves run on every system, and say what one lacks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.systems import link
from tests.tries import thorough

ROOT = Path(__file__).parents[1]


@thorough
def test_every_test_is_found_where_there_is_nothing_of_posix() -> None:
    """On Windows a file that asks for such a thing as it is read would take all its tests away."""
    asked = ["--collect-only", "-q", "-p", "tests.without_posix", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *asked, "tests"]
    found = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    assert found.returncode == 0, found.stdout[-2000:]


def test_where_links_are_not_allowed_a_test_is_skipped_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, for whoever is no developer."""

    def refuse(_self: Path, _to: Path | str, _is_folder: bool = False) -> None:
        raise OSError("A required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    with pytest.raises(pytest.skip.Exception, match="may not make links: A required privilege"):
        link(tmp_path / "link", tmp_path / "file")
