"""Keys by the names on the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from idlib_wargame.windows.parts.key_text import key_text


@pytest.mark.parametrize("keys", ["Ctrl+N", "Ctrl+Shift+M", "F1"])
def test_keys_are_called_as_the_machine_calls_them(keys: str) -> None:
    """A Mac has other signs for them."""
    assert key_text(keys) == QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def test_the_large_key_is_called_as_on_keyboards() -> None:
    """Nobody looks for a key called Return; on a Mac it has a sign."""
    names = [
        key_text(keys)
        for keys in (
            Qt.Key.Key_Return,
            "Ctrl+Return",
            QKeyCombination(Qt.Modifier.SHIFT, Qt.Key.Key_Return),
        )
    ]
    assert len(set(names)) == 3
    assert not any("Return" in name for name in names)
