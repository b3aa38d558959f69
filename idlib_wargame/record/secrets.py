"""Secrets of a record by their names, such as the hashes of PINs."""

from __future__ import annotations


class Secrets(dict[str, str]):
    """They never show in a log, a traceback or a test's report."""

    def __repr__(self) -> str:
        return f"<{len(self)} secrets>"
