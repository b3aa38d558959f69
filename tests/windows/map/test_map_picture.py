"""The map as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows import theme
from idlib_wargame.windows.map.picture import save_map
from tests.windows.map.bank import bank, state


def test_a_picture_has_the_size_asked_for(
    harbour: PackReading, tmp_path: Path, qapp: QApplication
) -> None:
    """As many pixels as asked, and the scheme of the screen left as it was."""
    theme.apply(qapp)
    scenario, path, before = bank(harbour), tmp_path / "map.png", theme.scheme()
    save_map(scenario, state(scenario), path, 900, 700, caption="After turn 1", scheme="dark")
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (900, 700)
    assert picture.pixelColor(1, 1).lightness() < 80
    assert theme.scheme() == before


def test_a_picture_shows_what_changed(
    harbour: PackReading, tmp_path: Path, qapp: QApplication
) -> None:
    """The same state after another one is another picture."""
    scenario = bank(harbour)
    now, before = state(scenario, talks=2), state(scenario)
    save_map(scenario, now, tmp_path / "still.png", 900, 700)
    save_map(scenario, now, tmp_path / "changed.png", 900, 700, previous=before)
    assert QImage(str(tmp_path / "still.png")) != QImage(str(tmp_path / "changed.png"))


def test_a_folder_that_is_not_there_is_told(
    harbour: PackReading, tmp_path: Path, qapp: QApplication
) -> None:
    """With the system's own reason."""
    scenario = bank(harbour)
    with pytest.raises(FileNotFoundError):
        save_map(scenario, state(scenario), tmp_path / "nowhere" / "map.png", 400, 300)
