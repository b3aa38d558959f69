"""After the exercise is finished there is something to press."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from tests.windows.asking import offered_place, take_what_is_offered
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import begin, closed


def finished(session: Session) -> Session:
    """The exercise, over after a turn."""
    closed(session)
    session.submit(Finish(), FACILITATOR)
    return session


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Session:
    """A finished exercise on disk."""
    return finished(begin(harbour, tmp_path / "course.wargame"))


def test_the_outcome_leads_on_to_the_replay(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """The one filled button of a finished exercise opens its replay."""
    desk = desk_of(session)
    onward = desk.page.outcome.onward
    assert onward.isVisible()
    assert not desk.page.top.next.isVisible()
    with qtbot.wait_signal(desk.replay_wanted) as wanted:
        onward.replay.click()
    assert wanted.args == [session.path]


def test_the_record_is_verified_at_the_desk(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """A sentence says that everything fits, with the head to write down."""
    desk = desk_of(session)
    desk.page.outcome.onward.verify.click()
    words = desk.page.banner.words
    qtbot.wait_until(lambda: words.text().startswith("Everything fits: 10 checks of the record"))
    assert session.entries[-1].digest[:4] in words.text()


def test_its_folder_is_shown(
    desk_of: Opener, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In the system's own window; where it has none, the desk says where the file is."""
    asked: list[QUrl] = []

    def opened(url: QUrl) -> bool:
        asked.append(url)
        return len(asked) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", opened)
    desk = desk_of(session)
    desk.page.outcome.onward.folder.click()
    assert Path(asked[0].toLocalFile()) == tmp_path
    assert not desk.page.banner.isVisible()
    desk.page.outcome.onward.folder.click()
    assert "course.wargame" in desk.page.banner.words.text()


def test_the_chart_is_saved_beside_the_exercise(
    desk_of: Opener, session: Session, tmp_path: Path
) -> None:
    """Under a name that says exercise, group and turn, wherever the program was started."""
    desk = desk_of(session)
    offered = []
    for _ in range(2):
        desk.page.outcome.onward.chart.click()
        offered.append(offered_place(desk))
        take_what_is_offered(desk)
    assert [each.name for each in offered] == [
        "Spring course, Group B, escalation, turn 01.png",
        "Spring course, Group B, escalation, turn 01 (2).png",
    ]
    assert {each.parent for each in offered} == {tmp_path}
    assert all(each.read_bytes().startswith(b"\x89PNG") for each in offered)


def test_an_exercise_in_no_file_is_saved_first(desk_of: Opener, harbour: PackReading) -> None:
    """What needs a file waits for one, and says so."""
    onward = desk_of(finished(begin(harbour))).page.outcome.onward
    needing = (onward.replay, onward.verify, onward.folder)
    assert not any(button.isEnabled() for button in needing)
    assert onward.chart.isEnabled()
    assert onward.replay.toolTip() == "Save the exercise first: it is in no file."


def test_tab_goes_round_a_finished_desk(desk_of: Opener, session: Session) -> None:
    """From the chart too it comes to what leads on, and Ctrl with Enter goes there at once."""
    desk = desk_of(session)
    QApplication.processEvents()
    desk.page.side.make_chart()
    QApplication.processEvents()
    onward = desk.page.outcome.onward
    wanted = {onward.replay, onward.chart, onward.verify, onward.folder}
    passed: set[QWidget] = set()
    charts = 0
    desk.page.status.note.setFocus()
    for _press in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.add(focused)
        charts += focused.accessibleName() == "Escalation chart"
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert charts >= 1
    assert wanted <= passed
    desk.page.status.note.setFocus()
    desk.do_next()
    assert onward.replay.hasFocus()


def test_verifying_is_stopped_by_its_button_while_the_desk_answers(
    qtbot: QtBot, desk_of: Opener, session: Session
) -> None:
    """A long record is worked out beside the window, which neither freezes nor has to wait."""
    desk = desk_of(session)
    onward, words = desk.page.outcome.onward, desk.page.banner.words
    onward.verify.click()
    assert onward.verify.text() == "Stop verifying"
    assert words.text().startswith("The record is being verified")
    onward.verify.click()
    assert onward.verify.text() == "Verify the record"
    assert words.text().startswith("Verifying was stopped.")
    onward.verify.click()
    qtbot.wait_until(lambda: words.text().startswith("Everything fits"), timeout=20000)
    assert onward.verify.text() == "Verify the record"


def test_verifying_says_how_far_it_is(desk_of: Opener, session: Session) -> None:
    """Entries that are done, of those that there are, to the last."""
    assert session.path is not None
    told: list[tuple[int, int]] = []
    assert verify(session.path, far=lambda done, of: told.append((done, of))).well
    done = [each for each, _of in told]
    assert len(done) > 3
    assert done == sorted(done)
    assert {of for _each, of in told} == {len(session.entries)}
    assert done[-1] <= len(session.entries)
