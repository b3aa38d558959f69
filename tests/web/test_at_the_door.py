"""Who comes, who waits, who is moved or muted, and by which name: what the door does with them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Observer, Seating
from idlib_wargame.views.online.standing import muted_words
from idlib_wargame.views.online.who import Who
from idlib_wargame.web import site
from idlib_wargame.web.areas.registry import acts
from idlib_wargame.web.observer_page import observer_acts
from tests.web.home import Home, at_home, wait_for
from tests.web.phone import Page, Phone

SETUP = Setup(
    "Group B", "", 3, seating=(Seating("astra", ("Olga", "Piet")), Seating("borea", ("Sami",)))
)
SEAT = 'data-part="frame.where"'


@pytest.fixture
def home(harbour: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour in a file, with its room open."""
    with at_home(harbour, SETUP, tmp_path / "a.wargame") as home:
        yield home


def joined(home: Home, person: str, pin: str = "1234") -> Phone:
    """Somebody's phone with their page open."""
    phone = Phone(home.port)
    assert SEAT in phone.join(home.word, person, pin).text
    return phone


def tries(phone: Phone, key: str, pin: str) -> Page:
    """What a page is told that tries a PIN and stays as it is."""
    sent = {
        "accept": "application/json",
        "content-type": "application/x-www-form-urlencoded",
        "origin": f"http://{phone.host}",
    }
    return phone.ask("POST", "/pin", f"who={key}&pin={pin}", sent)


def at_the_pin(home: Home, person: str) -> tuple[Phone, str]:
    """Another phone of somebody, with the page that asks for their PIN; and their key."""
    phone = Phone(home.port)
    return phone, phone.key_of(phone.get(f"/?w={home.word}"), person)


def test_after_wrong_pins_the_page_knows_how_long_and_hears_when_the_wait_is_lifted(
    home: Home,
) -> None:
    """The try that was made stays in its field; the right one opens the page."""
    joined(home, "Olga", "4711")
    phone, key = at_the_pin(home, "Olga")
    told = [tries(phone, key, pin).data for pin in ("0000", "1111", "2222")]
    assert [each["amiss"] for each in told] == ["That is not your PIN."] * 3
    assert told[-1]["wait"] > 0
    assert "looked at" in tries(phone, key, "4711").data["amiss"]
    asked = f"/pin/wait?who={key}"
    assert phone.get(asked).data["wait"] > 0
    assert 'role="timer"' in phone.get(f"/pin?who={key}").text
    home.call(lambda: home.room.lift_wait("Olga", "astra"))
    assert phone.get(asked).data == {"wait": 0}
    assert tries(phone, key, "4711").data == {"to": "/seat"}
    assert SEAT in phone.get("/seat").text
    assert Phone(home.port).ask("GET", asked).status == 404


def test_the_desk_shows_no_longer_that_somebody_waits_once_they_do_not(home: Home) -> None:
    """Nobody has to do anything for that."""
    joined(home, "Olga", "4711")
    phone, key = at_the_pin(home, "Olga")
    for pin in ("0000", "1111", "2222"):
        tries(phone, key, pin)
    wait_for(lambda: bool(home.call(home.room.state).held_up))
    wait_for(lambda: not home.call(home.room.state).held_up)


def kept_by_the_room(home: Home) -> list[dict[str, str]]:
    """What the room keeps of tokens, of refusals and of itself."""
    owners = ("web.token", "web.refused", "web.room")
    return home.call(lambda: [dict(home.session.kept(owner)) for owner in owners])


@pytest.mark.parametrize("act", sorted([*acts(), "set_pin"]))
def test_whoever_is_muted_changes_nothing_by_any_act(home: Home, act: str) -> None:
    """Neither the record nor what the room keeps; each is told why in plain words."""
    olga = joined(home, "Olga", "4711")
    home.call(lambda: home.session.submit(Mute("Olga", "astra"), FACILITATOR))
    entries = len(home.session.entries)
    kept = kept_by_the_room(home)
    fields = {"own": "4711", "pin": "5522", "again": "5522"} if act == "set_pin" else {}
    page = olga.act(act, **fields)
    assert (page.status, page.data["refused"]) == (409, [muted_words()])
    assert len(home.session.entries) == entries
    assert kept_by_the_room(home) == kept


