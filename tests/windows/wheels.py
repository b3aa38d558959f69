"""The wheel of a mouse, for tests of windows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NOTCH = 120  # as a mouse tells of one


def turn_real_wheel(widget: QWidget, notches: int) -> None:
    """The same as a mouse does it: what the widget lets by goes on to what it lies on."""
    handle = widget.window().windowHandle()
    middle = widget.mapTo(widget.window(), widget.rect().center())
    QTest.wheelEvent(handle, QPointF(middle), QPoint(0, notches * NOTCH))
    QApplication.processEvents()


def turn_wheel(widget: QWidget, notches: int) -> None:
    """Turn the wheel over a widget, towards oneself for less than nought."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, notches * NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
