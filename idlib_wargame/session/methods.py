"""How results may be decided; ``words/methods.py`` says what each means."""

from __future__ import annotations

SEMI_RIGID, RIGID, FREE, EXPECTED, CONSENSUAL, VOTE = METHODS = (
    "semi_rigid",
    "rigid",
    "free",
    "expected",
    "consensual",
    "vote",
)


def waits_for_decision(method: str) -> bool:
    """Whether each result waits for the facilitator: also where tables agreed on none."""
    return method in (FREE, CONSENSUAL)
