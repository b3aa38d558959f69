"""The room's screen as a page: every scene, what it follows, and what it never tells."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.break_begun import TakeBreak
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.online.screen_seen import ScreenSeen, screen_seen
from idlib_wargame.views.online.wifi import Wifi
from idlib_wargame.views.room.ladder import Ladder
from idlib_wargame.views.room.map_scene import MapScene
from idlib_wargame.views.room.results import Results
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.views.room_door import room_door
from idlib_wargame.web.screen_page import screen_page, screen_parts
from idlib_wargame.web.wifi_lines import wifi_line
from tests.secret_session import play_with_secrets
from tests.session.exercises import begun, do, to_orders, to_results
from tests.tries import tries
from tests.twins.acts import Twins
from tests.twins.packs import PACKS, RANDOM, veiled
from tests.web.areas.page import Reading
from tests.web.svg.reading import words
from tests.windows.room.long_scenes import SHOWN

OPEN = RoomState(is_open=True, port=8080, word="BLUE OTTER", address="192.0.2.7")
SETTINGS = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.fixture
def session(full: PackReading) -> Session:
    """A harbour exercise with a map and agreements, in memory."""
    return begun(full)


def seen(session: Session, scene: Scene, page: int = 0, pages: int = 1) -> ScreenSeen:
    """What the screen shows of a scene."""
    return screen_seen(room_door(session), Showing(scene, page=page), pages)


def said(session: Session, scene: Scene, page: int = 0, pages: int = 1) -> str:
    """The same in words."""
    return Reading(screen_parts(seen(session, scene, page, pages))["screen.scene"]).text


@pytest.mark.parametrize("scene", list(Scene))
def test_every_scene_says_something_from_the_beginning(session: Session, scene: Scene) -> None:
    """What is there, or what will be; under the line along the top."""
    parts = screen_parts(seen(session, scene))
    assert Reading(parts["screen.scene"]).text
    assert f'data-scene="{type(seen(session, scene).shown).__name__}"' in parts["screen.scene"]
    assert "Turn 1 of 4" in Reading(parts["screen.top"]).text


def test_a_long_password_breaks_where_whoever_types_it_finds_the_place_again() -> None:
    """Every four characters, and none of them is lost; a sentence breaks at its spaces."""
    password = "Ab<1" * 16
    line = wifi_line(f"Its password: {password}")
    assert line.length == "long"
    label, typed = line.words.split(": ")
    assert label == "Its password"
    assert typed.split("<wbr>") == ["Ab&lt;1"] * 16
    assert line.words.striptags() == f"Its password: {password}"
    assert wifi_line("Its password: correct horse") == ("Its password: correct horse", "")


def test_those_who_come_in_read_how_to_join_while_the_room_is_open(session: Session) -> None:
    """The codes that the room's window has, in its words, and the seats on the page after them;
    nothing of it while nobody can join.
    """
    door, join = room_door(session), Showing(Scene.JOIN)
    html = screen_parts(screen_seen(door, join, room=OPEN))["screen.scene"]
    assert html.count('class="code"') == 1
    read = Reading(html).text
    assert "Scan with the camera of your phone" in read
    assert "http://192.0.2.7:8080" in read
    assert "Room word: BLUE OTTER" in read
    wifi = replace(OPEN, wifi=Wifi("Seminar", "correct horse"))
    html = screen_parts(screen_seen(door, join, room=wifi))["screen.scene"]
    assert html.count('class="code"') == 2
    read = Reading(html).text
    assert read.index("First scan to join the Wi-Fi") < read.index("Then scan to open the page")
    assert "Wi-Fi: Seminar" in read
    assert "Its password: correct horse" in read
    second = screen_parts(screen_seen(door, replace(join, page=1), 2, room=wifi))["screen.scene"]
    closed = screen_parts(screen_seen(door, join, room=RoomState()))["screen.scene"]
    for html in (second, closed):
        assert "BLUE OTTER" not in html
        assert 'class="code"' not in html
        assert all(name in Reading(html).text for name in ("Astra", "Borea", "Caldis", "Press"))


def test_news_stand_under_their_turns_the_newest_larger(session: Session) -> None:
    """With who said it."""
    do(session, Tell((), "Coastguard", "A hull was seen"), Tell((), "Radio", "Storm by night"))
    html = screen_parts(seen(session, Scene.NEWS))["screen.scene"]
    read = Reading(html).text
    assert read.index("Storm by night") < read.index("A hull was seen")
    assert html.count("newest") == 1
    assert "Coastguard" in read


def test_results_are_shown_one_at_a_time_after_a_page_that_names_them(session: Session) -> None:
    """As many pages as the desk has; of a result that has several there, as many here."""
    to_results(session)
    do(session, CloseTurn())
    shown = room_door(session).scene(Scene.RESULTS)
    assert isinstance(shown, Results)
    count = len(shown.results)
    assert shown.how_many in said(session, Scene.RESULTS, 0, count + 1)
    for place, result in enumerate(shown.results):
        text = said(session, Scene.RESULTS, place + 1, count + 1)
        assert result.title in text
        others = {each.title for each in shown.results} - {result.title}
        assert not any(other in text for other in others)
        foot = screen_parts(seen(session, Scene.RESULTS, place + 1, count + 1))["screen.foot"]
        assert f"{place + 1} of {count}" in Reading(foot).text
    holds = ((), (0,), (0,), *((each,) for each in range(1, count)))
    spread = [
        screen_parts(replace(seen(session, Scene.RESULTS, page, len(holds)), holds=holds))
        for page in range(len(holds))
    ]
    of = [
        re.findall(r'data-page="(\d)" data-pages="(\d)"', each["screen.scene"]) for each in spread
    ]
    assert of == [[("0", "1")], [("0", "2")], [("1", "2")], *[[("0", "1")]] * (count - 1)]
    places = [Reading(each["screen.foot"]).text for each in spread]
    assert places[1:4] == [f"1 of {count}", f"1 of {count}", f"2 of {count}"]


def test_whoever_shows_one_result_after_another_means_the_first_at_once(session: Session) -> None:
    """There is no page before it."""
    one = seen(session, Scene.RESULTS)
    results = SHOWN[Scene.RESULTS]
    assert isinstance(results, Results)
    latest = replace(one, shown=results._replace(latest=1), page=1, pages=4)
    assert "2. The envoys" in Reading(screen_parts(latest)["screen.scene"]).text


def test_the_ladder_has_every_level_and_the_numbers_of_the_view(session: Session) -> None:
    """Where it stands is said over it."""
    to_results(session)
    do(session, CloseTurn())
    now = seen(session, Scene.LADDER)
    assert isinstance(now.shown, Ladder)
    html = screen_parts(now)["screen.scene"]
    picture = re.findall(r"<svg.*</svg>", html, re.DOTALL)[0]
    assert set(now.shown.rungs) <= set(words(picture))
    assert now.shown.said in Reading(html).text
    (walk,) = re.findall(r'd="([^"]+)" class="l-line"', picture)
    assert walk.count("h") == len(now.shown.line)


def test_the_map_has_what_changed_and_what_its_signs_mean_beside_it(session: Session) -> None:
    """In the view's own words, and nothing on it is to be tapped."""
    now = seen(session, Scene.MAP)
    assert isinstance(now.shown, MapScene)
    assert now.shown.map is not None
    html = screen_parts(now)["screen.scene"]
    read = Reading(html).text
    assert now.shown.map.changes_heading in read
    assert all(each.words in read for each in now.shown.map.signs)
    assert "data-tells" not in html


