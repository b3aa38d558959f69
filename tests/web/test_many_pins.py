"""Somebody sends PINs without end: it costs them alone, and the record hardly anything."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.pins import PinLock, hashed, owner_among
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seat_pins import ObserverPins, SeatPins
from idlib_wargame.session.seating import Observer, Seating
from idlib_wargame.session.tries import TryBook
from idlib_wargame.web import changing_pin, pin_pages, site
from idlib_wargame.web.changing_pin import PinChanges
from tests.clocks import Stopwatch
from tests.web.home import PATIENCE, Home, at_home
from tests.web.phone import Page, Phone

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))
SEAT = 'data-part="frame.where"'


@pytest.fixture
def clock() -> Stopwatch:
    """What wrong PINs and changes of a PIN are counted by."""
    return Stopwatch()


@pytest.fixture
def home(harbour: PackReading, clock: Stopwatch, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """The harbour with its room open, where no time goes by of itself."""
    monkeypatch.setattr(site, "PinChanges", lambda room: PinChanges(room, clock))
    with at_home(harbour, SETUP, among=PinLock("", TryBook(), clock)) as home:
        yield home


class Gate:
    """Work that is held up until the gate is opened."""

    def __init__(self) -> None:
        self.reached, self._open = threading.Semaphore(0), threading.Event()

    def before(self, does: Callable[..., object]) -> Callable[..., object]:
        """The same, once the gate is open."""

        def held(*given: object) -> object:
            self.reached.release()
            assert self._open.wait(PATIENCE)
            return does(*given)

        return held

    def open(self) -> None:
        """Let it go."""
        self._open.set()


def changes(phone: Phone, own: str, pin: str, page_id: str = "") -> Page:
    """What their page is told that gives somebody another PIN."""
    return phone.act("set_pin", page_id, own=own, pin=pin, again=pin)


def joined(home: Home, person: str, pin: str) -> Phone:
    """Somebody's phone with their page open."""
    phone = Phone(home.port)
    assert SEAT in phone.join(home.word, person, pin).text
    return phone


def answered(pages: list[Future[Page]], count: int) -> list[Page]:
    """The first so many that were answered."""
    enough = threading.Semaphore(0)
    for each in pages:
        each.add_done_callback(lambda _page: enough.release())
    for _each in range(count):
        assert enough.acquire(timeout=PATIENCE)
    return [each.result() for each in pages if each.done()]


