"""What is done to a half-written offer from a page: each act changes one thing in what is kept now.

So two people of one seat write the same offer and neither wipes what the other wrote. Nothing here
judges: why an offer may not be tabled yet is for its reading to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.rules.offer import Does, Offer
from idlib_wargame.session.faults import Refused
from idlib_wargame.views.bargains.case_card import May
from idlib_wargame.views.bargains.changing import (
    blank_offer,
    counter_to,
    made_to,
    moved_on,
    with_term,
    with_term_at,
    without_term,
)
from idlib_wargame.views.bargains.choosing import TermChoices, new_term, of_kind, spared_anew
from idlib_wargame.views.bargains.ledger import DraftLine, LedgerView
from idlib_wargame.views.bargains.writing import Desk
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.web.areas.area import Does as Doing
from idlib_wargame.web.areas.deals_settling import IN_OFFER, IN_TERM, stays
from idlib_wargame.web.areas.deals_terms import (
    OURS,
    THEIRS,
    place_meant,
    place_read,
)
from idlib_wargame.web.areas.deals_values import OFFER_VALUES, term_value
from idlib_wargame.web.areas.written import ticks_together
from idlib_wargame.web.fields import Amiss, Fields
from idlib_wargame.words.language import _, fill, ngettext

MOST_PLACE = 10**9
ALL = 40  # more actors than an offer is made to


def _at_desk(door: SeatDoor) -> tuple[LedgerView, Desk]:
    """The ledger and the desk of a seat that writes offers. Raises Refused for any other."""
    view = door.view()
    if view.ledger is None or view.offers is None or not view.ledger.may_offer:
        raise Refused(_("This seat signs no offers."))
    return view.ledger, view.offers


def _draft(door: SeatDoor, fields: Fields) -> tuple[DraftLine, Desk]:
    """The draft that is meant, as it is kept now. Raises Refused where it is there no more."""
    place = fields.whole("place", 1, MOST_PLACE)
    ledger, desk = _at_desk(door)
    draft = next((each for each in ledger.drafts if each.place == place), None)
    if draft is None:
        raise Refused(_("This draft is no longer there: it was tabled or discarded."))
    return draft, desk


def _read_draft(door: SeatDoor, fields: Fields) -> DraftLine:
    """The same, where it must still say what was read."""
    reads = fields.text("reads", 64)
    draft, _desk = _draft(door, fields)
    if draft.offer.digest != reads:
        raise Refused(_("The draft has changed since you read it. Read it once more."))
    return draft


def _keep(door: SeatDoor, draft: DraftLine, offer: Offer, answers: str | None = None) -> None:
    """Keep the draft so changed; what changes nothing is no entry."""
    now = draft.answers if answers is None else answers
    if (offer, now) != (draft.offer, draft.answers):
        door.draft_offer(draft.place, offer, now)


def _begin(door: SeatDoor, ledger: LedgerView, offer: Offer, answers: str = "") -> None:
    """In the first place where no other draft stands."""
    taken = {each.place for each in ledger.drafts}
    place = next(n for n in range(1, len(taken) + 2) if n not in taken)
    door.draft_offer(place, offer, answers)


def begin_offer(door: SeatDoor, fields: Fields) -> str:
    """Begin to write an offer of one's own, or from a template of the pack."""
    template = fields.text("template", 200, or_none="")
    ledger, desk = _at_desk(door)
    if ledger.closed:
        raise Refused(ledger.closed)
    offers = {each.id: each.offer for each in desk.templates}
    if template and template not in offers:
        raise Amiss("template")
    blank = blank_offer(desk.actor.id, desk.first, desk.last)
    _begin(door, ledger, offers.get(template, blank))
    return ""


def counter_offer(door: SeatDoor, fields: Fields) -> str:
    """Begin an answer to an offer with its own terms, unless one is half written already."""
    key = fields.text("case", 1000)
    ledger, desk = _at_desk(door)
    card = ledger.card(key)
    if card is None or May.COUNTER not in card.may:
        raise Refused(_("This offer can be answered no more."))
    if all(each.answers != key for each in ledger.drafts):
        _begin(door, ledger, counter_to(card.offer, desk.actor.id), key)
    return ""


def offer_to(door: SeatDoor, fields: Fields) -> str:
    """Say whom the offer is to."""
    draft, desk = _draft(door, fields)
    picked = ticks_together(fields, "to", draft.offer.to, ALL)
    known = [each.id for each in desk.others]
    if not {*fields.texts("to", ALL)} <= {*known}:
        raise Amiss("to")
    to = tuple(each for each in known if each in picked)
    _keep(door, draft, made_to(draft.offer, to))
    return ""


