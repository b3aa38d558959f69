"""Somebody says that a term of an agreement was broken. It tells nobody what the rules found."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.agreements.case import Allegation
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.allegation_draft import with_half
from idlib_wargame.session.kinds.bargains import (
    ACT,
    MOST_CHARACTERS,
    act_to_body,
    actor_in,
    audience_of,
    case_of,
    changed,
    check_signs,
    with_ledger,
)
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position
from idlib_wargame.session.kinds.shapes import actor, row, text, whole
from idlib_wargame.session.play import Play
from idlib_wargame.words.bargain_refusals import too_long_words
from idlib_wargame.words.language import _, fill


@dataclass(frozen=True, slots=True)
class AllegeBreach(Act):
    """``term`` is the place of the term, from 0; ``text`` what is said of it, which may be empty.

    All who know of the agreement read it.
    """

    seat: str
    case: str
    term: int
    text: str = ""


def _body(act: AllegeBreach, by: str, at: Position) -> Json:
    accuser, turn = check_signs(act.seat, by, at), at.play.turn
    case, text = case_of(act.case, act.seat, at), act.text.strip()
    if len(text) > MOST_CHARACTERS:
        raise Refused(too_long_words(len(text), MOST_CHARACTERS))
    said = Allegation(accuser, act.term, text, turn)
    changed(lambda: at.play.ledger.alleged(act.case, said), at)
    accused = case.offer.terms[act.term].debtor
    return act_to_body(turn, act.seat, case, term=act.term, accused=accused, text=text)


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    said = Allegation(actor_in(entry, folding), body["term"], body["text"], body["turn"])
    play = with_half(play, body["seat"], (body["case"], body["term"]), "")
    return with_ledger(play, lambda ledger: ledger.alleged(body["case"], said), folding)


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    seat = scenario.seat_by_id[body["seat"]]
    names = {
        "actor": scenario.actor_name(seat.actor),
        "accused": scenario.actor_name(body["accused"]),
        "number": body["term"] + 1,
    }
    if body["text"]:
        said = _("{actor} says that {accused} has broken term {number}: {text}")
        return fill(said, text=body["text"], **names)
    return fill(_("{actor} says that {accused} has broken term {number}."), **names)


BREACH_ALLEGED = ActKind(
    name="breach_alleged",
    shape=row(**ACT, term=whole(0), accused=actor, text=text),
    act=AllegeBreach,
    body=_body,
    fold=_fold,
    line=_line,
    audience=audience_of,
    open_to_seats=True,
    ends_redo=True,
)
