"""The maker of an offer takes it from the table."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.session.kinds.case_acts import CaseAct, case_act
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class WithdrawOffer(CaseAct):
    """Its maker withdraws an offer that is not in force yet."""


OFFER_WITHDRAWN = case_act(
    "offer_withdrawn",
    WithdrawOffer,
    Ledger.withdrawn,
    lambda: _("{actor} withdraws {offer}."),
)
