"""An actor refuses an offer, which closes it."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.session.kinds.case_acts import CaseAct, case_act
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class RefuseOffer(CaseAct):
    """One refusal closes an offer."""


OFFER_REFUSED = case_act(
    "offer_refused",
    RefuseOffer,
    Ledger.refused,
    lambda: _("{actor} refuses {offer}."),
)
