"""Verifying a record and showing its folder, from a window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from idlib_wargame.session.faults import SessionFault
from idlib_wargame.words.heads import head_words
from idlib_wargame.words.language import _, fill, ngettext

if TYPE_CHECKING:
    from idlib_wargame.session.verifying import Verdict

STEPS = 10  # per cent of the work between two words about it


class _Left(Exception):
    """Whoever asked does not wait any longer."""


class _Verifying(QObject):
    """The work on a thread of its own, so that the window answers meanwhile."""

    far = Signal(int)
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = Event()
        self._said = 0

    def begin(self, path: Path) -> None:
        """Begin with a file; ``ended`` carries the verdict, or what came in its way."""
        Thread(target=self._work, args=(path,), daemon=True).start()

    def leave(self) -> None:
        """Nobody waits for it any longer: nothing more is told."""
        self._left.set()

    def _work(self, path: Path) -> None:
        from idlib_wargame.session.verifying import verify

        try:
            came: object = verify(path, far=self._tell_far)
        except _Left:
            return
        except Exception as fault:  # told in the window's own thread
            came = fault
        if not self._left.is_set():
            with suppress(RuntimeError):  # the window may be gone by now
                self.ended.emit(came)

    def _tell_far(self, done: int, of: int) -> None:
        if self._left.is_set():
            raise _Left
        share = 100 * done // of // STEPS * STEPS
        if share > self._said:
            self._said = share
            with suppress(RuntimeError):
                self.far.emit(share)


class Afterwards(QObject):
    """Says what came of it by ``tell``, and what is not well by ``warn``.

    Only where ``in_full`` says so is the room that reads along told what exactly is not well, as
    the sentences name orders. ``running`` tells whether a record is being verified.
    """

    running = Signal(bool)

    def __init__(
        self,
        tell: Callable[[str], None],
        warn: Callable[[str], None],
        in_full: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tell, self._warn, self._in_full = tell, warn, in_full
        self._work: _Verifying | None = None

    def verify_or_stop(self, path: Path | None) -> None:
        """Check digests and seed, and work everything out once more; pressed again, stop it."""
        if self._work is not None:
            self.leave()
            self._tell(_("Verifying was stopped. Nothing was found out, and nothing was changed."))
        elif path is not None:
            self._tell(_("The record is being verified: every result is worked out once more."))
            self._work = _Verifying(self)
            self._work.far.connect(self._say_far)
            self._work.ended.connect(self._say_ended)
            self._work.begin(path)
            self.running.emit(True)

    def leave(self) -> None:
        """The window closes, and nobody waits for what is being worked out."""
        if self._work is not None:
            self._work.leave()
            self._work = None
            self.running.emit(False)

    def _say_far(self, percent: int) -> None:
        if self.sender() is self._work:
            said = _("The record is being verified: {percent}% of it is worked out once more.")
            self._tell(fill(said, percent=percent))

    def _say_ended(self, came: object) -> None:
        if self.sender() is not self._work:
            return
        self.leave()
        if isinstance(came, SessionFault):
            self._warn(str(came))
        elif isinstance(came, Exception):
            self._warn(_("The record could not be verified: the program made a mistake."))
            sys.excepthook(type(came), came, came.__traceback__)
        else:
            self._say_verdict(cast("Verdict", came))

    def _say_verdict(self, verdict: Verdict) -> None:
        if verdict.well:
            said = ngettext(
                "Everything fits: {count} check of the record was made, and its fingerprint is "
                "{head}.",
                "Everything fits: {count} checks of the record were made, and its fingerprint is "
                "{head}.",
                len(verdict.checks),
            )
            self._tell(fill(said, count=len(verdict.checks), head=head_words(verdict.head)))
        elif self._in_full():
            self._warn("\n".join(check.text for check in verdict.checks if not check.well))
        else:
            self._warn(_("Not everything fits. The replay for the facilitator tells the rest."))

    def show_folder(self, path: Path | None) -> None:
        """Open the folder of a file in the system's own window."""
        if path is None:
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            self._tell(fill(_("The exercise is in {path}."), path=str(path)))
