"""A machine without Qt's libraries: root gets them, anyone else is told the command."""

from __future__ import annotations

import pytest

from idlib_wargame.cli import qt_libraries


def test_the_exact_command_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Someone who is not root reads one command that names every missing package."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    table = {"libnowhere.so.1": "libnowhere1", "libc.so.6": "libc6", "libgone.so.2": "libgone2"}
    monkeypatch.setattr(qt_libraries, "LIBRARIES", table)
    assert qt_libraries.main() == 2
    told = capsys.readouterr().out
    assert "sudo apt-get install -y --no-install-recommends libnowhere1 libgone2" in told


def test_a_machine_that_has_them_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing missing, nothing said."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(qt_libraries, "LIBRARIES", {"libc.so.6": "libc6"})
    assert qt_libraries.main() == 0
    assert capsys.readouterr().out == ""
