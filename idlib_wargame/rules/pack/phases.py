"""The phases of a turn, by the words that packs and records use for them."""

from __future__ import annotations

from typing import Final

INJECTS: Final = "injects"
TALKS: Final = "talks"
ORDERS: Final = "orders"
ADJUDICATION: Final = "adjudication"
REPORT: Final = "report"
FINISHED: Final = "finished"  # no phase of a turn: where an exercise stands that is over

# In the only order in which a turn can go: what comes later works on what came before.
PHASES: Final = (INJECTS, TALKS, ORDERS, ADJUDICATION, REPORT)
# Without one of these no turn comes to its end: orders are sealed in the first, resolved in the
# second, and the third is where the turn that is over leads to the next or to the finish.
NEEDED_PHASES: Final = (ORDERS, ADJUDICATION, REPORT)
DEFAULT_PHASES: Final = (TALKS, ORDERS, ADJUDICATION, REPORT)
