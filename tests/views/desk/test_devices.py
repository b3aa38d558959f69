"""Who is here with a device, in words for the facilitator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.devices import (
    Devices,
    devices,
    devices_tab,
    here_by_seat,
    room_words,
)
from idlib_wargame.views.online.room_server import AsksIn, Present, RoomState
from tests.harbour_exercise import begin

AT = "2031-03-03T10:14:00+00:00"
OPEN = RoomState(True, 8080, "lantern", "192.0.2.7")


def here(person: str, seat: str, is_here: bool = True, what: str = "", on: str = "") -> Present:
    """Somebody who has joined."""
    return Present(f"{person}/{seat}", person, seat, what, on, AT, "", is_here)


@pytest.fixture
def session(harbour: PackReading, tmp_path: Path) -> Iterator[Session]:
    """Two people at one seat, nobody by name at the other."""
    session = begin(harbour, tmp_path / "night.wargame")
    session.submit(Reseat("astra", ("Ana", "Aldo"), "person"), FACILITATOR)
    yield session
    session.close()


def seen(session: Session, *present: Present) -> Devices:
    """What the page shows of a room with these in it."""
    return devices(session.scenario, session.play, replace(OPEN, present=present))


def test_somebody_who_joined_as_another_spelling_stands_once(session: Session) -> None:
    """Names are told apart as everywhere; whoever has no device yet stands after those who have."""
    astra = seen(session, here("aldo ", "astra", on="iPad")).seats[0]
    assert [(each.name, bool(each.key)) for each in astra.people] == [
        ("aldo ", True),
        ("Ana", False),
    ]
    session.submit(Mute("Aldo", "astra", True), FACILITATOR)
    astra = seen(session, here("aldo ", "astra", on="iPad")).seats[0]
    assert [each.is_muted for each in astra.people] == [True, False]


def test_the_same_name_at_two_seats_is_two_people(session: Session) -> None:
    """Each is here for their own seat alone."""
    session.submit(Reseat("borea", ("Ana",), "person"), FACILITATOR)
    shown = seen(session, here("Ana", "astra"))
    assert [
        each.is_here for seat in shown.seats[:2] for each in seat.people if each.name == "Ana"
    ] == [
        True,
        False,
    ]


def test_screens_and_observers_stand_apart(session: Session) -> None:
    """Named by what they are where they have no name."""
    shown = seen(session, here("", "", what="The room's screen"), here("Olga", "", what="Observer"))
    assert [each.name for each in shown.others] == ["The room's screen", "Olga"]
    assert not any(each.key for seat in shown.seats for each in seat.people)


def test_a_seat_played_by_somebody_else_is_not_missed(session: Session) -> None:
    """Whoever plays it stands there, and can give it back."""
    session.submit(Reseat("astra", ("Ana",), "control"), FACILITATOR)
    astra = seen(session).seats[0]
    assert astra.said == "Facilitator: Ana"
    assert astra.people == ()
    assert astra.others[0].played_by == "person"


def test_the_way_to_the_page_counts_who_is_here_or_waits(session: Session) -> None:
    """Who waits is told first."""
    assert room_words(RoomState()) == "Open to the room…"
    assert room_words(OPEN) == "Room open · nobody yet"
    gone = tuple(here(name, "astra", is_here=False) for name in ("Ana", "Bo", "Cyd"))
    assert room_words(replace(OPEN, present=gone)) == "Room open · 3 away"
    some = replace(OPEN, present=(here("Ana", "astra"), here("Bo", "borea", is_here=False)))
    assert (room_words(some), devices_tab(some)) == ("Room open · 1 here", "Devices (1)")
    assert here_by_seat(some) == {"astra": 1}
    asked = replace(some, asking=(AsksIn("k", "Cyd", "", "", ""), AsksIn("l", "Di", "", "", AT)))
    assert (room_words(asked), devices_tab(asked)) == ("Room open · 2 wait", "Devices: 2 wait")
    waiting = devices(session.scenario, session.play, asked).waiting
    assert waiting[0].said == "waits"


def test_a_screen_that_was_closed_leaves_no_row_and_a_person_does(session: Session) -> None:
    """Each opening of its link would leave another; who is away may come back."""
    screen = here("", "", what="The room's screen")
    gone, olga = screen._replace(key="2", is_here=False), here("Olga", "", is_here=False)
    page = seen(session, screen, gone, olga)
    assert [each.name for each in page.others] == ["The room's screen", "Olga"]
    assert page.heading == "1 device is here · 1 is away"
    assert seen(session, gone).heading == "Nobody has joined yet"


def test_whoever_was_never_heard_of_is_away_and_no_more(session: Session) -> None:
    """No hour is made up for them."""
    olga = here("Olga", "", is_here=False, what="Observer", on="iPad")
    (told,) = seen(session, olga).others
    assert told.said == "Observer · iPad · away"
    (told,) = seen(session, olga._replace(seen=AT)).others
    assert "away since " in told.said
