"""The parts of a seat's page that stand round every area: when it is, what waits, what is next."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from idlib_wargame.views.asked import (
    ASKED_PAGE,
    BRIEF_PAGE,
    DEALS_PAGE,
    JUDGEMENT_PAGE,
    MESSAGES_PAGE,
    ORDERS_PAGE,
    RESULTS_PAGE,
    asked_of,
)
from idlib_wargame.views.messages import Inbox
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.question import Question
from idlib_wargame.views.seat import SeatView, breach_question, empty_seal_question, seal_words
from idlib_wargame.web.areas.area import Tab
from idlib_wargame.web.drawing import draw
from idlib_wargame.words.language import _, fill, ngettext

# Where a page of ``views.asked`` is on this one: its tab, and what it is turned to by.
_PLACES = {
    ORDERS_PAGE: (Tab.MOVES, "moves"),
    BRIEF_PAGE: (Tab.BRIEF, "brief"),
    DEALS_PAGE: (Tab.DEALS, "deals"),
    MESSAGES_PAGE: (Tab.MESSAGES, "messages"),
    RESULTS_PAGE: (Tab.NOW, "results"),
    ASKED_PAGE: (Tab.NOW, "asked"),
    JUDGEMENT_PAGE: (Tab.NOW, "judgement"),
}


def frame_key(*stands: object) -> str:
    """The same as long as what stands round the parts of a page does: with another, it is old."""
    return hashlib.sha256(repr(stands).encode()).hexdigest()[:12]


class Badge(NamedTuple):
    """What waits under a tab: how much, and the same in words; 0 for nothing."""

    many: int
    words: str


class Next(NamedTuple):
    """The next thing: what is asked, what the button says, and where it leads."""

    words: str
    act: str = ""
    tab: str = ""
    to: str = ""


def frame_parts(seen: SeatSeen) -> Mapping[str, str]:
    """The parts of the frame by their names."""
    view = seen.view
    return {
        "frame.where": draw("frame/where.html", view=view, frame=_frame_of(view)),
        "frame.next": draw("frame/next.html", next=next_of(view)),
        "frame.seal": draw(
            "frame/seal.html",
            view=view,
            question=_seal_question(view),
            asked=asked_of(view).words,
            words=seal_words(len(view.wishes), view.orders),
        ).strip(),
        **{
            f"badge.{tab.value}": draw("frame/badge.html", badge=badge)
            for tab, badge in badges(view).items()
        },
    }


def _frame_of(view: SeatView) -> str:
    stands = (view.seat.name, view.seat.colour, view.title, view.handling, view.is_practice)
    return frame_key(*stands, view.ledger is not None)


def next_of(view: SeatView) -> Next:
    """What this seat is to do next, and where on its page."""
    asked = asked_of(view)
    place = _PLACES.get(asked.page)
    if place is None:
        return Next(asked.words)
    return Next(asked.words, asked.act, place[0].value, place[1])


def _seal_question(view: SeatView) -> Question | None:
    """What is asked before the seat's picks are sealed as they are; None for nothing."""
    options = [view.option(wish) for wish in view.wishes]
    breaches = [said for each in options if each for said in each.breaches]
    if not view.wishes:
        return empty_seal_question()
    return breach_question(list(dict.fromkeys(breaches)), len(view.wishes)) if breaches else None


def badges(view: SeatView) -> Mapping[Tab, Badge]:
    """What waits under each tab."""
    return {
        Tab.NOW: _waits(sum(each.waits for each in view.asked) + view.judgement_waits),
        Tab.MOVES: Badge(0, ""),
        Tab.DEALS: _waits(len(view.ledger.waiting) if view.ledger else 0),
        Tab.MESSAGES: _new(Inbox(view.messages, view.turn).unseen),
    }


def _waits(count: int) -> Badge:
    return Badge(count, fill(ngettext("{count} waits", "{count} wait", count), count=count))


def _new(count: int) -> Badge:
    return Badge(count, fill(_("{count} new"), count=count))
