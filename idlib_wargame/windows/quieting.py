"""A few quiet seconds after a change, what stands in the journal comes home into the file."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from idlib_wargame.session.session import Change, Session

QUIET = 3.0  # seconds without a change: nobody is in the middle of one
RARELY = 20.0  # a slow disk may hold the desk up for a twentieth of the time, and no more
LONGEST = 120.0  # seconds


class Quieting(QObject):
    """Settles a session when nothing has changed for a while; ``settled`` once it has.

    A kill, a synced folder or a copied file then lacks seconds and not a turn. Where the disk takes
    its time, it is done more rarely. ``clock`` gives seconds.
    """

    settled = Signal()

    def __init__(
        self, session: Session, parent: QObject, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self.timer = QTimer(self, singleShot=True, interval=round(QUIET * 1000))
        self.timer.timeout.connect(self.settle)
        self._unsubscribe = session.subscribe(self._changed)

    def settle(self) -> None:
        """Settle now, and see how long it took."""
        self.timer.stop()
        began = self._clock()
        self._session.settle()
        took = self._clock() - began
        wait = min(max(QUIET, RARELY * took), LONGEST)
        self.timer.setInterval(round(wait * 1000))
        self.settled.emit()

    def stop(self) -> None:
        """The session is being closed, which settles it."""
        self.timer.stop()
        self._unsubscribe()

    def _changed(self, change: Change) -> None:
        self.timer.start()
