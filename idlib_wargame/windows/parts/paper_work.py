"""Papers made one after another, so that the window answers in between and may stop it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _


class Told(NamedTuple):
    """What is said of a work: ``far`` and ``stopped`` of so many papers of so many, ``done`` of
    all, ``failed`` for a reason after so many.
    """

    far: Callable[[int, int], str]
    done: Callable[[int], str]
    stopped: Callable[[int, int], str]
    failed: Callable[[str, int], str]


class PaperWork(QObject):
    """Takes one paper at a time from ``steps``, which may raise OSError; ``far`` says how many."""

    far = Signal(int)
    ended = Signal(str)

    def __init__(self, steps: Iterator[object], count: int, told: Told, parent: QObject) -> None:
        super().__init__(parent)
        self.count, self.told = count, told
        self._steps = steps
        self._made = 0
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)
        self._next.start()

    def stop(self) -> None:
        """No more than is there already, each of it whole."""
        self._end(self.told.stopped(self._made, self.count))

    def _step(self) -> None:
        try:
            made = next(self._steps, None)
        except OSError as fault:
            self._end(self.told.failed(disk_reason(fault), self._made))
            return
        except Exception:
            self._end(_("The papers could not be made: the program made a mistake."))
            raise
        if made is None:
            self._end(self.told.done(self._made))
        else:
            self._made += 1
            self.far.emit(self._made)

    def _end(self, said: str) -> None:
        self._next.stop()
        if isinstance(self._steps, Generator):
            self._steps.close()  # a printer is let go of now
        self.ended.emit(said)
