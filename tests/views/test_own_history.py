"""What a seat ordered, turn by turn, and what came of it."""

from __future__ import annotations

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Release
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.session import Session
from idlib_wargame.views.own_history import OwnTurn, own_history
from tests.session.exercises import COVERT, PROTEST_CARD, do, to_results


def history(session: Session, seat: str = "astra") -> tuple[OwnTurn, ...]:
    """A seat's history."""
    return own_history(session.referee, session.play, seat)


def two_turns(session: Session) -> None:
    """Astra protests, and fishes at night in the turn after; Borea does nothing."""
    to_results(session)
    do(session, CloseTurn(), MoveOn())
    to_results(session, COVERT)
    do(session, CloseTurn())


def test_each_turn_stands_with_its_orders_and_reasons(session: Session) -> None:
    """The newest first; nothing of a turn whose results do not stand yet."""
    to_results(session)
    assert history(session) == ()
    do(session, CloseTurn(), MoveOn())
    to_results(session, COVERT)
    do(session, CloseTurn())
    told = [(turn.turn, [card.head.title for card in turn.cards]) for turn in history(session)]
    assert told == [
        (2, ["Fish at night behind the patrol line"]),
        (1, [session.scenario.move_by_id["protest"].name]),
    ]
    (card,) = history(session)[1].cards
    assert "They fished at night" in card.reason
    assert card.result


def test_a_turn_without_orders_says_so(session: Session) -> None:
    """It does not show the orders of others in their place."""
    two_turns(session)
    assert [(turn.cards, turn.said) for turn in history(session, "borea")] == [
        ((), "You gave no orders.")
    ] * 2


def test_what_a_seat_may_not_know_is_not_in_its_history(session: Session) -> None:
    """Another's covert order and its reason, and a ruling that is withheld."""
    to_results(session)
    do(
        session,
        Decide(PROTEST_CARD, Band.BACKFIRE, "SECRET-RULING", release=Release.HOT_WASH),
        CloseTurn(),
    )
    assert "SECRET-RULING" not in repr(history(session))
    do(session, MoveOn())
    to_results(session, COVERT)
    do(session, CloseTurn())
    assert "Fish at night" not in repr(history(session, "borea"))
    assert "Nobody counts" not in repr(history(session, "borea"))


def test_a_turn_that_is_reopened_is_no_history(session: Session) -> None:
    """It comes back once it is closed again."""
    two_turns(session)
    do(session, Reopen(2))
    assert [turn.turn for turn in history(session)] == [1]
