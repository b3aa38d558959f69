"""The program's own mistakes: written down in full, told in one calm line, and play goes on.

Qt calls into Python, and whatever goes wrong there comes out at the interpreter's hooks. Two things
would end the process all the same: what a mistake's traceback still holds when Qt takes it away
(a painter on a widget), and a mistake told by a window that is just being painted.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from idlib_wargame.words.language import _, fill

_BYTES, _KEPT = 500_000, 3
_LINES = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_OURS = "idlib_wargame"
# Where the interpreter keeps the last mistake, and with it all that its traceback holds.
_LAST = "last_type", "last_value", "last_traceback", "last_exc"

Place = tuple[str, str, int]
"""What kind of mistake, in which file, on which line: the same again is not told twice."""

_log = logging.getLogger(__name__)


class FaultLog(QObject):
    """Takes the place of the interpreter's hooks for what nobody caught.

    ``tell`` shows a sentence on the window in front. It is called from the event loop, whichever
    thread made the mistake and whatever was being painted, once for each place in the program.
    """

    _found = Signal()

    def __init__(self, file: Path, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._file = file
        self._tell = tell
        self._open = False
        self._counts: Counter[Place] = Counter()
        self._told: set[Place] = set()
        self._found.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def catch(self) -> None:
        """From now on no mistake ends the program, and each is told."""
        sys.excepthook = self.on_fault
        threading.excepthook = self._on_fault_in_thread
        logging.getLogger(_OURS).addHandler(_Telling(self))

    def open(self) -> None:
        """Open the file, and have every warning of the program written to it from now on."""
        if self._open:
            return
        self._open = True
        from logging.handlers import RotatingFileHandler

        handler: logging.Handler
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                self._file, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
            )
        except OSError:
            # Without a folder to write to, the terminal is better than nothing.
            handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(_LINES))
        handler.setLevel(logging.WARNING)
        logging.getLogger(_OURS).addHandler(handler)

    def on_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a mistake down and tell of it. An interrupt is none, and ends the program."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, fault, trace)
            return
        place = _place(kind, trace)
        self._counts[place] += 1
        self._write_down(self._counts[place], fault, trace)
        self.tell_of(place)
        _let_go(fault)

    def tell_of(self, place: Place) -> None:
        """Tell the person of a mistake at that place, unless it was told already."""
        if place not in self._told:
            self._told.add(place)
            self._found.emit()

    def _on_fault_in_thread(self, told: threading.ExceptHookArgs) -> None:
        self.on_fault(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)

    def _write_down(self, count: int, fault: BaseException, trace: TracebackType | None) -> None:
        """The first time in full; then, as it may happen at every repaint, at 10, 100, 1000, …"""
        self.open()
        if count == 1:
            _log.error("Nobody caught this", exc_info=(type(fault), fault, trace))
        elif str(count).strip("0") == "1":
            _log.warning("The same again, %d times by now: %s", count, type(fault).__name__)

    def _say(self) -> None:
        sentence = _(
            "Something went wrong inside the program, and what you did last may not have been "
            "done. Everything recorded is safe, and you can go on. Details are in {file}."
        )
        try:
            self._tell(fill(sentence, file=str(self._file)))
        except Exception:
            _log.warning("A mistake could not be told", exc_info=True)


class _Telling(logging.Handler):
    """What the program caught itself, such as a window that failed to redraw, is told as well."""

    def __init__(self, faults: FaultLog) -> None:
        super().__init__(logging.ERROR)
        self._faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of an error, by where it was made."""
        kind, _fault, trace = record.exc_info or (None, None, None)
        if record.name != __name__:
            self._faults.tell_of(_place(kind or Exception, trace))


def _place(kind: type[BaseException], trace: TracebackType | None) -> Place:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return kind.__qualname__, "", 0
    return kind.__qualname__, trace.tb_frame.f_code.co_filename, trace.tb_lineno


def _let_go(fault: BaseException) -> None:
    """Free all that a mistake holds: painters, windows, half of what was being made."""
    for name in _LAST:
        vars(sys).pop(name, None)
    seen: set[int] = set()
    each: BaseException | None = fault
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        traceback.clear_frames(each.__traceback__)
        each = each.__cause__ or each.__context__
