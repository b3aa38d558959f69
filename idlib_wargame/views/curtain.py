"""What stands on a seat's curtain, which everybody may read: whose it is, and who opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.session.seat_pins import ObserverPins, Pins, SeatPins
from idlib_wargame.session.seat_pins import PersonAtSeat as PersonAtSeat
from idlib_wargame.session.seating import Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.people import sees_words
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import either, listed


class CurtainView(NamedTuple):
    """A seat's curtain, or an observer's.

    ``asks_pin`` says that it opens to the PIN of one of its ``people`` alone. ``asks_to_set``, that
    they are asked for a PIN of their own before it opens, as at its first lifting; ``must_set``,
    that none of them goes without one. ``takes_pins`` is False where the facilitator or a habit
    plays the seat. ``remark`` tells of a PIN that was reset, or else of what there is to be seen;
    "" for neither.
    """

    name: str
    colour: str
    people: tuple[PersonAtSeat, ...]
    asks_pin: bool
    asks_to_set: bool
    must_set: bool
    takes_pins: bool
    remark: str

    @property
    def title(self) -> str:
        """Whose it is."""
        return fill(_("{seat} only"), seat=self.name)

    @property
    def words(self) -> str:
        """What whoever has opened it for somebody else is to do."""
        named, others = self._who_opens_it()
        if not self.asks_pin:
            return _("Hand over the laptop, then press Enter.")
        if not named:
            return _("Hand over the laptop, then type your PIN.")
        if not others:
            said = _("Hand over the laptop. It opens to the PIN of {people}.")
            return fill(said, people=either(named))
        said = _(
            "Hand over the laptop. It opens to the PIN of {people}; after that {others} may set "
            "one too."
        )
        return fill(said, people=either(named), others=listed(others))

    @property
    def words_in_hand(self) -> str:
        """What to do where those whose seat it is sit in front of it already."""
        named, others = self._who_opens_it()
        if not self.asks_pin:
            return _("Press Enter once nobody else can see the screen.")
        if not named:
            return _("Type your PIN.")
        if not others:
            return fill(_("It opens to the PIN of {people}."), people=either(named))
        said = _("It opens to the PIN of {people}; after that {others} may set one too.")
        return fill(said, people=either(named), others=listed(others))

    def _who_opens_it(self) -> tuple[list[str], list[str]]:
        """By name: those who have a PIN, and those who may set one after."""
        named = [person.name for person in self.people if person.has_pin and person.name]
        return named, [each.name for each in self.without if each.name and not each.was_reset]

    @property
    def before_setting(self) -> str:
        """What to do before a PIN is set where there is one already."""
        if len(self.people) > 1:
            return _("First type your PIN, or that of somebody beside you. Then set the new one.")
        return _("First type the PIN that you have now. Then set the new one.")

    @property
    def whose_pin(self) -> str:
        """The name of the field for it."""
        return _("Your PIN, or theirs") if len(self.people) > 1 else _("The PIN you have now")

    def whose_words(self, people: Sequence[str], beside: bool) -> str:
        """Whose PIN is set now; ``beside`` where another has just opened the curtain.

        The seat's, where nobody sits there by name; of several one is still to be picked.
        """
        named = [name for name in people if name]
        if beside and named:
            said = ngettext(
                "{person} has no PIN yet. Hand {person} the laptop, or go on without.",
                "{people} have no PIN yet. Hand one of them the laptop, or go on without.",
                len(named),
            )
            return fill(said, person=named[0], people=listed(named))
        if len(named) > 1:
            return _("Who sets a PIN now?")
        return fill(_("A PIN for {person}"), person=named[0] if named else self.name)

    @property
    def without(self) -> tuple[PersonAtSeat, ...]:
        """Those who have no PIN yet."""
        return tuple(person for person in self.people if not person.has_pin)


def curtain_view(session: Session, pins: SeatPins, seat: str) -> CurtainView:
    """The curtain of a seat as the exercise stands."""
    row = session.scenario.seat_by_id[seat]
    takes = session.play.setup.of(seat).played_by == "person"
    return _curtain(session, pins, row.name, row.colour, takes)


def observers_curtain(session: Session, pins: ObserverPins, observer: Observer) -> CurtainView:
    """The curtain of an observer or assistant; nothing of the exercise stands on it."""
    view = _curtain(session, pins, observer.name, "", True)
    return view._replace(remark=view.remark or sees_words(session.scenario, observer.sees))


def _curtain(session: Session, pins: Pins, name: str, colour: str, takes: bool) -> CurtainView:
    everybody, people = session.play.setup.pins, pins.people()
    is_set = any(person.has_pin for person in people)
    was_reset = [person.name for person in people if person.was_reset]
    return CurtainView(
        name=name,
        colour=colour,
        people=people,
        asks_pin=is_set,
        asks_to_set=takes and not is_set and _is_asked(everybody, people),
        must_set=takes and everybody,
        takes_pins=takes,
        remark=_remark(was_reset) if takes else "",
    )


def _is_asked(everybody: bool, people: tuple[PersonAtSeat, ...]) -> bool:
    """Whoever chose to go without is asked no more, until the facilitator resets something."""
    went_without = any(person.goes_without for person in people)
    return everybody or not went_without or any(person.was_reset for person in people)


def _remark(reset: list[str]) -> str:
    named = [name for name in reset if name]
    if named:
        said = _("The facilitator has reset the PIN of {people}.")
        return fill(said, people=listed(named))
    return _("The facilitator has reset the PIN of this seat.") if reset else ""