def test_whoever_is_muted_reads_on_keeps_what_they_type_and_may_leave(home: Home) -> None:
    """Their page says what it means; once they may act again, they do."""
    olga = joined(home, "Olga", "4711")
    home.call(lambda: home.session.submit(Mute("Olga", "astra"), FACILITATOR))
    page = olga.get("/seat").text
    assert SEAT in page
    assert muted_words() in html.unescape(page)
    assert olga.post("/unsent", {"message.text": "For later"}).status == 200
    assert "For later" in html.unescape(olga.get("/seat").text)
    assert SEAT in joined(home, "Olga", "4711").get("/seat").text
    olga = joined(home, "Olga", "4711")
    assert "You have left" in olga.act("leave").data["over"]
    olga = joined(home, "Olga", "4711")
    home.call(lambda: home.session.submit(Mute("Olga", "astra", False), FACILITATOR))
    assert olga.act("send_message", to=["borea"], text="Now").status == 200


@pytest.mark.parametrize("act", sorted(observer_acts()))
def test_an_observer_who_is_muted_changes_nothing_either(home: Home, act: str) -> None:
    """And their page says so."""
    home.call(lambda: home.session.submit(SeatObserver(Observer("Ida")), FACILITATOR))
    link = home.call(lambda: home.room.link_of_observer("Ida")).partition(str(home.port))[2]
    ida = Phone(home.port)
    ida.base = "/watch"
    ida.form(link)
    home.call(lambda: home.session.submit(Mute("Ida", ""), FACILITATOR))
    entries = len(home.session.entries)
    assert ida.act(act, number=0, text="A note").data["refused"] == [muted_words()]
    assert len(home.session.entries) == entries
    assert muted_words() in html.unescape(ida.get("/watch").text)


def test_a_pin_that_the_facilitator_resets_ends_the_pages_it_opened(home: Home) -> None:
    """They say why and lead to joining, where the next one is chosen."""
    olga, piet = joined(home, "Olga", "4711"), joined(home, "Piet", "1111")
    stream = olga.listen()
    stream.wait_for("muted")
    home.call(lambda: SeatPins(home.session, "astra").reset("Olga"))
    assert "reset your PIN" in stream.wait_for("over").data["why"]
    assert "reset your PIN" in olga.get("/seat").text
    assert olga.act("read_brief").status == 401
    assert SEAT in piet.get("/seat").text
    assert SEAT in olga.join(home.word, "Olga", "9999").text
    assert SEAT in olga.get("/seat").text


def test_a_page_whose_pin_was_reset_with_the_room_closed_is_over_too(home: Home) -> None:
    """The record alone says so."""
    olga = joined(home, "Olga", "4711")
    home.call(home.room.close)
    home.call(lambda: SeatPins(home.session, "astra").reset("Olga"))
    home.open()
    assert "reset your PIN" in olga.get("/seat").text


def move(home: Home, person: str, seat: str) -> None:
    """The facilitator seats somebody elsewhere."""
    home.call(lambda: home.reception.seat_them(person, seat))


def test_whoever_is_moved_is_led_to_their_new_seat_and_keeps_their_pin(home: Home) -> None:
    """One press; nothing of the old seat is readable there."""
    olga = joined(home, "Olga", "4711")
    olga.post("/unsent", {"message.text": "HALF TEXT OF ASTRA"})
    stream = olga.listen()
    stream.wait_for("muted")
    move(home, "Olga", "borea")
    assert stream.wait_for("over").data["to"] == "/moved"
    assert olga.act("read_brief").data["to"] == "/moved"
    page = olga.get("/seat")
    assert "The facilitator has moved you to Borea." in html.unescape(page.text)
    page = olga.form("/moved")
    assert SEAT in page.text
    assert "Borea" in page.text
    assert "HALF TEXT" not in page.text
    assert olga.act("send_message", to=["astra"], text="From Borea").status == 200
    letters = home.call(lambda: home.session.play.letters)
    assert [each.sender for each in letters] == ["borea"]
    assert SEAT in joined(home, "Olga", "4711").get("/seat").text


