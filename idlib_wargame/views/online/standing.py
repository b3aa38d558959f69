"""Whether somebody's page may go on, and whether they may act in it."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.session.kinds.room_people import key_of
from idlib_wargame.session.naming import same_in, told_apart_by
from idlib_wargame.session.play import Play
from idlib_wargame.views.online.who import Who
from idlib_wargame.words.language import _, fill


class Standing(NamedTuple):
    """``over`` says why the page ends, "" while it goes on; ``muted`` that nothing is taken."""

    over: str = ""
    muted: bool = False


def standing_of(play: Play, who: Who, joins: bool = False) -> Standing:
    """How somebody stands in the exercise as it is; ``joins`` where they are coming in just now."""
    if who.role != "screen" and not joins and key_of(who.seat, who.person) not in play.joined:
        there = _standing_there(play, who)
        return there if there.over else Standing(ended_words())
    return _standing_there(play, who)


def _standing_there(play: Play, who: Who) -> Standing:
    if who.role == "screen":
        return Standing()
    if who.role == "observer":
        there = play.observers.get(who.person)
        is_here = there is not None and there.since == who.since
        return Standing("" if is_here else _("You no longer watch this exercise."))
    seating = play.setup.of(who.seat)
    if same_in(seating.people, who.person) is None:
        return Standing(_("You no longer sit at this seat. Join again to see where you are now."))
    if seating.played_by != "person":
        return Standing(_("This seat is played by others now. Ask the facilitator."))
    if who.seat in play.at_laptop:
        return Standing(_("This seat is played at the laptop now. Ask the facilitator."))
    return Standing(muted=(who.seat, told_apart_by(who.person)) in play.muted)


def muted_words() -> str:
    """Why an act of somebody who is muted is refused."""
    return _("The facilitator has muted you for now: you see everything, and nothing is sent.")


def ended_words() -> str:
    """What whoever's page the facilitator ended is told."""
    return _("The facilitator has ended your page. Join again if you are asked to.")


def elsewhere_words(device: str) -> str:
    """What the first page of somebody is told who went on elsewhere."""
    return fill(_("You are on another device now ({device})."), device=device)


def left_words() -> str:
    """What the pages of somebody say who left on that device."""
    return _("You have left on this device. Your PIN opens your seat again.")
