"""The codes across a whole screen, where no room's screen shows them. Who looks: the room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from idlib_wargame.views.online.joining import Joining
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.keys import Where, bind, key_words
from idlib_wargame.windows.parts.one_press import TWICE, hand
from idlib_wargame.windows.room.join_page import JoinDrawing, told
from idlib_wargame.windows.room.rows import LEAST_TEXT, height_of, paint_rows, text_rows
from idlib_wargame.windows.room.sheet import SIDE, Shape
from idlib_wargame.words.language import _, fill


class CodesWindow(QWidget):
    """Nothing of the exercise is on it. A click or a key takes it away; ``closed`` when it has
    gone."""

    closed = Signal()

    def __init__(self, joining: Joining) -> None:
        super().__init__(None)
        self._joining = joining
        self._since = hand().seconds()
        self.setWindowTitle(_("How to join the room"))
        self.setAccessibleName(_("How to join the room"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        bind(self, Where.CODES, {"leave": self._leave, "close": self.close})
        self.show_joining(joining)

    def show_joining(self, joining: Joining) -> None:
        """Show that from now on."""
        self._joining = joining
        self.setAccessibleDescription(told(joining))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever clicks has seen enough; a second click is none for what lies under it."""
        hand().presses(event.globalPosition().toPoint())
        self._leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now can it be seen."""
        super().showEvent(event)
        self._since = hand().seconds()

    def _leave(self) -> None:
        """Not by the second press of what has brought it."""
        if hand().is_rested(self._since, TWICE):
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The desk is as it was."""
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, as the room's screen would."""
        shape = Shape(self.width(), self.height())
        leave = fill(_("{key} or a click: back"), key=key_words(Where.CODES, "leave"))
        foot = text_rows(leave, shape.wide - 2 * SIDE, LEAST_TEXT, colour="muted", centred=True)
        high = shape.high - 2 * SIDE - height_of(foot)
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor(theme.colours().panel))
            painter.scale(shape.scale, shape.scale)
            box = QRectF(SIDE, SIDE, shape.wide - 2 * SIDE, high)
            JoinDrawing(self._joining)(painter, box)
            paint_rows(painter, foot, SIDE, shape.high - SIDE / 2 - height_of(foot))
