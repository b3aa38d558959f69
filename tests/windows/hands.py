"""Hands for tests of windows: one that is watched by a clock of the test, and what it does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from idlib_wargame.windows.parts.one_press import TWICE, Hand, use_hand
from tests.clocks import Stopwatch

LEFT = Qt.MouseButton.LeftButton


class WatchedHand:
    """Presses as a hand does, with the time between them in the hands of the test."""

    def __init__(self) -> None:
        self.watch = Stopwatch()
        use_hand(Hand(self.watch))

    def rests(self, seconds: float = TWICE) -> None:
        """Everything is painted, and so much time goes by."""
        QApplication.processEvents()
        self.watch.now += seconds
        QApplication.processEvents()

    def clicks(self, widget: QWidget) -> None:
        """One click, after a look."""
        self.rests()
        QTest.mouseClick(widget, LEFT)

    def double_clicks(self, widget: QWidget, seconds: float = 0.1) -> None:
        """Two clicks in the same place, whatever lies there by then."""
        self.rests()
        at = widget.mapToGlobal(widget.rect().center())
        QTest.mouseClick(widget, LEFT)
        self.rests(seconds)
        if _under(at) is widget:
            QTest.mouseDClick(widget, LEFT)
            QTest.mouseRelease(widget, LEFT)
        else:  # no double click to Qt, whose two presses are on one widget
            self.presses_at(at)

    def truly_clicks(self, widget: QWidget) -> None:
        """As the system tells of it: to the window, which finds out what lies there."""
        self.rests()
        window, at = _in_window(widget)
        QTest.mouseClick(window, LEFT, Qt.KeyboardModifier.NoModifier, at)
        QApplication.processEvents()

    def truly_double_clicks(self, widget: QWidget) -> None:
        """The same; what lies there is found out for each of the two."""
        self.rests()
        window, at = _in_window(widget)
        QTest.mouseDClick(window, LEFT, Qt.KeyboardModifier.NoModifier, at)
        QApplication.processEvents()

    def presses_at(self, at: QPoint) -> None:
        """A press wherever it is, on whatever lies there."""
        under = _under(at)
        QTest.mousePress(under, LEFT, pos=under.mapFromGlobal(at))
        QTest.mouseRelease(under, LEFT, pos=under.mapFromGlobal(at))

    def holds(self, key: Qt.Key, times: int = 5) -> None:
        """A key held down: one press, and what the keyboard then repeats, wherever it goes."""
        self.rests()
        QTest.keyPress(_in_focus(), key)
        for _ in range(times):
            self.rests(0.1)
            repeated = QKeyEvent(
                QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True, 1
            )
            QApplication.sendEvent(_in_focus(), repeated)
        QTest.keyRelease(_in_focus(), key)


def _in_window(widget: QWidget) -> tuple[QWindow, QPoint]:
    window = widget.window()
    return window.windowHandle(), widget.mapTo(window, widget.rect().center())


def _under(at: QPoint) -> QWidget:
    """What lies there in the window in front; a window of a test may reach past its screen."""
    window = QApplication.activeWindow()
    assert window is not None
    return window.childAt(window.mapFromGlobal(at)) or window


def _in_focus() -> QWidget:
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None
    return found
