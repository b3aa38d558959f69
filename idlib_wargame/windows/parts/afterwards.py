"""Verifying a record and showing its folder, from a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from idlib_wargame.session.faults import SessionFault
from idlib_wargame.words.heads import head_words
from idlib_wargame.words.language import _, fill, ngettext

_PAINTED = 50  # milliseconds, so that the words are there before the work begins


class Afterwards(QObject):
    """Says what came of it by ``tell``, and what is not well by ``warn``.

    Only where ``in_full`` says so is the room that reads along told what exactly is not well, as
    the sentences name orders.
    """

    def __init__(
        self,
        tell: Callable[[str], None],
        warn: Callable[[str], None],
        in_full: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tell, self._warn, self._in_full = tell, warn, in_full

    def verify(self, path: Path | None) -> None:
        """Check digests and seed, and work everything out once more."""
        if path is not None:
            self._tell(_("The record is being verified: every result is worked out once more."))
            QTimer.singleShot(_PAINTED, self, lambda: self._verify(path))

    def _verify(self, path: Path) -> None:
        from idlib_wargame.session.verifying import verify

        try:
            verdict = verify(path)
        except SessionFault as fault:
            self._warn(str(fault))
            return
        if verdict.well:
            said = ngettext(
                "Everything fits: {count} check of the record was made, and its head is {head}.",
                "Everything fits: {count} checks of the record were made, and its head is {head}.",
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
