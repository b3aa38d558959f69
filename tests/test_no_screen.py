"""Tests, pictures and benchmarks draw where nobody has to look, and where there are fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.no_screen import OFFSCREEN, VARIABLE, platform_of_qt

SCREENS = Path("screens.json")


def test_nothing_is_shown_while_tests_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a word of whoever runs them windows are drawn on no screen, or on made-up ones."""
    monkeypatch.setattr("sys.platform", "linux")
    assert platform_of_qt(environment={}) == {VARIABLE: OFFSCREEN}
    asked = {VARIABLE: OFFSCREEN}
    assert platform_of_qt(SCREENS, asked) == {VARIABLE: "offscreen:configfile=screens.json"}


def test_whoever_names_a_platform_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """To look at what a test does, on a real screen or on a screen of theirs."""
    monkeypatch.setattr("sys.platform", "linux")
    for asked in ("xcb", "offscreen:configfile=mine.json"):
        assert platform_of_qt(SCREENS, {VARIABLE: asked}) == {}


def test_on_windows_the_systems_own_platform_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offscreen there are no fonts there, and every letter would be a box."""
    monkeypatch.setattr("sys.platform", "win32")
    assert platform_of_qt(SCREENS, {}) == {}