def choices_for(desk: Desk, offer: Offer, side: str) -> TermChoices:
    """What a term on that side may be."""
    if side == OURS:
        return TermChoices(desk, offer, (desk.actor,))
    return TermChoices(desk, offer, tuple(each for each in desk.others if each.id in offer.to))


def no_more_terms(desk: Desk, offer: Offer, side: str) -> str:
    """Why no term can be added on that side; empty where one can."""
    if not choices_for(desk, offer, side).debtors:
        return _("Say first whom the offer is to.")
    ours = len(offer.side_of(offer.maker))
    count = ours if side == OURS else len(offer.terms) - ours
    if count < desk.most_terms:
        return ""
    said = ngettext(
        "One side has {most} term at most.", "One side has {most} terms at most.", desk.most_terms
    )
    return fill(said, most=desk.most_terms)


def add_term(door: SeatDoor, fields: Fields) -> str:
    """Add a term of a kind on a side, after all others."""
    side, kind = fields.one_of("side", (OURS, THEIRS)), Does(fields.one_of("does", {*Does}))
    draft, desk = _draft(door, fields)
    if why := no_more_terms(desk, draft.offer, side):
        raise Refused(why)
    choices = choices_for(desk, draft.offer, side)
    begun = new_term(choices)
    if kind not in choices.kinds(begun.debtor):
        raise Amiss("does")
    _keep(door, draft, with_term(draft.offer, of_kind(begun, kind, choices)))
    return ""


def take_term_off(door: SeatDoor, fields: Fields) -> str:
    """Take a term off that still says what was read."""
    key, was = fields.text("term", 100), fields.text("was", 64)
    draft, _desk = _draft(door, fields)
    place = place_read(draft.offer, key, was)
    _keep(door, draft, without_term(draft.offer, place))
    return ""


def change_term(door: SeatDoor, fields: Fields) -> str:
    """Change one thing in a term, and leave all else of it as it is kept now."""
    key, was = fields.text("term", 100), fields.text("was", 64)
    change = IN_TERM[fields.one_of("sets", IN_TERM)]
    draft, desk = _draft(door, fields)
    offer = draft.offer
    place = place_meant(offer, key, was)
    before = offer.terms[place]
    side = OURS if before.debtor == offer.maker else THEIRS
    choices = choices_for(desk, offer, side)
    if stays(fields, term_value(offer, place, fields.text("sets"))):
        return ""
    after = spared_anew(change(before, fields, choices), choices)
    if not after.is_of_its_kind:
        raise Amiss("sets")
    _keep(door, draft, with_term_at(offer, place, after))
    return ""


def set_in_offer(door: SeatDoor, fields: Fields) -> str:
    """Settle one thing that holds for the whole offer."""
    sets = fields.one_of("sets", IN_OFFER)
    draft, desk = _draft(door, fields)
    if not stays(fields, OFFER_VALUES[sets](draft.offer)):
        _keep(door, draft, IN_OFFER[sets](draft.offer, fields, desk))
    return ""


def move_dates_on(door: SeatDoor, fields: Fields) -> str:
    """Make all its dates so much later that none is past."""
    draft, desk = _draft(door, fields)
    _keep(door, draft, moved_on(draft.offer, desk.first, desk.last))
    return ""


def answer_nothing(door: SeatDoor, fields: Fields) -> str:
    """Make a counter an offer of its own."""
    draft, _desk = _draft(door, fields)
    _keep(door, draft, draft.offer, answers="")
    return ""


def discard_draft(door: SeatDoor, fields: Fields) -> str:
    """Discard a draft that still says what was read."""
    door.draft_offer(_read_draft(door, fields).place, None)
    return ""


def table_draft(door: SeatDoor, fields: Fields) -> str:
    """Put a draft on the table that still says what was read; whatever bars it is told at once."""
    draft = _read_draft(door, fields)
    door.table_offer(draft.offer, draft.answers, draft.place)
    return _("It is on the table.")


ACTS: Mapping[str, Doing] = {
    "begin_offer": begin_offer,
    "counter_offer": counter_offer,
    "offer_to": offer_to,
    "add_term": add_term,
    "take_term_off": take_term_off,
    "change_term": change_term,
    "set_in_offer": set_in_offer,
    "move_dates_on": move_dates_on,
    "answer_nothing": answer_nothing,
    "discard_draft": discard_draft,
    "table_draft": table_draft,
}
