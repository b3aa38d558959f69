"""The ledger: what is on the table, in force and over, as one reader may see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.offer import Offer
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.kinds.bargains import why_closed
from idlib_wargame.session.play import Play
from idlib_wargame.views.bargains.case_card import CardMaker, CaseCard
from idlib_wargame.views.bargains.news import deal_news
from idlib_wargame.views.bargains.stakes import Stakes
from idlib_wargame.views.hands import done_with_offers
from idlib_wargame.words.bargains import offer_title, stage_words
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed


class DraftLine(NamedTuple):
    """An offer that is half written, by its place; ``title`` names it by whom it is to.

    ``note`` says what became of what it answers; empty while that is open, or where it is none.
    """

    place: int
    offer: Offer
    answers: str
    title: str
    note: str


class HalfAlleged(NamedTuple):
    """What the reader has begun to say of a term, by the agreement's key and its place from 0."""

    case: str
    term: int
    text: str


class Told(NamedTuple):
    """What others did; ``by`` names who of the reader's own seat did it, to whom it is no news."""

    words: str
    by: str = ""


class LedgerView(NamedTuple):
    """What somebody knows of offers and agreements, the newest first in each list.

    ``drafts`` are the reader's own, by place, and so is what it has ``half_alleged``.
    ``may_offer`` says whether the reader's seat signs for its actor, ``signer`` who does.
    ``closed`` says why nothing can be agreed or ended now, in a sentence; empty where it can. With
    ``is_over`` it never can again, and what was half written is not gone on with. ``news`` is what
    others did this turn, and who of the reader's own seat did what, a sentence each.
    """

    waiting: tuple[CaseCard, ...]
    tabled: tuple[CaseCard, ...]
    in_force: tuple[CaseCard, ...]
    over: tuple[CaseCard, ...]
    drafts: tuple[DraftLine, ...] = ()
    half_alleged: tuple[HalfAlleged, ...] = ()
    closed: str = ""
    is_over: bool = False
    news: tuple[Told, ...] = ()
    may_offer: bool = False
    signer: str = ""

    @property
    def cards(self) -> tuple[CaseCard, ...]:
        """All of them, what asks for an answer first."""
        return (*self.waiting, *self.tabled, *self.in_force, *self.over)

    def card(self, key: str) -> CaseCard | None:
        """The card of that key; None where it is gone."""
        return next((each for each in self.cards if each.key == key), None)


def ledger_view(referee: Referee, play: Play, sight: Sight | None = None) -> LedgerView:
    """What a reader may see; ``play`` is cut to what they know. Without ``sight``, control's."""
    scenario = referee.scenario
    seat = sight.seat if sight else ""
    actor = scenario.actor_of[seat] if seat else ""
    signs = signer(scenario, actor) if actor and scenario.bargain is not None else ""
    insight = sight.insight if sight else None
    may_sign = bool(signs) and signs == seat
    stakes = Stakes(referee, play, seat) if may_sign else None
    maker = CardMaker(
        scenario, referee.bargaining, play, play.ledger, actor, insight, may_sign, stakes
    )
    cards = [maker.card(case) for case in reversed(tuple(play.ledger.cases.values()))]
    writes = seat != "" and not play.finished
    open_cards = [card for card in cards if card.is_open]
    return LedgerView(
        waiting=tuple(card for card in open_cards if card.waits_for_reader),
        tabled=tuple(card for card in open_cards if not card.waits_for_reader),
        in_force=tuple(card for card in cards if card.in_force and not card.has_left),
        over=tuple(card for card in cards if card.has_left or not (card.is_open or card.in_force)),
        drafts=tuple(_drafts(scenario, play, seat)) if writes else (),
        half_alleged=tuple(_half_alleged(play, seat)) if writes else (),
        closed=why_closed(scenario, play),
        is_over=play.finished,
        news=tuple(_news(scenario, play, seat)) if seat else (),
        may_offer=may_sign,
        signer=scenario.seat_by_id[signs].name if signs else "",
    )


def _news(scenario: Scenario, play: Play, seat: str) -> Iterator[Told]:
    yield from (Told(*each) for each in done_with_offers(scenario, play, seat))
    yield from map(Told, deal_news(scenario, play, scenario.actor_of[seat]))


def why_nothing_is_offered(ledger: LedgerView) -> str:
    """Why its reader can offer nothing now; empty where they can."""
    if ledger.closed:
        return ledger.closed
    if ledger.may_offer or not ledger.signer:
        return ""
    said = _("{signer} signs for your side. You read here what is offered and agreed.")
    return fill(said, signer=ledger.signer)


def nothing_yet(ledger: LedgerView) -> str:
    """What will stand in a ledger in which nothing stands yet, and how it comes there."""
    if ledger.closed or not ledger.may_offer:
        return _("What is offered and agreed stands here, as far as you know of it.")
    return _(
        "What is offered to you, what you offer and what is agreed stands here, with who keeps "
        "what. Pick a template above, or write an offer of your own."
    )


def _drafts(scenario: Scenario, play: Play, seat: str) -> Iterator[DraftLine]:
    for place, draft in sorted(play.offer_drafts.get(seat, {}).items()):
        offer = draft.offer
        names = [scenario.actor_name(each) for each in offer.to]
        said = _("{offer}, to {names}") if names else _("{offer}, to nobody yet")
        what = offer_title(scenario, offer)
        title = fill(said, offer=what, names=listed(names) if names else "")
        yield DraftLine(place, offer, draft.answers, title, answer_note(play, draft.answers))


def _half_alleged(play: Play, seat: str) -> Iterator[HalfAlleged]:
    """Of what is still there: a re-opening may have taken an agreement back."""
    for (case, term), text in sorted(play.allegation_drafts.get(seat, {}).items()):
        if case in play.ledger.cases:
            yield HalfAlleged(case, term, text)


def answer_note(play: Play, answers: str) -> str:
    """What became of the offer that a draft answers, in a sentence; empty while it is open."""
    answered = play.ledger.cases.get(answers)
    if not answers or (answered is not None and answered.is_open):
        return ""
    if answered is None:
        return _("The offer that it answers is gone. It can be tabled as an offer of its own.")
    said = _("The offer that it answers: {stage}. It can be tabled as an offer of its own.")
    return fill(said, stage=stage_words(answered.stage))
