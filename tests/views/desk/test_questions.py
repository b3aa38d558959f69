"""What is asked before something that cannot be taken for granted."""

from __future__ import annotations

from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.questions import (
    closing_question,
    finish_question,
    reopen_choices,
    reopen_question,
    undo_question,
)
from tests.harbour_exercise import adjudicated, closed


def test_turns_to_reopen_stand_newest_first(session: Session) -> None:
    """Those that are closed, and the one whose results lie on the table."""
    assert reopen_choices(session.play) == ()
    closed(session)
    adjudicated(session)
    assert reopen_choices(session.play) == (
        (2, "Turn 2", "Re-open turn 2"),
        (1, "Turn 1", "Re-open turn 1"),
    )


def test_every_question_can_be_left(session: Session) -> None:
    """The way out is always named."""
    questions = (
        undo_question("Turn 1: Orders open."),
        reopen_question(),
        finish_question(),
        closing_question(),
    )
    assert [each.no for each in questions] == ["Leave it", "Leave it", "Leave it", "Stay"]
    assert questions[0].text == "Undo “Turn 1: Orders open.” It stays in the log, struck through."
