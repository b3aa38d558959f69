"""Somebody who works a window by the keyboard alone, and whose presses are counted."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.windows.hands import WatchedHand

CTRL = Qt.KeyboardModifier.ControlModifier
NO = Qt.KeyboardModifier.NoModifier
Worked = TypeVar("Worked", bound=QWidget)


class KeysAlone(Generic[Worked]):
    """Presses keys wherever the keys are, one after another."""

    def __init__(self, window: Worked, hand: WatchedHand) -> None:
        self.window, self.hand, self.presses = window, hand, 0

    def press(self, key: Qt.Key, with_it: Qt.KeyboardModifier = NO) -> None:
        """One press, after a look."""
        self.hand.rests()
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            QApplication.processEvents()
        QTest.keyClick(self.on, key, with_it)
        self.presses += 1
        QApplication.processEvents()

    def types(self, text: str) -> None:
        """Letter by letter, into what has the keys."""
        for letter in text:
            QTest.keyClicks(self.on, letter)
        QApplication.processEvents()

    @property
    def on(self) -> QWidget:
        """What has the keys."""
        found = self.window.focusWidget()
        return found if found is not None else self.window

    def tab_to(self, wanted: QWidget) -> None:
        """On with Tab, until that has the keys."""
        for _ in range(200):
            if self.on is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {wanted}")

    def tab_to_button(self, words: str) -> None:
        """On with Tab, until a button that says so has the keys."""
        for _ in range(200):
            on = self.on
            if isinstance(on, QPushButton) and on.isVisible() and words in on.text():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to “{words}”")

    def press_button(self, words: str) -> None:
        """Tab to it and press it."""
        self.tab_to_button(words)
        self.press(Qt.Key.Key_Return)
