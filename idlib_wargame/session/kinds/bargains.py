"""What the kinds of bargaining share: who may act for an actor, when, how it is kept and folded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.agreements.bars import BargainFault
from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.audience import EVERYONE, Audience
from idlib_wargame.rules.offer import Does, How, Offer, Secrecy, Verification
from idlib_wargame.rules.pack.phases import ADJUDICATION
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import Folding, Json, Position
from idlib_wargame.session.kinds.shapes import (
    among,
    list_of,
    or_none,
    row,
    seat,
    text,
    whole,
    yes_or_no,
)
from idlib_wargame.session.play import Play
from idlib_wargame.words.bargain_refusals import barred_words
from idlib_wargame.words.bargains import case_title
from idlib_wargame.words.language import _, fill

MOST_CHARACTERS = 1000  # of an allegation, or the reason of a score

_link = row(how=among(lambda ground: {*How}, lambda: _("“once” or “unless”")), term=whole())
# Texts and figures alone: whether an offer may be made is looked at when it is, and what cannot be
# kept is not in force.
_term = row(
    debtor=text,
    does=among(lambda ground: {*Does}, lambda: _("a kind of term")),
    what=text,
    by=whole(),
    choice=text,
    score=whole(),
    hold=yes_or_no,
    against=text,
    link=or_none(_link),
)
OFFER = row(
    maker=text,
    to=list_of(text),
    terms=list_of(_term),
    answer_by=whole(),
    until=whole(),
    secrecy=among(lambda ground: {*Secrecy}, lambda: _("who may know of an offer")),
    guarantor=text,
    verification=among(lambda ground: {*Verification}, lambda: _("who verifies")),
    text=text,
    template=text,
)
# Which offer is meant, for its line. ``known_to`` are actors; null for all.
MEANT = {"case": text, "maker": text, "to": list_of(text), "template": text}
ACT = {"turn": whole(1), "seat": seat, "known_to": or_none(list_of(text)), **MEANT}


def check_signs(seat: str, by: str, at: Position) -> str:
    """The actor that a seat signs for. Raises Refused for one that does not, or for whoever asks.

    The facilitator acts for a seat that control or a habit plays; no other speaks for people.
    """
    row = at.seat(seat)
    if by == FACILITATOR and at.play.setup.of(seat).played_by == "person":
        said = _("{seat} is played by people; only they can act for it here.")
        raise Refused(fill(said, seat=row.name))
    if by not in (seat, FACILITATOR):
        said = _("That is for {seat} to do; only its own seat may.")
        raise Refused(fill(said, seat=row.name))
    signs = signer(at.scenario, row.actor)
    if signs != seat:
        said = _("{signer} signs for {actor}; ask them to.")
        name = at.scenario.seat_by_id[signs].name
        raise Refused(fill(said, signer=name, actor=at.scenario.actor_name(row.actor)))
    return row.actor


def check_may_bargain(at: Position) -> int:
    """The turn that is bargained for. Raises Refused while orders are open, or after the last."""
    closed = why_closed(at.scenario, at.play)
    if closed:
        raise Refused(closed)
    return at.play.bargaining_turn


def why_closed(scenario: Scenario, play: Play) -> str:
    """Why nothing can be agreed or ended now, in a sentence; empty where it can."""
    if play.finished:
        return _("The exercise is finished; nothing can be offered, agreed or ended any more.")
    if play.phase == ADJUDICATION:
        said = _(
            "The orders of turn {turn} are open, and what is agreed stays as it was. "
            "You can go on once its results stand."
        )
        return fill(said, turn=play.turn)
    if play.bargaining_turn > play.setup.turns:
        return _("The last turn is over; nothing that is agreed now could bind anybody.")
    return ""


def same_text_words(offer: Offer, answered: Case | None) -> str:
    """Why an offer is no counter to another; empty where it says anything else, or answers none."""
    if answered is None or not answered.is_open or not offer.reads_as(answered.offer):
        return ""
    return _("This is the same text as theirs; accept theirs instead.")


def changed(change: Callable[[], Ledger], at: Position) -> Ledger:
    """The ledger after a change. Raises Refused, with a sentence for each reason."""
    try:
        return change()
    except BargainFault as fault:
        reasons = fault.reasons
        raise Refused(*(barred_words(at.scenario, each) for each in reasons)) from None


def case_of(key: str, seat: str, at: Position) -> Case:
    """The offer or agreement of that key, where the seat may know of it. Raises Refused.

    One that it may not know is refused as one that does not exist.
    """
    case = at.play.ledger.cases.get(key)
    if case is None or (seat and not case.is_known_to({at.scenario.actor_of[seat]})):
        raise Refused(_("There is no such offer any more. Look at the list as it stands now."))
    return case


def known_to(case: Case) -> list[str] | None:
    """The actors that may know of it now, for an entry's body; None for all."""
    if case.was_public():
        return None
    return sorted({*case.offer.signers, *case.leaked_to})


def act_to_body(turn: int, seat: str, case: Case, **more: Any) -> Json:
    """The body of an act on an offer or an agreement."""
    body = {"turn": turn, "seat": seat, "known_to": known_to(case)}
    return {**body, **meant(case), **more}


def meant(case: Case) -> Json:
    """What a body says of the offer that it is about."""
    offer = case.offer
    return {
        "case": case.key,
        "maker": offer.maker,
        "to": list(offer.to),
        "template": offer.template,
    }


def title_in(scenario: Scenario, entry: Entry, is_signed: bool = False) -> str:
    """Which offer an entry is about, in words; or which agreement, where it was one by then."""
    body = entry.body
    return case_title(scenario, body["maker"], body["to"], body["template"], is_signed)


def audience_of(scenario: Scenario, entry: Entry) -> Audience:
    """Who may know of what an entry is about."""
    return seats_of(scenario, entry.body["known_to"])


def seats_of(scenario: Scenario, actors: Iterable[str] | None) -> Audience:
    """The seats of those actors; everybody for None."""
    if actors is None:
        return EVERYONE
    wanted = {*actors}
    return Audience.of_seats(each.id for each in scenario.seats if each.actor in wanted)


def actor_in(entry: Entry, folding: Folding) -> str:
    """The actor that an entry's seat acts for."""
    return folding.referee.scenario.actor_of[entry.body["seat"]]


def turn_of(entry: Entry, play: Play) -> int:
    """The turn for which an act counts.

    What was done while a turn was open again, which it no longer is, counts for the next.
    """
    return int(max(entry.body["turn"], play.bargaining_turn))


def with_ledger(play: Play, change: Callable[[Ledger], Ledger], folding: Folding) -> Play:
    """The exercise with its agreements changed, and what they come to in its situation.

    An act that no longer fits, as what it was about is gone, changes nothing.
    """
    try:
        ledger = change(play.ledger)
    except BargainFault:
        return play
    return replace(
        play, ledger=ledger, state=folding.referee.bargaining.standing_in(play.state, ledger)
    )


def actor_names(scenario: Scenario, offer: Offer) -> tuple[str, ...]:
    """The names of those an offer is made to."""
    return tuple(scenario.actor_name(each) for each in offer.to)
