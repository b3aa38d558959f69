"""What the room's screen says at each moment of an exercise."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.phases import PHASES
from idlib_wargame.rules.result import Release
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.report_edited import EditReport
from idlib_wargame.session.kinds.report_released import ReleaseReport
from idlib_wargame.session.kinds.result_shown import ShowResult
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Length, ReportText
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from idlib_wargame.views.room.agreements import Agreements
from idlib_wargame.views.room.break_scene import BreakScene
from idlib_wargame.views.room.ending_scene import EndingScene
from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.views.room.map_scene import MapScene
from idlib_wargame.views.room.news import News
from idlib_wargame.views.room.report import Report
from idlib_wargame.views.room.results import Results
from idlib_wargame.views.room.scenes import BY_PHASE, Scene, scene_name
from idlib_wargame.views.room.welcome import Welcome
from idlib_wargame.views.room_door import RoomDoor, room_door
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.odds import band_words
from tests.session.exercises import begun, do, to_orders, to_results


@pytest.fixture
def door(session: Session) -> RoomDoor:
    """The room's door."""
    return room_door(session)


def test_each_phase_has_its_scenes(session: Session, door: RoomDoor) -> None:
    """From the welcome to the ladder at the end; each is named on the desk."""
    assert set(BY_PHASE) > set(PHASES)
    assert len({scene_name(each) for each in Scene}) == len(Scene)
    to_orders(session)
    assert door.view().programme == (Scene.LADDER,)
    to_results(session)
    assert door.view().programme == (Scene.WAITING,)
    do(session, TakeInHand("reports"), CloseTurn())
    assert door.view().programme == (Scene.RESULTS,)
    do(session, ReleaseReport(1))
    assert door.view().programme == (Scene.RESULTS, Scene.REPORT)
    do(session, Finish())
    assert door.view().programme[:2] == (Scene.ENDING, Scene.LADDER)
    assert door.view().top.turn == "The exercise is finished"


def test_those_who_come_in_read_what_is_played_and_not_who_sits_where(
    session: Session, door: RoomDoor
) -> None:
    """The seats' names, none of people's."""
    shown = door.scene(Scene.JOIN)
    assert isinstance(shown, Welcome)
    assert [seat.name for seat in shown.seats] == ["Astra", "Borea", "Caldis", "Press"]
    people = {name for row in session.play.setup.seating for name in row.people}
    assert people
    assert not people & set(re.findall(r"\w+", repr(shown)))


def test_results_wait_until_their_turn_is_closed(session: Session, door: RoomDoor) -> None:
    """While they are adjudicated nobody reads them, nor where they would leave things."""
    before = door.scene(Scene.MAP), door.scene(Scene.LADDER)
    to_results(session)
    results = door.scene(Scene.RESULTS)
    assert isinstance(results, Results)
    assert results.is_empty
    assert (door.scene(Scene.MAP), door.scene(Scene.LADDER)) == before
    waits = door.scene(Scene.WAITING)
    assert isinstance(waits, MapScene)
    assert waits.waits == "The orders are being adjudicated"
    do(session, CloseTurn())
    results = door.scene(Scene.RESULTS)
    assert isinstance(results, Results)
    assert results.heading == "Results of turn 1"
    assert results.how_many == "3 orders are known to all"
    names = [[seat.name for seat in each.seats] for each in results.results]
    assert names == [["Astra"], ["Caldis"], ["Caldis"]]
    assert all(each.said for each in results.results)


def test_a_hidden_ruling_gives_away_neither_its_reason_nor_the_dice(
    session: Session, door: RoomDoor
) -> None:
    """Only what came of it."""
    to_results(session)
    assert session.play.pending is not None
    address = session.play.pending.result.cards[0].address
    do(session, Decide(address, Band.FAILURE, "SECRET-WHY", release=Release.HOT_WASH), CloseTurn())
    shown = door.scene(Scene.RESULTS)
    assert isinstance(shown, Results)
    assert shown.results[0].band is Band.FAILURE
    assert "SECRET-WHY" not in repr(shown)
    assert "Result given by the facilitator." in shown.results[0].told


def test_news_are_what_everybody_was_told_the_newest_first(
    session: Session, door: RoomDoor
) -> None:
    """With who said it and when; not what one seat was told."""
    assert door.scene(Scene.NEWS) == News(())
    do(session, Tell((), "", "First."), Tell(("astra",), "", "SECRET"))
    do(session, Tell((), "Harbour radio", "Second."))
    shown = door.scene(Scene.NEWS)
    assert isinstance(shown, News)
    assert [each.text for each in shown.headlines] == ["Second.", "First."]
    assert [each.sender for each in shown.headlines] == ["Harbour radio", "Facilitator"]
    assert shown.headlines[0].when.startswith("Turn 1, ")
    do(session, Undo())
    shown = door.scene(Scene.NEWS)
    assert isinstance(shown, News)
    assert "Second." not in [each.text for each in shown.headlines]


def test_the_report_is_read_once_it_is_released_and_as_it_was_worded(
    session: Session, door: RoomDoor
) -> None:
    """Held it is not there; the facilitator's wording goes before ours."""
    to_results(session)
    do(session, TakeInHand("reports"), CloseTurn())
    assert door.scene(Scene.REPORT) == Report("")
    do(session, ReleaseReport(1))
    shown = door.scene(Scene.REPORT)
    assert isinstance(shown, Report)
    assert "turn 1" in shown.markdown
    do(session, EditReport(ReportText(1, "room", Length.PAGE), "All quiet."))
    worded = door.scene(Scene.REPORT)
    assert isinstance(worded, Report)
    assert worded.markdown.startswith("All quiet.")