def test_whoever_sits_nowhere_yet_is_told_so_and_led_on_once_they_do(home: Home) -> None:
    """The facilitator takes a name from one seat before it stands at another."""
    olga = joined(home, "Olga")
    home.call(lambda: home.session.submit(Reseat("astra", ("Piet",), "person"), FACILITATOR))
    page = olga.get("/seat")
    assert "has taken you from" in page.text
    assert page.headers["refresh"]
    home.call(lambda: home.session.submit(Reseat("borea", ("Sami", "olga"), "person"), FACILITATOR))
    assert "has moved you to" in olga.get("/moved").text
    assert SEAT in olga.form("/moved").text


def test_a_name_that_somebody_else_has_at_the_other_seat_opens_by_their_pin_alone(
    home: Home,
) -> None:
    """Two people may be called Olga: the token of one is no key to what the other reads."""
    home.call(lambda: home.session.submit(Reseat("borea", ("Sami", "Olga"), "person"), FACILITATOR))
    other = Phone(home.port)
    names = other.get(f"/?w={home.word}")
    keys = re.findall(r'value="([0-9a-f]{16})"', names.text)
    borea = home.call(lambda: Who("seat", "Olga", "borea").key)
    assert borea in keys
    other.form("/first-pin", who=borea, pin="7777", again="7777")
    olga = joined(home, "Olga", "4711")
    home.call(lambda: home.session.submit(Reseat("astra", ("Piet",), "person"), FACILITATOR))
    wait_for(lambda: f"/pin?who={borea}" in html.unescape(olga.get("/moved").text))
    assert SEAT not in olga.form("/moved").text
    assert SEAT in other.get("/seat").text


def test_only_whoever_was_moved_is_led_anywhere(home: Home) -> None:
    """Neither a stranger, nor whoever's page the facilitator ended."""
    assert "Room word" in Phone(home.port).get("/moved").text
    olga = joined(home, "Olga")
    wait_for(lambda: bool(home.call(home.room.state).present))
    key = home.call(home.room.state).present[0].key
    home.call(lambda: home.room.end(key))
    wait_for(lambda: "has ended your page" in olga.get("/seat").text)
    move(home, "Olga", "borea")
    assert "has moved you" not in olga.get("/moved").text


def test_whoever_asks_to_be_let_in_once_all_is_over_is_told_so(home: Home) -> None:
    """And so is who waited; whoever is on the list may still come and read."""
    waits, late = Phone(home.port), Phone(home.port)
    waits.get(f"/?w={home.word}")
    assert "has been asked" in waits.form("/ask", name="Waits").text
    home.call(lambda: home.session.submit(Finish(), FACILITATOR))
    assert "The exercise is over" in waits.get("/waiting").text
    late.get(f"/?w={home.word}")
    assert "The exercise is over" in late.form("/ask", name="Late").text
    wait_for(lambda: not home.call(home.room.state).asking)
    assert SEAT in joined(home, "Olga").get("/seat").text


