"""An hour for pictures, so that they are the same each time: no window reads the laptop's clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, tzinfo
from unittest.mock import patch

# Where the program asks what time it is, but for the record.
ASKED_IN = (
    "idlib_wargame.views.desk.seat_lines",
    "idlib_wargame.views.setup.plan",
    "idlib_wargame.windows.desk.day_strip",
    "idlib_wargame.windows.desk.desk_page",
    "idlib_wargame.windows.parts.phase_timer",
)


@contextmanager
def made_up_time(now: Callable[[], datetime], stamp: Callable[[], str]) -> Iterator[None]:
    """It is always ``now``, which has a zone; ``stamp`` is the time of a record's next entry."""

    class MadeUp(datetime):
        """Reads that hour, and is the usual class otherwise."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> MadeUp:
            """That hour in a zone, or in the laptop's without naming it."""
            time = now().astimezone(tz)
            return cls.fromisoformat(time.replace(tzinfo=tz).isoformat())

    with ExitStack() as stack:
        for module in ASKED_IN:
            stack.enter_context(patch(f"{module}.datetime", MadeUp))
        stack.enter_context(patch("idlib_wargame.record.file.now", stamp))
        yield


__all__ = ["made_up_time"]
