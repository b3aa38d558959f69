"""Closing the assistant throws nothing away unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.setup.assistant import SetupAssistant
from tests.conftest import HARBOUR


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> SetupAssistant:
    """The assistant, at the seats."""
    window = SetupAssistant([HARBOUR], tmp_path)
    qtbot.add_widget(window)
    window.show()
    qtbot.wait_exposed(window)
    window.go_on()
    window.go_on()
    return window


def by_its_frame(assistant: SetupAssistant) -> None:
    """The cross of its frame, or Alt+F4."""
    assistant.close()


def by_escape(assistant: SetupAssistant) -> None:
    """Escape."""
    QTest.keyClick(assistant, Qt.Key.Key_Escape)


def by_cancelling(assistant: SetupAssistant) -> None:
    """Back to the first page, and Cancel."""
    assistant.go_to(0)
    assistant.back.click()


WAYS = [by_its_frame, by_escape, by_cancelling]


@pytest.mark.parametrize("close", WAYS)
def test_names_are_not_thrown_away_unasked(assistant: SetupAssistant, close: object) -> None:
    """Whichever way it is closed; the safe answer has the keys, and the names are there after."""
    assert callable(close)
    card = next(card for card in assistant.seats_page.cards if card.seat.id == "astra")
    card.names.edit.setFocus()
    QTest.keyClicks(card.names.edit, "Ana Lind")
    close(assistant)
    assert assistant.isVisible()
    assert assistant.leaving.isVisible()
    assert assistant.leaving.no.hasFocus()
    assistant.leaving.no.click()
    assert not assistant.leaving.isVisible()
    assert assistant.plan is not None
    assert assistant.plan.to_setup().of("astra").people == ("Ana Lind",)
    assert assistant.onward.isDefault(), "Enter goes on as before"
    close(assistant)
    assistant.leaving.yes.click()
    assert not assistant.isVisible()


@pytest.mark.parametrize("close", WAYS)
def test_with_nothing_typed_it_closes_at_once(assistant: SetupAssistant, close: object) -> None:
    """Looking through the pages is no work that could be lost."""
    assert callable(close)
    close(assistant)
    assert not assistant.isVisible()
