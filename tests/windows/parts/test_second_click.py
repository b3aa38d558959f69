"""A double click is one press: its second half reaches nothing that the first has brought."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.session import Session
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.parts.keys import Where, bind
from idlib_wargame.windows.parts.one_press import steady
from tests.windows.desk.conftest import (
    Opener,
    desk_of,  # noqa: F401
)
from tests.windows.hands import WatchedHand
from tests.windows.play_harbour import begin, closed

Way = tuple[Callable[[DeskWindow], object], Callable[[DeskWindow], QWidget]]
FORMS: dict[str, Way] = {
    "the answer to a message": (
        lambda desk: desk.turning.show_letters(),
        lambda desk: desk.page.messages.cards["astra>facilitator#1"].answer,
    ),
    "the names of a seat": (
        lambda desk: None,
        lambda desk: desk.page.seats.rows["astra"].reseat,
    ),
    "a note": (lambda desk: None, lambda desk: desk.page.status.note),
    "a report that is saved": (
        lambda desk: desk.turning.show_report(),
        lambda desk: desk.page.report.papers_wanted,
    ),
}


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A turn that is over, with a question to the facilitator."""
    session = begin(harbour, tmp_path / "course.wargame")
    closed(session)
    session.submit(SendMessage((FACILITATOR,), "How deep is it?", request=True), "astra")
    yield session
    session.close()


class Stage:
    """A window with a button, and what comes to lie under the pointer by its press."""

    def __init__(self, qtbot: QtBot, *parts: QWidget) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        bind(self.window, Where.START, {})
        self.column = QVBoxLayout(self.window)
        for part in parts:
            self.column.addWidget(part)
        self.window.resize(300, 60)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)


@pytest.mark.parametrize("form", FORMS)
def test_a_double_click_on_what_opens_a_form_leaves_the_keys_where_one_click_does(
    desk_of: Opener,  # noqa: F811
    session: Session,
    hand: WatchedHand,
    form: str,
) -> None:
    """So that nothing that is typed goes to the button."""
    turn_to, found = FORMS[form]
    had = list[str]()
    for press in (hand.truly_clicks, hand.truly_double_clicks):
        desk = desk_of(session)
        desk.page.messages.uncover.click()
        turn_to(desk)
        button = found(desk)
        assert button.isVisible(), form
        press(button)
        on = QApplication.focusWidget()
        assert on is not None
        assert on is not button
        assert QApplication.activePopupWidget() is None
        had.append(f"{type(on).__name__} {on.accessibleName()}")
        desk.close()
    assert had[0] == had[1]


def test_whoever_double_clicks_on_answer_has_every_letter_in_the_message(
    desk_of: Opener,  # noqa: F811
    session: Session,
    hand: WatchedHand,
) -> None:
    """None of them presses the button again."""
    desk = desk_of(session)
    desk.turning.show_letters()
    page = desk.page.messages
    page.uncover.click()
    hand.truly_double_clicks(page.cards["astra>facilitator#1"].answer)
    on = QApplication.focusWidget()
    assert on is not None
    QTest.keyClicks(on, "Yes, one")
    assert page.form.text.toPlainText() == "Yes, one"


def test_a_double_click_that_lifts_the_curtain_selects_nothing_beneath(
    desk_of: Opener,  # noqa: F811
    session: Session,
    hand: WatchedHand,
) -> None:
    """Whatever lies there: here the list of injects."""
    desk = desk_of(session)
    cover = desk.handover.cover
    desk.turning.show_injects()
    desk.page.injects.whole.click()
    table = desk.page.injects_tab.board.table
    for _time in range(2):
        table.clearSelection()
        desk.cover_desk()
        hand.truly_double_clicks(cover.button)
        assert not desk.handover.is_covered
        assert not table.selectionModel().hasSelection()
        assert QApplication.focusWidget() is desk.page.tabs.tabBar()
        assert QApplication.activePopupWidget() is None


def test_a_list_that_comes_under_the_pointer_is_not_dropped_down(
    qtbot: QtBot, hand: WatchedHand
) -> None:
    """Nor is a button pressed that needs no reading."""
    opens, drops, plain = QPushButton("Save or print…"), QComboBox(), QPushButton("Plain")
    drops.addItems(["A4", "Letter"])
    pressed = list[str]()
    plain.clicked.connect(lambda: pressed.append("plain"))
    steady(opens)
    stage = Stage(qtbot, opens)
    for part in (drops, plain):
        part.setParent(stage.window)

    def show(part: QWidget) -> None:
        opens.hide()
        part.setGeometry(0, 0, 300, 60)
        part.show()

    for part in (drops, plain):
        opens.clicked.connect(lambda _on=False, part=part: show(part))
        hand.truly_double_clicks(opens)
        assert part.isVisible()
        assert QApplication.activePopupWidget() is None
        part.hide()
        opens.show()
        opens.clicked.disconnect()
    assert pressed == []


def test_a_double_click_on_a_word_selects_it_and_two_slow_clicks_are_two(
    qtbot: QtBot, hand: WatchedHand
) -> None:
    """What is meant is not taken: in a field, on a count, and after a pause."""
    field, more = QLineEdit("low water"), QPushButton("+1")
    given = list[int]()
    more.clicked.connect(lambda: given.append(1))
    steady(more, waits=False, counts_on=True)
    stage = Stage(qtbot, field, more)
    field.setFixedWidth(60)
    hand.truly_double_clicks(field)
    assert field.selectedText() == "water"
    hand.truly_double_clicks(more)
    assert len(given) == 2
    hand.truly_clicks(more)
    more.hide()
    field.setParent(stage.window)
    field.setGeometry(more.geometry())
    field.show()
    hand.truly_clicks(field)
    assert QApplication.focusWidget() is field
