"""An offer as a seat has begun to write it: kept, so that nothing is lost, and told to nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Body, Entry, encode
from idlib_wargame.rules.offer import Offer
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.bargains import OFFER
from idlib_wargame.session.kinds.kind import (
    ActKind,
    Folding,
    Json,
    Position,
    no_line,
    only_control,
)
from idlib_wargame.session.kinds.shapes import Ground, Strange, or_none, row, seat, text, whole
from idlib_wargame.session.play import OfferDraft, Play
from idlib_wargame.words.language import _, fill

MOST_DRAFTS = 20  # of one seat
MOST_CHARACTERS = 100_000  # of all its texts: what is too long to be tabled is kept as well


@dataclass(frozen=True, slots=True)
class DraftOffer(Act):
    """What a seat has written of an offer so far, in a place of its own from 1; None clears it."""

    seat: str
    place: int
    offer: Offer | None
    answers: str = ""


def _body(act: DraftOffer, by: str, at: Position) -> Json:
    row = at.seat(act.seat)
    if by not in (act.seat, FACILITATOR):
        said = _("These are drafts of {seat}; only its own seat may change them.")
        raise Refused(fill(said, seat=row.name))
    # Beyond those stand offers that a re-opening made drafts of.
    is_there = act.place in at.play.offer_drafts.get(act.seat, {})
    if not (1 <= act.place <= MOST_DRAFTS or is_there):
        said = _("A seat may keep {most} drafts; discard one first.")
        raise Refused(fill(said, most=MOST_DRAFTS))
    if act.offer is not None:
        length = len(act.offer.text) + sum(len(term.what) for term in act.offer.terms)
        if length > MOST_CHARACTERS:
            said = _("The draft has {found} characters and may have {most}; shorten it.")
            raise Refused(fill(said, found=length, most=MOST_CHARACTERS))
        _check_keepable(act.offer, at)
    offer = act.offer.to_json() if act.offer else None
    return {"seat": act.seat, "place": act.place, "offer": offer, "answers": act.answers}


def _check_keepable(offer: Offer, at: Position) -> None:
    """Raises Refused for what no record could be read again with, such as a figure without end."""
    try:
        OFFER(Body(encode(offer.to_json())).content, Ground(at.scenario, at.referee))
    except Strange as strange:
        said = _("The draft holds {found}, where it may have {expected}; mend it, and it is kept.")
        raise Refused(fill(said, found=strange.found, expected=strange.expected)) from None


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    mine = dict(play.offer_drafts.get(body["seat"], {}))
    mine.pop(body["place"], None)
    if body["offer"] is not None:
        mine[body["place"]] = OfferDraft(Offer.from_json(body["offer"]), body["answers"])
    return replace(play, offer_drafts={**play.offer_drafts, body["seat"]: mine})


OFFER_DRAFT = ActKind(
    name="offer_draft",
    shape=row(seat=seat, place=whole(1), offer=or_none(OFFER), answers=text),
    act=DraftOffer,
    body=_body,
    fold=_fold,
    line=no_line,
    audience=only_control,
    open_to_seats=True,
)
