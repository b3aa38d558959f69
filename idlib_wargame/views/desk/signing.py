"""An open offer as the people in the room sign it together: what all of them may read of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.agreements.fitness import signer
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import CaseCard
from idlib_wargame.views.bargains.ledger import ledger_view
from idlib_wargame.views.known_play import known_play
from idlib_wargame.words.bargains import case_heading, title_of
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed

# What a card may say to one of its signers and not to another: shared by all, or left out.
_TOLD_TO_SOME = (
    "state",
    "small_print",
    "vague",
    "answers",
    "dropped",
    "events",
    "countered",
    "we_countered",
    "breaks_at_once",
    "is_last_answer",
)


def signing_seats(scenario: Scenario, play: Play, case: Case) -> tuple[str, ...]:
    """The seats of people whose parties have not accepted an open offer."""
    if not case.is_open or play.finished:
        return ()
    seats = (signer(scenario, actor) for actor in case.missing)
    return tuple(seat for seat in seats if play.setup.of(seat).played_by == "person")


class StandingParty(NamedTuple):
    """A party of an open offer that nobody signs for here: its name, and how it stands."""

    name: str
    words: str
    has_signed: bool
    colour: str


def standing_parties(session: Session, key: str) -> tuple[StandingParty, ...]:
    """Who has signed already, and whom others sign for; all who are asked to sign know of it."""
    scenario, case = session.scenario, session.play.ledger[key]
    here = signing_seats(scenario, session.play, case)
    found = []
    for actor in case.offer.signers:
        seat = signer(scenario, actor)
        if seat not in here:
            has_signed = actor in case.accepted
            colour = scenario.seat_by_id[seat].colour
            words = _standing_words(case, actor)
            found.append(StandingParty(scenario.actor_name(actor), words, has_signed, colour))
    return tuple(found)


def _standing_words(case: Case, actor: str) -> str:
    if actor == case.offer.maker:
        return _("Signed by tabling it.")
    if actor in case.accepted:
        return _("Signed.")
    return _("Not signed yet; nobody signs for it on this screen.")


def signing_card(session: Session, key: str) -> CaseCard:
    """The offer without what only some of its signers know: what it answers, why it is vague."""
    case = session.play.ledger[key]
    cards = [_card_of(session, case, actor) for actor in case.offer.signers]
    first = cards[0]._asdict()
    title = case_heading(session.scenario, case.offer, False)
    for name in _TOLD_TO_SOME:
        if any(getattr(card, name) != first[name] for card in cards):
            first[name] = type(first[name])()
    card = CaseCard(**{**first, "title": title})
    if card.answers:
        return card
    return card._replace(terms=tuple(term._replace(is_new=False) for term in card.terms))


def _card_of(session: Session, case: Case, actor: str) -> CaseCard:
    sight = session.referee.sight(signer(session.scenario, actor))
    card = ledger_view(session.referee, known_play(session.play, sight), sight).card(case.key)
    assert card is not None  # whoever is to sign it knows of it
    return card


def signed_words(session: Session, key: str, seats: Sequence[str], uncovered: bool = True) -> str:
    """What came of a sheet that was handed in.

    Unless ``uncovered``, an offer that not everybody knows of is not named, nor are its parties.
    """
    scenario, case = session.scenario, session.play.ledger[key]
    room = session.referee.sight().insight.ledger(session.play.ledger)
    if not uncovered and key not in room.cases:
        if case.in_force:
            return _("The offer was signed. It is in force.")
        return _("The offer was signed. It waits for others.")
    places = {
        "offer": title_of(scenario, case),
        "seats": listed([scenario.seat_by_id[seat].name for seat in seats]),
    }
    if case.in_force:
        return fill(_("{seats} signed {offer}. It is in force."), **places)
    names = listed([scenario.actor_name(each) for each in case.missing])
    return fill(_("{seats} signed {offer}. It waits for {actors}."), actors=names, **places)
