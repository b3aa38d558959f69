"""What is done from a page about an offer or an agreement that all its readers know."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from idlib_wargame.rules.offer import MOST_TERMS
from idlib_wargame.views.bargains.case_card import May
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.web.areas.area import Does
from idlib_wargame.web.areas.written import text_together
from idlib_wargame.web.fields import Fields

MOST_KEY, MOST_DIGEST, MOST_NAME = 1000, 64, 200  # characters
BY_PERSON = "by_person"  # whoever is logged in: the server sets it, and takes no page's word for it


def accept_offer(door: SeatDoor, fields: Fields) -> str:
    """Accept an offer as it was read on the page that asked; its person signs for the seat."""
    case, reads = _case(fields), fields.text("reads", MOST_DIGEST)
    door.accept_offer(case, reads, fields.text(BY_PERSON, MOST_NAME, or_none=""))
    return ""


def allege_breach(door: SeatDoor, fields: Fields) -> str:
    """Say that a term was broken; what is said of it may be empty."""
    case, term = _case(fields), _term(fields)
    if fields.plain("text") is None:
        door.allege_breach(case, term, "")
    else:
        door.allege_breach(case, term, text_together(fields, "text", _half(door, case, term)))
    return ""


def draft_allegation(door: SeatDoor, fields: Fields) -> str:
    """Keep what is half said of a term, for the seat alone; what changes nothing is no entry."""
    case, term = _case(fields), _term(fields)
    stands = _half(door, case, term)
    text = text_together(fields, "text", stands)
    if text != stands:
        door.draft_allegation(case, term, text)
    return ""


def _half(door: SeatDoor, case: str, term: int) -> str:
    """What is half said of a term so far."""
    ledger = door.view().ledger
    halves = {(each.case, each.term): each.text for each in ledger.half_alleged} if ledger else {}
    return halves.get((case, term), "")


def _term(fields: Fields) -> int:
    return fields.whole("term", 0, 2 * MOST_TERMS - 1)


def _case(fields: Fields) -> str:
    return fields.text("case", MOST_KEY)


def _plain(act: Callable[[SeatDoor, str], None]) -> Does:
    """An act that needs no more than to know what it is about."""

    def does(door: SeatDoor, fields: Fields) -> str:
        act(door, _case(fields))
        return ""

    return does


ACTS: Mapping[str, Does] = {
    "accept_offer": accept_offer,
    "take_back_acceptance": _plain(SeatDoor.take_back_acceptance),
    "refuse_offer": _plain(SeatDoor.refuse_offer),
    "withdraw_offer": _plain(SeatDoor.withdraw_offer),
    "agree_to_end": _plain(SeatDoor.agree_to_end),
    "declare_over": _plain(SeatDoor.declare_over),
    "publish_agreement": _plain(SeatDoor.publish_agreement),
    "allege_breach": allege_breach,
    "draft_allegation": draft_allegation,
}

# Which of them, or of those that write offers, a button of a card asks for.
ACT_OF: Mapping[May, str] = {
    May.ACCEPT: "accept_offer",
    May.COUNTER: "counter_offer",
    May.REFUSE: "refuse_offer",
    May.TAKE_BACK: "take_back_acceptance",
    May.WITHDRAW: "withdraw_offer",
    May.AGREE_TO_END: "agree_to_end",
    May.DECLARE_OVER: "declare_over",
    May.PUBLISH: "publish_agreement",
}
