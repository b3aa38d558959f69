"""Those who play no seat: who watches or helps, and what they were given to see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.observer_seated import already_words
from idlib_wargame.session.naming import same_in
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import EVERYTHING, ROOM_VIEW, Observer, PinState, Watching
from idlib_wargame.session.session import Session
from idlib_wargame.views.question import Question
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import facts, series


class ObserverLine(NamedTuple):
    """One of them. ``about`` says what they are here for and what they see; ``has_pin`` whether
    they set a PIN that may be reset.
    """

    observer: Observer
    name: str
    about: str
    has_pin: bool = False


class Given(NamedTuple):
    """Something that may be given to see, and the words for it."""

    sees: str
    words: str


def observer_lines(scenario: Scenario, play: Play) -> tuple[ObserverLine, ...]:
    """Everybody who watches or helps, in the order they came."""
    return tuple(
        ObserverLine(
            each,
            each.name,
            facts([role_words(each.role), sees_words(scenario, each.sees)]),
            play.observer_pins.get(each.since) is PinState.SET,
        )
        for each in play.observers.values()
    )


def why_not_let_in(name: str, there: Iterable[str]) -> str:
    """Why nobody of that name can be let in beside those who are there; "" where they can."""
    if not name.strip():
        return _("Type a name first.")
    same = same_in(there, name)
    return already_words(same) if same is not None else ""


def may_see(scenario: Scenario) -> tuple[Given, ...]:
    """What may be given to an observer, the least first."""
    seats = [seat.id for seat in scenario.seats if not seat.control]
    given = (ROOM_VIEW, *seats, EVERYTHING)
    return tuple(Given(each, sees_words(scenario, each)) for each in given)


def sees_words(scenario: Scenario, sees: str) -> str:
    """What somebody was given to see."""
    if sees == EVERYTHING:
        return _("Sees everything")
    seat = scenario.seat_by_id.get(sees)
    if seat is None:
        return _("Sees what the room sees")
    return fill(_("Sees the view of {seat}"), seat=seat.name)


def role_words(role: Watching) -> str:
    """What somebody is here for."""
    return _("Assistant") if role is Watching.ASSISTANT else _("Observer")


def who_words(observer: Observer) -> str:
    """Who looks: "Olga, assistant"."""
    if observer.role is Watching.ASSISTANT:
        return fill(_("{name}, assistant"), name=observer.name)
    return fill(_("{name}, observer"), name=observer.name)


def count_words(play: Play) -> str:
    """How many there are, on the row under the seats."""
    helping = sum(each.role is Watching.ASSISTANT for each in play.observers.values())
    watching = len(play.observers) - helping
    said = [
        fill(ngettext("{count} observer", "{count} observers", watching), count=watching)
        if watching
        else "",
        fill(ngettext("{count} assistant", "{count} assistants", helping), count=helping)
        if helping
        else "",
    ]
    return facts([each for each in said if each]) or _("Nobody observes")


def merged_words(session: Session, seat: str) -> str:
    """What is said where one person was typed twice at a seat."""
    said = _(
        "Names that differ in capitals or blanks alone are one person. At {seat}: {people}; "
        "somebody else of that name needs a surname or a letter beside it."
    )
    name, people = session.scenario.seat_by_id[seat].name, session.play.setup.of(seat).people
    return fill(said, seat=name, people=series(people))


def leaving_question(name: str) -> Question:
    """Before somebody is let go."""
    said = _("{name} no longer observes or helps. Their notes stay.")
    return Question(
        fill(said, name=name), fill(_("Let {name} go"), name=name), _("Leave it as it is")
    )


def pin_question(name: str) -> Question:
    """Before the PIN of an observer is reset: until they set another, anybody may."""
    said = _(
        "Reset the PIN of {name}? They read of it, and set the next one on their device, or at "
        "their curtain."
    )
    return Question(fill(said, name=name), _("Reset the PIN"), _("Leave the PIN as it is"))


def pin_reset_words(name: str) -> str:
    """What is said once it is done."""
    said = _(
        "The PIN was reset. {name} sets the next on their device, or at their curtain; nobody "
        "tells it to you."
    )
    return fill(said, name=name)


def see_as_question() -> Question:
    """As which seat the facilitator wants to look."""
    said = _("Look at what a seat’s people are shown. Nothing is done or marked as read by it.")
    return Question(said, "", _("Leave it"))


def seen_as_words(seat: str) -> str:
    """Over what a reader is shown, where somebody else looks; "" for the room."""
    if seat:
        return fill(_("Seen as {seat}: nothing here can be pressed."), seat=seat)
    return _("Seen as the room: nothing here can be pressed.")
