"""What the facilitator does by hand for seats that control or a habit plays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.acceptance_taken_back import TakeBackAcceptance
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.end_agreed import AgreeToEnd
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_withdrawn import WithdrawOffer
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import CardMaker, May
from idlib_wargame.views.question import Question
from idlib_wargame.words.language import _, fill

# What is done by hand for a seat that nobody plays, as it stands on a card.
BY_HAND = (
    May.ACCEPT,
    May.COUNTER,
    May.REFUSE,
    May.TAKE_BACK,
    May.WITHDRAW,
    May.AGREE_TO_END,
    May.DECLARE_OVER,
)


class SeatActs(NamedTuple):
    """What may be done for one seat that control or a habit plays, in the order of BY_HAND."""

    seat: str
    name: str
    may: tuple[May, ...]


def seat_acts(session: Session, case: Case) -> Iterator[SeatActs]:
    """What may be done to an offer or agreement, seat by seat."""
    scenario, play = session.scenario, session.play
    for actor in (*case.offer.signers,):
        seat = signer(scenario, actor)
        if play.setup.of(seat).played_by == "person":
            continue
        referee = session.referee
        maker = CardMaker(scenario, referee.bargaining, play, play.ledger, actor, signs=True)
        may = maker.may(case)
        if found := tuple(each for each in BY_HAND if each in may):
            yield SeatActs(seat, scenario.seat_by_id[seat].name, found)


def hand_words(may: May, seat: str) -> str:
    """What a button says that acts for a seat by hand."""
    said = {
        May.ACCEPT: _("Accept for {seat}…"),
        May.COUNTER: _("Counter for {seat}…"),
        May.REFUSE: _("Refuse for {seat}…"),
        May.TAKE_BACK: _("Take back for {seat}…"),
        May.WITHDRAW: _("Withdraw for {seat}…"),
        May.AGREE_TO_END: _("Agree to end it for {seat}…"),
        May.DECLARE_OVER: _("Declare over for {seat}…"),
    }[may]
    return fill(said, seat=seat)


def hand_question(may: May, seat: str, title: str, parties: int) -> Question:
    """What is asked before an act for a seat by hand: it stays, and its parties learn of it.

    ``parties`` counts those that have not left it.
    """
    text, yes = {
        May.ACCEPT: (
            _("Accept {offer} for {seat}? The last acceptance puts it in force."),
            _("Accept it"),
        ),
        May.REFUSE: (_("Refuse {offer} for {seat}? That closes it for all."), _("Refuse it")),
        May.TAKE_BACK: (
            _("Take back the acceptance of {seat}? It concerns {offer}."),
            _("Take it back"),
        ),
        May.WITHDRAW: (_("Withdraw {offer} for {seat}?"), _("Withdraw it")),
        May.AGREE_TO_END: (
            _("Agree for {seat} to end {offer}? Once all its parties agree, it is over."),
            _("Agree to end it"),
        ),
        May.DECLARE_OVER: (_over_by_hand(parties), _("Declare it over")),
    }[may]
    return Question(fill(text, offer=title, seat=seat), yes, _("Leave it"))


def _over_by_hand(parties: int) -> str:
    if parties > 2:
        return _(
            "Declare {offer} over for {seat}? Only {seat} leaves it, and it goes on among the "
            "others."
        )
    return _(
        "Declare {offer} over for {seat}? It ends for both parties, and that cannot be taken back."
    )


def hand_act(may: May, seat: str, case: Case) -> Act:
    """The act itself; an acceptance names the text as it stood on the card."""
    match may:
        case May.ACCEPT:
            return AcceptOffer(seat, case.key, case.digest)
        case May.REFUSE:
            return RefuseOffer(seat, case.key)
        case May.TAKE_BACK:
            return TakeBackAcceptance(seat, case.key)
        case May.WITHDRAW:
            return WithdrawOffer(seat, case.key)
        case May.AGREE_TO_END:
            return AgreeToEnd(seat, case.key)
        case _:
            return DeclareOver(seat, case.key)
