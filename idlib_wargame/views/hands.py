"""Who of several people at a seat did what, for the others who sit there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import Hand
from idlib_wargame.words.bargains import title_of
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.situation import move_words


def done_with_orders(scenario: Scenario, play: Play, seat: str) -> Iterator[str]:
    """Who sealed the seat's orders, took them back or took one off, as far as that still stands."""
    picked = {wish[:2] for wish in play.drafts.get(seat, ())}
    is_sealed = seat in play.sealed
    for each in _now(play, seat):
        places = {"person": each.person, "time": clock_words(each.at)}
        if each.kind == "sealed" and is_sealed:
            yield fill(_("{person} sealed these orders at {time}."), **places)
        elif each.kind == "unsealed" and not is_sealed:
            yield fill(_("{person} took the sealed orders back at {time}."), **places)
        elif each.kind == "pick_taken_off" and not is_sealed and each.what not in picked:
            said = _("{person} took this off at {time}: {move}")
            yield fill(said, move=move_words(scenario, *each.what), **places)
        elif each.kind == "judged" and seat in play.judged.get(play.turn, {}):
            yield fill(_("{person} sealed what you think at {time}."), **places)
        elif each.kind == "judgement_taken_back" and seat not in play.judged.get(play.turn, {}):
            yield fill(_("{person} took what you think back at {time}."), **places)


def done_with_offers(scenario: Scenario, play: Play, seat: str) -> Iterator[tuple[str, str]]:
    """Who tabled, signed, refused or took back an offer for the seat this turn: in words, and by
    name for those who need not be told what they did themselves.
    """
    says = {
        "offer_tabled": _("{person} tabled this for you at {time}: {offer}"),
        "offer_accepted": _("{person} signed this for you at {time}: {offer}"),
        "offer_refused": _("{person} refused this for you at {time}: {offer}"),
        "offer_withdrawn": _("{person} withdrew this for you at {time}: {offer}"),
        "acceptance_taken_back": _("{person} took your signature back at {time}: {offer}"),
        "end_agreed": _("{person} agreed for you to end this at {time}: {offer}"),
        "declared_over": _("{person} declared this over for you at {time}: {offer}"),
    }
    for each in _now(play, seat):
        case = play.ledger.cases.get(each.what[0]) if each.what else None
        if each.kind in says and case is not None:
            places = {"person": each.person, "time": clock_words(each.at)}
            yield fill(says[each.kind], offer=title_of(scenario, case), **places), each.person


def _now(play: Play, seat: str) -> Iterator[Hand]:
    for each in play.hands.get(seat, ()):
        if each.turn in (play.turn, play.bargaining_turn):
            yield each


def clock_words(at: str) -> str:
    """When it was, by the clock of this machine."""
    return f"{datetime.fromisoformat(at).astimezone():%H:%M}"
