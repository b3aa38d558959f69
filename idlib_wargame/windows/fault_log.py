"""The program's own mistakes: written down in full, told in one calm line, and play goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from idlib_wargame.words.language import _, fill

_BYTES, _KEPT = 500_000, 3
_LINES = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class FaultLog:
    """Takes the place of the interpreter's hooks for what nobody caught.

    ``tell`` shows a sentence on the window in front.
    """

    def __init__(self, file: Path, tell: Callable[[str], None]) -> None:
        self._file = file
        self._tell = tell
        self._open = False

    def catch(self) -> None:
        """From now on no mistake ends the program."""
        sys.excepthook = self.on_fault
        threading.excepthook = lambda told: self._write_down(
            told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
        )

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
        logging.getLogger("idlib_wargame").addHandler(handler)

    def on_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a mistake down and tell of it. An interrupt is none, and ends the program."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, fault, trace)
            return
        self._write_down(kind, fault, trace)
        sentence = _(
            "Something went wrong inside the program, and what you did last may not have been "
            "done. Everything recorded is safe, and you can go on. Details are in {file}."
        )
        self._tell(fill(sentence, file=str(self._file)))

    def _write_down(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        self.open()
        logging.getLogger(__name__).error("Nobody caught this", exc_info=(kind, fault, trace))
