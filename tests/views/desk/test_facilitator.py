"""The top line and the next step: what now?"""

from __future__ import annotations

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.facilitator import facilitator_view, next_step
from tests.harbour_exercise import closed, open_orders, seal, seal_both


def test_the_top_line_says_turn_dates_exercise_and_phase(session: Session) -> None:
    """A glance tells where the exercise stands."""
    top = facilitator_view(session).top
    assert top[:4] == ("Turn 1 of 4", "3–16 Mar 2031", "Spring course · Group B", "talks")


def test_every_step_is_asked_for_once(session: Session) -> None:
    """Doing the next step again and again leads through a turn."""
    said = []
    for _ in range(5):
        step = next_step(session)
        assert step is not None
        said.append(step.button)
        session.submit(step.act, FACILITATOR)
        if session.play.phase == "orders":
            seal_both(session)
    assert said == [
        "Open orders",
        "Adjudicate turn 1",
        "Close turn 1",
        "Start turn 2",
        "Open orders",
    ]


def test_a_seat_that_would_lose_out_is_asked_about(session: Session) -> None:
    """Only while somebody is still writing, and by name; drafts are spoken of where there are."""
    open_orders(session)
    step = next_step(session)
    assert step is not None
    assert step.question is not None
    assert step.question.text == "2 seats have not sealed: Astra, Borea. They would give no orders."
    session.submit(DraftOrders("astra", (Wish("call_talks"),)), "astra")
    step = next_step(session)
    assert step is not None
    assert step.question is not None
    assert step.question.text == (
        "2 seats have not sealed: Astra, Borea. What they drafted would not count."
    )
    seal(session, "astra", Wish("call_talks"))
    step = next_step(session)
    assert step is not None
    assert step.question == (
        "1 seat has not sealed: Borea. It would give no orders.",
        "Adjudicate turn 1 without them",
        "Wait for them",
        "",
    )
    seal(session, "borea", Wish("protest"))
    step = next_step(session)
    assert step is not None
    assert step.question is None


def test_at_the_end_there_is_an_outcome_and_nothing_to_do(session: Session) -> None:
    """Until then it is the other way round."""
    closed(session)
    view = facilitator_view(session)
    assert (view.outcome, view.next is None) == (None, False)
    session.submit(Finish(), FACILITATOR)
    view = facilitator_view(session)
    assert view.next is None
    assert view.outcome is not None
    assert view.top.dates == "The exercise is finished"