def test_while_orders_are_adjudicated_it_says_so_over_the_map(session: Session) -> None:
    """And nothing of what they led to."""
    to_results(session)
    assert "The orders are being adjudicated" in said(session, Scene.WAITING)


def test_a_break_and_the_end_are_told_large(session: Session) -> None:
    """When it goes on; what it came to."""
    to_orders(session)
    do(session, TakeBreak(15, 0, "Coffee"))
    text = said(session, Scene.BREAK)
    assert "Coffee" in text
    assert "We go on at" in text
    do(session, Finish())
    assert "The exercise ended in" in said(session, Scene.ENDING)
    top = screen_parts(seen(session, Scene.ENDING))["screen.top"]
    assert "The exercise is finished" in Reading(top).text


def test_the_handling_line_and_the_place_among_pages_stand_at_the_foot(session: Session) -> None:
    """One page alone has no number."""
    do(session, SetHandling("For this room only"))
    foot = Reading(screen_parts(seen(session, Scene.NEWS, 1, 3))["screen.foot"]).text
    assert "For this room only" in foot
    assert "2 of 3" in foot
    assert " of " not in Reading(screen_parts(seen(session, Scene.NEWS))["screen.foot"]).text


def test_a_blank_screen_shows_nothing_at_all(session: Session) -> None:
    """Not even where the exercise stands."""
    blank = screen_seen(room_door(session), Showing(Scene.LADDER, is_blank=True))
    assert "".join(Reading(each).text for each in screen_parts(blank).values()) == ""


@pytest.mark.parametrize("scene", list(SHOWN))
def test_nothing_of_a_long_scene_is_left_out(session: Session, scene: Scene) -> None:
    """What has no room is on a next page, in rows where that can begin."""
    now = replace(seen(session, scene), shown=SHOWN[scene], page=0, pages=6)
    html = screen_parts(now)["screen.scene"]
    assert Reading(html).text
    if scene in (Scene.NEWS, Scene.AGREEMENTS, Scene.JOIN):
        assert html.count("data-row") > 10


def test_the_page_brings_its_clock_and_asks_for_no_file_but_ours(session: Session) -> None:
    """No script and no style stands in it."""
    now = seen(session, Scene.LADDER)
    clock = ClockSeen("12:40 left", 760, True)
    page = screen_page(now, screen_parts(now), "token", clock, "7")
    assert '<time id="clock" role="timer" data-seconds="760" data-runs="1"' in page
    assert 'data-version="7"' in page
    assert all(
        each.startswith("/static/") for each in re.findall(r'(?:src|href)="([^"d][^"]*)"', page)
    )
    assert not re.search(r"<script(?! src)|<style| style=| on[a-z]+=", page)


def test_no_secret_is_ever_on_it(tmp_path: Path) -> None:
    """In no scene of an exercise with one in every private place."""
    session = Session.open(play_with_secrets(tmp_path))
    found = [screen_parts(seen(session, scene)) for scene in Scene]
    session.close()
    assert "SECRET" not in repr(found)


@pytest.mark.parametrize("name", [RANDOM, *(each for each in PACKS if "harbour" in each)])
@settings(SETTINGS, max_examples=tries(4))
@given(seed=st.integers(0, 10**9))
def test_two_exercises_that_look_the_same_to_the_room_have_equal_screens(
    name: str, seed: int
) -> None:
    """Whatever else differs, in every scene."""
    rng = Random(seed)
    twins = Twins(veiled(name, rng), "", rng)
    for _step in twins.play():
        if not twins.look_the_same():
            break
        one, other = (
            [screen_parts(seen(session, scene)) for scene in Scene if scene is not Scene.BREAK]
            for session in twins.sessions
        )
        assert one == other
