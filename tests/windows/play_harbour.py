"""What can be read on a window, and the harbour exercise to open it on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.seat.window import SeatWindow
from tests.harbour_exercise import (
    SEATING,
    adjudicated,
    begin,
    closed,
    open_orders,
    seal,
    seal_both,
)

__all__ = [
    "SEATING",
    "adjudicated",
    "begin",
    "closed",
    "lift_by_hand",
    "open_orders",
    "seal",
    "seal_both",
    "shown_text",
    "texts",
]


def lift_by_hand(window: SeatWindow) -> None:
    """Whoever sits there presses Enter, and goes on without a PIN where they are asked for one."""
    QTest.keyClick(window.curtain, Qt.Key.Key_Return)
    if window.curtain.form.isVisible():
        window.curtain.form.leave.click()


def texts(widget: QWidget) -> Iterator[str]:
    """Everything that a widget and all within it say: shown, hidden, on hover or to a reader."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.toolTip(), each.accessibleName(), each.windowTitle(), each.statusTip())
        if isinstance(each, ElidedLabel):
            yield each.whole
        if isinstance(each, QLabel | QAbstractButton | QLineEdit):
            yield each.text()
        if isinstance(each, QLineEdit):
            yield each.placeholderText()
        if isinstance(each, QPlainTextEdit | QTextEdit):
            yield each.toPlainText()


def shown_text(widget: QWidget) -> str:
    """What can be read on a widget as it is: its visible labels, buttons and fields, in lines."""
    QApplication.processEvents()  # widgets added to a layout are shown by the event loop
    lines = []
    for each in widget.findChildren(QWidget):
        if not each.isVisibleTo(widget):
            continue
        if isinstance(each, ElidedLabel):
            lines.append(each.whole)
        elif isinstance(each, QLabel | QAbstractButton | QLineEdit):
            lines.append(each.text())
        elif isinstance(each, QPlainTextEdit | QTextEdit):
            lines.append(each.toPlainText())
    return "\n".join(lines)
