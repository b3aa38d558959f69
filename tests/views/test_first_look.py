"""A first look for somebody new, in the words of the pack."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.day import DayPlan
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.first_look import FirstLook, first_look
from tests.session.exercises import begun


def look(session: Session, seat: str = "astra") -> FirstLook:
    """The first look of a seat."""
    return first_look(session.scenario, session.play, seat)


def said(session: Session, seat: str = "astra") -> str:
    """All that it says, in lines."""
    cards = look(session, seat).cards
    return "\n".join(line for card in cards for line in (card.title, *card.says))


def test_it_tells_a_player_who_they_are_and_what_they_may_do(harbour: PackReading) -> None:
    """Six short cards with the seat, its people, aims, phases, tables and orders of this pack."""
    session = begun(harbour)
    cards = look(session).cards
    assert [card.title for card in cards] == [
        "You are Astra",
        "What you want",
        "How a turn goes",
        "What you can do",
        "What sealing means",
        "Where things are",
    ]
    assert max(len(card.says) for card in cards) <= 5
    text = said(session)
    assert "Here sit Ada and Amir. You speak with one voice: what one of you seals counts." in text
    assert "You may give 2 orders a turn, from these tables: " in text
    assert all(table.name in text for table in session.scenario.tables)
    assert len(session.scenario.tables) == 3


def test_it_says_where_the_pack_asks_what_will_happen(
    harbour: PackReading, full: PackReading
) -> None:
    """Told to whoever gives orders, as only they are asked; not where no turn of ours asks."""
    asked = (
        "In some turns you are asked, under “Judgement”, what you think will happen; at the end "
        "everybody reads it beside what happened."
    )
    assert asked in said(begun(full))
    assert asked not in said(begun(harbour))
    pack = full.scenario
    assert pack is not None
    seats = tuple(replace(seat, orders=0) if seat.id == "press" else seat for seat in pack.seats)
    assert asked not in said(begun(replace(full, scenario=replace(pack, seats=seats))), "press")


def test_phases_stand_in_their_order_with_their_minutes(full: PackReading) -> None:
    """A phase without minutes is told without; those that were planned are told as planned."""
    session = begun(full, day=DayPlan({"talks": 13}))
    (card,) = (card for card in look(session).cards if card.title == "How a turn goes")
    assert len(card.says) == len(session.scenario.phases)
    minutes = session.scenario.minutes
    timed = [line for line in card.says if "minute" in line.split(".")[0]]
    assert any(line.startswith("Talks, 13 minutes.") for line in card.says)
    assert len(timed) == len([p for p in session.scenario.phases if minutes.get(p)]) > 0


def test_an_exercise_in_words_alone_counts_no_aims(full: PackReading) -> None:
    """Orders, minutes and turns are counted in any exercise; aims are figures of ours."""
    assert "You have 1 aim." in said(begun(full)) or "aims. They are yours" in said(begun(full))
    text = said(begun(full, numbers=False))
    assert "Your aims are yours alone until the end" in text
    assert "You have " not in text


def test_a_seat_without_orders_hears_nothing_of_sealing(harbour: PackReading) -> None:
    """It talks and reads."""
    pack = harbour.scenario
    assert pack is not None
    seats = tuple(replace(seat, orders=0) if seat.id == "press" else seat for seat in pack.seats)
    session = begun(replace(harbour, scenario=replace(pack, seats=seats)))
    assert session.scenario.orders_of("press") == 0
    text = said(session, "press")
    assert "You give no orders: you talk, and you read." in text
    assert "What sealing means" not in text
    assert "The others pick their orders and seal them." in text


def test_a_seat_orders_from_its_own_tables(harbour: PackReading) -> None:
    """Tables of others are not named as its own."""
    pack = harbour.scenario
    assert pack is not None
    first = pack.tables[0]
    seats = tuple(
        replace(seat, tables=(first.id,)) if seat.id == "astra" else seat for seat in pack.seats
    )
    session = begun(replace(harbour, scenario=replace(pack, seats=seats)))
    assert f"from these tables: {first.name}." in said(session)


def test_it_is_due_once_for_each_seat(harbour: PackReading) -> None:
    """Another seat has its own; whoever opens it again reads the same."""
    session = begun(harbour, seating=(Seating("astra", ("Ada",)), Seating("borea")))
    before = look(session)
    session.submit(EndFirstLook("astra"), "astra")
    assert (before.is_due, look(session).is_due, look(session, "borea").is_due) == (
        True,
        False,
        True,
    )
    assert look(session).cards == before.cards


def test_it_tells_nothing_of_another_seat_but_its_name(full: PackReading) -> None:
    """No brief, no aim and nobody's name of theirs."""
    session = begun(full)
    text = said(session, "borea")
    pack = session.scenario
    private = [aim.text for aim in pack.aims] + [pack.seat_by_id["astra"].brief, "Ada", "Amir"]
    found = [each for each in private if each and each in text]
    assert len(private) > 3
    assert found == []


def test_a_newcomer_hears_where_agreements_are_where_the_pack_has_them(full: PackReading) -> None:
    """One line beside messages and notes; nothing of it in a pack without agreements."""
    assert full.scenario is not None
    assert full.scenario.bargain is not None
    bare = replace(full, scenario=replace(full.scenario, bargain=None))
    told = "Offers and agreements, yours and those you know of, stand under “Agreements”."
    (card,) = (card for card in look(begun(full)).cards if card.title == "Where things are")
    assert card.says.count(told) == 1
    assert "“Agreements”" not in said(begun(bare))
