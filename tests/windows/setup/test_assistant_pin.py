"""The facilitator's PIN as it is chosen at setup, and what it then guards in the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from idlib_wargame.app import Program
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.replay.window import ReplayWindow
from idlib_wargame.windows.setup.assistant import SetupAssistant
from tests.conftest import HARBOUR
from tests.program_on_screen import leave, paths_in, program_on_screen, the_window
from tests.windows.dress import dress
from tests.windows.play_harbour import shown_text

PIN = "grey seal"


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program on a user's first start."""
    dress(qapp)
    with program_on_screen(qapp, qtbot, paths_in(tmp_path)) as program:
        yield program


@pytest.fixture
def assistant(program: Program) -> SetupAssistant:
    """The assistant at the page about the exercise."""
    program.new_exercise(HARBOUR)
    assistant = the_window(program)
    assert isinstance(assistant, SetupAssistant)
    assistant.onward.click()
    return assistant


def choose(assistant: SetupAssistant, pin: str, again: str) -> None:
    """Type a PIN and type it once more."""
    card = assistant.exercise_page.pin
    for field, text in ((card.pin, pin), (card.again, again)):
        field.clear()
        QTest.keyClicks(field, text)


def test_beginning_a_pin_moves_nothing_below(assistant: SetupAssistant, qtbot: QtBot) -> None:
    """What it means is said in another sentence, in the same place."""
    page = assistant.exercise_page
    assistant.resize(1272, 684)
    QApplication.processEvents()
    card = page.pin
    assert "Without a PIN, whoever is at this laptop" in shown_text(card)
    before = (card.height(), card.everybody.pos())
    choose(assistant, PIN, "")
    QApplication.processEvents()
    assert "The desk asks for the PIN when it comes back" in shown_text(card)
    assert "Without a PIN" not in shown_text(card)
    assert (card.height(), card.everybody.pos()) == before
    for words in (card.without, card.given):
        assert words.height() >= words.heightForWidth(words.width())


def begun(assistant: SetupAssistant, program: Program, qtbot: QtBot) -> DeskWindow:
    """On through the other pages to the desk."""
    for _ in range(3):
        assistant.onward.click()
    qtbot.wait_until(lambda: assistant not in program.windows)
    desk = the_window(program)
    assert isinstance(desk, DeskWindow)
    return desk


def test_a_pin_left_empty_says_what_that_means(assistant: SetupAssistant) -> None:
    """And what no PIN guards against, with what to do about that."""
    said = shown_text(assistant.exercise_page)
    assert "(recommended)" in said
    assert "Without a PIN, whoever is at this laptop can lift the desk's curtain" in said
    assert "A PIN guards the screen and not the file" in said
    assert "keep the disk of this laptop encrypted" in said
    assistant.go_to(3)
    assert "Without a PIN" in shown_text(assistant.begin_page)


@pytest.mark.parametrize(
    ("pin", "again", "sentence"),
    [
        ("123", "123", "at least 4 characters"),
        ("1234", "", "the same facilitator's PIN in both"),
        ("1234", "4321", "the same facilitator's PIN in both"),
        ("", "1234", "at least 4 characters"),
    ],
)
def test_what_is_no_pin_is_told(
    assistant: SetupAssistant, pin: str, again: str, sentence: str
) -> None:
    """Too short, or not the same twice: the assistant stays, also by way of its list of steps."""
    choose(assistant, pin, again)
    assistant.onward.click()
    assert sentence in assistant.banner.words.text()
    assert assistant.place == 1
    assistant.go_to(3)
    assistant.onward.click()
    assert assistant.place == 1
    assert sentence in assistant.banner.words.text()


def test_the_pin_chosen_guards_the_desk_and_the_replay(
    program: Program, assistant: SetupAssistant, qtbot: QtBot, tmp_path: Path
) -> None:
    """The new desk is open; opened again it asks, and so does a replay; no file has the PIN."""
    choose(assistant, PIN, f" {PIN}")
    assert PIN not in repr(assistant.plan)
    desk = begun(assistant, program, qtbot)
    path = desk.session.path
    assert path is not None
    assert not desk.handover.is_covered
    leave(qtbot, program, desk)

    program.open_session(path)
    again = the_window(program)
    assert isinstance(again, DeskWindow)
    assert not again.page.isVisible()
    for typed, is_open in (("grey whale", False), (PIN, True)):
        QTest.keyClicks(again.handover.cover.pin.field, typed)
        QTest.keyClick(again.handover.cover.pin.field, Qt.Key.Key_Return)
        assert again.page.isVisible() == is_open
    leave(qtbot, program, again)

    program.replay(path)
    replay = the_window(program)
    assert isinstance(replay, ReplayWindow)
    replay.readers.control.click()
    assert replay.asking.isVisible()
    assert not replay.retelling.reader.is_control
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert path in files
    assert [each for each in files if PIN.encode() in each.read_bytes()] == []


def test_another_pack_keeps_the_pin(assistant: SetupAssistant) -> None:
    """Its names are the pack's, but the PIN is the facilitator's."""
    choose(assistant, PIN, PIN)
    assistant.onward.click()
    assistant.go_to(0)
    assistant.open_pack(HARBOUR.with_name("harbour_full"))
    assert assistant.plan is not None
    assert assistant.plan.pin == PIN


def test_tab_goes_on_to_the_pin_after_another_method_is_chosen(assistant: SetupAssistant) -> None:
    """What was typed for a secret must not stand readable in a field at the top of the page."""
    assistant.go_to(1)
    page = assistant.exercise_page
    page.method.buttons["semi_rigid"].setFocus()
    QTest.keyClick(page.method.buttons["semi_rigid"], Qt.Key.Key_Down)
    assert page.method.answer() == "rigid"
    for _ in range(3):
        QTest.keyClick(assistant.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(assistant.focusWidget(), "4821")
    assert page.pin.typed() == ""
    assert page.pin.problem()
    assert "4821" not in page.group.text() + page.exercise.text()


@pytest.mark.parametrize(
    ("pin", "again", "which"), [("1", "1", "pin"), ("12345", "54321", "again")]
)
def test_a_pin_that_does_not_fit_keeps_the_keys_where_it_is_typed(
    assistant: SetupAssistant, pin: str, again: str, which: str
) -> None:
    """What is typed next mends the PIN, and does not stand readable in another field."""
    choose(assistant, pin, again)
    assistant.onward.click()
    assert assistant.banner.isVisible()
    field = getattr(assistant.exercise_page.pin, which)
    assert field.hasFocus()


def test_everybody_may_be_asked_to_set_a_pin_at_their_seat(
    qtbot: QtBot, program: Program, assistant: SetupAssistant
) -> None:
    """One tick, told again before it begins, and kept in the setup; left out, people may skip."""
    card = assistant.exercise_page.pin
    assert card.everybody.text() == "Every person sets a PIN at their seat"
    assert not card.everybody.isChecked()
    card.everybody.click()
    desk = begun(assistant, program, qtbot)
    assert desk.session.play.setup.pins
    leave(qtbot, program, desk)
