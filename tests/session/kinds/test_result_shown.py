"""One result is shown to the room before its turn is closed."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.result_shown import ShowResult
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    COVERT,
    COVERT_CARD,
    PROTEST_CARD,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)

SHOWN = ShowResult(PROTEST_CARD)


def shown(session: Session) -> list[Band | None]:
    """What of the orders that were shown had come then."""
    assert session.play.pending is not None
    return [card.final for card in session.play.pending.shown]


def test_a_result_is_shown_as_it_is_then_and_stays_so_through_a_ruling(session: Session) -> None:
    """So that the screen can say what changed since."""
    to_results(session)
    assert session.play.pending is not None
    first = session.play.pending.result.cards[0].final
    do(session, SHOWN)
    assert last_line(session) == "Shown to the room: Astra, Protest in public."
    assert told_to(session) == {CONTROL}
    do(session, Decide(PROTEST_CARD, Band.BACKFIRE, "The minister slipped"))
    assert shown(session) == [first]
    assert read_back(session) == session.play
    do(session, SHOWN)
    assert shown(session) == [Band.BACKFIRE]


def test_only_what_everybody_may_know_is_shown(session: Session) -> None:
    """Each reason is told, and nothing is recorded."""
    said = "There are no results to show one by one: none wait to be accepted."
    assert refusal(session, SHOWN) == said
    to_results(session, COVERT)
    said = "Not everybody may know of that order, so the room is not shown it."
    assert refusal(session, ShowResult(COVERT_CARD)) == said
    assert refusal(session, SHOWN) == "That order is not among the results of this turn."


def test_a_wrong_press_costs_an_undo(session: Session) -> None:
    """The screen shows it no longer; a second press before that does nothing."""
    to_results(session)
    do(session, SHOWN)
    assert refusal(session, SHOWN) == "The room's screen shows that result already."
    do(session, Undo())
    assert shown(session) == []
    do(session, SHOWN, CloseTurn())
    assert [card.address for card in session.play.closed[0].shown] == [PROTEST_CARD]
