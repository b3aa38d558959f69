"""That a message has come while the seat was at work: in one line, in nobody's way."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.views.messages import MessageView, new_words, unread
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.seat import SeatView
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.drawing import draw


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """The newest message that waits to be read; nothing where none does."""
    view = seen.view
    came = _came(view)
    if came is None:
        return {"arrival.came": ""}
    new = len(unread(view.messages))
    badge = new_words(new, view.numbers) if new > 1 else ""
    told = 0 if came.key else len(view.messages)
    return {"arrival.came": draw("areas/arrival.html", came=came, badge=badge, told=told)}


def _came(view: SeatView) -> MessageView | None:
    """What was told leaves no mark when it is read: it is named until orders are given."""
    waits = {each.key for each in unread(view.messages)}
    is_early = view.may_pick and not view.may_seal
    for each in reversed(view.messages):
        is_told_now = not each.key and each.turn == view.turn and is_early
        if each.key in waits or is_told_now:
            return each
    return None


ARRIVAL = Area(name="arrival", tab=Tab.NOW, title=lambda: "", parts=parts)
