"""Keys as the system writes them: "Ctrl+M", or the signs of a Mac."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def key_text(keys: str) -> str:
    """How the keys are called on this machine; ``keys`` in Qt's portable text."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
