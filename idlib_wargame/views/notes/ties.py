"""What a note may be tied to, and how that reads. What is covered on the desk is not named here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.desk.inject_rows import is_private, names_of_actors
from idlib_wargame.views.desk.letters import between_words, is_open
from idlib_wargame.words.bargains import case_heading
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.situation import move_words


class NamedTie(NamedTuple):
    """A tie and the words for it; ``leads`` says whether the desk can go to what it names."""

    tie: Tie
    words: str
    leads: bool = True


class TieGroup(NamedTuple):
    """What of one kind a note may be tied to now."""

    heading: str
    ties: tuple[NamedTie, ...]


def named(scenario: Scenario, play: Play, tie: Tie, uncovered: bool = True) -> NamedTie:
    """What a note is tied to, in words. Something that is no longer there still reads."""
    words = _WORDS[tie.about](scenario, play, tie, uncovered)
    return NamedTie(tie, words or _("Something that is no longer there"), bool(words))


def tie_groups(
    scenario: Scenario, play: Play, uncovered: bool, whole: bool
) -> tuple[TieGroup, ...]:
    """All that a note may be tied to as the exercise stands; who knows not the ``whole`` of it is
    offered seats and people only.
    """
    seats = [Tie(About.SEAT, seat.id) for seat in scenario.seats]
    people = [
        Tie(About.PERSON, each.seat, person)
        for each in play.setup.seating
        for person in each.people
    ]
    kinds = [(_("Seat"), seats), (_("Person"), people)]
    if whole:
        kinds = [
            (_("Order of this turn"), list(_orders(play))),
            (_("Inject"), list(_injects(play, scenario))),
            (_("Offer or agreement"), list(_offers(play))),
            (_("Message"), list(_letters(play))),
            *kinds,
        ]
    return tuple(
        TieGroup(heading, tuple(named(scenario, play, tie, uncovered) for tie in ties))
        for heading, ties in kinds
        if ties
    )


def latest_turn(play: Play) -> Turn | None:
    """The turn whose orders are on the table, or were last."""
    return play.pending or play.last


def _orders(play: Play) -> Iterator[Tie]:
    turn = latest_turn(play)
    for card in turn.result.cards if turn else ():
        yield Tie(About.ORDER, str(card.address))


def _injects(play: Play, scenario: Scenario) -> Iterator[Tie]:
    """Those that were sent, the last first, then those to come."""
    sent = dict.fromkeys(each.inject for each in reversed(tuple(play.messages)) if each.inject)
    for inject in (*sent, *(each.id for each in scenario.injects if each.id not in sent)):
        yield Tie(About.INJECT, inject)


def _offers(play: Play) -> Iterator[Tie]:
    for key in reversed(tuple(play.ledger.cases)):
        yield Tie(About.OFFER, key)


def _letters(play: Play) -> Iterator[Tie]:
    for letter in reversed(play.letters):
        yield Tie(About.MESSAGE, letter.key)


def _order_words(scenario: Scenario, play: Play, tie: Tie, uncovered: bool) -> str:
    try:
        at = Address.from_text(tie.id)
    except ValueError:
        return ""
    seat, move = scenario.seat_by_id.get(at.seat), scenario.move_by_id.get(at.move)
    if seat is None or move is None:
        return ""
    said = _("{seat}: {move}, turn {turn}")
    return fill(said, seat=seat.name, move=move_words(scenario, at.move, at.choice), turn=at.turn)


def _inject_words(scenario: Scenario, play: Play, tie: Tie, uncovered: bool) -> str:
    inject = scenario.inject_by_id.get(tie.id)
    if inject is None:
        return ""
    if not uncovered and is_private(scenario, inject.to):
        return fill(_("Private, to {seats}"), seats=names_of_actors(scenario, inject.to))
    return inject.title


def _offer_words(scenario: Scenario, play: Play, tie: Tie, uncovered: bool) -> str:
    case = play.ledger.cases.get(tie.id)
    if case is None:
        return ""
    if not uncovered and not case.was_public():
        return _("A secret agreement") if case.since else _("A secret offer")
    return case_heading(scenario, case.offer, bool(case.since))


def _letter_words(scenario: Scenario, play: Play, tie: Tie, uncovered: bool) -> str:
    letter = next((each for each in play.letters if each.key == tie.id), None)
    if letter is None:
        return ""
    told = uncovered or is_open(scenario, letter)
    between = between_words(scenario, letter) if told else _("A private message")
    return fill(_("{message}, turn {turn}"), message=between, turn=letter.turn)


def _seat_words(scenario: Scenario, play: Play, tie: Tie, uncovered: bool) -> str:
    seat = scenario.seat_by_id.get(tie.id)
    return seat.name if seat else ""


def _person_words(scenario: Scenario, play: Play, tie: Tie, uncovered: bool) -> str:
    seat = scenario.seat_by_id.get(tie.id)
    if seat is None:
        return tie.person
    return fill(_("{person}, {seat}"), person=tie.person, seat=seat.name)


_WORDS = {
    About.ORDER: _order_words,
    About.INJECT: _inject_words,
    About.OFFER: _offer_words,
    About.MESSAGE: _letter_words,
    About.SEAT: _seat_words,
    About.PERSON: _person_words,
}


def tie_text(tie: Tie) -> str:
    """A tie as a text of its own, for a note that is half written."""
    return "\t".join((tie.about.value, tie.id, tie.person))


def tie_from(text: str) -> Tie | None:
    """The tie of that text; None for a text that is none."""
    about, _tab, rest = text.partition("\t")
    id, _tab, person = rest.partition("\t")
    kinds = {each.value: each for each in About}
    return Tie(kinds[about], id, person) if about in kinds and (id or person) else None
