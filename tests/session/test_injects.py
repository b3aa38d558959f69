"""Injects, words of the moment, private aims and the ways a pack can be set up, in a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import play_on
from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Seating, Setup, Wish
from idlib_wargame.session.reading import read_session
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from idlib_wargame.views.seat import seat_view

FULL = Path(__file__).parent.parent / "data" / "harbour_full"
SEED = seed_from_number(11)


@pytest.fixture(scope="module")
def full() -> PackReading:
    """The harbour pack with injects, aims, starts, options and arrangements."""
    reading = read_pack(FULL)
    assert reading.problems == ()
    return reading


def begun(reading: PackReading, path: Path | None = None, **choices: object) -> Session:
    """An exercise in its first phase, with Astra played by people."""
    seating = (Seating("astra", ("Ada",)), Seating("press", (), "control"))
    setup = Setup("Full", "", 4, seating=seating, **choices)  # type: ignore[arg-type]  # keywords
    return Session.create(path, reading, setup, SEED)


def test_an_inject_is_sent_when_due_and_works_at_once(full: PackReading) -> None:
    """It changes tracks and clocks when it is sent, and is not due again."""
    session = begun(full)
    before = session.play.state
    change = session.submit(SendInject("cold_spring"), FACILITATOR)
    after = change.after.state
    assert after["stocks"] == before["stocks"] - 1
    assert after["days_left.season"] == before["days_left.season"] - 2
    assert after["inject.cold_spring"] == 1
    message = change.after.messages[-1]
    assert (message.title, message.sender, message.inject) == (
        "A cold spring",
        "Fisheries institute",
        "cold_spring",
    )
    with pytest.raises(Refused, match="“A cold spring” was sent in turn 1"):
        session.submit(SendInject("cold_spring"), FACILITATOR)


def test_a_private_message_reaches_only_those_it_is_for(full: PackReading) -> None:
    """An inject or a word of the moment to some seats is nothing to the others."""
    session = begun(full)
    session.submit(Tell(("astra",), "A skipper", "SECRET-WORD"), FACILITATOR)
    session.submit(SendInject("wreck"), FACILITATOR)
    astra, borea = seat_view(session, "astra"), seat_view(session, "borea")
    assert [message.text for message in astra.messages] == [
        "SECRET-WORD",
        "A hull has been found, keel up.",
    ]
    assert borea.messages == ()
    assert "SECRET" not in str(borea)


def test_what_an_inject_makes_control_play_is_opened_with_the_turn(full: PackReading) -> None:
    """Its orders stand among the turn's orders, with the inject as their reason."""
    session = begun(full)
    session.submit(SendInject("wreck"), FACILITATOR)
    while session.play.phase != "orders":
        session.submit(MoveOn(), FACILITATOR)
    session.submit(SealOrders("astra", (Wish("protest"),)), "astra")
    pending = session.submit(Adjudicate(), FACILITATOR).after.pending
    assert pending is not None
    opened = [(order.seat, order.move, why, inject) for order, why, inject in pending.orders]
    assert ("press", "front_page", "", "wreck") in opened
    assert ("borea", "open_ground", "", "wreck") in opened
    with pytest.raises(Refused, match="Orders have been opened; send it in the next turn"):
        session.submit(SendInject("cold_spring"), FACILITATOR)


def test_an_inject_can_be_held_back_and_the_holding_undone(full: PackReading) -> None:
    """Held back, it is not due this turn; undone, it is again."""
    session = begun(full)
    for act in (MoveOn(), MoveOn(), Adjudicate()):
        if session.play.phase != "adjudication":
            session.submit(act, FACILITATOR)
    while session.play.turn < 2:
        following = session.next_act()
        assert following is not None
        session.submit(following[0], FACILITATOR)
    assert [inject.id for inject in session.due_injects()] == ["cold_spring"]
    session.submit(SkipInject("cold_spring"), FACILITATOR)
    assert session.due_injects() == ()
    session.submit(Undo(), FACILITATOR)
    assert [inject.id for inject in session.due_injects()] == ["cold_spring"]


def test_a_seat_sees_its_own_aims_only(full: PackReading) -> None:
    """Aims are private until the end, and the end says which were met."""
    session = begun(full)
    assert [aim.text for aim in seat_view(session, "astra").aims] == [
        "A treaty with both coasts on it"
    ]
    assert seat_view(session, "borea").aims == ()
    for _ in play_on(session):
        pass
    assert set(session.play.aims_met) <= {aim.id for aim in session.scenario.aims}


def test_words_of_the_moment_need_words_and_a_known_seat(full: PackReading) -> None:
    """An empty message, or one to nobody there, is refused."""
    session = begun(full)
    with pytest.raises(Refused, match="The message is empty"):
        session.submit(Tell((), "", " "), FACILITATOR)
    with pytest.raises(Refused, match="There is no seat “nowhere”"):
        session.submit(Tell(("nowhere",), "", "Hello"), FACILITATOR)


def test_a_setup_with_choices_reads_back_and_verifies(full: PackReading, tmp_path: Path) -> None:
    """Start, options and arrangement are kept in the file, and its results can be checked."""
    scenario = full.scenario
    assert scenario is not None
    path = tmp_path / "full.wargame"
    start = scenario.starts[0].id
    choices = {"start": start, "options": {"season": "treaty"}, "arrangement": "four"}
    session = begun(full, path, **choices)
    assert [seat.id for seat in session.scenario.seats][:2] == ["astra_court", "astra_navy"]
    session.submit(SendInject("cold_spring"), FACILITATOR)
    session.submit(SendInject("wreck"), FACILITATOR)
    session.submit(Reseat("borea", (), "habit:random"), FACILITATOR)
    for _ in play_on(session):
        pass
    play = session.play
    session.close()
    saved = read_session(path)
    assert saved.last == play
    assert saved.last.setup.options == {"season": "treaty"}
    verdict = verify(path)
    assert verdict.well, verdict.checks


def test_a_choice_the_pack_does_not_have_is_told_calmly(full: PackReading) -> None:
    """A setup that asks for what the pack lacks begins nothing."""
    with pytest.raises(SessionFault, match="which the pack does not have"):
        begun(full, start="nowhere")
