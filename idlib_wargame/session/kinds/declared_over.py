"""A party declares an agreement over, with or without a breach."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.session.kinds.case_acts import CaseAct, case_act
from idlib_wargame.words.language import _


@dataclass(frozen=True, slots=True)
class DeclareOver(CaseAct):
    """Between two it ends; among more the declarer leaves it."""


DECLARED_OVER = case_act(
    "declared_over",
    DeclareOver,
    Ledger.declared_over,
    lambda: _("{actor} declares over {offer}."),
    is_signed=True,
)
