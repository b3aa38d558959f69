"""The facilitator makes a secret offer or agreement known, to some seats' actors or to all."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import Audience
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.bargains import (
    MEANT,
    case_of,
    changed,
    meant,
    seats_of,
    title_in,
    turn_of,
    with_ledger,
)
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.shapes import actor, list_of, row, whole, yes_or_no
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


@dataclass(frozen=True, slots=True)
class LeakAgreement(Act):
    """What was secret becomes known to the actors in ``to``; with none named, to everybody."""

    case: str
    to: tuple[str, ...] = ()


def _body(act: LeakAgreement, by: str, at: Position) -> Json:
    case, turn = case_of(act.case, "", at), at.play.bargaining_turn
    strange = [each for each in act.to if each not in at.scenario.actors]
    if strange:
        said = _("There is no actor “{actor}” in this exercise.")
        raise Refused(*(fill(said, actor=each) for each in strange))
    changed(lambda: at.play.ledger.leaked(act.case, act.to, turn), at)
    return {"turn": turn, "leaked_to": list(act.to), **meant(case), "signed": bool(case.since)}


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    return with_ledger(
        play,
        lambda ledger: ledger.leaked(body["case"], body["leaked_to"], turn_of(entry, play)),
        folding,
    )


def _line(scenario: Scenario, entry: Entry) -> str:
    what, to = title_in(scenario, entry, entry.body["signed"]), entry.body["leaked_to"]
    if not to:
        return fill(_("Leaked to all: {what}."), what=what)
    names = series([scenario.actor_name(each) for each in to])
    return fill(_("Leaked to {names}: {what}."), names=names, what=what)


def _audience(scenario: Scenario, entry: Entry) -> Audience:
    """Those it came to: the parties are not told who knows by now."""
    return seats_of(scenario, entry.body["leaked_to"] or None)


AGREEMENT_LEAKED = ActKind(
    name="agreement_leaked",
    shape=row(**MEANT, turn=whole(1), leaked_to=list_of(actor), signed=yes_or_no),
    act=LeakAgreement,
    body=_body,
    fold=_fold,
    line=_line,
    audience=_audience,
    ends_redo=True,
)
