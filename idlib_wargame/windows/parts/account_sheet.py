"""The account of a number, in place: a small sheet beside it that takes neither keys nor clicks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.views.account import Account, Change, Standing
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.floating import height_at
from idlib_wargame.windows.parts.labels import NameLabel, label, rule
from idlib_wargame.words.language import is_right_to_left

WIDTH = 380  # pixels, before the size of text
EDGE = 8  # pixels between the sheet and the edges of its window
GAP = 4  # pixels between the number and its sheet
FRAME = 4  # pixels that both its edges take
TOP = Qt.AlignmentFlag.AlignTop


class AccountSheet(QFrame):
    """``left`` and ``entered`` as the mouse goes. It lies in the window of what it belongs to."""

    entered = Signal()
    left = Signal()

    def __init__(self, accounts: Sequence[Account], note: str, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "account")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        self._column.setSpacing(12)
        for account in accounts:
            self._column.addWidget(_drawn(account))
        if note:
            self._column.addWidget(label(note, "muted", wrap=True))
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 1, 1, 1)
        outside.addWidget(scroll)

    def show_beside(self, number: QWidget) -> None:
        """Lie under the number or over it, where neither has room to its side, and never on it."""
        window = self.parentWidget()
        assert window is not None, "a sheet lies in a window"
        around = QRect(number.mapTo(window, QPoint(0, 0)), number.size())
        room = window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        wide = min(theme.scaled(WIDTH), room.width())
        whole = height_at(self._inside, wide - FRAME) + FRAME
        place = _place(around, room, QSize(wide, whole))
        if place.height() < whole:  # it scrolls, and its words keep the width that they have
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            place = _place(around, room, QSize(min(wide + bar, room.width()), whole))
        else:
            self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setGeometry(place)
        self.show()
        self.raise_()

    def read_on(self, way: int) -> None:
        """Scroll a page on (1) or back (−1)."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep())

    def sizeHint(self) -> QSize:
        """It is given its place and size by what it belongs to."""
        return QSize(0, 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """It stays while the mouse is on it."""
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """And goes a moment after."""
        super().leaveEvent(event)
        self.left.emit()


def _drawn(account: Account) -> QWidget:
    """A heading, what the number was, what moved it, a line, and what it is."""
    drawn = QWidget()
    column = QVBoxLayout(drawn)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(label(account.name, bold=True, wrap=True))
    *most, last = account.rows
    for row in most:
        if isinstance(row, Standing):
            column.addLayout(_line(row.when, row.reads, "muted"))
        else:
            _add_change(column, row)
    column.addWidget(rule())
    assert isinstance(last, Standing), "an account ends with what the number is"
    column.addLayout(_line(last.when, last.reads, bold=True))
    return drawn


def _add_change(column: QVBoxLayout, row: Change) -> None:
    beside = _line(row.why, row.reads)
    beside.insertSpacing(0, 12)
    column.addLayout(beside)
    if row.detail:
        under = QHBoxLayout()
        under.addSpacing(12)
        under.addWidget(label(row.detail, "muted", wrap=True, leads=True))
        column.addLayout(under)


def _line(said: str, reads: str, role: str = "", bold: bool = False) -> QHBoxLayout:
    """What is said, as wide as there is room, and a figure at the end of its first line."""
    across = QHBoxLayout()
    across.setSpacing(2 * theme.SPACE)
    across.addWidget(label(said, role, bold=bold, wrap=True, leads=True), 1, TOP)
    figure = NameLabel(reads, bold=bold)
    figure.setMaximumWidth(theme.scaled(WIDTH) // 2)
    across.addWidget(figure, 0, TOP)
    return across


def _place(around: QRect, room: QRect, size: QSize) -> QRect:
    """Where a sheet of that size lies by a number, within the room: lower where it must be."""
    wide, high = size.width(), size.height()
    below, above = room.bottom() - around.bottom() - GAP, around.top() - room.top() - GAP
    if high > max(below, above):
        for left in (around.right() + 1 + GAP, around.left() - GAP - wide):
            if room.left() <= left and left + wide <= room.right() + 1:
                high = min(high, room.height())
                top = min(around.top(), room.bottom() + 1 - high)
                return QRect(left, max(room.top(), top), wide, high)
    begins = around.right() + 1 - wide if is_right_to_left() else around.left()
    across = max(room.left(), min(begins, room.right() + 1 - wide))
    if high <= below or below >= above:
        return QRect(across, around.bottom() + 1 + GAP, wide, min(high, below))
    high = min(high, above)
    return QRect(across, around.top() - GAP - high, wide, high)
