from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from idlib_wargame.views.recent import Recent
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.start.ladder_line import steps_of
from idlib_wargame.windows.start.session_card import SessionCard
from idlib_wargame.windows.start.window import StartWindow


def a_session(path: Path, finished: bool = False) -> Recent:
    """A session as the list of recent ones has it."""
    when = "2031-03-03T12:00:00+00:00"
    return Recent(path, "Group B", "The Grey Bank", 3, 4, finished, when, (1, 2, 4), 0, 6)


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> StartWindow:
    """The start window with nothing recent, on screen."""
    window = StartWindow(tmp_path)
    qtbot.addWidget(window)
    with qtbot.wait_exposed(window):
        window.show()
    return window


def cards_on(start: StartWindow) -> list[SessionCard]:
    """The cards that are shown."""
    return start.grid.findChildren(SessionCard)


def words_on(card: SessionCard) -> list[str]:
    """The lines of a card, whole."""
    return [label.whole for label in card.findChildren(ElidedLabel)]


def dropped(start: StartWindow, path: Path) -> QDropEvent:
    """Drags a file over the window and lets it go there."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, content, buttons, keys)
    start.dragEnterEvent(over)
    assert over.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, content, buttons, keys)
    start.dropEvent(drop)
    return drop


def test_with_nothing_recent_it_says_what_will_stand_there(start: StartWindow) -> None:
    """An empty list says what will appear, and offers the sample session."""
    shown = [label.text() for label in start.findChildren(QLabel) if label.isVisible()]
    assert any("appear here" in text for text in shown)
    assert start.first_sample.isVisible()
    assert not start.sample.isVisible()


def test_new_exercise_has_the_keyboard_first(start: StartWindow) -> None:
    """The one filled button is the one that Enter presses."""
    assert [tile.title for tile in start.tiles if tile.filled] == ["New exercise"]
    assert start.focusWidget() is start.tiles[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_asks_for_a_new_exercise(start: StartWindow, qtbot: QtBot, key: Qt.Key) -> None:
    """Enter or space on the first tile begins a new exercise."""
    with qtbot.wait_signal(start.new_wanted):
        QTest.keyClick(start.tiles[0], key)


def test_the_sample_can_be_tried(start: StartWindow, qtbot: QtBot) -> None:
    """The sample is offered both while the list is empty and beside a full one."""
    with qtbot.wait_signal(start.sample_wanted):
        start.first_sample.click()
    start.show_recent([a_session(Path("a.wargame"))])
    with qtbot.wait_signal(start.sample_wanted):
        start.sample.click()


def test_a_card_says_what_and_how_far(start: StartWindow, tmp_path: Path) -> None:
    """A session's card shows its title, its pack, its turn and when it was used."""
    path = tmp_path / "b.wargame"
    path.touch()
    start.show_recent([a_session(path)])
    title, stands, when = words_on(cards_on(start)[0])
    assert (title, stands) == ("Group B", "The Grey Bank · turn 3 of 4")
    assert "March 2031" in when


