"""Keeps this computer awake while devices depend on it."""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager
from typing import Any, Protocol

_log = logging.getLogger(__name__)


class Awake(Protocol):
    """What the desk asks of it."""

    def begin(self) -> bool:
        """Keep it awake from now on; whether that could be done."""
        ...

    def end(self) -> None:
        """Let it sleep again. Safe to be called again."""
        ...


class KeptAwake:
    """Asks the system; with the screen on where that can be had, as the codes are on it."""

    def __init__(self) -> None:
        self._kept: AbstractContextManager[Any] | None = None

    def begin(self) -> bool:
        """Keep it awake. What fails is for the log: the room is open all the same."""
        if self._kept is not None:
            return True
        try:
            from wakepy import keep

            for mode in (keep.presenting(on_fail="pass"), keep.running(on_fail="pass")):
                if mode.__enter__().active:
                    self._kept = mode
                    return True
                mode.__exit__(None, None, None)
                _log.info("%s was refused: %s", mode.name, mode.result.get_failure_text())
            _log.warning("the system has no way to keep the computer awake")
        except Exception:  # whatever the system's own service answers
            _log.warning("the computer could not be kept awake", exc_info=True)
        return False

    def end(self) -> None:
        """Let it sleep again."""
        kept, self._kept = self._kept, None
        if kept is None:
            return
        try:
            kept.__exit__(None, None, None)
        except Exception:
            _log.warning("keeping the computer awake could not be ended", exc_info=True)
