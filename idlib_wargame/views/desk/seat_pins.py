"""Whose PIN at a seat the facilitator may reset, and what is asked before."""

from __future__ import annotations

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.seat_pin import people_at, pins_at
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import PinState
from idlib_wargame.views.question import Question
from idlib_wargame.words.language import _, fill


def resettable(play: Play, seat: str) -> tuple[str, ...]:
    """Those who sit at a seat where a PIN is set: "" for nobody by name.

    One who has none yet is among them: a reset lets them set one without somebody beside them.
    """
    told = pins_at(play, seat)
    if PinState.SET not in told.values():
        return ()
    return tuple(
        person for person in people_at(play, seat) if told.get(person) is not PinState.RESET
    )


def reset_question(scenario: Scenario, seat: str, person: str) -> Question:
    """Before a PIN is reset: the seat reads of it, and until then it opens to one fewer."""
    said = _(
        "Reset the PIN of {person} at {seat}? The seat reads of it, the page that it opened on a "
        "device ends, and whoever says there that they are {person} sets the next one."
    )
    if not person:
        said = _(
            "Reset the PIN of {seat}? The seat reads of it, and whoever opens it next sets the "
            "next one."
        )
    name = scenario.seat_by_id[seat].name
    return Question(
        fill(said, person=person, seat=name), _("Reset the PIN"), _("Leave the PIN as it is")
    )


def reset_words(scenario: Scenario, seat: str) -> str:
    """What is said once it is done."""
    name = scenario.seat_by_id[seat].name
    said = _(
        "The PIN was reset. The next is set on their device as they join again, or at the curtain "
        "of {seat}; nobody tells it to you."
    )
    return fill(said, seat=name)
