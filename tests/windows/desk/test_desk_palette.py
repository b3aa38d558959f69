"""Everything that can be done at the desk, a seat or a replay is found in its palette."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.reading import read_session
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.windows.desk.menus import every_action
from idlib_wargame.windows.parts.palette import CommandPalette
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.seat.window import SeatWindow
from tests.windows.desk.conftest import Opener
from tests.windows.desk.fake_server import FakeServer
from tests.windows.play_harbour import begin, closed

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(window: QWidget, palette: CommandPalette) -> list[str]:
    """The rows of a palette that its keys have opened."""
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert palette.isVisible()
    return [each.row.words for each in palette.shown]


def choose(palette: CommandPalette, typed: str) -> None:
    """Type, and do the first that is found."""
    QTest.keyClicks(palette.field, typed)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_the_desk_does_all_of_it_from_one_list(desk_of: Opener, harbour: PackReading) -> None:
    """Each entry of the menus and each seat's own; what is weighty asks as it does else."""
    session = begin(harbour)
    desk = desk_of(session)
    palette = desk.palette_bar
    rows = opened(desk, palette)
    rooms = ("online.show_page", "online.show_codes", "online.ask_close")  # nothing opens any here
    absent = ("show_palette", "end_practice", *rooms)
    entries = [each for each in every_action() if each.does not in absent]
    assert len(rows) == len(entries) + 2 * len(session.scenario.seats)
    assert rows[:2] == ["Save the exercise elsewhere…", "Read-aheads…"]
    assert "Open orders" in rows  # the next thing, by what it does
    assert "Open the seat of Astra" in rows
    assert palette.shown[-1].row.why_not
    choose(palette, "finish")
    assert desk.page.question.isVisible()
    assert not session.play.finished
    QTest.keyClick(desk, Qt.Key.Key_N, CTRL)
    QTest.keyClicks(desk.page.note.text, "Half a n")
    opened(desk.page.note.text, palette)
    choose(palette, "who sits borea")
    form = desk.page.seats.rows["borea"].form
    assert form is not None
    assert form.people.hasFocus()
    assert desk.page.note.text.toPlainText() == "Half a n"
    desk.page.tabs.setFocus()
    opened(desk, palette)
    choose(palette, "open seat astra")
    assert desk.handover.windows["astra"].isVisible()
    QTest.keyClick(desk, Qt.Key.Key_K, CTRL)
    assert not palette.isVisible()  # the desk is covered


def test_whoever_looks_for_phones_in_the_list_finds_where_players_join(
    desk_of: Opener, harbour: PackReading
) -> None:
    """By any word for it."""
    desk = desk_of(begin(harbour))
    desk.serve(FakeServer())
    palette = desk.palette_bar
    for typed in ("phone", "tablet", "wi-fi", "players join"):
        opened(desk, palette)
        QTest.keyClicks(palette.field, typed)
        assert palette.shown[0].row.words == "Open to the room…"
        QTest.keyClick(palette.field, Qt.Key.Key_Escape)


def test_a_seat_has_a_list_of_its_own(qtbot: QtBot, harbour: PackReading) -> None:
    """Not behind its curtain; its pages, its seal and what has keys there."""
    window = SeatWindow(seat_door(begin(harbour), "astra"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert not window.palette_bar.isVisible()
    window.lift()
    window.first_look.end()
    rows = opened(window, window.palette_bar)
    assert {"Notes", "Messages", "Find a move", "The first look once more"} <= set(rows)
    choose(window.palette_bar, "notes")
    assert window.pages.current == "notes"


def test_a_replay_has_one_too(qtbot: QtBot, harbour: PackReading, tmp_path: Path) -> None:
    """What its keys do, and its tabs."""
    path = tmp_path / "course.wargame"
    session = begin(harbour, path)
    closed(session)
    session.close()
    window = ReplayWindow(read_session(path))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert "To the end" in opened(window, window.palette_bar)
    choose(window.palette_bar, "to the end")
    assert window.player.at_end
