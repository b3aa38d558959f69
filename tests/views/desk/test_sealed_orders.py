"""Orders that are sealed and not yet opened."""

from __future__ import annotations

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.sealed_orders import covered_seats, sealed_hint, uncovered_steps
from tests.harbour_exercise import open_orders, seal


def test_under_cover_only_the_number_is_told(session: Session) -> None:
    """Neither the move nor the reason leaves it."""
    open_orders(session)
    seal(session, "astra", Wish("call_talks", why="ZANZIBAR"))
    [seat] = covered_seats(session)
    assert (seat.seat.name, seat.words) == ("Astra", "1 order sealed")
    assert "ZANZIBAR" not in str(covered_seats(session))


def test_uncovered_they_stand_by_step(session: Session) -> None:
    """In the order of the pack's steps, whatever the order of sealing."""
    open_orders(session)
    seal(session, "borea", Wish("cut_nets"))
    seal(session, "astra", Wish("call_talks", why="The season presses"))
    assert uncovered_steps(session) == ()
    session.submit(UncoverOrders(), FACILITATOR)
    steps = uncovered_steps(session)
    assert [step.name for step in steps] == ["Diplomacy", "Violence"]
    [first] = steps[0].orders
    assert (first.head.seats, first.reason) == ("Astra", "“The season presses”")


def test_what_was_sealed_since_is_still_covered(session: Session) -> None:
    """To have looked once is not to have looked at what came later."""
    open_orders(session)
    seal(session, "astra", Wish("call_talks"))
    session.submit(UncoverOrders(), FACILITATOR)
    seal(session, "borea", Wish("cut_nets"))
    assert [each.seat.name for each in covered_seats(session, uncovered=True)] == ["Borea"]
    assert [step.name for step in uncovered_steps(session)] == ["Diplomacy"]


def test_the_hint_says_who_is_awaited(session: Session) -> None:
    """Before the phase, while they write, uncovered, and when all have sealed."""
    said = [sealed_hint(session, uncovered=False)]
    open_orders(session)
    said += [sealed_hint(session, uncovered) for uncovered in (False, True)]
    seal(session, "astra", Wish("call_talks"))
    seal(session, "borea", Wish("protest"))
    said.append(sealed_hint(session, uncovered=False))
    assert said[0].startswith("Orders are not open yet.")
    assert said[1:] == [
        "Waiting for Astra, Borea. Sealed orders appear here, covered.",
        "Waiting for Astra, Borea.",
        "Every seat has sealed. Adjudicate when you are ready.",
    ]
