"""A seat has had its first look."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.kinds.first_look import FIRST_LOOK, EndFirstLook
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.session import Session
from idlib_wargame.views.known_play import known_play
from tests.session.exercises import (
    READERS,
    do,
    last_line,
    read_back,
    refusal,
    texts,
    to_results,
)


def test_a_first_look_is_had_once(session: Session) -> None:
    """The record remembers it for that seat, so that another laptop does not show it again."""
    session.submit(EndFirstLook("astra"), "astra")
    assert session.play.looked_round == {"astra"}
    assert read_back(session) == session.play
    assert refusal(session, EndFirstLook("astra"), "astra") == "Astra has had its first look."


def test_a_seat_ends_its_own_first_look_alone(session: Session) -> None:
    """Nobody else knows whether it did."""
    said = "This first look is for Astra alone."
    assert refusal(session, EndFirstLook("astra")) == said
    assert refusal(session, EndFirstLook("astra"), "borea") == said
    session.submit(EndFirstLook("astra"), "astra")
    seen = [
        known_play(session.play, session.referee.sight(seat)).looked_round
        for seat in ("astra", "borea", "")
    ]
    assert seen == [{"astra"}, frozenset(), frozenset()]


def test_no_log_tells_of_it_and_no_undo_takes_it_back(session: Session) -> None:
    """Nobody becomes new to an exercise again, whatever turn is re-opened."""
    before = texts(session, CONTROL)
    session.submit(EndFirstLook("astra"), "astra")
    assert [last_line(session, reader) for reader in READERS] == [""] * len(READERS)
    assert texts(session, CONTROL) == before
    to_results(session)
    do(session, Reopen(1))
    assert session.play.looked_round == {"astra"}
    assert not FIRST_LOOK.undoable
