"""An interrupt in the terminal, or the system asking to end: the program leaves its event loop."""

from __future__ import annotations

import signal
import socket
import sys

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

_AS_A_SHELL_DOES = 128  # and the number of the signal, which is the exit code


class Interrupts(QObject):
    """Turns them into the end of the event loop, so that the program closes what it has open.

    Python looks at a signal only between its own instructions, of which there are none while Qt
    waits; a byte down a socket wakes it. Elsewhere than on POSIX systems an interrupt ends the
    program as ever: every change is on disk already.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theirs, self._ours = socket.socketpair()
        if sys.platform == "win32":
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            return
        for end in (self._theirs, self._ours):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._wakes = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._wakes.activated.connect(self._wake)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, _frame: app.exit(_AS_A_SHELL_DOES + number))

    def _wake(self) -> None:
        """Empty the socket; back in Python, the interpreter calls the handler by itself."""
        self._ours.recv(64)
