"""Labels, margins, rows and arrows on a screen that is read from the right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.languages import ENGLISH, MIRRORED

Speaker = Callable[[str], None]
RIGHT = Qt.AlignmentFlag.AlignRight


def test_a_row_begins_where_reading_begins(qtbot: QtBot, speak: Speaker) -> None:
    """The first button stands on the right, and the others left of it, all inside."""
    speak(MIRRORED)
    buttons = [QPushButton(f"Button {number}") for number in range(3)]
    row = flowing(8, *buttons)
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    assert buttons[0].geometry().right() == row.rect().right()
    assert buttons[0].x() > buttons[1].x() > buttons[2].x()
    assert buttons[2].x() == 0


def test_margins_change_sides(qtbot: QtBot, speak: Speaker) -> None:
    """The wide one stands where reading begins."""
    sides = []
    for code in (ENGLISH, MIRRORED):
        speak(code)
        row = QHBoxLayout()
        set_margins(row, 16, 2, 8, 4)
        margins = row.contentsMargins()
        sides.append((margins.left(), margins.top(), margins.right(), margins.bottom()))
    assert sides == [(16, 2, 8, 4), (8, 2, 16, 4)]


@pytest.mark.parametrize(
    ("code", "sides"),
    [(ENGLISH, (False, False, False, False)), (MIRRORED, (True, True, True, False))],
)
def test_names_stand_by_what_they_belong_to(
    qtbot: QtBot, speak: Speaker, code: str, sides: tuple[bool, ...]
) -> None:
    """On either screen, whatever their own script; a paragraph begins as its own script does."""
    speak(code)
    labels = (
        ElidedLabel("Astra"),
        label("Astra"),
        label("Astra", "heading", wrap=True),
        label("Three coastal states fish the same bank.", wrap=True),
    )
    assert tuple(bool(each.alignment() & RIGHT) for each in labels) == sides


def test_an_arrow_points_the_way_that_is_read(
    qtbot: QtBot, qapp: QApplication, speak: Speaker
) -> None:
    """Onward is to the left there; what points nowhere stays as it is."""

    def drawn(name: str) -> QImage:
        mark = Glyph(name, "text", 24)
        qtbot.addWidget(mark)
        mark.resize(24, 24)
        return mark.grab().toImage()

    theme.apply(qapp)
    speak(ENGLISH)
    onward, back, clock = drawn("next"), drawn("previous"), drawn("clock")
    assert onward != back
    speak(MIRRORED)
    assert drawn("next") == back
    assert drawn("clock") == clock
