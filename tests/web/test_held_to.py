"""What one person may do costs nobody else: their text, their requests, the end of their page."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.ended import EndPerson
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Observer, Seating
from idlib_wargame.web.fields import Amiss, Fields
from tests.web.home import LOCAL, Home, at_home, at_home_again, wait_for
from tests.web.phone import Phone

SETUP = Setup(
    "Group B", "", 3, seating=(Seating("astra", ("Olga", "Piet")), Seating("borea", ("Sami",)))
)


@pytest.fixture
def home(harbour: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour in a file, with its room open."""
    with at_home(harbour, SETUP, tmp_path / "a.wargame") as home:
        yield home


def joined(home: Home, person: str) -> Phone:
    """Somebody's phone with their page open."""
    phone = Phone(home.port)
    assert phone.join(home.word, person).status == 200
    return phone


def test_a_text_that_is_too_long_costs_its_author_alone(home: Home) -> None:
    """Counted as the file counts it; names that the file has for itself do no harm either."""
    olga, sami = joined(home, "Olga"), joined(home, "Sami")
    assert olga.post("/unsent", {"a": "ж" * 15_001, "": "x"}).data == {"left": ["", "a"]}
    assert olga.post("/unsent", {"seed": "x", "pin.astra": "y"}).status == 200
    assert sami.post("/unsent", {"message.text": "Careful words"}).status == 200
    wait_for(lambda: "Careful words" in home.typed("Sami").values())
    sami.post("/unsent", {"message.text": "Careful words, and more"})
    home.call(home.room.close)
    assert "Careful words, and more" in home.typed("Sami").values()


def test_many_names_in_one_request_are_refused(home: Home) -> None:
    """Empty ones too, which would hold the desk up."""
    olga = joined(home, "Olga")
    assert olga.post("/unsent", {f"n{number}": "" for number in range(1000)}).status == 400


def test_what_arrives_after_a_page_was_ended_is_not_done(home: Home) -> None:
    """Its request began before, and takes its time."""
    olga = joined(home, "Olga")
    body = json.dumps(
        {"act": "send_message", "id": "12345678", "fields": {"to": ["borea"], "text": "Late"}}
    ).encode()
    head = (
        f"POST /seat/act HTTP/1.1\r\nhost: {olga.host}\r\norigin: http://{olga.host}\r\n"
        f"cookie: seat={olga.cookies['seat']}\r\nx-csrf: {olga.csrf}\r\n"
        f"content-length: {len(body)}\r\nconnection: close\r\n\r\n"
    )
    with socket.create_connection((LOCAL, home.port), 10) as connection:
        connection.sendall(head.encode())
        time.sleep(0.3)
        home.call(lambda: home.session.submit(EndPerson("Olga", "astra"), FACILITATOR))
        wait_for(lambda: olga.ask("GET", "/seat").status in (200, 303) and not held(olga))
        connection.sendall(body)
        assert connection.recv(4096).startswith(b"HTTP/1.1 401")
    assert home.call(lambda: len(home.session.play.letters)) == 0


def held(phone: Phone) -> bool:
    """Whether the token opens a seat still."""
    return 'data-part="frame.where"' in phone.ask("GET", "/seat").text


def test_whoever_was_ended_stays_so_when_the_program_ends_right_then(
    harbour: PackReading, tmp_path: Path
) -> None:
    """The entry alone is enough."""
    path = tmp_path / "b.wargame"
    with at_home(harbour, SETUP, path) as home:
        olga = joined(home, "Olga")
        home.call(home.room.close)  # nobody hears of it
        home.call(lambda: home.session.submit(EndPerson("Olga", "astra"), FACILITATOR))
    with at_home_again(path):
        assert "has ended your page" in olga.get("/seat").text
        assert olga.act("send_message", to=["borea"], text="Late").status == 401


def test_whoever_only_looks_at_an_observer_s_link_opens_nothing(home: Home) -> None:
    """As programs do that show what a link leads to."""
    home.call(lambda: home.session.submit(SeatObserver(Observer("Ida")), FACILITATOR))
    link = home.call(lambda: home.room.link_of_observer("Ida")).partition(str(home.port))[2]
    entries = len(home.session.entries)
    looks = Phone(home.port)
    for method in ("GET", "HEAD", "GET"):
        assert looks.ask(method, link).status == 200
    assert len(home.session.entries) == entries
    assert "watch" not in looks.cookies
    assert looks.form(link).status == 200
    assert "watch" in looks.cookies


def test_whoever_comes_by_a_name_that_was_another_s_reads_nothing_of_theirs(home: Home) -> None:
    """The PIN is their first."""
    piet = joined(home, "Piet")
    piet.post("/unsent", {"note.new": "PIET'S HALF TEXT"})
    wait_for(lambda: home.typed("Piet") == {"note.new": "PIET'S HALF TEXT"})
    home.call(lambda: SeatPins(home.session, "astra").reset("Piet"))
    assert "HALF TEXT" not in joined(home, "Piet").get("/seat").text


@pytest.mark.parametrize("number", ["--1", "1_0", "", "-", "٣", "1e3", " 1", "9" * 12])
def test_a_number_is_a_number(number: str) -> None:
    """And nothing else is."""
    with pytest.raises(Amiss):
        Fields({"term": number}).whole("term", -5, 10**12)


def test_an_id_that_no_page_makes_is_refused(home: Home) -> None:
    """Half a character is none."""
    olga = joined(home, "Olga")
    for page_id in ("\ud800" * 8, "a\x00bcdefgh", "ж" * 10):
        assert olga.act("read_brief", page_id).status == 400