def test_the_ladder_has_a_point_for_the_start_and_each_turn(
    session: Session, door: RoomDoor
) -> None:
    """And says in words where it stands."""
    shown = door.scene(Scene.LADDER)
    assert isinstance(shown, Ladder)
    assert len(shown.line) == 1
    assert shown.said.startswith("The exercise opens at “")
    to_results(session)
    do(session, CloseTurn())
    shown = door.scene(Scene.LADDER)
    assert isinstance(shown, Ladder)
    assert len(shown.line) == 2
    assert shown.turns == session.play.setup.turns
    assert shown.said.startswith("Turn 1: Situation ladder")


def test_the_hot_wash_has_what_everybody_knows_of_the_end(session: Session, door: RoomDoor) -> None:
    """The outcome, where the ladder stands, and that aims are the seats' own to tell."""
    assert door.scene(Scene.ENDING) == EndingScene("", "", ())
    to_results(session)
    do(session, CloseTurn(), Finish())
    shown = door.scene(Scene.ENDING)
    assert isinstance(shown, EndingScene)
    reached = {each.id: each for each in session.scenario.outcomes}[session.play.outcome]
    assert (shown.name, shown.text) == (reached.name, reached.text)
    assert "Watchful peace" in shown.told[0]
    wanted = "What each seat wanted, and how much of it came, is theirs to tell now."
    assert (wanted in shown.told) is bool(session.scenario.aims)
    assert not [aim.text for aim in session.scenario.aims if aim.text in repr(shown)]


def test_a_break_says_until_when_by_the_clock_on_the_wall(session: Session, door: RoomDoor) -> None:
    """It takes the screen, and gives it back."""
    to_orders(session)
    assert door.scene(Scene.BREAK) == BreakScene("", "")
    do(session, TakeBreak(45, 30, "Lunch"))
    assert door.view().programme == (Scene.BREAK,)
    taken = session.play.on_break
    assert taken is not None
    ends = datetime.fromisoformat(taken.since) + timedelta(minutes=45)
    assert door.scene(Scene.BREAK) == BreakScene("Lunch", f"We go on at {ends.astimezone():%H:%M}")


def test_the_handling_line_stands_around_every_scene(session: Session, door: RoomDoor) -> None:
    """As it was set last."""
    assert door.view().handling == ""
    do(session, SetHandling("Chatham House rule"))
    assert door.view().handling == "Chatham House rule"


def test_a_door_tells_of_changes_until_nobody_watches(session: Session, door: RoomDoor) -> None:
    """Whoever has it can do nothing but look."""
    heard: list[str] = []
    unwatch = door.watch(lambda: heard.append("changed"))
    do(session, SetHandling("Chatham House rule"))
    unwatch()
    do(session, SetHandling(""))
    assert heard == ["changed"]


def test_a_pack_without_agreements_has_no_scene_for_them(session: Session, door: RoomDoor) -> None:
    """Nor one without a map; both can still be asked for, and say that there is nothing."""
    chosen = set(door.view().choices)
    assert (Scene.MAP in chosen) is bool(session.scenario.map)
    assert (Scene.AGREEMENTS in chosen) is (session.scenario.bargain is not None)
    assert not chosen & {Scene.BREAK, Scene.WAITING}
    assert door.scene(Scene.AGREEMENTS) == Agreements(())


def test_a_practice_is_named(harbour: PackReading) -> None:
    """Nobody takes it for the exercise."""
    session = begun(harbour, practice=True)
    assert room_door(session).view().top.practice == "Practice turn"
    session.submit(SetHandling("x"), FACILITATOR)


def test_results_are_shown_one_by_one_before_the_turn_is_closed(session: Session) -> None:
    """In the order in which they resolve; nothing else of the open turn is seen."""
    door = room_door(session)
    do(session, SetTimer(TimerState.RUNNING, 0))
    to_results(session)
    assert door.view().programme == (Scene.WAITING,)
    assert session.play.pending is not None
    cards = session.play.pending.result.cards
    do(session, ShowResult(cards[1].address))
    assert door.view().programme == (Scene.RESULTS,)
    shown = door.scene(Scene.RESULTS)
    assert isinstance(shown, Results)
    assert (len(shown.results), shown.latest, shown.how_many) == (1, 0, "1 result so far")
    do(session, ShowResult(cards[0].address))
    shown = door.scene(Scene.RESULTS)
    assert isinstance(shown, Results)
    assert (len(shown.results), shown.latest) == (2, 0)
    do(session, CloseTurn())
    shown = door.scene(Scene.RESULTS)
    assert isinstance(shown, Results)
    assert shown.latest is None


@pytest.mark.parametrize("release", Release)
def test_a_result_that_was_ruled_on_since_it_was_shown_says_so(
    session: Session, release: Release
) -> None:
    """Also where the ruling's reason is held; the screen has what counts now, and what it had."""
    door = room_door(session)
    to_results(session)
    assert session.play.pending is not None
    card = session.play.pending.result.cards[0]
    assert card.band is not None
    do(session, ShowResult(card.address))
    do(session, Decide(card.address, Band.BACKFIRE, "The minister slipped", release))
    shown = door.scene(Scene.RESULTS)
    assert isinstance(shown, Results)
    (result,) = shown.results
    changed = f"Changed since it was shown: it was {band_words(card.band)} then."
    assert (result.band, unmarked(result.told[0])) == (Band.BACKFIRE, changed)
    assert any("slipped" in line for line in result.told) == (release is Release.NOW)
