"""The words that people judge by, and what each stands for in percent.

Source: the probability yardstick of the United Kingdom's Professional Head of Intelligence
Assessment. Its ranges leave gaps between them, so that nobody argues about the last percent.
"""

from __future__ import annotations

from typing import NamedTuple


class Likelihood(NamedTuple):
    """A word of the yardstick by its id; ``low`` and ``high`` are percent, both included."""

    id: str
    low: int
    high: int

    @property
    def middle(self) -> float:
        """What the word counts for where one number is needed, in percent."""
        return (self.low + self.high) / 2


REMOTE = Likelihood("remote", 0, 5)
HIGHLY_UNLIKELY = Likelihood("highly_unlikely", 10, 20)
UNLIKELY = Likelihood("unlikely", 25, 35)
REALISTIC = Likelihood("realistic", 40, 50)
LIKELY = Likelihood("likely", 55, 75)  # "likely or probable"
HIGHLY_LIKELY = Likelihood("highly_likely", 80, 90)
ALMOST_CERTAIN = Likelihood("almost_certain", 95, 100)

# From the least likely up.
YARDSTICK = (
    REMOTE,
    HIGHLY_UNLIKELY,
    UNLIKELY,
    REALISTIC,
    LIKELY,
    HIGHLY_LIKELY,
    ALMOST_CERTAIN,
)
BY_ID = {word.id: word for word in YARDSTICK}
