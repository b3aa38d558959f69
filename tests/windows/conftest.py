"""What tests of many windows share: a screen in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from idlib_wargame.words.language import is_right_to_left
from idlib_wargame.words.languages import ENGLISH, use_language


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Has the screen in a language, by its code, until the test is over."""

    def spoken(code: str) -> None:
        use_language(code)
        sides = Qt.LayoutDirection
        qapp.setLayoutDirection(sides.RightToLeft if is_right_to_left() else sides.LeftToRight)

    yield spoken
    spoken(ENGLISH)
