"""Orders that the facilitator seals for seats which have drafted them and sealed nothing."""

from __future__ import annotations

from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.session import Session


def drafts_to_seal(session: Session) -> tuple[SealOrders, ...]:
    """An act for each seat that is waited for and has drafted something, in the pack's order."""
    drafts = session.play.drafts
    return tuple(
        SealOrders(seat, drafts[seat]) for seat in session.waiting_for() if drafts.get(seat)
    )
