"""Where the replay stands, and the clock that moves it on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SPEEDS = (1, 2, 4, 8, 16)
BEAT = 1200  # milliseconds that a moment lasts at the plain speed


class Player(QObject):
    """A place among so many moments. Playing goes on by itself and stops at the end."""

    moved = Signal(int)
    playing_changed = Signal(bool)

    def __init__(self, count: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self._at = 0
        self._speed = SPEEDS[0]
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)

    @property
    def at(self) -> int:
        """The place, counted from 0."""
        return self._at

    @property
    def at_end(self) -> bool:
        """Whether this is the last moment."""
        return self._at == self._count - 1

    @property
    def playing(self) -> bool:
        """Whether the clock runs."""
        return self._timer.isActive()

    @property
    def speed(self) -> int:
        """How many times faster than the plain speed."""
        return self._speed

    def seek(self, place: int) -> None:
        """Go to a place; one past either end is the end."""
        place = max(0, min(place, self._count - 1))
        if place != self._at:
            self._at = place
            self.moved.emit(place)

    def play(self) -> None:
        """Let it run; from the end, from the beginning again."""
        if self.at_end:
            self.seek(0)
        if self._count > 1 and not self.playing:
            self._timer.start()
            self.playing_changed.emit(True)

    def pause(self) -> None:
        """Hold it here."""
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Play if it stands, pause if it runs."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def set_speed(self, speed: int) -> None:
        """So many times faster, one of SPEEDS."""
        self._speed = speed
        self._timer.setInterval(BEAT // speed)

    def _beat(self) -> None:
        self.seek(self._at + 1)
        if self.at_end:
            self.pause()
