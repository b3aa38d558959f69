"""Somebody is moved, and then moved again, muted or not they at all: no earlier page leads on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Seating
from tests.web.home import Home, at_home, wait_for
from tests.web.phone import Phone

SETUP = Setup(
    "Group C",
    "",
    3,
    seating=(
        Seating("astra", ("Olga",)),
        Seating("borea", ("Sami",)),
        Seating("caldis", ("Noor",)),
    ),
)
SEAT = 'data-part="frame.where"'


@pytest.fixture
def home(harbour: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour in a file, with its room open."""
    with at_home(harbour, SETUP, tmp_path / "a.wargame") as home:
        yield home


def move(home: Home, seat: str) -> None:
    """The facilitator seats Olga elsewhere."""
    home.call(lambda: home.reception.seat_them("Olga", seat))


def moved(home: Home) -> tuple[Phone, Phone]:
    """Olga's phone, which went along from one seat to the next, and one as it was before."""
    phone = Phone(home.port)
    assert SEAT in phone.join(home.word, "Olga", "4711").text
    move(home, "borea")
    wait_for(lambda: "has moved you" in phone.get("/seat").text)
    before = Phone(home.port)
    before.cookies.update(phone.cookies)
    before.get("/moved")
    assert SEAT in phone.form("/moved").text
    return phone, before


def test_a_page_that_went_along_leads_nowhere_else_afterwards(home: Home) -> None:
    """Its old token has served once."""
    _phone, before = moved(home)
    move(home, "caldis")
    assert SEAT not in before.form("/moved").text
    assert "has moved you" not in before.get("/moved").text


def test_whoever_was_not_they_is_led_to_no_seat_and_their_pin_opens_none(home: Home) -> None:
    """Neither where they were moved to, nor where they came in, nor where the name sits next."""
    phone, before = moved(home)
    home.call(lambda: SeatPins(home.session, "borea").reset("Olga"))
    wait_for(lambda: "reset your PIN" in phone.get("/seat").text)
    for seat in ("caldis", "astra"):
        move(home, seat)
        for each in (phone, before):
            assert SEAT not in each.form("/moved").text
        other = Phone(home.port)
        key = other.key_of(other.get(f"/?w={home.word}"), "Olga")
        assert "/first-pin" in other.get(f"/pin?who={key}").text


def test_a_pin_that_was_reset_goes_along_to_no_seat(home: Home) -> None:
    """Also where nobody's page was open as it was."""
    phone, before = moved(home)
    phone.act("leave")
    home.call(lambda: SeatPins(home.session, "borea").reset("Olga"))
    move(home, "caldis")
    assert SEAT not in before.form("/moved").text


def test_the_pin_of_another_of_that_name_stays_as_it_is(home: Home) -> None:
    """Two people may be called Sami."""
    sami = Phone(home.port)
    assert SEAT in sami.join(home.word, "Sami", "2222").text
    home.call(lambda: SeatPins(home.session, "astra").reset("Olga"))
    assert "Sami" in home.call(lambda: dict(SeatPins(home.session, "borea").hashes()))


def test_whoever_is_muted_stays_so_where_they_are_moved(home: Home) -> None:
    """Until the facilitator lets them act again."""
    phone = Phone(home.port)
    assert SEAT in phone.join(home.word, "Olga", "4711").text
    home.call(lambda: home.session.submit(Mute("Olga", "astra"), FACILITATOR))
    move(home, "borea")
    wait_for(lambda: "has moved you" in phone.get("/seat").text)
    assert SEAT in phone.form("/moved").text
    assert phone.act("send_message", to=["astra"], text="All the same").status == 409
    home.call(lambda: home.session.submit(Mute("Olga", "borea", is_muted=False), FACILITATOR))
    assert phone.act("send_message", to=["astra"], text="At last").status == 200


def test_who_came_by_a_name_that_nobody_had_is_marked_so_also_once_moved(home: Home) -> None:
    """The facilitator may have to tell who it was."""
    moved(home)
    wait_for(lambda: any(each.seat == "borea" for each in home.call(home.room.state).present))
    (there,) = (each for each in home.call(home.room.state).present if each.seat == "borea")
    assert there.is_first


def test_a_pin_is_changed_once_though_its_page_sends_it_twice(home: Home) -> None:
    """The answer was lost on the way; the second try is no wrong PIN."""
    phone = Phone(home.port)
    assert SEAT in phone.join(home.word, "Olga", "4711").text
    fields = {"own": "4711", "pin": "5522", "again": "5522"}
    sent = {"act": "set_pin", "id": "twice-the-same", "fields": fields}
    first, second = phone.post("/act", sent), phone.post("/act", sent)
    assert (first.status, first.data) == (200, {"said": "Your PIN is changed."})
    assert (second.status, second.data) == (first.status, first.data)


def test_half_a_character_of_a_broken_paste_stops_nothing(home: Home) -> None:
    """A sign stands for it, in what is sent and in what is kept; whole ones stay as they are."""
    phone = Phone(home.port)
    assert SEAT in phone.join(home.word, "Olga", "4711").text
    text = "Half \ud83d of one, and \U0001f600 whole"
    assert "\\ud83d" in json.dumps(text)
    assert phone.post("/unsent", {"message.text": text}).status == 200
    assert phone.act("send_message", to=["borea"], text=text).status == 200
    (letter,) = home.call(lambda: home.session.play.letters)
    assert letter.text == "Half \ufffd of one, and \U0001f600 whole"
