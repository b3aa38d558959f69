"""A button in a row of many whose words say too little by themselves to whoever hears them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from idlib_wargame.windows.parts.one_press import steady


def spoken_button(words: str, spoken: str, role: str = "quiet") -> QPushButton:
    """It shows ``words``; read aloud it is ``spoken``, which tells whom or what it is about."""
    button = QPushButton(words)
    button.setProperty("role", role)
    button.setAccessibleName(spoken)
    steady(button)
    return button
