"""An actor puts an offer to others, or a counter to one of theirs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.agreements.fitness import unfit
from idlib_wargame.rules.agreements.templates import still_made_from
from idlib_wargame.rules.offer import Offer
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.variants import as_long
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.bargains import (
    ACT,
    OFFER,
    act_to_body,
    actor_names,
    audience_of,
    case_of,
    changed,
    check_may_bargain,
    check_signs,
    same_text_words,
    turn_of,
    with_ledger,
)
from idlib_wargame.session.kinds.kind import ActKind, EntryKind, Folding, Json, Position
from idlib_wargame.session.kinds.offer_draft import MOST_DRAFTS
from idlib_wargame.session.kinds.shapes import both, may_have, row, text, whole
from idlib_wargame.session.play import OfferDraft, Play
from idlib_wargame.words.bargain_refusals import barred_words
from idlib_wargame.words.bargains import offer_title
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


@dataclass(frozen=True, slots=True)
class TableOffer(Act):
    """An offer, which its maker accepts by tabling it. ``answers`` is the key of what it counters.

    The counter leaves what it answers open. ``draft`` is the place of the draft that it was written
    in, which goes with it; 0 for none.
    """

    seat: str
    offer: Offer
    answers: str = ""
    draft: int = 0


def _body(act: TableOffer, by: str, at: Position) -> Json:
    actor, turn = check_signs(act.seat, by, at), check_may_bargain(at)
    if act.offer.maker != actor:
        said = _("An offer of {seat} is made by {actor}, and by nobody else.")
        names = at.seat(act.seat).name, at.scenario.actor_name(actor)
        raise Refused(fill(said, seat=names[0], actor=names[1]))
    if act.answers:
        case_of(act.answers, act.seat, at)
    offer = _on_lines_of_their_own(act.offer)
    reasons = unfit(as_long(at.scenario, at.play.setup.turns), offer, turn)
    if reasons:
        raise Refused(*(barred_words(at.scenario, each, offer) for each in reasons))
    bargain = at.scenario.bargain
    most = bargain.most_open if bargain else 0
    offer = offer._replace(template=still_made_from(at.scenario, offer))
    if same := same_text_words(offer, at.play.ledger.cases.get(act.answers)):
        raise Refused(same)
    before = at.play.ledger
    after = changed(lambda: before.tabled(offer, turn, most, act.answers), at)
    (key,) = after.cases.keys() - before.cases.keys()
    body = act_to_body(turn, act.seat, after.cases[key], offer=offer.to_json())
    is_kept = act.draft in at.play.offer_drafts.get(act.seat, {})
    return {**body, "answers": act.answers, **({"draft": act.draft} if is_kept else {})}


def _on_lines_of_their_own(offer: Offer) -> Offer:
    """The offer with the free words of each term in one line, which can pass for no other term."""
    return offer._replace(
        terms=tuple(term._replace(what=" ".join(term.what.split())) for term in offer.terms)
    )


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    offer = Offer.from_json(body["offer"])
    if unfit(folding.referee.scenario, offer, body["turn"]):
        return play
    most = 10**6  # whether there was room for it was looked at as it was tabled
    turn, key = turn_of(entry, play), body["case"]
    answered = play.ledger.cases.get(body["answers"])
    # What it answered may stand no longer, where its turn was open again and is not any more.
    answers = body["answers"] if answered is not None and answered.is_open else ""
    play = replace(play, offer_drafts=_without_draft(play, body))
    return with_ledger(play, lambda ledger: ledger.tabled(offer, turn, most, answers, key), folding)


def _without_draft(play: Play, body: Mapping[str, Any]) -> Mapping[str, Mapping[int, OfferDraft]]:
    """The drafts of all seats, without the one that was tabled."""
    place, seat = body.get("draft", 0), body["seat"]
    mine = play.offer_drafts.get(seat, {})
    if place not in mine:
        return play.offer_drafts
    return {**play.offer_drafts, seat: {each: mine[each] for each in mine if each != place}}


def _line(scenario: Scenario, entry: Entry) -> str:
    offer = Offer.from_json(entry.body["offer"])
    maker, to = scenario.actor_name(offer.maker), series(actor_names(scenario, offer))
    what = offer_title(scenario, offer)
    if entry.body["answers"]:
        said = _("{maker} answers with another offer, to {to}: {what}.")
    else:
        said = _("{maker} tables an offer to {to}: {what}.")
    return fill(said, maker=maker, to=to, what=what)


def _as_draft(play: Play, entry: Entry, folding: Folding) -> Play:
    """What is left of it in a turn that was re-opened: its author has it as a draft.

    It stands in a place of its own, where nothing that the seat wrote since takes it away.
    """
    seat, answers = entry.body["seat"], entry.body["answers"]
    draft = OfferDraft(
        Offer.from_json(entry.body["offer"]), answers if answers in play.ledger.cases else ""
    )
    drafts = _without_draft(play, entry.body)
    place = draft_place(entry.body["case"])
    return replace(
        play,
        ledger=play.ledger.taken_off(entry.body["case"]),
        offer_drafts={**drafts, seat: {**drafts.get(seat, {}), place: draft}},
    )


def draft_place(key: str) -> int:
    """Where the draft that is left of an offer stands: beyond those that a seat numbers itself.

    It follows from the offer's key alone, as a count of entries would tell how much others do.
    """
    digest = hashlib.sha256(key.encode()).hexdigest()
    return MOST_DRAFTS + 1 + int(digest[:8], 16) % 900_000


def _draft_line(scenario: Scenario, entry: Entry) -> str:
    offer = Offer.from_json(entry.body["offer"])
    said = _("The offer of {maker} is its draft again: {what}.")
    maker = scenario.actor_name(offer.maker)
    return fill(said, maker=maker, what=offer_title(scenario, offer))


_SHAPE = both(row(**ACT, offer=OFFER, answers=text), may_have(draft=whole(1)))

DRAFT_AGAIN = EntryKind(
    name="offer_tabled",
    shape=_SHAPE,
    line=_draft_line,
    audience=audience_of,
    fold=_as_draft,
)

OFFER_TABLED = ActKind(
    name="offer_tabled",
    shape=_SHAPE,
    act=TableOffer,
    body=_body,
    fold=_fold,
    line=_line,
    audience=audience_of,
    open_to_seats=True,
    goes_with_turn=True,
    left_of_it=DRAFT_AGAIN,
    ends_redo=True,
)
