"""The room is tried: whatever reaches it from another machine proves the network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import ROOM_VIEW, Observer, Seating, Watching
from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.views.online.trying import Outcome, Trying
from tests.web.home import Home, at_home, wait_for
from tests.web.phone import Phone

ELSEWHERE = "127.0.0.2"  # another computer than the one that serves
SCREEN = "Mozilla/5.0 (X11; Linux) Chrome"
NOW = 100.0


@pytest.fixture
def home(harbour: PackReading) -> Iterator[Home]:
    """The harbour with its room open, and somebody to watch."""
    setup = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)),))
    with at_home(harbour, setup) as home:
        wren = Observer("Wren", Watching.OBSERVER, ROOM_VIEW)
        home.call(lambda: home.session.submit(SeatObserver(wren), FACILITATOR))
        yield home


def _state(home: Home) -> RoomState:
    return home.call(home.room.state)


def _try(home: Home) -> Trying:
    return Trying.begun(_state(home), NOW)


def _ends_well(home: Home, tried: Trying, device: str) -> None:
    """After a minute: nothing is said of what it usually is."""
    wait_for(lambda: tried.outcome(_state(home), NOW + 60) is Outcome.SEEN)
    said = tried.words(_state(home), NOW + 60)
    assert said.startswith(f"{device} has reached the page, at ")


def test_a_phone_that_had_joined_before_and_comes_back_ends_a_try_well(home: Home) -> None:
    """It loads its seat anew, listens again after it slept, or says that it is there still."""
    phone = Phone(home.port, at=ELSEWHERE)
    phone.join(home.word, "Olga")
    wait_for(lambda: bool(_state(home).present))
    for path in ("/seat", "/seat/events"):
        tried = _try(home)
        phone.ask("GET", path)
        _ends_well(home, tried, "iPhone, Safari")


def test_the_page_of_the_rooms_screen_or_of_an_observer_ends_a_try_well(home: Home) -> None:
    """By its link, and as it is opened once more."""
    for link in (home.room.link_of_screen, lambda: home.room.link_of_observer("Wren")):
        tried = _try(home)
        path = "/" + home.call(link).split("/", 3)[3]
        Phone(home.port, SCREEN, at=ELSEWHERE).get(path)
        _ends_well(home, tried, "Linux, Chrome")


def test_a_device_without_the_room_word_ends_a_try_well_and_this_computer_does_not(
    home: Home,
) -> None:
    """That the page is there at all is what is tried."""
    tried = _try(home)
    Phone(home.port).join(home.word, "Olga")
    wait_for(lambda: tried.is_own(_state(home)))
    assert tried.outcome(_state(home), NOW + 60) is Outcome.NOBODY
    Phone(home.port, at=ELSEWHERE).get("/")
    _ends_well(home, tried, "iPhone, Safari")
