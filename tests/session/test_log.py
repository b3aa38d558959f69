"""The lines of the log: when, in which turn, and by whom."""

from __future__ import annotations

from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.session import Session
from tests.session.exercises import PROTEST, do, to_orders


def test_a_line_says_who_did_it_and_in_which_turn(session: Session) -> None:
    """What comes before play is of no turn; a seat goes by its name."""
    to_orders(session)
    session.submit(SealOrders("astra", PROTEST), "astra")
    do(session, SealOrders("borea", PROTEST))
    lines = [(line.turn, line.who, line.kind, line.struck) for line in session.log()]
    assert lines == [
        (0, "Facilitator", "pack", False),
        (0, "Facilitator", "setup", False),
        (1, "Facilitator", "phase", False),
        (1, "Astra", "sealed", False),
        (1, "Facilitator", "sealed", False),
    ]
    assert [(line.number, line.at) for line in session.log()] == [
        (entry.number, entry.at) for entry in session.entries
    ]
