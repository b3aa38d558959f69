"""The session's thread, for those on another: what they ask is done from Qt's own event loop."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger(__name__)


class SessionThread(QObject):
    """Made on the thread of the session. Dialogs of the desk run the same loop, so they hold
    nothing up.
    """

    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_over = False
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def do(self, does: Callable[[], None]) -> None:
        """Do that there, in the order asked; from any thread."""
        if not self._is_over:
            self._asked.emit(does)

    def end(self) -> None:
        """The session is closed: nothing more is done."""
        self._is_over = True

    def _do(self, does: Callable[[], None]) -> None:
        if self._is_over:
            return
        try:
            does()
        except Exception:
            _log.exception("What was asked from another thread failed")