def test_others_join_while_somebody_has_twenty_changes_of_their_pin_looked_up(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One is under way, and the others are told to wait a moment."""
    olga, gate = joined(home, "Olga", "4711"), Gate()
    monkeypatch.setattr(changing_pin, "owner_among", gate.before(owner_among))
    with ThreadPoolExecutor(20) as pool:
        pages = [pool.submit(changes, olga, "4711", f"55{n:02}", f"page-{n:04}") for n in range(20)]
        told = answered(pages, 19)
        assert {page.status for page in told} == {409}
        said = "Your PIN is being changed just now; wait a moment."
        assert all(page.data["refused"] == [said] for page in told)
        joined(home, "Sami", "1111")
        gate.open()
    assert sorted(page.result().status for page in pages) == [200, *[409] * 19]
    assert pins_told(home, "astra") == 2


def pins_told(home: Home, seat: str) -> int:
    """How many entries tell of PINs at that seat."""
    entries = home.call(lambda: tuple(home.session.entries))
    return [e.body["seat"] for e in entries if e.kind == "seat_pin"].count(seat)


def test_a_pin_is_changed_a_handful_of_times_and_then_once_in_a_while(
    home: Home, clock: Stopwatch
) -> None:
    """What was refused meanwhile is done when its page sends it again."""
    olga, pins = joined(home, "Olga", "4711"), ["4711", *(f"550{n}" for n in range(6))]
    for n in range(5):
        assert changes(olga, pins[n], pins[n + 1]).status == 200
    page = changes(olga, pins[5], pins[6], "the-sixth")
    assert page.data["refused"] == ["That was often in a row; the next try is in 0:12."]
    assert pins_told(home, "astra") == 6
    clock.now += 12
    assert changes(olga, pins[5], pins[6], "the-sixth").status == 200
    assert changes(olga, pins[6], pins[5]).status == 409
    sami = joined(home, "Sami", "1111")
    assert changes(sami, "1111", "2222").status == 200


def test_a_new_pin_that_is_the_old_one_changes_nothing(home: Home) -> None:
    """However it is typed; it is not even looked up, and counts for no try."""
    olga = joined(home, "Olga", "4711")
    entries = home.call(lambda: len(home.session.entries))
    for own, pin in [("4711", "4711"), ("４７１１", "4711"), ("0000", "0000")] * 3:
        page = changes(olga, own, pin)
        said = "The new PIN is the same as the old one; choose another."
        assert (page.status, page.data["refused"]) == (409, [said])
    assert home.call(lambda: len(home.session.entries)) == entries
    assert changes(olga, "4711", "5522").status == 200


def test_a_pin_that_a_muted_person_sent_is_changed_when_it_is_sent_again(home: Home) -> None:
    """Once they may act, by the same id; a wrong one stays wrong and is counted once."""
    olga = joined(home, "Olga", "4711")
    home.call(lambda: home.session.submit(Mute("Olga", "astra"), FACILITATOR))
    assert changes(olga, "4711", "5522", "while-muted").status == 409
    home.call(lambda: home.session.submit(Mute("Olga", "astra", False), FACILITATOR))
    assert changes(olga, "4711", "5522", "while-muted").status == 200
    wrong = [changes(olga, "0000", "1111", "wrong-once").data for _each in range(4)]
    assert wrong == [{"refused": ["That is not the PIN that you have now."]}] * 4
    assert changes(olga, "5522", "4711").status == 200


def test_a_pin_that_was_reset_while_it_was_looked_up_is_not_changed(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The facilitator has taken it away: whoever knew it chooses none in its place."""
    olga, gate = joined(home, "Olga", "4711"), Gate()
    monkeypatch.setattr(changing_pin, "hashed", gate.before(hashed))
    with ThreadPoolExecutor(1) as pool:
        page = pool.submit(changes, olga, "4711", "5522")
        assert gate.reached.acquire(timeout=PATIENCE)
        home.call(lambda: SeatPins(home.session, "astra").reset("Olga"))
        gate.open()
        assert page.result().status in (401, 409)
    assert home.call(lambda: SeatPins(home.session, "astra").hashes()) == {}


def watches(home: Home, name: str, pin: str) -> Phone:
    """The phone of an observer who has a PIN."""
    home.call(lambda: home.session.submit(SeatObserver(Observer(name)), FACILITATOR))
    home.call(lambda: of_observer(home, name).set(name, pin))
    phone = Phone(home.port)
    phone.base = "/watch"
    phone.form(home.call(lambda: home.room.link_of_observer(name)).partition(str(home.port))[2])
    return phone


def of_observer(home: Home, name: str) -> ObserverPins:
    """The PIN of somebody who watches."""
    return ObserverPins(home.session, home.session.play.observers[name])


def test_an_observer_s_pin_that_was_reset_while_it_was_looked_up_is_not_changed(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their page goes on by its link, and they choose the next one at the laptop."""
    ida, gate = watches(home, "Ida", "3333"), Gate()
    monkeypatch.setattr(changing_pin, "hashed", gate.before(hashed))
    with ThreadPoolExecutor(1) as pool:
        page = pool.submit(changes, ida, "3333", "5522")
        assert gate.reached.acquire(timeout=PATIENCE)
        home.call(lambda: of_observer(home, "Ida").reset("Ida"))
        gate.open()
        assert page.result().data["refused"] == ["That is not the PIN that you have now."]
    assert home.call(lambda: of_observer(home, "Ida").hashes()) == {}


def test_whoever_guesses_at_an_observer_s_pin_waits_as_at_any_other(home: Home) -> None:
    """Also on the page that their link opens."""
    ida = watches(home, "Ida", "3333")
    for pin in ("0000", "1111", "2222"):
        assert changes(ida, pin, "5522").data["refused"] == [
            "That is not the PIN that you have now."
        ]
    page = changes(ida, "3333", "5522")
    assert page.data["refused"] == ["That was often in a row; the next try is in 0:05."]


def test_of_many_pins_at_once_those_that_are_not_looked_at_are_told_to_wait(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And are not called wrong: the right one may be among them."""
    joined(home, "Olga", "4711")
    gate, phones = Gate(), [Phone(home.port) for _each in range(20)]
    keys = [phone.key_of(phone.get(f"/?w={home.word}"), "Olga") for phone in phones]
    monkeypatch.setattr(pin_pages, "owner_among", gate.before(owner_among))
    with ThreadPoolExecutor(20) as pool:
        pages = [
            pool.submit(phone.form, "/pin", who=key, pin="0000")
            for phone, key in zip(phones, keys, strict=True)
        ]
        for page in answered(pages, 17):
            assert "This try was not looked at." in page.text
            assert "The next try is in 0:05." in page.text
        gate.open()
    said = [page.result().text for page in pages]
    assert sum("That is not your PIN." in each for each in said) == 3
