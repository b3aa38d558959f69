"""The tab key reaches all that takes keys in a window, and comes round again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.exports.papers import TypesetPapers
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.reading import read_session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from tests.harbour_exercise import begin, closed
from tests.packs.harbour import HARBOUR_FULL as FULL


def ring(window: QWidget) -> set[QWidget]:
    """All that the tab key passes, whether or not it takes keys now."""
    passed, widget = set[QWidget](), window.nextInFocusChain()
    while widget is not None and widget not in passed:
        passed.add(widget)
        widget = widget.nextInFocusChain()
    return passed


def left_out(window: QWidget) -> list[str]:
    """What takes keys and is never come by."""
    passed = ring(window)
    return [
        type(each).__name__
        for each in window.findChildren(QWidget)
        if each.window() is window
        and each not in passed
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_tab_comes_out_of_the_chart_again(
    qtbot: QtBot, harbour: PackReading, tmp_path: Path
) -> None:
    """On the desk once a turn is closed, and in the replay: the chart is one stop among others."""
    session = begin(harbour, tmp_path / "a.wargame")
    closed(session)
    desk = DeskWindow(session, maker=TypesetPapers())
    qtbot.addWidget(desk)
    desk.show()
    qtbot.waitUntil(lambda: desk.page.side.has_chart)
    assert left_out(desk) == []
    session.close()
    replay = ReplayWindow(read_session(tmp_path / "a.wargame"))
    qtbot.addWidget(replay)
    replay.show()
    assert replay.chart.plot in ring(replay)
    assert left_out(replay) == []


def test_tab_goes_round_the_setup(qtbot: QtBot, tmp_path: Path) -> None:
    """Every field of every page, whichever stands in front."""
    assistant = SetupAssistant([FULL], tmp_path, TypesetPapers())
    qtbot.addWidget(assistant)
    assistant.show()
    for page in range(4):
        assistant.go_to(page)
        assert left_out(assistant) == []
