"""An actor takes an acceptance back, before the last one is given."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.session.kinds.case_acts import CaseAct, case_act
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class TakeBackAcceptance(CaseAct):
    """An acceptance that was not the last is taken back."""


ACCEPTANCE_TAKEN_BACK = case_act(
    "acceptance_taken_back",
    TakeBackAcceptance,
    lambda ledger, key, actor, turn: ledger.taken_back(key, actor),
    lambda: _("{actor} takes back its acceptance of {offer}."),
)
