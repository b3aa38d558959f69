"""What cannot be done at the desk says why, and only then."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.not_now import why_not
from tests.harbour_exercise import closed, open_orders, seal_both
from tests.session.exercises import begun, do


def test_a_new_exercise_cannot_be_undone_or_reported(session: Session) -> None:
    """Each reason in a sentence; what can be done has none."""
    assert why_not(session, "ask_reopen") == (
        "No turn has been adjudicated yet, so none can be re-opened."
    )
    assert why_not(session, "ask_redo") == "There is nothing to redo."
    assert why_not(session, "show_report") == "The first report comes when turn 1 is closed."
    assert why_not(session, "uncover_orders") == "There are no sealed orders to look at."
    assert why_not(session, "show_judgements") == "Nobody is asked for a judgement this turn."
    assert why_not(session, "show_injects") == "This pack has no injects; tell seats instead."
    assert why_not(session, "pause_timer") == ""
    can = ("take_note", "tell_seats", "ask_finish")
    assert [why_not(session, name) for name in can] == [""] * 3


def test_judgements_can_be_turned_to_after_the_finish_whoever_gave_any(
    full: PackReading, session: Session
) -> None:
    """The page is there where seats were asked, also where nobody answered."""
    asked = begun(full)
    do(asked, AskJudgements(), Finish())
    assert not any(asked.play.judged.values())
    assert why_not(asked, "show_judgements") == ""
    session.submit(Finish(), FACILITATOR)
    assert why_not(session, "show_judgements") == (
        "Nobody was asked for a judgement in this exercise."
    )


def test_reasons_go_as_the_exercise_goes_on(session: Session) -> None:
    """And others come once it is over."""
    open_orders(session)
    seal_both(session)
    assert why_not(session, "uncover_orders") == ""
    closed(session)
    assert why_not(session, "uncover_orders") == "The orders of this turn have been opened."
    session.submit(Undo(), FACILITATOR)
    still = ("ask_reopen", "ask_undo", "ask_redo")
    assert [why_not(session, name) for name in still] == [""] * 3
    assert why_not(session, "ask_finish") == "Close turn 1 first, so that its results stand."
    session.submit(Redo(), FACILITATOR)
    session.submit(Finish(), FACILITATOR)
    assert why_not(session, "pause_timer") == "This phase has no length, so no clock runs."
    assert (
        why_not(session, "ask_finish")
        == why_not(session, "do_next")
        == ("The exercise is finished.")
    )
    assert why_not(session, "tell_seats").startswith("The exercise is finished, so nobody")
