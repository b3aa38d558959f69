"""Whether somebody's page may go on, and whether they may act in it."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.session.kinds.room_people import key_of
from idlib_wargame.session.kinds.seat_pin import pins_at
from idlib_wargame.session.naming import same_in
from idlib_wargame.session.play import Play
from idlib_wargame.session.same_person import sitter_of
from idlib_wargame.session.seating import PinState
from idlib_wargame.views.online.who import Who
from idlib_wargame.words.language import _, fill


class Standing(NamedTuple):
    """``over`` says why the page ends, "" while it goes on; ``is_moved`` where it does because
    they sit at that seat no longer.

    ``muted`` says that they read everything, and that nothing they do is taken: no act, and no
    other PIN. What they type and do not send is kept for them all the same, and they may leave, or
    come in anew.
    """

    over: str = ""
    muted: bool = False
    is_moved: bool = False

    @property
    def may_not_write(self) -> str:
        """Why nothing is taken from them now; "" where it is."""
        return self.over or (muted_words() if self.muted else "")


def standing_of(play: Play, who: Who, joins: bool = False) -> Standing:
    """How somebody stands in the exercise as it is; ``joins`` where they are coming in just now."""
    there = _standing_there(play, who)
    if who.role == "screen" or joins or there.over:
        return there
    if key_of(who.seat, who.person) in play.joined:
        return there
    if who.role == "seat" and sitter_of(play, who.seat, who.person).came:  # taken off, and put back
        return Standing(_elsewhere_words(), is_moved=True)
    return Standing(_why_gone(play, who))


def _standing_there(play: Play, who: Who) -> Standing:
    if who.role == "screen":
        return Standing()
    if who.role == "observer":
        there = play.observers.get(who.person)
        if there is None or there.since != who.since:
            return Standing(_("You no longer watch this exercise."))
        return Standing(muted=key_of("", who.person) in play.muted)
    seating = play.setup.of(who.seat)
    if same_in(seating.people, who.person) is None:
        return Standing(_elsewhere_words(), is_moved=True)
    if seating.played_by != "person":
        return Standing(_("This seat is played by others now. Ask the facilitator."))
    if who.seat in play.at_laptop:
        return Standing(_("This seat is played at the laptop now. Ask the facilitator."))
    return Standing(muted=key_of(who.seat, who.person) in play.muted)


def _elsewhere_words() -> str:
    return _("You no longer sit at this seat. Join again to see where you are now.")


def _why_gone(play: Play, who: Who) -> str:
    pins = pins_at(play, who.seat) if who.role == "seat" else {}
    was_reset = pins.get(same_in(pins, who.person) or "") is PinState.RESET
    return reset_words() if was_reset else ended_words()


def muted_words() -> str:
    """What somebody who is muted may do, and why what they do is refused."""
    return _(
        "The facilitator has muted you: for now you can read everything and change nothing. What "
        "you type is kept for you alone; nothing is sent, picked or sealed until the facilitator "
        "lets you act again."
    )


def reset_words() -> str:
    """What whoever came in by a PIN is told that was reset."""
    return _(
        "The facilitator has reset your PIN, so this page has ended. Choose a new PIN to go on."
    )


def ended_words() -> str:
    """What whoever's page the facilitator ended is told."""
    return _("The facilitator has ended your page. Join again if you are asked to.")


def not_they_words() -> str:
    """What whoever came in by somebody else's name is told, as the facilitator ends that."""
    return _("The facilitator has ended this page. If the name is yours, you can join again.")


def elsewhere_words(device: str) -> str:
    """What the first page of somebody is told who went on elsewhere."""
    return fill(_("You are on another device now ({device})."), device=device)


def left_words() -> str:
    """What the pages of somebody say who left on that device."""
    return _("You have left on this device. Your PIN opens your seat again.")
