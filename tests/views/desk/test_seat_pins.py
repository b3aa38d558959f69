"""Whose PIN the facilitator may reset."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.views.desk.seat_pins import reset_question, resettable
from tests.session.exercises import begun, do


def test_a_newcomer_beside_somebody_with_a_pin_is_let_begin(harbour: PackReading) -> None:
    """Nobody is offered where none is set, nor twice."""
    session = begun(harbour)
    assert resettable(session.play, "astra") == ()
    pins = SeatPins(session, "astra")
    pins.set("Ada", "ada's own")
    assert resettable(session.play, "astra") == ("Ada", "Amir")
    pins.reset("Amir")
    assert resettable(session.play, "astra") == ("Ada",)
    do(session, Reseat("astra", ("Cy",), "person"))
    assert resettable(session.play, "astra") == ()


def test_a_seat_without_names_is_asked_about_as_a_seat(harbour: PackReading) -> None:
    """No empty name stands in the question."""
    session = begun(harbour)
    do(session, Reseat("borea", (), "person"))
    SeatPins(session, "borea").set("", "of nobody")
    assert resettable(session.play, "borea") == ("",)
    said = reset_question(session.scenario, "borea", "").text
    assert said.startswith("Reset the PIN of Borea? The seat reads of it")
