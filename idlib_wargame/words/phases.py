"""The phases of a turn as people read them."""

from __future__ import annotations

from idlib_wargame.words.language import _, pgettext


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


def phase_inside(phase: str) -> str:
    """A phase as it stands within a sentence: "Turn 1 starts with talks"."""
    match phase:
        case "injects":
            return pgettext("phase, within a sentence", "injects")
        case "talks":
            return pgettext("phase, within a sentence", "talks")
        case "orders":
            return pgettext("phase, within a sentence", "orders")
        case "adjudication":
            return pgettext("phase, within a sentence", "adjudication")
        case "report":
            return pgettext("phase, within a sentence", "report")
        case "finished":
            return pgettext("phase, within a sentence", "finished")
    return phase
