"""Pages that are open: what changes reaches them, and what they send is done once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from tests.web.home import Home, at_home, at_home_again, wait_for
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


def test_what_changes_reaches_the_page_that_is_open(home: Home) -> None:
    """By the part that changed."""
    stream = joined(home, "Olga").listen()
    stream.wait_for("muted")
    home.call(lambda: home.session.submit(MoveOn(), FACILITATOR))
    told = stream.wait_for("parts", "Orders")
    assert "frame.where" in told.data


def test_a_page_that_slept_is_told_what_it_missed_and_no_more(home: Home) -> None:
    """It says how far it has read."""
    phone = joined(home, "Olga")
    first = phone.listen()
    first.wait_for("muted")
    phone.lose()
    home.call(lambda: home.session.submit(MoveOn(), FACILITATOR))
    told = phone.listen().wait_for("parts")
    assert "frame.where" in told.data
    phone.version = told.id
    phone.lose()
    again = phone.listen()
    again.wait_for("muted")
    assert [each.name for each in again.events if each.name == "parts"] == []


def test_an_act_that_is_sent_twice_is_done_once(home: Home) -> None:
    """A page that had no answer sends the same again."""
    phone = joined(home, "Olga")
    for _again in range(3):
        page = phone.act("send_message", "the-same-id-1", to=["borea"], text="Meet at noon")
        assert page.status == 200, page.text
    letters = home.call(lambda: len(home.session.play.letters))
    assert letters == 1


def test_the_same_id_is_answered_after_a_restart_too(harbour: PackReading, tmp_path: Path) -> None:
    """The entry keeps the id, and the file the token, the port and the word."""
    path = tmp_path / "b.wargame"
    with at_home(harbour, SETUP, path) as home:
        phone = joined(home, "Olga")
        assert phone.act("send_message", "the-same-id-1", to=["borea"], text="Noon").status == 200
        port, word = home.port, home.word
    with at_home_again(path) as home:
        assert (home.port, home.word) == (port, word)
        assert phone.get("/seat").status == 200  # the token is in force still
        assert phone.act("send_message", "the-same-id-1", to=["borea"], text="Noon").status == 200
        assert home.call(lambda: len(home.session.play.letters)) == 1


def test_somebody_else_s_id_is_no_answer_to_mine(home: Home) -> None:
    """Pages make their ids apart from each other."""
    olga, sami = joined(home, "Olga"), joined(home, "Sami")
    olga.act("send_message", "the-same-id-1", to=["borea"], text="From Astra")
    sami.act("send_message", "the-same-id-1", to=["astra"], text="From Borea")
    assert home.call(lambda: len(home.session.play.letters)) == 2


def test_the_same_person_on_a_second_device_takes_over(home: Home) -> None:
    """And the first one says so."""
    first = joined(home, "Olga")
    stream = first.listen()
    stream.wait_for("muted")
    joined(home, "Olga")
    assert "another device" in stream.wait_for("over").data["why"]
    assert "another device" in first.get("/seat").text
    assert first.act("send_message", to=["borea"], text="Late").status == 401


def test_what_was_typed_and_not_sent_comes_back_on_another_device(home: Home) -> None:
    """For whoever typed it, and for nobody beside them."""
    first = joined(home, "Olga")
    assert first.post("/unsent", {"message.text": "Half a sentence"}).status == 200
    wait_for(lambda: home.typed("Olga") == {"message.text": "Half a sentence"})
    other = Phone(home.port)
    assert "Half a sentence" in other.join(home.word, "Olga").text
    assert "Half a sentence" not in "".join(joined(home, "Piet").seen)


def test_closing_the_room_ends_every_page_at_once_and_loses_nothing(home: Home) -> None:
    """What was acknowledged is in the record."""
    phone = joined(home, "Olga")
    stream = phone.listen()
    stream.wait_for("muted")
    phone.act("send_message", to=["borea"], text="Kept")
    home.call(home.room.close)
    assert stream.is_over.wait(5)
    assert home.call(lambda: len(home.session.play.letters)) == 1
    with pytest.raises(ConnectionError):
        phone.get("/seat")


def test_whoever_is_moved_elsewhere_sees_their_old_seat_no_more(home: Home) -> None:
    """Not even what comes in the same moment."""
    phone = joined(home, "Olga")
    stream = phone.listen()
    stream.wait_for("muted")
    home.call(lambda: home.reception.seat_them("Olga", "borea"))
    stream.wait_for("over")
    sent = SendMessage(("astra",), "For Astra alone", False, "")
    home.call(lambda: home.session.submit(sent, FACILITATOR))
    assert "For Astra alone" not in "".join(phone.seen)


def test_the_room_s_screen_is_told_what_changes(home: Home) -> None:
    """By a stream of its own, at an address that begins as its link does."""
    screen = Phone(home.port)
    screen.base = "/screen"
    key = home.call(home.room.link_of_screen).rpartition("/")[2]
    assert screen.get(f"/screen/{key}").status == 200
    stream = screen.listen()
    stream.wait_for("muted")
    assert stream.status == 200
    home.call(lambda: home.session.submit(MoveOn(), FACILITATOR))
    assert stream.wait_for("parts", "Orders")


def test_a_class_behind_one_address_gets_in(home: Home) -> None:
    """Only wrong words are counted, and nobody types one who scans the code."""
    for _phone in range(20):
        assert Phone(home.port).get(f"/?w={home.word}").status == 200
    for _guess in range(8):
        assert Phone(home.port).form("/word", word="wrong word").status == 403
    assert Phone(home.port).form("/word", word="wrong word").status == 429
    assert Phone(home.port).get(f"/?w={home.word}").status == 429


def test_a_busy_desk_gives_way_to_the_pages_only_while_the_room_is_open(home: Home) -> None:
    """So that they are answered while it works, and it is left as it was afterwards."""
    open_room = sys.getswitchinterval()
    home.call(home.room.close)
    assert open_room < sys.getswitchinterval()
