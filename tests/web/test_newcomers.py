"""Who came by a name that nobody had taken: the desk tells it for as long as it may be ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.online.room_server import NEW_FOR
from idlib_wargame.views.online.who import Who
from idlib_wargame.web.limits import Rate
from idlib_wargame.web.newcomers import came_first, is_newcomer
from tests.web.home import Home, at_home, wait_for
from tests.web.phone import Phone

SETUP = Setup("Group C", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))
SEAT = 'data-part="frame.where"'


@pytest.fixture
def home(harbour: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour in a file, with its room open."""
    with at_home(harbour, SETUP, tmp_path / "a.wargame") as home:
        yield home


def joined(home: Home, person: str, pin: str) -> Phone:
    """Somebody's phone, with their page open."""
    phone = Phone(home.port)
    assert SEAT in phone.join(home.word, person, pin).text
    return phone


def test_who_came_by_a_new_name_is_marked_so_when_they_join_again(home: Home) -> None:
    """By the PIN that they chose, on a phone that left or on another: it may be ended still."""
    joined(home, "Olga", "6666").act("leave")
    wait_for(lambda: not home.call(home.room.state).present)
    again = joined(home, "Olga", "6666")
    wait_for(lambda: bool(home.call(home.room.state).present))
    (here,) = home.call(home.room.state).present
    assert here.is_first
    home.call(lambda: home.room.end_newcomer(here.key))
    assert "you can join again" in again.get("/seat").text


def test_who_chose_a_pin_and_had_to_wait_for_their_page_is_marked_once_they_have_it(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They had joined too often in a row."""
    phone = Phone(home.port)
    with monkeypatch.context() as often:
        olga = Who("seat", "Olga", "astra").key
        often.setattr(Rate, "allows", lambda _self, key, *_more: key != olga)
        page = phone.join(home.word, "Olga", "6666")
        assert page.status == 429
    joined(home, "Olga", "6666")
    wait_for(lambda: bool(home.call(home.room.state).present))
    assert home.call(home.room.state).present[0].is_first


def test_who_set_their_pin_at_the_laptop_is_no_newcomer_on_their_phone(home: Home) -> None:
    """The facilitator saw them there."""
    home.call(lambda: SeatPins(home.session, "astra").set("Olga", "4711"))
    joined(home, "Olga", "4711")
    wait_for(lambda: bool(home.call(home.room.state).present))
    assert not home.call(home.room.state).present[0].is_first


def test_whoever_came_long_ago_is_no_newcomer_when_they_join_again() -> None:
    """Nor is anybody whose PIN was reset since, or who chose it elsewhere."""
    came = datetime(2026, 1, 1, 9, tzinfo=UTC)
    ((_owner, name), text), *_none = came_first(7, came).items()
    kept = {name: text, "8": "damaged"}
    assert is_newcomer(kept, 7, came + NEW_FOR - timedelta(seconds=1))
    assert not is_newcomer(kept, 7, came + NEW_FOR)
    assert not any(is_newcomer(kept, began, came) for began in (0, 8, 9))
