"""Somebody who has their page open gives themselves another PIN."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.pins import MOST, hashed, is_fit, is_same, owner_among, unfit_words
from idlib_wargame.session.seat_pins import same_words
from idlib_wargame.session.sent import Sent
from idlib_wargame.views.online.who import Who
from idlib_wargame.web.fields import Fields
from idlib_wargame.web.hashing import hashing
from idlib_wargame.web.limits import Rate
from idlib_wargame.web.live import LiveRoom
from idlib_wargame.web.posting import Answer, own_id
from idlib_wargame.web.threads import there
from idlib_wargame.web.waiting import in_time
from idlib_wargame.words.language import _

# Each is hashing twice and an entry of the record; who means it does it once.
_AT_ONCE, _SECONDS_EACH = 5, 12.0


class _Change(NamedTuple):
    who: Who
    own: str
    pin: str
    sent: Sent


class PinChanges:
    """Of everybody in a room, one at a time for each."""

    def __init__(self, room: LiveRoom, clock: Callable[[], float] = time.monotonic) -> None:
        self._room = room
        self._rate = Rate(_AT_ONCE, _SECONDS_EACH, clock)
        self._under_way: set[str] = set()

    async def change(self, who: Who, page_id: str, fields: Fields) -> Answer:
        """Give them another PIN, where they know the one that they have; once by that id."""
        own, pin, again = (fields.text(name, MOST).strip() for name in ("own", "pin", "again"))
        sent = Sent(own_id(who, page_id), who.person)

        async def done() -> Answer:
            if await there(self._room.thread, lambda: self._room.reception.was_done(sent.id)):
                return Answer(_done_words())
            if amiss := _amiss(own, pin, again):
                return Answer(refused=(amiss,))
            return await self._in_turn(_Change(who, own, pin, sent))

        return await self._room.posting.once(sent.id, done)

    async def _in_turn(self, change: _Change) -> Answer:
        key = change.who.key
        if key in self._under_way:
            said = _("Your PIN is being changed just now; wait a moment.")
            return Answer(refused=(said,), may_pass=True)
        self._under_way.add(key)
        try:
            return await self._held_to_rate(change)
        finally:
            self._under_way.discard(key)

    async def _held_to_rate(self, change: _Change) -> Answer:
        room, who = self._room, change.who
        if wait := self._rate.wait_of(who.key):
            return _often(wait)
        try:
            hashes = await there(room.thread, lambda: room.reception.begin_change(who))
        except Refused as refused:
            return Answer(refused=refused.reasons, may_pass=True)
        if hashes is None:
            return _often(await there(room.thread, lambda: room.reception.asked_of(who).wait))
        self._rate.allows(who.key)
        return await self._changed(change, hashes)

    async def _changed(self, change: _Change, hashes: Mapping[str, str]) -> Answer:
        room, who = self._room, change.who
        owner = await hashing(lambda: owner_among(hashes, change.own), who.key)
        before = await there(room.thread, lambda: room.reception.end_try(who, hashes, owner))
        if not before:
            return Answer(refused=(_("That is not the PIN that you have now."),))
        pin_hash = await hashing(lambda: hashed(change.pin), who.key)

        def write() -> None:
            with room.reception.sending(change.sent):
                room.reception.set_pin(who, pin_hash, before)

        try:
            await there(room.thread, write)
        except (Refused, SessionFault) as refused:
            return Answer(refused=(str(refused),), may_pass=True)
        return Answer(_done_words())


def _amiss(own: str, pin: str, again: str) -> str:
    if not is_fit(pin):
        return unfit_words()
    if pin != again:
        return _("These were not the same; type the new PIN twice.")
    if is_same(pin, own):
        return same_words()
    return ""


def _done_words() -> str:
    return _("Your PIN is changed.")


def _often(wait: int) -> Answer:
    said = _("That was often in a row; the next try is in {time}.")
    return Answer(refused=(in_time(said, wait),), may_pass=True)
