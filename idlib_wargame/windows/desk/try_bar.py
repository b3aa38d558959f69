"""The room tried with a phone before anybody comes: what is waited for, and what it usually is."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.online.trying import Cause, Outcome, Trying, usual_causes
from idlib_wargame.views.phase_clock import Seconds
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _

TICK = 1000  # milliseconds
_ROLES = {Outcome.WAITING: "", Outcome.SEEN: "good", Outcome.NOBODY: "warning"}


class TryBar(QFrame):
    """Hidden until it is begun. ``again_wanted`` to try once more; ``left`` once it is put away,
    with whether it had the keys.
    """

    again_wanted = Signal()
    left = Signal(bool)

    def __init__(self, seconds: Seconds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self._seconds = seconds
        self._trying: Trying | None = None
        self._state = RoomState()
        self.words = label("", wrap=True, bold=True)
        self._causes = QVBoxLayout()
        self._causes.setSpacing(4)
        self.again = QPushButton(_("Try again"))
        self.again.clicked.connect(self.again_wanted)
        self.stop = QPushButton()
        self.stop.setProperty("role", "quiet")
        self.stop.clicked.connect(self.leave)
        for button in (self.again, self.stop):
            steady(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([2 * theme.SPACE] * 4))
        column.setSpacing(theme.SPACE)
        column.addWidget(self.words)
        column.addLayout(self._causes)
        column.addWidget(flowing(theme.SPACE, self.again, self.stop))
        self._ticks = QTimer(self, interval=TICK)
        self._ticks.timeout.connect(self.look)
        self._shown: Outcome | None = None
        self.hide()

    @property
    def is_on(self) -> bool:
        """Whether a try is under way, or what came of it is still in sight."""
        return self._trying is not None

    def begin(self, state: RoomState) -> None:
        """Wait for a device from now on."""
        self._state, self._shown = state, None
        self._trying = Trying.begun(state, self._seconds())
        self.show()
        self._ticks.start()
        self.look()
        self.stop.setFocus()

    def follow(self, state: RoomState) -> None:
        """The room stands otherwise: somebody may have come. One that is closed ends the try."""
        self._state = state
        if not state.is_open:
            self.leave()
        else:
            self.look()

    def look(self) -> None:
        """Say how the try stands by now."""
        if self._trying is None:
            return
        now = self._seconds()
        outcome = self._trying.outcome(self._state, now)
        self.words.setText(self._trying.words(self._state, now))
        if outcome is self._shown:
            return
        self._shown = outcome
        theme.style(self.words, _ROLES[outcome] or "plain")
        if outcome is Outcome.SEEN:
            self._ticks.stop()
        emptied(self._causes)
        if outcome is Outcome.NOBODY:
            for cause in usual_causes(self._state):
                self._add(cause)
        self.again.setVisible(outcome is not Outcome.WAITING)
        self.stop.setText(_("Stop trying") if outcome is Outcome.WAITING else _("Done"))

    def _add(self, cause: Cause) -> None:
        self._causes.addWidget(label(cause.what, wrap=True, bold=True))
        for each in cause.do:
            self._causes.addWidget(label(each, "muted", wrap=True))

    def leave(self) -> None:
        """Put it away; nothing is waited for any more."""
        self._ticks.stop()
        if self._trying is not None:
            self._trying = None
            on = QApplication.focusWidget()
            had_keys = on is not None and self.isAncestorOf(on)
            self.hide()
            self.left.emit(had_keys)
