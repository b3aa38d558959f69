"""Pressing on and back on the room's screen, and what that does to a blank one."""

from __future__ import annotations

from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing

REPORTING = (Scene.RESULTS, Scene.REPORT)


def test_a_press_turns_the_page_and_then_the_scene_of_the_phase() -> None:
    """After the last result comes the report, and after that nothing."""
    at = Showing()
    assert at.scene(REPORTING) is Scene.RESULTS
    at = at.next(REPORTING, pages=2)
    assert (at.scene(REPORTING), at.page) == (Scene.RESULTS, 1)
    at = at.next(REPORTING, pages=2)
    assert (at.scene(REPORTING), at.page) == (Scene.REPORT, 0)
    assert at.next(REPORTING, pages=1) == at


def test_a_press_back_goes_the_same_way() -> None:
    """To the page before, then to the scene before, and no further."""
    at = Showing(place=1, page=1)
    at = at.back(REPORTING)
    assert (at.scene(REPORTING), at.page) == (Scene.REPORT, 0)
    at = at.back(REPORTING)
    assert (at.scene(REPORTING), at.page) == (Scene.RESULTS, 0)
    assert at.back(REPORTING) == at


def test_a_chosen_scene_stays_whatever_the_phase() -> None:
    """Its last page leads nowhere; by phase again, the programme is at its start."""
    at = Showing(place=1).choose(Scene.NEWS)
    assert at.scene(REPORTING) is Scene.NEWS
    assert at.next(REPORTING, pages=1) == at
    assert at.begin_anew().scene((Scene.LADDER,)) is Scene.NEWS
    assert at.choose(None).scene(REPORTING) is Scene.RESULTS


def test_a_press_on_a_blank_screen_shows_what_was_shown() -> None:
    """Nothing is passed over unseen; another scene may be chosen meanwhile."""
    blank = Showing(page=3).turn_blank()
    assert blank.next(REPORTING, pages=9) == Showing(page=3)
    assert blank.back(REPORTING) == Showing(page=3)
    assert blank.turn_blank() == Showing(page=3)
    assert blank.choose(Scene.NEWS) == Showing(Scene.NEWS, is_blank=True)


def test_a_programme_that_has_become_shorter_shows_its_last() -> None:
    """A report that was taken back leaves its results."""
    assert Showing(place=1).scene((Scene.RESULTS,)) is Scene.RESULTS
    assert Showing(place=2).back((Scene.RESULTS,)).scene((Scene.RESULTS,)) is Scene.RESULTS
