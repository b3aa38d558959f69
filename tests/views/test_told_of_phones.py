"""Whoever prepares an exercise reads that players may join from their own phones, and where."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.views.guide import guide_steps, guided_session
from idlib_wargame.words import setting_up
from idlib_wargame.words.desk_card import advice
from idlib_wargame.words.help_texts import help_texts
from idlib_wargame.words.language import unmarked

WHERE = "Open to the room…"


def test_setup_and_the_guided_first_turn_say_how_players_join_from_their_own_phones(
    harbour: PackReading,
) -> None:
    """By the words of the entry that does it, and not of seats' windows alone."""
    session = guided_session(harbour)
    at_a_seat = next(step for step in guide_steps(session) if step.id == "seal")
    session.close()
    for said in (setting_up.desk_opens_words(), at_a_seat.words):
        assert "phones" in unmarked(said)
        assert WHERE in unmarked(said)


def test_whoever_reads_of_pins_in_setup_reads_of_phones_too() -> None:
    """A PIN is set where its person joins."""
    for said in (setting_up.seat_pins_words(), setting_up.everybody_sets_words()):
        assert "phone" in said
        assert "laptop" in said


def test_the_help_of_seats_and_the_card_for_the_desk_tell_of_phones() -> None:
    """The card by the keys that open the room."""
    seats = next(each for each in help_texts() if each.topic == "seats")
    assert "own phones" in seats.text
    rows = {each.when: each.what for each in advice(lambda name: f"[{name}]", str)}
    assert "[devices]" in unmarked(rows["Own phones, or one laptop"])
