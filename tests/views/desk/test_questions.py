"""What is asked before something that cannot be taken for granted."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.day_planned import PlanDay
from idlib_wargame.session.kinds.minutes_given import GiveMinutes
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.report_released import ReleaseReport
from idlib_wargame.session.play import REPORTS_GO
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.questions import (
    closing_question,
    finish_question,
    redo_question,
    reopen_choices,
    reopen_question,
    stays_since,
    undo_question,
)
from tests.harbour_exercise import adjudicated, closed
from tests.session.exercises import do


def test_turns_to_reopen_stand_newest_first(session: Session) -> None:
    """Those that are closed, and the one whose results lie on the table."""
    assert reopen_choices(session.play) == ()
    closed(session)
    adjudicated(session)
    choices = reopen_choices(session.play, {2: "An offer becomes a draft."})
    assert [(*choice[:3], choice.also()) for choice in choices] == [
        (2, "Turn 2", "Re-open turn 2", "An offer becomes a draft."),
        (1, "Turn 1", "Re-open turn 1", ""),
    ]


def test_every_question_can_be_left(session: Session) -> None:
    """The way out is always named."""
    questions = (
        undo_question("Turn 1: Orders open."),
        reopen_question(),
        finish_question(session.play),
        closing_question(),
    )
    assert [each.no for each in questions] == ["Leave it", "Leave it", "Leave it", "Stay"]
    assert "An inject sent since no longer counts, though people may have read it." in (
        questions[1].text
    )


def test_finishing_says_how_many_turns_are_left(session: Session) -> None:
    """Whoever meant to finish the turn, and not the exercise, reads it."""
    turns = session.play.setup.turns
    said = finish_question(session.play).text
    assert said.startswith(f"{turns} turns have not been played to their end. Finish the")
    closed(session)
    assert finish_question(session.play).text.startswith(f"{turns - 1} turn")


def test_finishing_says_that_the_last_report_is_held(session: Session) -> None:
    """It cannot be undone: whoever forgot to release it is told, and can do both at once."""
    session.submit(TakeInHand(REPORTS_GO), FACILITATOR)
    closed(session)
    question = finish_question(session.play)
    assert "The report of turn 1 has not been released" in question.text
    assert question.other == "Release the report, then finish"
    session.submit(ReleaseReport(1), FACILITATOR)
    question = finish_question(session.play)
    assert "released" not in question.text
    assert question.other == ""


def test_undo_and_redo_quote_a_line_with_or_without_a_full_stop() -> None:
    """What is quoted comes last, so that no sentence goes on behind it."""
    quoted = ("Turn 1: Orders open.", "To all, from A Beirut daily: The terms are in the papers")
    for line in quoted:
        assert undo_question(line).text == (
            f"Undo this? It stays in the log, struck through: “{line}”"
        )
        assert redo_question(line).text == f"Redo this? It counts again: “{line}”"
    assert len(quoted) == 2


def test_undo_says_first_that_minutes_given_since_stay(session: Session) -> None:
    """A slip of the clock must not lead to a phase being undone in its place."""
    do(session, MoveOn())
    number = session.undoable()
    assert number is not None
    assert stays_since(session, number.number) == ""
    do(session, GiveMinutes(1))
    said = stays_since(session, number.number)
    assert said == "The 1 minute given since is not undone; −1 takes it back."
    asked = undo_question("Turn 1: Talks open.", said)
    assert (asked.text.startswith(f"{said} Undo this?"), asked.yes) == (True, "Undo it")
    do(session, GiveMinutes(-3))
    assert stays_since(session, number.number).startswith("The 2 minutes taken off since")
    do(session, GiveMinutes(2))
    assert stays_since(session, number.number) == ""
    do(session, PlanDay(replace(session.play.day, hot_wash=5)))
    assert stays_since(session, number.number).startswith("Breaks and the plan of the day")
