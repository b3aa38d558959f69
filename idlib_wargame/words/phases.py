"""The phases of a turn as people read them."""

from __future__ import annotations

PHASES = {
    "talks": "Talks",
    "orders": "Orders",
    "adjudication": "Adjudication",
    "report": "Report",
    "finished": "Finished",
}


def phase_name(phase: str) -> str:
    """A phase as people read it."""
    return PHASES.get(phase, phase.replace("_", " ").capitalize())
