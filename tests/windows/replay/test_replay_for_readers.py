"""A replay for the room shows what every seat may know, and one for control everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.reading import SavedSession, read_session
from idlib_wargame.windows.replay.window import OUTCOME, RESULTS, ReplayWindow
from tests.secret_session import IN_PLACES, IN_PLAY, NEVER_OPENED, OF_A_SEAT, play_with_secrets
from tests.windows.play_harbour import shown_text
from tests.windows.replay.everything_said import said_throughout


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> SavedSession:
    """A session with a secret in every private place."""
    return read_session(play_with_secrets(tmp_path_factory.mktemp("secret")))


@pytest.fixture
def window(secret: SavedSession, qtbot: QtBot) -> ReplayWindow:
    """Its replay as it opens: nobody has said for whom."""
    made = ReplayWindow(secret)
    qtbot.addWidget(made)
    made.show()
    qtbot.wait_exposed(made)
    return made


def test_the_room_reads_no_secret(window: ReplayWindow) -> None:
    """Searched from the first moment to the last: not a word of what some seat may not know."""
    assert window.retelling.reader == ROOM
    said = said_throughout(window)
    assert "Good morning to all" in said
    assert "Send armed patrols to the bank" in said
    assert "SECRET" not in said


def test_control_reads_them_all(window: ReplayWindow) -> None:
    """Every secret was planted where a replay would show it, but for orders never opened."""
    window.readers.control.click()
    said = said_throughout(window)
    planted = [*IN_PLAY, *(f"SECRET-{place}" for place in IN_PLACES)]
    assert [each for each in planted if each not in said] == []
    assert NEVER_OPENED not in said
    assert not [each for each in OF_A_SEAT if each in said]


def test_the_switch_says_for_whom(window: ReplayWindow) -> None:
    """The room's view is down when it opens, and each button says what it shows."""
    assert window.readers.room.isChecked()
    assert window.readers.room.text() == "For the room"
    assert window.readers.control.text() == "For the facilitator"
    assert "Shown:" in shown_text(window.readers)
    assert "every seat may know" in window.readers.room.toolTip()
    assert "Show everything" in window.readers.control.toolTip()


def test_the_moment_stays_when_the_reader_changes(window: ReplayWindow) -> None:
    """Control's view opens on the same entry and tab; what is private is counted in now."""
    closed = next(n for n, moment in enumerate(window.retelling.moments) if moment.kind is CLOSED)
    window.player.seek(closed)
    window.tabs.setCurrentIndex(RESULTS)
    number, count = window.moment.number, window.marks.count
    open_cards = len(window.results.cards)
    assert open_cards > 0
    window.readers.control.click()
    assert window.moment.number == number
    assert window.tabs.currentIndex() == RESULTS
    assert window.marks.count > count
    assert len(window.results.cards) == open_cards + 1
    window.readers.room.click()
    assert window.moment.number == number
    assert window.marks.count == count
    assert len(window.results.cards) == open_cards


def test_keys_drive_the_view_that_is_shown(window: ReplayWindow) -> None:
    """After a change of reader the keys move what stands there now."""
    window.readers.control.click()
    window.transport.play.setFocus()
    QTest.keyClick(window, Qt.Key.Key_End)
    assert window.player.at == window.marks.count - 1
    assert window.transport.timeline.value() == window.marks.count - 1


def test_severity_of_the_room_counts_what_it_knows(window: ReplayWindow) -> None:
    """Only the seat whose act is known stands in the chart's legend."""
    assert "Borea" in window.chart.legend.words()
    assert "Astra" not in window.chart.legend.words()
    window.readers.control.click()
    assert "Astra" in window.chart.legend.words()


@pytest.mark.parametrize(("reader", "marked"), [(ROOM, 0), (CONTROL, 2)])
def test_hidden_rulings_are_marked_for_control_only(
    secret: SavedSession, qtbot: QtBot, reader: Reader, marked: int
) -> None:
    """On the slider and in the chart's legend."""
    window = ReplayWindow(secret, reader)
    qtbot.addWidget(window)
    assert len(window.marks.rulings) == marked
    assert ("ruling" in window.chart.legend.words()) == bool(marked)


def test_an_ending_that_hidden_things_decide_is_not_told(window: ReplayWindow) -> None:
    """Of a record that stops early, the room reads where it stops, and not what it came to."""
    window.player.seek(window.marks.count - 1)
    assert window.tabs.isTabVisible(OUTCOME)
    assert window.outcome.lead.text() == (
        "The record ends before the exercise did, in turn 3 of 4, orders."
    )
    assert not window.outcome.name.isVisible()
    window.readers.control.click()
    window.player.seek(window.marks.count - 1)
    assert window.outcome.lead.text().endswith("Had it ended there:")
    assert window.outcome.name.text() == "The quarrel goes on"


def test_the_file_is_only_read(secret: SavedSession, window: ReplayWindow, tmp_path: Path) -> None:
    """Showing it to anyone writes nothing beside it."""
    before = sorted(path.name for path in secret.path.parent.iterdir())
    window.readers.control.click()
    window.close()
    assert sorted(path.name for path in secret.path.parent.iterdir()) == before
