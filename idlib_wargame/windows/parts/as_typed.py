"""Text of people and packs in places where Qt would read signs in it: shown as it was typed."""

from __future__ import annotations

from html import escape

from idlib_wargame.words.language import isolated


def on_button(text: str) -> str:
    """For buttons, where one & marks a key, and whose words run as the screen does."""
    return isolated(text).replace("&", "&&")


def in_tooltip(text: str) -> str:
    """For tooltips, which take whatever looks like markup for markup."""
    return escape(text).replace("\n", "<br>") if "<" in text else text
