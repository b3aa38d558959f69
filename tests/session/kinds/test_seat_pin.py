"""PINs of those who sit at a seat: what the record tells of them, and to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.seat_pin import SEAT_PIN, TellOfSeatPin, pins_at
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.seating import PinState
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    ASTRA,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)

SET, NONE, RESET = PinState


@pytest.mark.parametrize(
    ("person", "state", "by", "said"),
    [
        ("Ada", SET, "astra", "Ada has set a PIN at Astra."),
        ("Ada", NONE, "astra", "Ada goes without a PIN at Astra."),
        ("Ada", RESET, FACILITATOR, "The facilitator has reset the PIN of Ada at Astra."),
    ],
)
def test_the_seat_and_control_read_what_became_of_a_pin(
    session: Session, person: str, state: PinState, by: str, said: str
) -> None:
    """Nobody else, and nobody reads which it is."""
    session.submit(TellOfSeatPin("astra", person, state), by)
    assert last_line(session) == said
    assert told_to(session) == {CONTROL, ASTRA}
    assert session.play.pins == {"astra": {"Ada": state}}
    assert session.entries[-1].body == {
        "turn": 1,
        "seat": "astra",
        "person": "Ada",
        "state": state.value,
    }
    assert session.play == read_back(session)


def test_where_nobody_sits_by_name_the_seat_has_the_pin(session: Session) -> None:
    """A facilitator may hand out seats without a name to anybody."""
    do(session, Reseat("borea", (), "person"))
    lines = []
    for state, by in ((SET, "borea"), (NONE, "borea"), (RESET, FACILITATOR)):
        session.submit(TellOfSeatPin("borea", "", state), by)
        lines.append(last_line(session))
    assert lines == [
        "A PIN was set at Borea.",
        "Borea goes without a PIN.",
        "The facilitator has reset the PIN at Borea.",
    ]


def test_who_may_tell_what_of_whom(session: Session, harbour: PackReading) -> None:
    """A seat of its own people; the facilitator resets alone; no skipping where all are asked."""
    ada = TellOfSeatPin("astra", "Ada", SET)
    assert refusal(session, ada, "borea") == "Only whoever sits at Astra sets a PIN there."
    assert refusal(session, ada) == "Only whoever sits at Astra sets a PIN there."
    assert (
        refusal(session, TellOfSeatPin("astra", "Ada", RESET), "astra")
        == "Only the facilitator resets the PIN of a seat."
    )
    assert (
        refusal(session, TellOfSeatPin("astra", "Bo", SET), "astra") == "Bo does not sit at Astra."
    )
    assert (
        refusal(session, TellOfSeatPin("astra", "", SET), "astra")
        == "There are people by name at Astra; each of them has a PIN of their own."
    )
    asked = begun(harbour, pins=True)
    assert (
        refusal(asked, TellOfSeatPin("astra", "Ada", NONE), "astra")
        == "In this exercise everybody sets a PIN at their seat."
    )


def test_no_undo_and_no_reopening_brings_a_pin_back(session: Session) -> None:
    """Its hash is gone; and what people set stays set."""
    to_results(session)
    session.submit(TellOfSeatPin("astra", "Ada", SET), "astra")
    do(session, Reopen(1))
    assert session.play.pins["astra"]["Ada"] is SET
    do(session, Undo())
    assert session.play.pins["astra"]["Ada"] is SET
    assert (SEAT_PIN.undoable, SEAT_PIN.goes_with_turn) == (False, False)


def test_it_can_be_told_after_the_finish(session: Session) -> None:
    """A forgotten PIN keeps nobody from their own history."""
    do(session, Finish())
    session.submit(TellOfSeatPin("astra", "Ada", RESET), FACILITATOR)
    assert session.play.pins["astra"]["Ada"] is RESET


def test_what_counts_is_who_sits_there_now(session: Session) -> None:
    """Somebody who is seated elsewhere takes their PIN along, there and back."""
    session.submit(TellOfSeatPin("astra", "Ada", SET), "astra")
    do(session, Reseat("astra", ("Cy",), "person"), Reseat("borea", ("Ada",), "person"))
    assert pins_at(session.play, "astra") == {}
    assert pins_at(session.play, "borea") == {"Ada": SET}
    do(session, Reseat("borea", (), "person"), Reseat("astra", ("Ada",), "person"))
    assert pins_at(session.play, "astra") == {"Ada": SET}


def test_the_setup_tells_that_all_set_a_pin(harbour: PackReading, tmp_path: Path) -> None:
    """Whoever opens the file again is asked for it too."""
    begun(harbour, tmp_path / "a.wargame", pins=True).close()
    again = Session.open(tmp_path / "a.wargame")
    assert again.play.setup.pins
    again.close()