def test_a_card_goes_on_and_a_finished_one_is_replayed(
    start: StartWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Pressing a card does what one wants with that session; the desk of a finished one, with its
    reports, is beside the replay."""
    path = tmp_path / "b.wargame"
    path.touch()
    start.show_recent([a_session(path)])
    with qtbot.wait_signal(start.open_wanted) as opened:
        cards_on(start)[0].click()
    assert opened.args == [path]
    start.show_recent([a_session(path, finished=True)])
    with qtbot.wait_signal(start.replay_wanted) as replayed:
        cards_on(start)[-1].click()
    assert replayed.args == [path]
    desk, replay, _forget = cards_on(start)[-1].actions()
    assert (desk.text(), replay.text()) == ("Open the desk", "Replay it")
    with qtbot.wait_signal(start.open_wanted) as reports:
        desk.trigger()
    assert reports.args == [path]


def test_a_card_whose_file_is_gone_says_so(start: StartWindow, tmp_path: Path) -> None:
    """A session that was moved away stays on the list, says so, and can be taken off it."""
    start.show_recent([a_session(tmp_path / "gone.wargame")])
    card = cards_on(start)[0]
    assert "its file is no longer there" in words_on(card)[1]
    assert [action.text() for action in card.actions() if action.isEnabled()] == [
        "Take off this list"
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_a_card_off_the_list(
    start: StartWindow, qtbot: QtBot, tmp_path: Path, key: Qt.Key
) -> None:
    """It asks for the card in focus to be forgotten; a Mac's delete key is called Backspace."""
    start.show_recent([a_session(tmp_path / "a.wargame")])
    with qtbot.wait_signal(start.forget_wanted) as forgotten:
        QTest.keyClick(cards_on(start)[0], key)
    assert forgotten.args == [tmp_path / "a.wargame"]


def test_a_session_file_can_be_dropped(start: StartWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """A file dropped anywhere is opened as a session."""
    path = tmp_path / "b.wargame"
    path.touch()
    with qtbot.wait_signal(start.open_wanted) as opened:
        dropped(start, path)
    assert opened.args == [path]


@pytest.mark.parametrize("name", ["a_pack", "a_pack.zip"])
def test_a_pack_can_be_dropped(start: StartWindow, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    """A folder or a .zip dropped anywhere is taken for a pack."""
    path = tmp_path / name
    if path.suffix:
        path.touch()
    else:
        path.mkdir()
    with qtbot.wait_signal(start.pack_dropped) as brought:
        dropped(start, path)
    assert brought.args == [path]


def test_a_fault_is_told_calmly_and_can_be_dismissed(start: StartWindow) -> None:
    """One line above everything else, until it is dismissed."""
    start.say("That file is not a session.")
    assert start.banner.isVisible()
    assert start.banner.words.text() == "That file is not a session."
    start.banner.dismiss.click()
    assert not start.banner.isVisible()


def test_every_button_says_what_it_does(start: StartWindow) -> None:
    """Whoever cannot see the window hears a name for each button."""
    start.show_recent([a_session(Path("a.wargame"))])
    buttons = start.findChildren(QAbstractButton)
    assert len(buttons) == 10
    assert all(button.text() or button.accessibleName() for button in buttons)


def test_the_ladder_line_goes_up_with_escalation() -> None:
    """Each turn is a step as wide as the next; a higher rung stands higher; the ends fit."""
    corners = steps_of((0, 6, 3), 0, 6, turns=4, box=QRectF(0, 0, 50, 60))
    assert [(p.x(), p.y()) for p in corners] == [
        (0, 60),
        (10, 60),
        (10, 0),
        (20, 0),
        (20, 30),
        (30, 30),
    ]


def test_a_ladder_line_without_turns_is_empty() -> None:
    """A session whose ladder is not known draws none."""
    assert steps_of((), 0, 6, turns=4, box=QRectF(0, 0, 50, 60)) == []


def test_cards_that_look_alike_say_what_tells_them_apart(
    start: StartWindow, tmp_path: Path
) -> None:
    """By the file, or where that is the same too, by where it is; others say no more than ever."""
    other = replace(a_session(tmp_path / "x.wargame"), title="Group C")
    paths = [tmp_path / "a.wargame", tmp_path / "b.wargame", tmp_path / "old" / "b.wargame"]
    start.show_recent([other, *(a_session(path) for path in paths)])
    last = [words_on(card)[-1] for card in cards_on(start)]
    assert "wargame" not in last[0]
    assert last[1].endswith("a.wargame")
    assert last[2].endswith(str(paths[1]))
    assert last[3].endswith(str(paths[2]))


def test_two_sessions_of_a_day_are_told_apart_by_who_played(
    start: StartWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Their people are named, and of a long file's name its end stays in sight."""
    long = "The Grey Bank, Staff course of the winter term, Group B"
    first = replace(a_session(tmp_path / f"{long}.wargame"), people="Ana Petrova and Ben Adler")
    second = replace(a_session(tmp_path / f"{long} 2.wargame"), people="Mehmet Kaya")
    start.show_recent([first, second])
    start.resize(900, 700)
    cards = cards_on(start)
    used = [words_on(card)[2] for card in cards]
    assert ["Ana Petrova" in used[0], "Mehmet Kaya" in used[1]] == [True, True]
    files = [card.findChildren(ElidedLabel)[-1] for card in cards]
    qtbot.wait_until(lambda: "…" in files[1].text())
    assert files[0].text().endswith("B.wargame")
    assert files[1].text().endswith("2.wargame")
    assert files[1].whole in files[1].toolTip()
