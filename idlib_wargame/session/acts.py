"""What may be asked of a session: a window sends one act and redraws on the change.

Each kind of act stands in a file of its own in ``session/kinds``.
"""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.audience import FACILITATOR as FACILITATOR


@dataclass(frozen=True, slots=True)
class Act:
    """Something asked of ``Session.submit(act, by)``; ``by`` is a seat's id or FACILITATOR."""
