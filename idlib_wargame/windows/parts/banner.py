"""A calm line in a window: what was found, what to do, or what has been done."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.floating import Floating, height_at
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _

STAYS = 12_000  # milliseconds in sight, for what only tells what has been done


class Banner(QFrame):
    """Hidden until it has something to say. Takes no focus and stops nobody.

    It waits to be dismissed; what only ``passes`` goes by itself, after a while in sight. What
    ``lasts`` comes back after whatever is told meanwhile, until somebody has dismissed it.

    It stands where it was put, or lies over the foot of what it ``floats`` on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.words = label(wrap=True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.dismiss = QPushButton(_("Dismiss"))
        self.dismiss.setProperty("role", "quiet")
        self.dismiss.clicked.connect(self._dismissed)
        steady(self.dismiss)
        row = QHBoxLayout(self)
        set_margins(row, 2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self._floats_on: QWidget | None = None
        self._passes = False
        self._lasting = ""
        self.passing = QTimer(self, interval=STAYS, singleShot=True)
        self.passing.timeout.connect(self.clear)
        self.hide()

    def float_on(self, over: QWidget) -> None:
        """Lie along the lower edge of this, over it: its tabs and headings stay in sight."""
        self._floats_on = over
        Floating(self, over, self._place)

    def _place(self) -> None:
        if self._floats_on is None or not self.isVisible():
            return
        where = self._floats_on.geometry().adjusted(theme.SPACE, 0, -theme.SPACE, -theme.SPACE)
        high = height_at(self, where.width())
        self.setGeometry(where.left(), where.bottom() + 1 - high, where.width(), high)

    def say(self, text: str, passes: bool = False, lasts: bool = False) -> None:
        """Show a text in place of the one before."""
        self._passes = passes
        self._lasting = text if lasts else self._lasting
        self._tint("plain" if passes else "")
        self.passing.stop()
        self.words.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._place()
        if self._floats_on is not None:
            self.raise_()
        if passes and self.isVisible():
            self.passing.start()

    def _tint(self, tone: str) -> None:
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            for part in (self, self.words):
                theme.style(part)

    def clear(self) -> None:
        """What was told is over; what lasts stands here again."""
        if self._lasting:
            self.say(self._lasting)
        else:
            self.hide()

    def forget(self) -> None:
        """What lasted is no longer so."""
        was, self._lasting = self._lasting, ""
        if was and self.words.text() == was:
            self.hide()

    def _dismissed(self) -> None:
        if self.words.text() == self._lasting:
            self._lasting = ""
        self.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """The while counts from when it can be read."""
        super().showEvent(event)
        if self._passes:
            self.passing.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """It counts anew when it comes into sight again."""
        super().hideEvent(event)
        self.passing.stop()
