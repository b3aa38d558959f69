"""Keys by the names that stand on this machine's keyboard."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

_Spelling = QKeySequence.SequenceFormat


def key_text(keys: str | Qt.Key | QKeyCombination) -> str:
    """ "Ctrl+N" as people here call it: "⌘N" on a Mac."""
    native = QKeySequence(keys).toString(_Spelling.NativeText)
    # Qt tells the large key from the one among the digits, and calls it Return; keyboards do not.
    return native.replace(_spelt(Qt.Key.Key_Return), _spelt(Qt.Key.Key_Enter))


def _spelt(key: Qt.Key) -> str:
    return QKeySequence(key).toString(_Spelling.PortableText)
