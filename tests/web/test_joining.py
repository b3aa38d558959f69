"""Somebody joins from a phone: the room word, their name, their PIN, their seat."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.online.room_server import AsksIn
from tests.web.home import Home, at_home, wait_for
from tests.web.phone import Phone

SEATING = (
    Seating("astra", ("Olga", "Piet")),
    Seating("borea", ("Sami",)),
)


@pytest.fixture
def home(harbour: PackReading) -> Iterator[Home]:
    """The harbour with its room open."""
    setup = Setup("Group B", "", 3, seating=SEATING)
    with at_home(harbour, setup) as home:
        yield home


def test_a_stranger_without_the_room_word_learns_nothing(home: Home) -> None:
    """No page, no error and no stream names the exercise or anybody in it."""
    phone = Phone(home.port)
    for path in ("/", "/join", "/pin?who=0123456789abcdef", "/seat", "/screen", "/watch"):
        page = phone.get(path)
        assert page.status == 200, path
        for told in ("Olga", "Piet", "Sami", "Group B", "Astra", "Grey Bank"):
            assert told not in page.text
    assert phone.ask("GET", "/seat/events").status == 401


def test_with_the_code_a_name_and_a_first_pin_somebody_is_at_their_seat(home: Home) -> None:
    """Scanned, picked, set: the seat."""
    phone = Phone(home.port)
    page = phone.join(home.word, "Olga")
    assert page.status == 200
    assert 'data-part="frame.where"' in page.text
    assert home.session.scenario.seat_by_id["astra"].name in page.text


def test_a_wrong_pin_opens_nothing_and_the_right_one_does(home: Home) -> None:
    """Another device is asked for the PIN that was set."""
    Phone(home.port).join(home.word, "Olga", "4711")
    other = Phone(home.port)
    page = other.join(home.word, "Olga", "9999")
    assert "That is not your PIN." in page.text
    assert "seat" not in other.cookies
    assert 'data-part="frame.where"' in other.join(home.word, "Olga", "4711").text


def test_somebody_changes_their_pin_on_their_page(home: Home) -> None:
    """With the one that they have; it goes into no entry and to nobody."""
    phone = Phone(home.port)
    phone.join(home.word, "Olga", "4711")
    assert phone.act("set_pin", own="0000", pin="5522", again="5522").status == 409
    assert phone.act("set_pin", own="4711", pin="5522", again="5523").status == 409
    assert phone.act("set_pin", own="4711", pin="5522", again="5522").status == 200
    assert 'data-part="frame.where"' in Phone(home.port).join(home.word, "Olga", "5522").text
    assert "5522" not in "".join(entry.body.text for entry in home.session.entries)


def test_whoever_leaves_on_a_device_is_gone_from_it(home: Home) -> None:
    """The PIN opens the seat again."""
    phone = Phone(home.port)
    phone.join(home.word, "Olga", "4711")
    assert "You have left" in phone.act("leave").data["over"]
    assert "You have left" in phone.get("/seat").text
    assert phone.act("send_message", to=["borea"], text="Gone").status == 401
    assert 'data-part="frame.where"' in phone.join(home.word, "Olga", "4711").text


def test_a_name_that_is_not_on_the_list_is_let_in_by_the_facilitator(home: Home) -> None:
    """They wait, the facilitator says where they sit, and they choose a PIN."""
    phone = Phone(home.port)
    phone.get(f"/?w={home.word}")
    assert "has been asked" in phone.form("/ask", name="Latecomer").text
    asks = _asking(home)
    assert (asks.name, asks.seat, asks.on) == ("Latecomer", "", "iPhone, Safari")
    home.call(lambda: home.room.let_in(asks.key, "borea"))
    page = phone.get("/waiting")
    assert 'action="/first-pin"' in page.text
    key = re.findall(r'name="who" value="([0-9a-f]{16})"', page.text)[0]
    assert "Borea" in phone.form("/first-pin", who=key, pin="4711", again="4711").text


def test_a_second_person_on_the_list_joins_by_themselves(home: Home) -> None:
    """Whoever has set a PIN beside them; a name that has one is nobody else's."""
    Phone(home.port).join(home.word, "Olga", "4711")
    assert 'data-part="frame.where"' in Phone(home.port).join(home.word, "Piet", "1111").text
    late = Phone(home.port)
    key = late.key_of(late.get(f"/?w={home.word}"), "Piet")
    assert 'action="/pin"' in late.form("/first-pin", who=key, pin="2222", again="2222").text
    assert "seat" not in late.cookies


def test_whoever_is_turned_away_is_told_so(home: Home) -> None:
    """And may go and speak to somebody."""
    phone = Phone(home.port)
    phone.get(f"/?w={home.word}")
    phone.form("/ask", name="Nobody")
    key = _asking(home).key
    home.call(lambda: home.room.turn_away(key))
    wait_for(lambda: "has not let you in" in phone.get("/waiting").text)


def _asking(home: Home) -> AsksIn:
    wait_for(lambda: bool(home.call(home.room.state).asking))
    return home.call(home.room.state).asking[0]
