"""The facilitator asks the seats what they think, and reads nothing of it before the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.play import Judgement
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.replay.window import THOUGHTS, ReplayWindow
from tests.windows.dress import dress
from tests.windows.play_harbour import begin, shown_text, texts

THOUGHT = Judgement((("treaty", "unlikely"), ("war", "remote"), ("drift", "likely")), 2)
WORDS = ("Realistic possibility", "Unlikely", "Remote chance", "Likely")


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A harbour exercise on disk."""
    session = begin(full, tmp_path / "course.wargame")
    yield session
    session.close()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, session: Session) -> DeskWindow:
    """Its desk."""
    dress(qapp)
    window = DeskWindow(session)
    qtbot.addWidget(window)
    window.show()
    return window


def titles(desk: DeskWindow) -> list[str]:
    """What stands on the tabs of the desk."""
    tabs = desk.page.tabs
    return [tabs.tabText(place) for place in range(tabs.count())]


def test_the_menu_asks_and_calls_off(desk: DeskWindow, session: Session) -> None:
    """Its entry says what it would do now, and the page of who has given comes and goes."""
    entry = desk.menus.actions["ask_judgements"]
    desk.menus.opening.emit()
    assert entry.text() == "Ask what each seat thinks will happen"
    assert "Judgements" not in titles(desk)
    entry.trigger()
    assert session.play.judgements_asked == {1: True}
    assert desk.page.tabs.currentWidget() is desk.page.judgements
    desk.menus.opening.emit()
    assert entry.text() == "Ask for no judgements this turn"
    entry.trigger()
    assert session.play.judgements_asked == {1: False}
    assert "Judgements" not in titles(desk)


def test_the_desk_says_who_has_given_and_no_word_of_it(desk: DeskWindow, session: Session) -> None:
    """Neither there, nor in its log, nor anywhere on the desk."""
    desk.menus.actions["ask_judgements"].trigger()
    session.submit(Judge("astra", THOUGHT), "astra")
    text = shown_text(desk.page.judgements)
    assert "Judgements of turn 1: 1 of 2" in text
    assert text.index("Astra") < text.index("given") < text.index("Borea") < text.index("none yet")
    assert "Astra seals what it thinks." in [line.text for line in session.log(CONTROL)]
    said = [each for each in texts(desk) if any(word in each for word in WORDS)]
    assert [each for each in said if "pportunity" not in each and "odds" not in each] == []


def test_at_the_end_the_desk_tells_what_each_thought(desk: DeskWindow, session: Session) -> None:
    """Beside what happened."""
    desk.menus.actions["ask_judgements"].trigger()
    session.submit(Judge("astra", THOUGHT), "astra")
    session.submit(Finish(), FACILITATOR)
    desk.page.tabs.setCurrentWidget(desk.page.judgements)
    text = shown_text(desk.page.judgements)
    assert "What happened: The quarrel goes on" in text
    assert "Score 0.21 (0 is perfect, 2 is worst): close to what happened" in text
    assert "It gave what happened 55–75%, which is about 67% of all that it gave." in text
    assert "Borea gave none." in text
    assert "Caldis" not in text
    desk.menus.actions["ask_judgements"].trigger()
    assert session.play.judgements_asked == {1: True}


@pytest.mark.parametrize("reader", [ROOM, CONTROL], ids=["room", "control"])
def test_a_replay_tells_it_at_its_last_moment_alone(
    qtbot: QtBot, qapp: QApplication, desk: DeskWindow, session: Session, reader: object
) -> None:
    """To the room as to control; before that its tab is hidden."""
    desk.menus.actions["ask_judgements"].trigger()
    session.submit(Judge("astra", THOUGHT), "astra")
    session.submit(Finish(), FACILITATOR)
    assert session.path is not None
    window = ReplayWindow(read_session(session.path), reader)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    places = window.marks.count
    seen = []
    for place in range(places):
        window.player.seek(place)
        seen.append(window.tabs.isTabVisible(THOUGHTS))
    assert seen == [False] * (places - 1) + [True]
    window.tabs.setCurrentIndex(THOUGHTS)
    text = shown_text(window.thoughts)
    assert "Score 0.21 (0 is perfect, 2 is worst): close to what happened" in text
    assert ("Borea gave none." in text) is (reader == CONTROL)
    window.player.seek(0)
    assert window.tabs.currentIndex() != THOUGHTS


def test_a_replay_of_an_exercise_broken_off_tells_nothing(
    qtbot: QtBot, qapp: QApplication, desk: DeskWindow, session: Session
) -> None:
    """It may still go on, and what was sealed is sealed."""
    desk.menus.actions["ask_judgements"].trigger()
    session.submit(Judge("astra", THOUGHT), "astra")
    assert session.path is not None
    copy = session.path.with_name("copy.wargame")
    session.save_copy(copy)
    window = ReplayWindow(read_session(copy), CONTROL)
    qtbot.addWidget(window)
    window.player.seek(window.marks.count - 1)
    assert not window.tabs.isTabVisible(THOUGHTS)
    assert window.thoughts.has_any is False
