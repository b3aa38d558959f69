"""The phases of a turn as people read them."""

from __future__ import annotations

from idlib_wargame.words.language import _


def phase_name(phase: str) -> str:
    """A phase as people read it; one that the program does not know by its id."""
    match phase:
        case "injects":
            return _("Injects")
        case "talks":
            return _("Talks")
        case "orders":
            return _("Orders")
        case "adjudication":
            return _("Adjudication")
        case "report":
            return _("Report")
        case "finished":
            return _("Finished")
    return phase
