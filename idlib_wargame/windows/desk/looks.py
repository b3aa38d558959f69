"""How the desk looks, as its menu sets it: size of text, light or dark, shares of the window."""

from __future__ import annotations

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts import shared_room


class Looks:
    """Sets what holds for every window."""

    def set_text(self, percent: object) -> None:
        """Set the size of all text."""
        theme.choose_text_scale(int(str(percent)))

    def set_scheme(self, scheme: object) -> None:
        """Hold light or dark, or follow the system."""
        theme.choose_scheme(None if scheme is None else str(scheme))

    def share_as_at_first(self) -> None:
        """Let the parts of all windows share their room as if no handle had been pulled."""
        shared_room.changes().forgotten.emit()
