"""What a session refuses, in words for the person who asked."""

from __future__ import annotations


class Refused(Exception):
    """An act that may not be done now. Nothing was recorded. The text is one calm sentence each."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class SessionFault(Exception):
    """A session that cannot be begun or opened: what was found, what was expected, what to do."""
