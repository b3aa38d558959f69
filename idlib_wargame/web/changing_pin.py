"""Somebody who has their page open gives themselves another PIN."""

from __future__ import annotations

from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.pins import MOST, hashed, is_fit, owner_among, unfit_words
from idlib_wargame.views.online.who import Who
from idlib_wargame.web.fields import Fields
from idlib_wargame.web.hashing import hashing
from idlib_wargame.web.live import LiveRoom
from idlib_wargame.web.posting import Answer
from idlib_wargame.web.threads import there
from idlib_wargame.web.waiting import in_time
from idlib_wargame.words.language import _


async def change_pin(room: LiveRoom, who: Who, fields: Fields) -> Answer:
    """Give them another PIN, where they know the one that they have."""
    own, pin, again = (fields.text(name, MOST).strip() for name in ("own", "pin", "again"))
    if not is_fit(pin):
        return Answer(refused=(unfit_words(),))
    if pin != again:
        return Answer(refused=(_("These were not the same; type the new PIN twice."),))
    try:
        hashes = await there(room.thread, lambda: room.reception.begin_change(who))
    except Refused as refused:
        return Answer(refused=refused.reasons)
    if hashes is None:
        wait = await there(room.thread, lambda: room.reception.asked_of(who).wait)
        said = _("That was often in a row; the next try is in {time}.")
        return Answer(refused=(in_time(said, wait),))
    owner = await hashing(lambda: owner_among(hashes, own))
    await there(room.thread, lambda: room.reception.end_try(who, hashes, owner))
    if owner is None:
        return Answer(refused=(_("That is not the PIN that you have now."),))
    pin_hash = await hashing(lambda: hashed(pin))
    try:
        await there(room.thread, lambda: room.reception.set_pin(who, pin_hash, owner))
    except (Refused, SessionFault) as refused:
        return Answer(refused=(str(refused),))
    return Answer(_("Your PIN is changed."))
