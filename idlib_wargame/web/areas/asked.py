"""What a seat is asked about orders that lie open, a card a question, and its answers."""

from __future__ import annotations

from collections.abc import Mapping

from idlib_wargame.rules.odds import HIGHEST_TARGET
from idlib_wargame.session.kinds.before_rolling import MOST_CHARACTERS
from idlib_wargame.views.asked_orders import AskedFor, Order
from idlib_wargame.views.online.seat_seen import SeatSeen
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.web.areas.area import Area, Tab
from idlib_wargame.web.areas.written import choice_together
from idlib_wargame.web.drawing import draw
from idlib_wargame.web.fields import Amiss, Fields
from idlib_wargame.words.language import _

MOST_OF_A_KEY = 400


def parts(seen: SeatSeen) -> Mapping[str, str]:
    """A card for each question, the oldest order first; nothing while nothing is asked."""
    asked = seen.view.asked
    html = draw("areas/asked.html", asked=asked, most=MOST_CHARACTERS) if asked else ""
    return {"asked.orders": html}


def _give_reason(door: SeatDoor, fields: Fields) -> str:
    order, what = _question(fields)
    if what is not AskedFor.AGAINST:
        raise Amiss("asked")
    door.give_reason(order, fields.text("text"))
    return _("The reason is given.")


def _give_word(door: SeatDoor, fields: Fields) -> str:
    order, what = _question(fields)
    if what is AskedFor.AGAINST:
        raise Amiss("asked")
    number = fields.whole("number", 0, HIGHEST_TARGET)
    asked = (each for each in door.view().asked if (each.order, each.what) == (order, what))
    if (card := next(asked, None)) is not None:
        stands = "" if card.given is None else str(card.given)
        choice_together(fields, "number", stands, card.title)
    door.give_word(order, what, number)
    return ""


def _question(fields: Fields) -> tuple[Order, AskedFor]:
    """What ``OrderAsked.key`` names; its order may be gone since, and then the door says so."""
    *order, what = fields.text("asked", MOST_OF_A_KEY).split("/")
    if len(order) != len(Order._fields) or what not in {each.value for each in AskedFor}:
        raise Amiss("asked")
    return Order(*order), AskedFor(what)


ASKED = Area(
    name="asked",
    tab=Tab.NOW,
    title=lambda: _("Asked"),
    parts=parts,
    acts={"give_reason": _give_reason, "give_word": _give_word},
)