def test_long_messages_in_a_row_are_slowed_by_what_they_hold(
    harbour: PackReading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One calm sentence; nobody beside them hears of it, and joining anew does not help."""
    monkeypatch.setattr(site, "_BYTES_A_SECOND", 1)  # however slow the machine that tries it
    with at_home(harbour, SETUP, tmp_path / "a.wargame") as home:
        olga, sami = joined(home, "Olga"), joined(home, "Sami")
        text = "x" * 10_000
        pages = [olga.act("send_message", to=["borea"], text=text) for _each in range(20)]
        assert [page.status for page in pages[:10]] == [200] * 10
        assert pages[-1].status == 429
        (said,) = pages[-1].data["refused"]
        assert said.startswith("That was a lot at once")
        assert joined(home, "Olga").act("send_message", to=["borea"], text=text).status == 429
        assert sami.act("send_message", to=["astra"], text="Short").status == 200
        assert olga.post("/unsent", {"message.text": text}).status == 401  # joined anew above


SPELLINGS = (
    ("Olga", "OLGA"),
    ("Jos\u00e9", "Jose\u0301"),
    ("Anna  Maria", "Anna Maria"),
    ("Ｏｌｇａ", "Olga"),
    ("O'Neil", "O’Neil"),
    ("Jean-Luc", "Jean‑Luc"),
)


@pytest.mark.parametrize(("one", "two"), SPELLINGS)
def test_a_name_in_two_spellings_is_one_person_wherever_it_is_read(
    harbour: PackReading, one: str, two: str
) -> None:
    """On the list, at their PIN, in what is kept for them, and on the desk."""
    setup = replace(SETUP, seating=(Seating("astra", (one, two, "Piet")), SETUP.seating[1]))
    with at_home(harbour, setup) as home:
        assert len(home.call(lambda: home.session.play.setup.of("astra").people)) == 2
        listed = [each.who for each in home.reception.invited() if each.who.seat == "astra"]
        assert len({each.key for each in listed}) == len(listed) == 2
        phone = joined(home, listed[0].person, "4711")
        phone.post("/unsent", {"note.new": "Kept"})
        other = Phone(home.port)
        other.get(f"/?w={home.word}")
        page = other.form("/ask", name=two)  # typed otherwise, they are on the list all the same
        assert 'action="/pin"' in page.text
        key = re.findall(r'name="who" value="([0-9a-f]{16})"', page.text)[0]
        page = other.form("/pin", who=key, pin="4711")
        assert SEAT in page.text
        assert "Kept" in page.text
        wait_for(lambda: len(home.call(home.room.state).present) == 1)


def test_a_name_that_nobody_had_taken_is_told_on_the_desk_and_ended_by_one_press(
    home: Home,
) -> None:
    """With the device and its address; the PIN that was chosen goes too."""
    guest = joined(home, "Olga", "6666")
    wait_for(lambda: bool(home.call(home.room.state).present))
    (here,) = home.call(home.room.state).present
    assert (here.person, here.is_first, here.address) == ("Olga", True, "127.0.0.1")
    home.call(lambda: home.room.end_newcomer(here.key))
    ended = html.unescape(guest.get("/seat").text)
    assert "The facilitator has ended this page. If the name is yours, you can join again." in ended
    assert "Choose a new PIN" not in ended
    assert SEAT in joined(home, "Olga", "4711").get("/seat").text
    back = Phone(home.port)
    back.join(home.word, "Olga", "6666")
    assert "seat" not in back.cookies
    wait_for(lambda: any(each.is_first for each in home.call(home.room.state).present))


def test_a_session_that_is_closed_before_its_room_closes_the_room_first(
    harbour: PackReading, tmp_path: Path
) -> None:
    """What was typed is in the file, and nothing is done in memory alone afterwards."""
    path = tmp_path / "c.wargame"
    with at_home(harbour, SETUP, path) as home:
        olga = joined(home, "Olga")
        olga.post("/unsent", {"message.text": "Half a sentence"})
        home.call(home.session.close)
        assert not home.call(home.room.state).is_open
        assert home.typed("Olga") == {"message.text": "Half a sentence"}
        with pytest.raises(ConnectionError):
            olga.act("send_message", to=["borea"], text="Late")


def fail() -> None:
    """End the thread on which this is done."""
    raise SystemExit("a fault that nobody foresaw")


def test_a_server_that_stops_by_itself_is_told_on_the_desk_and_opened_again(
    home: Home, our_faults: list[str]
) -> None:
    """With what to do; pages come back by themselves."""
    olga = joined(home, "Olga")
    running = home.room.running
    assert running is not None
    running.do(fail)
    wait_for(lambda: bool(home.call(home.room.state).fault))
    state = home.call(home.room.state)
    assert not state.is_open
    assert "Open it to the room again" in state.fault
    assert [each.partition("\n")[0] for each in our_faults] == ["The room's server has stopped"]
    our_faults.clear()
    home.open()
    assert not home.call(home.room.state).fault
    assert SEAT in olga.get("/seat").text


def test_whoever_is_sent_a_page_that_could_not_be_made_reads_what_to_do(
    home: Home, our_faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no part of why; that is in the log."""
    phone = Phone(home.port)
    assert phone.join(home.word, "Olga").status == 200

    def fails(_token: str) -> str:
        raise RuntimeError("a secret of the seat")

    with monkeypatch.context() as broken:
        broken.setattr(site, "csrf_of", fails)
        page = phone.ask("GET", "/seat", None, {"accept": "text/html"})
    assert page.status == 500
    assert "Something went wrong inside the program" in page.text
    assert "secret" not in page.text
    assert len(our_faults) == 1
    our_faults.clear()
    assert phone.get("/seat").status == 200
