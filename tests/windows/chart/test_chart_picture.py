"""The chart as a picture file."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows.chart.picture import save_chart
from idlib_wargame.windows.look import theme
from tests.windows.chart.exercises import played

WITHOUT_A_SCREEN = """
import sys
from pathlib import Path
from idlib_wargame.packs.reader import read_pack
from idlib_wargame.windows.chart.picture import save_chart
from tests.windows.chart.exercises import played
harbour = read_pack(Path(sys.argv[1]))
save_chart(harbour.scenario, played(harbour, 2), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_has_the_size_and_scheme_asked_for(
    harbour: PackReading, qapp: QApplication, tmp_path: Path, scheme: str
) -> None:
    """A light picture is light, a dark one dark, and the program's own look is as before."""
    assert harbour.scenario is not None
    before = theme.scheme()
    theme.apply(qapp)
    save_chart(harbour.scenario, played(harbour, 3), tmp_path / "a.png", 1200, 700, scheme)
    picture = QImage(str(tmp_path / "a.png"))
    assert (picture.width(), picture.height()) == (1200, 700)
    assert (picture.pixelColor(2, 2).lightness() > 128) == (scheme == "light")
    assert theme.scheme() == before


def test_more_turns_make_another_picture(
    harbour: PackReading, qapp: QApplication, tmp_path: Path
) -> None:
    """What was played is what is drawn, down to a session with no turn yet."""
    assert harbour.scenario is not None
    for closed in (0, 1, 2):
        save_chart(harbour.scenario, played(harbour, closed), tmp_path / f"{closed}.png")
    pictures = {(tmp_path / f"{closed}.png").read_bytes() for closed in (0, 1, 2)}
    assert len(pictures) == 3


def test_a_handling_line_is_on_the_picture(
    harbour: PackReading, qapp: QApplication, tmp_path: Path
) -> None:
    """Along its foot."""
    assert harbour.scenario is not None
    play = played(harbour, 1)
    marked = replace(play, setup=replace(play.setup, handling="Chatham House rule"))
    for name, each in (("without", play), ("with", marked)):
        save_chart(harbour.scenario, each, tmp_path / f"{name}.png")
    assert (tmp_path / "with.png").read_bytes() != (tmp_path / "without.png").read_bytes()


def test_a_machine_without_a_screen_makes_one_too(tmp_path: Path) -> None:
    """From a bare command line, with no display and no Qt program running."""
    pack = Path(__file__).parents[2] / "data" / "harbour"
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_A_SCREEN, str(pack), str(tmp_path / "a.png")],
        env={name: value for name, value in os.environ.items() if name not in hidden},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert QImage(str(tmp_path / "a.png")).width() == 1600
