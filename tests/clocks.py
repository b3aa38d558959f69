"""Clocks for tests, which go on when they are told to."""

from __future__ import annotations

from collections.abc import Callable


class Stopwatch:
    """Seconds that only go forward, as far as a test lets them."""

    def __init__(self) -> None:
        self.now = 5000.0

    def __call__(self) -> float:
        """Seconds since nobody knows when."""
        return self.now

    def run(self, seconds: float, beat: Callable[[], None]) -> None:
        """Let so many seconds go by with a beat in each, as in a program that runs."""
        whole, rest = divmod(seconds, 1)
        for step in (*[1.0] * int(whole), rest):
            self.now += step
            beat()

    def sleep(self, seconds: float) -> None:
        """Let so many seconds go by in which no program runs."""
        self.now += seconds
