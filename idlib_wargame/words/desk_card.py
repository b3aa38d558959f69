"""The facilitator's card for the desk, in sentences of ours: a turn, and what to do when.

``keys`` and ``entry`` give the keys of an act of the desk and the words of an entry of its menus,
by the name that windows know it by, so that the card says what keyboard and menus say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from idlib_wargame.rules.pack import phases
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts

Named = Callable[[str], str]


class Advice(NamedTuple):
    """Something that happens, and what to do then."""

    when: str
    what: str


class PhaseParts(NamedTuple):
    """What the facilitator does in a phase, and what the seats do."""

    desk: str
    seats: str


def card_title(exercise: str) -> str:
    """What the card is called where files are listed by their titles."""
    return fill(_("{exercise}: card for the desk"), exercise=exercise)


def card_side_words(side: int, of: int) -> str:
    """At the foot of a side."""
    return facts([_("Facilitator only"), fill(_("side {side} of {sides}"), side=side, sides=of)])


def parts_in_phase(phase: str, keys: Named) -> PhaseParts:
    """Who does what in a phase; empty for one that the program does not know."""
    match phase:
        case phases.INJECTS:
            return PhaseParts(
                fill(
                    _("What is due goes out by itself unless held. Your own words: {keys}."),
                    keys=keys("tell"),
                ),
                _("Read what reaches them."),
            )
        case phases.TALKS:
            return PhaseParts(
                fill(_("Listen, answer requests, take notes: {keys}."), keys=keys("new")),
                _("Talk, write, table offers, sign."),
            )
        case phases.ORDERS:
            return PhaseParts(
                _("Watch who has sealed. What is sealed stays covered."),
                _("Pick their orders and seal them."),
            )
        case phases.ADJUDICATION:
            return PhaseParts(
                _("Read each card out. Rule otherwise only with a reason. Then close the turn."),
                _("Hear what came of each order."),
            )
        case phases.REPORT:
            return PhaseParts(
                _("Read it, then let the room and the seats have it. Begin the next turn."),
                _("Read what they may know."),
            )
    return PhaseParts("", "")


def next_thing(keys: Named) -> str:
    """What stands under the course of a turn."""
    said = _("The filled button does the next thing and says what it is: {keys}.")
    return fill(said, keys=keys("go_on"))


def advice(keys: Named, entry: Named) -> tuple[Advice, ...]:
    """What to do when, in the order in which it is likely."""
    return (
        Advice(
            _("Something was done by mistake"),
            fill(
                _("{undo} says what it would strike; {redo} brings it back. What was read stays."),
                undo=keys("undo"),
                redo=keys("redo"),
            ),
        ),
        Advice(
            _("A turn has to be done again"),
            fill(_("“{entry}” in the menus. Orders can be changed."), entry=entry("ask_reopen")),
        ),
        Advice(
            _("An inject must wait"),
            _("On its card: hold it back this turn, or drop it."),
        ),
        Advice(
            _("Somebody comes to your desk"),
            fill(_("{keys} covers it; only you lift the cover."), keys=keys("cover")),
        ),
        Advice(
            _("The room sees what it must not"),
            fill(_("{keys} blanks its screen, and brings it back."), keys=keys("room_blank")),
        ),
        Advice(
            _("Own phones, or one laptop"),
            fill(
                _("{devices}: join by phone. {round}: seats in turn."),
                devices=keys("devices"),
                round=keys("hand_round"),
            ),
        ),
        Advice(
            _("A break"),
            fill(
                _("In the menu beside the clock; {keys} only pauses it."),
                keys=keys("pause"),
            ),
        ),
        Advice(
            _("Somebody comes late or leaves"),
            _("The dots beside the seat: who sits there, or who plays it meanwhile."),
        ),
        Advice(
            _("A seat does not seal"),
            _("Go on: you are asked whether to wait, to seal its draft, or to do without it."),
        ),
        Advice(
            _("The laptop stops"),
            _("Start the program again; the exercise stands first in its list, complete."),
        ),
    )


def files_words(file: str, entry: Named) -> tuple[Advice, ...]:
    """Where things lie; ``file`` is "" for an exercise in memory only."""
    kept = (
        _("{file}, written as you play.") if file else _("In memory only: save it elsewhere now.")
    )
    copies = _("“{copy}” in the menus; one on a stick at the end of the day.")
    return (
        Advice(_("The record"), fill(kept, file=file) if file else kept),
        Advice(_("A copy"), fill(copies, copy=entry("save_elsewhere"))),
        Advice(_("Papers and charts"), _("Where you save them; the record's folder is proposed.")),
    )
