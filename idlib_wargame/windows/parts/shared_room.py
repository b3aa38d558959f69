"""Parts side by side or one above the other, whose shares of the room are pulled by hand and kept.

Whoever remembers them for the next start listens to ``changes``; see ``screens/placing.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.screens.kept_look import WHOLE

LEAST = 20  # thousandths: with less, a part would be taken for gone


class Changes(QObject):
    """``moved`` carries a splitter whose handle was pulled, ``wanted`` one that asks for its shares
    of the last time (who knows them calls its ``take``), ``forgotten`` that all are as at first.
    """

    moved = Signal(object)
    wanted = Signal(object)
    forgotten = Signal()


@cache
def changes() -> Changes:
    """The one notifier for all windows."""
    return Changes()


class SharedRoom(QSplitter):
    """A splitter that opens as it was left on its screen at that size of text, else as at first.

    ``at_first`` gives the sizes of its parts for so many pixels of room, ``least`` how far each may
    be pulled together, 0 where the part knows itself. No part is ever pushed out of sight by what
    is remembered: it has the least that it needs, whatever was kept.
    """

    def __init__(
        self,
        name: str,
        side: Qt.Orientation,
        at_first: Callable[[int], Sequence[int]],
        least: Callable[[int], Sequence[int]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(side, parent)
        self._least = least
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self._at_first = at_first
        self._was_seen = False
        self._scale = theme.text_scale()
        self.splitterMoved.connect(self._tell)
        theme.changes().changed.connect(self._look_again)
        changes().forgotten.connect(self.share_as_at_first)

    def share(self) -> None:
        """Share the room out as it was left, or else as at first."""
        self.share_as_at_first()
        changes().wanted.emit(self)

    def share_as_at_first(self) -> None:
        """Share the room out as if no handle had ever been pulled."""
        self._hold_apart()
        if self.room:
            self.setSizes(list(self._at_first(self.room)))

    def _hold_apart(self) -> None:
        """What a part needs follows the size of text, and gives way where the window is small."""
        if self._least is None or not self.room:
            return
        lies = self.orientation() == Qt.Orientation.Horizontal
        for place, least in enumerate(self._least(self.room)):
            part = self.widget(place)
            if least and part is not None:
                part.setMinimumSize(least if lies else 0, 0 if lies else least)

    def take(self, shares: Sequence[int]) -> None:
        """Share it out by these thousandths, if they are for as many parts as there are."""
        if len(shares) == self.count() and min(shares, default=0) >= LEAST:
            self.setSizes([share * self.room // WHOLE for share in shares])

    @property
    def room(self) -> int:
        """How many pixels there are to share."""
        lies = self.orientation() == Qt.Orientation.Horizontal
        return self.width() if lies else self.height()

    @property
    def shares(self) -> tuple[int, ...]:
        """The thousandths that each part has now."""
        total = sum(self.sizes()) or 1
        return tuple(size * WHOLE // total for size in self.sizes())

    def _tell(self) -> None:
        changes().moved.emit(self)

    def _look_again(self) -> None:
        """Words need another room when text grows; another colour moves nothing."""
        if theme.text_scale() != self._scale:
            self._scale = theme.text_scale()
            self.share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share it out before anybody sees it; after that, the handles are the user's."""
        super().resizeEvent(event)
        if not self._was_seen:
            self.share()
        else:
            self._hold_apart()

    def showEvent(self, event: QShowEvent) -> None:
        """Share it out as it was shown first."""
        super().showEvent(event)
        if not self._was_seen:
            self.share()
            self._was_seen = True
