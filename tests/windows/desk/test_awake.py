"""The computer is kept awake while the room is open; where that fails, the log alone says why."""

from __future__ import annotations

import logging

import pytest

from idlib_wargame.windows.desk.awake import KeptAwake


def test_it_is_kept_awake_until_that_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begun twice it is kept once; ended twice, nothing happens."""
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    awake = KeptAwake()
    assert awake.begin()
    assert awake.begin()
    awake.end()
    awake.end()
    assert awake.begin(), "and again, the next time that the room is opened"
    awake.end()


def test_a_system_that_has_no_way_to_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is told once, in a line of the log."""
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    awake = KeptAwake()
    with caplog.at_level(logging.WARNING):
        assert not awake.begin()
    ours = [each for each in caplog.records if each.name.startswith("idlib_wargame")]
    assert [each.getMessage() for each in ours] == [
        "the system has no way to keep the computer awake"
    ]
    awake.end()
