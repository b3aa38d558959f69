"""Keys by the names that stand on this machine's keyboard."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def key_name(keys: str) -> str:
    """ "Ctrl+N" as people here call it: "⌘N" on a Mac."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # Qt tells the large key from the one among the digits, and calls it Return; keyboards do not.
    return native.replace("Return", "Enter")
