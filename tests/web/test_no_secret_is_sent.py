"""Every byte that a page is sent is searched for words that its reader may not read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import ROOM_VIEW, Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.web.areas.registry import acts
from tests.secret_bargains import (
    PEOPLE,
    WORDS,
    bargained_in_secret,
    for_the_room,
    kept_from,
    read_by,
)
from tests.web.home import Home
from tests.web.phone import Phone

BY_SEAT = {"astra": "SECRET-ANA", "borea": "SECRET-CARLA", "caldis": "SECRET-DORA"}
OF_THE_LAPTOP = {"SECRET-LETTER-HALF-WRITTEN"}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """The exercise in which everybody has secrets, with its room open; nobody has a PIN."""
    home = Home(lambda: bargained_in_secret(tmp_path))

    def without_pins(session: Session) -> None:
        for seat in PEOPLE:
            pins = SeatPins(session, seat)
            for each in pins.people():
                pins.reset(each.name)

    home.call(lambda: without_pins(home.session))
    home.open()
    yield home
    home.close()


def found_in(said: str) -> set[str]:
    """The words that stand there by themselves, and not as the beginning of another."""
    found = set()
    for word in sorted(WORDS, key=len, reverse=True):
        if word in said:
            found.add(word)
            said = said.replace(word, "")
    return found


def all_that_is_sent(home: Home, phone: Phone) -> str:
    """The page, its stream while things happen, and answers to acts that are refused."""
    phone.seen.clear()  # who there is, everybody reads who has the room word
    assert phone.get(phone.base).status == 200
    stream = phone.listen("0.0")
    stream.wait_for("parts")
    keys = home.call(lambda: list(home.session.play.ledger.cases))
    for act in acts():
        for key in keys:
            tried = {"case": key, "reads": "x", "term": "9", "key": key, "move": "silent_nets"}
            phone.act(act, **tried, text="", place="1", choice="", to=["astra"], do="")
    phone.act("no_such_act")
    phone.ask("GET", f"{phone.base}/nothing")
    home.call(lambda: home.session.submit(Tell((), "Control", "To all"), FACILITATOR))
    stream.wait_for("parts", "To all") if phone.base == "/seat" else None
    phone.lose()
    return "\n".join(phone.seen)


@pytest.mark.parametrize("seat", PEOPLE)
def test_a_seat_is_sent_no_secret_of_others(home: Home, seat: str) -> None:
    """In no body, header, event, error or file name; and what it may read it is sent.

    Only a message that is half written on the laptop is nowhere but there.
    """
    phone = Phone(home.port)
    phone.join(home.word, BY_SEAT[seat])
    found = found_in(all_that_is_sent(home, phone))
    assert found & kept_from(seat) == set()
    assert read_by(seat) - found == read_by(seat) & OF_THE_LAPTOP


def test_the_rooms_screen_is_sent_what_everybody_may_read(home: Home) -> None:
    """In every scene."""
    phone = Phone(home.port)
    phone.base = "/screen"
    link = home.call(home.room.link_of_screen)
    assert phone.get(link.partition(str(home.port))[2]).status == 200
    said = [all_that_is_sent(home, phone)]
    for scene in Scene:
        home.call(partial(home.room.show, Showing(scene)))
        said.append(phone.get("/screen").text)
    found = found_in("\n".join(said))
    assert found - for_the_room() == set()
    assert "SECRET-PUBLISHED" in found


@pytest.mark.parametrize("sees", [ROOM_VIEW, "borea"])
def test_an_observer_is_sent_what_they_may_see(home: Home, sees: str) -> None:
    """The room's view, or one seat's, and of that nothing which the seat has given to nobody."""
    name = f"Ida of {sees}"
    home.call(lambda: home.session.submit(SeatObserver(Observer(name, sees=sees)), FACILITATOR))
    phone = Phone(home.port)
    phone.base = "/watch"
    link = home.call(lambda: home.room.link_of_observer(name))
    assert phone.form(link.partition(str(home.port))[2]).status == 200
    found = found_in(all_that_is_sent(home, phone))
    may = for_the_room() if sees == ROOM_VIEW else set(WORDS) - kept_from(sees)
    assert found - may == set()


def test_a_stranger_with_the_room_word_is_sent_names_alone(home: Home) -> None:
    """Who there is, and at which seat."""
    phone = Phone(home.port)
    names = phone.get(f"/?w={home.word}")
    for name in BY_SEAT.values():
        phone.get(f"/pin?who={phone.key_of(names, name)}")
    assert found_in("\n".join(phone.seen)) == set(BY_SEAT.values())


def test_nothing_of_a_file_is_served(home: Home) -> None:
    """Neither by its name nor by the way to it."""
    path = home.session.path
    assert path is not None
    phone = Phone(home.port)
    phone.join(home.word, BY_SEAT["astra"])
    for asked in (path.name, str(path), f"static/{path.name}", f"static/..{path}"):
        assert phone.ask("GET", f"/{Path(asked).as_posix().lstrip('/')}").status == 404
