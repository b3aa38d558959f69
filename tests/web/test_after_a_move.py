"""Somebody is moved, and then moved again, muted or not they at all: no earlier page leads on."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.entry import Entry
from idlib_wargame.record.store import Store
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.online.who import Who
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


def _plain(page: str) -> str:
    """What somebody reads on it."""
    return html.unescape(page).replace("\u2068", "").replace("\u2069", "")


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


def test_whoever_is_moved_left_and_came_in_one_breath(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file has both or neither: a program that is killed leaves nobody without a seat."""
    written: list[list[str]] = []
    append = Store.append

    def appends(self: Store, entries: Sequence[Entry], secrets: Mapping[str, str]) -> None:
        written.append([each.kind for each in entries])
        append(self, entries, secrets)

    monkeypatch.setattr(Store, "append", appends)
    move(home, "borea")
    assert written == [["reseated", "reseated"]]


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


def reseat(home: Home, seat: str, *people: str) -> None:
    """The facilitator says who sits there."""
    home.call(lambda: home.session.submit(Reseat(seat, people, "person"), FACILITATOR))


def joined(home: Home, person: str, pin: str) -> Phone:
    """Somebody's phone, with their page open."""
    phone = Phone(home.port)
    assert SEAT in phone.join(home.word, person, pin).text
    return phone


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_page_leads_nowhere_once_its_person_came_in_elsewhere(
    home: Home, is_closed: bool
) -> None:
    """Also one that slept all along, and one whose person was moved while the room was closed."""
    asleep = joined(home, "Olga", "4711")
    if is_closed:
        port = home.port
        home.call(home.room.close)
        move(home, "borea")
        home.open(port)
    else:
        move(home, "borea")
    other = joined(home, "Olga", "4711")
    move(home, "caldis")
    assert SEAT not in asleep.form("/moved").text
    assert SEAT not in asleep.get("/seat").text
    assert SEAT not in asleep.form("/moved").text
    wait_for(lambda: "has moved you" in other.get("/seat").text)
    assert SEAT in other.form("/moved").text


def test_whoever_asks_at_the_door_and_is_let_in_ends_where_the_earlier_page_leads(
    home: Home,
) -> None:
    """The facilitator sees who stands there."""
    before = joined(home, "Olga", "4711")
    reseat(home, "astra")
    wait_for(lambda: "has taken you" in before.get("/seat").text)
    other = Phone(home.port)
    other.get(f"/?w={home.word}")
    other.form("/ask", name="Olga")
    wait_for(lambda: bool(home.call(home.room.state).asking))
    (asks,) = home.call(home.room.state).asking
    home.call(lambda: home.room.let_in(asks.key, "borea"))
    assert SEAT not in before.form("/moved").text
    assert "has moved you" not in before.get("/moved").text


def test_whoever_was_added_at_the_new_seat_first_is_told_to_join_there(home: Home) -> None:
    """Somebody of that name sat there already; their PIN opens it, and they stay muted."""
    phone = joined(home, "Olga", "4711")
    home.call(lambda: home.session.submit(Mute("Olga", "astra"), FACILITATOR))
    reseat(home, "borea", "Sami", "Olga")
    reseat(home, "astra")
    wait_for(lambda: "Olga sits at Borea" in _plain(phone.get("/seat").text))
    assert SEAT not in phone.form("/moved").text
    again = joined(home, "Olga", "4711")
    assert again.act("send_message", to=["astra"], text="All the same").status == 409


def test_whoever_was_taken_off_by_a_slip_and_put_back_is_led_back(home: Home) -> None:
    """Whether their page has seen it meanwhile or not."""
    phone = joined(home, "Olga", "4711")
    phone.post("/unsent", {"message.text": "Half a sentence"})
    for has_seen in (True, False):
        reseat(home, "astra")
        if has_seen:
            wait_for(lambda: "has taken you from" in phone.get("/seat").text)
        reseat(home, "astra", "Olga")
        assert "You sit at Astra again" in _plain(phone.get("/seat").text)
        page = phone.form("/moved")
        assert SEAT in page.text
        assert "Half a sentence" in page.text


def test_whoever_is_spelt_otherwise_now_is_told_who_sits_there(home: Home) -> None:
    """And is not led there by itself: it may be somebody else."""
    phone = joined(home, "Olga", "4711")
    reseat(home, "astra", "Olha")
    wait_for(lambda: "Olha sits at Astra now" in _plain(phone.get("/seat").text))
    assert SEAT not in phone.form("/moved").text


def test_a_page_never_leads_to_the_seat_of_a_namesake(harbour: PackReading) -> None:
    """Who has not come yet, and from whom it would take the page away."""
    setup = Setup("", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Olga",))))
    with at_home(harbour, setup) as home:
        phone = Phone(home.port)
        astra = Who("seat", "Olga", "astra").key
        phone.get(f"/?w={home.word}")
        assert SEAT in phone.form("/first-pin", who=astra, pin="4711", again="4711").text
        reseat(home, "astra")
        wait_for(lambda: "If that is you" in _plain(phone.get("/seat").text))
        assert SEAT not in phone.form("/moved").text
        move(home, "caldis")  # of two, nobody is thrown out of their seat
        assert home.call(lambda: home.session.play.setup.of("borea").people) == ("Olga",)


def test_a_third_of_one_name_is_let_in_beside_the_others(harbour: PackReading) -> None:
    """Whose pages go on, and who chooses a PIN of their own."""
    setup = Setup("", "", 3, seating=(Seating("astra", ("Sami",)), Seating("borea", ("Sami",))))
    with at_home(harbour, setup) as home:
        pages = {}
        for seat in ("astra", "borea"):
            pages[seat] = Phone(home.port)
            pages[seat].get(f"/?w={home.word}")
            key = Who("seat", "Sami", seat).key
            assert SEAT in pages[seat].form("/first-pin", who=key, pin="1111", again="1111").text
        third = Phone(home.port)
        third.get(f"/?w={home.word}")
        third.form("/ask", name="Sami")
        wait_for(lambda: bool(home.call(home.room.state).asking))
        (asks,) = home.call(home.room.state).asking
        home.call(lambda: home.room.let_in(asks.key, "caldis"))
        wait_for(lambda: 'action="/first-pin"' in third.get("/waiting").text)
        assert all(SEAT in each.get("/seat").text for each in pages.values())


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
