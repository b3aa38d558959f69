"""A PIN is looked at for a while: what becomes of it meanwhile counts, and a try is sent once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import Response

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session import pins
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seat_pins import SeatPins
from idlib_wargame.session.seating import Seating
from idlib_wargame.web import changing_pin, pin_pages
from idlib_wargame.web.opening import Opening
from tests.web.home import Home, at_home, wait_for
from tests.web.phone import Phone

SETUP = Setup("Group C", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))
SEAT = 'data-part="frame.where"'


@pytest.fixture
def home(harbour: PackReading, tmp_path: Path) -> Iterator[Home]:
    """The harbour in a file, with its room open."""
    with at_home(harbour, SETUP, tmp_path / "a.wargame") as home:
        yield home


def joined(home: Home, pin: str = "4711") -> Phone:
    """Olga's phone, with her page open."""
    phone = Phone(home.port)
    assert SEAT in phone.join(home.word, "Olga", pin).text
    return phone


def reset(home: Home, seat: str = "astra") -> None:
    """The facilitator resets her PIN."""
    home.call(lambda: SeatPins(home.session, seat).reset("Olga"))


def test_a_pin_that_is_reset_while_it_is_looked_at_opens_nothing(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long that takes."""
    joined(home)

    def looked_up(hashes: Mapping[str, str], pin: str) -> str | None:
        found = pins.owner_among(hashes, pin)
        reset(home)
        return found

    monkeypatch.setattr(pin_pages, "owner_among", looked_up)
    late = Phone(home.port)
    page = late.join(home.word, "Olga", "4711")
    assert 'action="/first-pin"' in page.text
    assert "seat" not in late.cookies
    assert home.call(lambda: home.session.play.joined) == {}


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Callable[[], None]]]:
    """What is done once somebody has shown who they are, and before their page opens."""
    does: list[Callable[[], None]] = []
    page = Opening.page

    async def later(self: Opening, *given: Any, **named: Any) -> Response:
        while does:
            does.pop()()
        return await page(self, *given, **named)

    monkeypatch.setattr(Opening, "page", later)
    yield does
    assert not does


def test_a_first_pin_that_is_reset_before_its_page_opens_opens_none(
    home: Home, between: list[Callable[[], None]]
) -> None:
    """Whoever chose it is asked anew."""
    between.append(lambda: reset(home))
    phone = Phone(home.port)
    assert 'action="/first-pin"' in phone.join(home.word, "Olga", "4711").text
    assert "seat" not in phone.cookies


def test_a_page_that_is_led_on_leads_nowhere_once_the_pin_is_reset_meanwhile(
    home: Home, between: list[Callable[[], None]]
) -> None:
    """It was not they."""
    phone = joined(home)
    home.call(lambda: home.reception.seat_them("Olga", "borea"))
    wait_for(lambda: "has moved you" in phone.get("/seat").text)
    between.append(lambda: reset(home, "borea"))
    assert SEAT not in phone.form("/moved").text
    assert SEAT not in phone.get("/seat").text
    assert home.call(lambda: home.session.play.joined) == {}


def test_a_pin_is_not_changed_by_who_had_one_that_was_reset_and_set_anew_meanwhile(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one who came since keeps theirs."""
    phone = joined(home)

    def hashed_late(pin: str) -> str:
        reset(home)
        monkeypatch.undo()
        joined(home, "7777")
        return pins.hashed(pin)

    monkeypatch.setattr(changing_pin, "hashed", hashed_late)
    assert phone.act("set_pin", own="4711", pin="5522", again="5522").status == 409
    joined(home, "7777")


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_pin_is_changed_once_though_its_page_sends_it_twice(home: Home, is_closed: bool) -> None:
    """The answer was lost on the way, or the room closed; the second try is no wrong PIN."""
    phone = joined(home)
    fields = {"own": "4711", "pin": "5522", "again": "5522"}
    sent = {"act": "set_pin", "id": "twice-the-same", "fields": fields}
    first = phone.post("/act", sent)
    if is_closed:
        port = home.port
        home.call(home.room.close)
        home.open(port)
    second = phone.post("/act", sent)
    assert (first.status, first.data) == (200, {"said": "Your PIN is changed."})
    assert (second.status, second.data) == (first.status, first.data)
    book = home.reception._among._book
    assert home.call(lambda: [book.of(each).wrong for each in _hashes(home)]) == [0]


def test_a_pin_that_was_replaced_is_counted_no_more(home: Home) -> None:
    """A wrong try at it is forgotten with it, or waits of others would be pushed out."""
    phone = joined(home)
    assert phone.act("set_pin", own="0000", pin="5522", again="5522").status == 409
    assert phone.act("set_pin", own="4711", pin="5522", again="5522").status == 200
    assert home.call(lambda: dict(home.reception._among._book._rows)) == {}


def _hashes(home: Home) -> list[str]:
    return list(SeatPins(home.session, "astra").hashes().values())
