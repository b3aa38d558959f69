"""Whoever hears the screen and does not see it knows what each thing does, and which is which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.reading import read_session
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.parts.keys import Tabs
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.seat.window import SeatWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from idlib_wargame.windows.start.window import StartWindow
from tests.conftest import HARBOUR
from tests.harbour_exercise import begin
from tests.windows.walking import moments, settle, shown, windows_let_go

FULL = HARBOUR.with_name("harbour_full")
MOMENTS = ("adjudication", "injects, some due")
Fault = tuple[str, ...]


def reached(window: QWidget) -> Iterator[QWidget]:
    """What takes the keys by Tab or by a click, as far as it is to be seen."""
    for each in window.findChildren(QWidget):
        around = each.parentWidget()
        inner = isinstance(around, QAbstractScrollArea) and around.viewport() is each
        inner = inner or (isinstance(each, QLineEdit) and isinstance(around, QComboBox))
        takes = each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isEnabled()
        if takes and each.isVisible() and each.window() is window and not inner:
            yield each


def name_of(widget: QWidget) -> str:
    """What a reader of the screen calls it. Under X, Qt tells of a list only what is picked."""
    said = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox) or said is None:
        return widget.accessibleName().strip()
    return said.text(QAccessible.Text.Name).strip()


class Listener:
    """What was heard wrong so far; ``heard`` counts what was looked at."""

    def __init__(self) -> None:
        self.faults: dict[Fault, str] = {}
        self.heard = 0

    def listen(self, place: str, window: QWidget) -> None:
        """Go through a window as it stands now."""
        settle()
        beside: Counter[tuple[int, str, str]] = Counter()
        for each in reached(window):
            self.heard += 1
            kind, name = type(each).__name__, name_of(each)
            around = each.parentWidget()
            beside[(id(around), kind, name)] += 1
            if not name:
                self.faults.setdefault(("no name", kind, type(around).__name__), place)
            elif beside[(id(around), kind, name)] > 1:
                self.faults.setdefault(("two of a name", kind, name), place)
        for mark in (*window.findChildren(Glyph), *window.findChildren(Swatch)):
            if mark.focusPolicy() != Qt.FocusPolicy.NoFocus:
                self.faults.setdefault(("an ornament takes the keys", repr(mark)), place)

    def listen_to_each(self, place: str, tabs: Tabs, window: QWidget) -> None:
        """Go through each of its pages."""
        for number in range(tabs.count()):
            if tabs.isTabVisible(number):
                tabs.setCurrentIndex(number)
                self.listen(f"{place}, page {number + 1}", window)


def test_every_window_is_heard(qtbot: QtBot, full: PackReading, tmp_path: Path) -> None:
    """Each button, field and list by its name, and no two beside each other by the same."""
    listener = Listener()
    path = tmp_path / "course.wargame"
    session = begin(full, path)
    with windows_let_go():
        for moment in moments(session):
            if moment in MOMENTS:
                _listen_to_desk(listener, DeskWindow(session), moment)
                _listen_to_seat(listener, SeatWindow(seat_door(session, "astra")), moment)
        session.close()
        replay = ReplayWindow(read_session(path))
        shown(replay)
        replay.player.seek(10_000)
        listener.listen_to_each("replay", replay.tabs, replay)
        start, assistant = StartWindow(tmp_path), SetupAssistant([FULL], tmp_path)
        shown(start)
        listener.listen("start", start)
        shown(assistant)
        for page in range(4):
            assistant.go_to(page)
            listener.listen(f"setup, page {page + 1}", assistant)
    assert listener.heard > 300
    assert listener.faults == {}


def _listen_to_desk(listener: Listener, desk: DeskWindow, moment: str) -> None:
    shown(desk)
    desk.uncover_messages()
    desk.take_note()
    desk.tell_seats()
    desk.page.seats.rows["astra"].open_form()
    listener.listen_to_each(f"desk, {moment}", desk.page.tabs, desk)
    desk.show_palette()
    listener.listen(f"desk, {moment}, palette", desk)


def _listen_to_seat(listener: Listener, window: SeatWindow, moment: str) -> None:
    shown(window)
    listener.listen(f"curtain, {moment}", window)
    window.lift()
    if window.first_look.isVisible():
        listener.listen(f"first look, {moment}", window)
        window.first_look.end()
    listener.listen_to_each(f"seat, {moment}", window.pages, window)
