"""Why a button cannot be pressed: on it, read aloud of it, and in a short line beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import label, trailing


def say_grey(button: QAbstractButton, why: str, hint: str = "") -> None:
    """Grey it for that reason, "" for none; ``hint`` is its tooltip while it may be pressed."""
    button.setEnabled(not why)
    button.setToolTip(in_tooltip(why or hint))
    button.setAccessibleDescription(why)


class WhyGrey:
    """A button with its line, which is for the button's form to lay out, near the button.

    With ``trails`` the button stands where lines end, and so do the words. The line keeps its room
    while there is nothing to say: what is typed beside it stays in place.
    """

    def __init__(self, button: QAbstractButton, *, wrap: bool = True, trails: bool = False) -> None:
        self._button = button
        self.line = label("", "muted", wrap=wrap, leads=True)
        if trails:
            self.line.setAlignment(trailing())
        policy = self.line.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.line.setSizePolicy(policy)

    def say(self, why: str, hint: str = "") -> None:
        """Grey the button for that reason, or let it be pressed. The line lies in its form."""
        say_grey(self._button, why, hint)
        if why:
            self.line.setText(why)
        self.line.setVisible(bool(why))
