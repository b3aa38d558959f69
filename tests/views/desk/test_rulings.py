"""How often the facilitator ruled otherwise, and what is held for the hot wash."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import Release
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.ruling_released import ReleaseRuling
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.outcome import outcome
from idlib_wargame.views.desk.rulings import held, overruled
from idlib_wargame.views.retelling import Retelling
from idlib_wargame.views.room.ending_scene import EndingScene
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room_door import room_door
from idlib_wargame.views.situation_report import report_text
from idlib_wargame.words.language import unmarked
from tests.session.exercises import (
    COVERT,
    COVERT_CARD,
    PROTEST,
    PROTEST_CARD,
    begun,
    do,
    to_orders,
    to_results,
)
from tests.twins.given import saved_of

HELD = Decide(PROTEST_CARD, Band.BACKFIRE, "The minister slipped", Release.HOT_WASH)


def counted(session: Session) -> str:
    """What stands on the orders page."""
    return unmarked(overruled(session.play))


def test_orders_ruled_otherwise_are_counted_by_turn_and_in_all(session: Session) -> None:
    """Written effects count, and a result that is ruled as it fell does not."""
    to_results(session)
    assert session.play.pending is not None
    cards = session.play.pending.result.cards
    count = len(cards)
    assert counted(session) == f"0 of {count} orders ruled otherwise, 0%"
    do(session, HELD)
    share = round(100 / count)
    assert counted(session) == f"1 of {count} orders ruled otherwise, {share}%"
    other = next(card for card in cards if card.address != PROTEST_CARD)
    do(session, Decide(other.address, other.band, "As it fell"))
    assert counted(session) == f"1 of {count} orders ruled otherwise, {share}%"
    do(session, Decide(other.address, other.band, "And more", effects=(Effect("talks", 1),)))
    assert counted(session).startswith(f"2 of {count} orders")
    do(session, CloseTurn(), MoveOn())
    to_orders(session)
    do(session, Adjudicate())
    assert session.play.pending is not None
    now = len(session.play.pending.result.cards)
    assert counted(session).startswith("This turn: 0 of ")
    assert f"in the exercise: 2 of {count + now} orders" in counted(session)


def test_where_the_dice_decide_nothing_is_counted(harbour: PackReading) -> None:
    """There are no rulings to count."""
    session = begun(harbour, method="rigid")
    to_results(session)
    assert counted(session) == ""


def test_controls_report_counts_them_and_no_other_does(session: Session) -> None:
    """That it was ruled at all may be held for the hot wash."""
    to_results(session)
    do(session, HELD, CloseTurn())
    reports = {
        reader: report_text(session.referee, session.play, reader, 1).text
        for reader in (CONTROL, ROOM)
    }
    assert "ruled otherwise" in reports[CONTROL]
    assert "ruled otherwise" not in reports[ROOM]


def test_what_was_held_is_offered_once_the_exercise_is_over(session: Session) -> None:
    """Counted, all by one press, and each with what it was."""
    to_results(session)
    do(session, HELD, CloseTurn(), MoveOn(), Finish())
    shown = outcome(session.scenario, session.play)
    assert shown is not None
    assert shown.held.said == "1 ruling was held for the hot wash."
    (ruling,) = shown.held.rulings
    assert unmarked(ruling.order) == "Turn 1, Astra: Protest in public"
    assert unmarked(ruling.ruled) == "backfire. Why: The minister slipped"
    assert "ruled otherwise" in shown.overruled
    do(session, ReleaseRuling(ruling.address))
    assert held(session.scenario, session.play).rulings == ()


def test_the_room_reads_how_many_results_it_has_not_been_told_of(session: Session) -> None:
    """Of those that it can see: a ruling on a covert order is none of its business."""
    to_results(session, (*COVERT, *PROTEST))
    secret = Decide(COVERT_CARD, Band.FAILURE, "A lamp was seen", Release.HOT_WASH)
    do(session, HELD, secret, CloseTurn(), MoveOn(), Finish())
    said = "1 result was given by the facilitator, who has yet to tell why."
    assert said in ending_told(session)
    do(session, ReleaseRuling(PROTEST_CARD))
    assert not any("facilitator" in line for line in ending_told(session))


def ending_told(session: Session) -> tuple[str, ...]:
    """What the room's screen says at the end."""
    scene = room_door(session).scene(Scene.ENDING)
    assert isinstance(scene, EndingScene)
    return scene.told


def test_a_replay_for_the_room_shows_what_was_told_in_its_own_turn(session: Session) -> None:
    """Before it is told, the ruling's reason is in no moment of it; then in all since its turn."""
    to_results(session)
    do(session, HELD, CloseTurn(), MoveOn(), Finish())
    assert "The minister slipped" not in replayed(session)
    do(session, ReleaseRuling(PROTEST_CARD))
    told = Retelling.of(saved_of(session), ROOM)
    closing = told.marks.closing_of(1)
    assert "The minister slipped" in str(told.play_at(closing).closed)


def replayed(session: Session) -> str:
    """All that the room is shown, moment by moment."""
    told = Retelling.of(saved_of(session), ROOM)
    assert told.moments
    return str([told.play_at(place) for place in range(len(told.moments))])
