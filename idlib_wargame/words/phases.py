"""The phases of a turn as people read them."""

from __future__ import annotations

from idlib_wargame.rules.pack import phases
from idlib_wargame.words.language import _, pgettext


def phase_name(phase: str) -> str:
    """A phase as people read it; one that the program does not know by its id."""
    match phase:
        case phases.INJECTS:
            return _("Injects")
        case phases.TALKS:
            return _("Talks")
        case phases.ORDERS:
            return _("Orders")
        case phases.ADJUDICATION:
            return _("Adjudication")
        case phases.REPORT:
            return _("Report")
        case phases.FINISHED:
            return _("Finished")
    return phase


def phase_inside(phase: str) -> str:
    """A phase as it stands within a sentence: "Turn 1 starts with talks"."""
    match phase:
        case phases.INJECTS:
            return pgettext("phase, within a sentence", "injects")
        case phases.TALKS:
            return pgettext("phase, within a sentence", "talks")
        case phases.ORDERS:
            return pgettext("phase, within a sentence", "orders")
        case phases.ADJUDICATION:
            return pgettext("phase, within a sentence", "adjudication")
        case phases.REPORT:
            return pgettext("phase, within a sentence", "report")
        case phases.FINISHED:
            return pgettext("phase, within a sentence", "finished")
    return phase
