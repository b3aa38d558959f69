"""A page sends the same again: what was done stays done, and what may pass by now is looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.online.standing import muted_words
from tests.web.home import Home, at_home
from tests.web.phone import Page, Phone

SETUP = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)), Seating("borea", ("Sami",))))


@pytest.fixture
def home(harbour: PackReading) -> Iterator[Home]:
    """The harbour with its room open."""
    with at_home(harbour, SETUP) as home:
        yield home


def mute(home: Home, is_muted: bool) -> None:
    """The facilitator has Olga only read, or lets her act again."""
    home.call(lambda: home.session.submit(Mute("Olga", "astra", is_muted), FACILITATOR))


def test_what_a_muted_person_sent_is_done_when_it_is_sent_again_once_they_may_act(
    home: Home,
) -> None:
    """By the same id, and once however often it is sent after that."""
    olga = Phone(home.port)
    olga.join(home.word, "Olga", "4711")

    def send() -> Page:
        return olga.act("send_message", "sent-while-muted", to=["borea"], text="At last")

    mute(home, True)
    assert send().data["refused"] == [muted_words()]
    mute(home, False)
    assert [send().status for _each in range(3)] == [200] * 3
    letters = home.call(lambda: home.session.play.letters)
    assert [each.text for each in letters] == ["At last"]


def test_what_the_exercise_refused_is_refused_the_same_when_it_is_sent_again(home: Home) -> None:
    """Though by now it might be taken: whoever reads the refusal types anew."""
    olga = Phone(home.port)
    olga.join(home.word, "Olga", "4711")
    first = olga.act("send_message", "sent-too-short", to=["borea"], text="")
    again = olga.act("send_message", "sent-too-short", to=["borea"], text="Longer")
    assert (first.status, again.status) == (409, 409)
    assert again.data == first.data


def test_a_pin_is_changed_once_though_the_room_was_closed_before_its_page_heard(home: Home) -> None:
    """Sent again, it is answered and no wrong try, however often."""
    olga = Phone(home.port)
    olga.join(home.word, "Olga", "4711")

    def send() -> Page:
        return olga.act("set_pin", "sent-and-unheard", own="4711", pin="5522", again="5522")

    first = send()
    home.call(home.room.close)
    home.open()
    assert [send().data for _each in range(4)] == [first.data] * 4
    assert (first.status, first.data) == (200, {"said": "Your PIN is changed."})
    assert olga.act("set_pin", own="5522", pin="4711", again="4711").status == 200
