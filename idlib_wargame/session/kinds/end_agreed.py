"""A party agrees to end an agreement; the last of all ends it."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.session.kinds.case_acts import CaseAct, case_act
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class AgreeToEnd(CaseAct):
    """A party consents to the end of an agreement."""


END_AGREED = case_act(
    "end_agreed",
    AgreeToEnd,
    Ledger.consented,
    lambda: _("{actor} agrees to end {offer}."),
    is_signed=True,
)
