"""Lengths of time, as a timer shows them."""

from __future__ import annotations


def minutes_and_seconds(seconds: int) -> str:
    """ "12:40"; hours count as minutes."""
    return f"{seconds // 60}:{seconds % 60:02}"
