"""What leaves the session for one seat: its messages, its aims, and where its tracks stood."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.rules.pack.phases import ORDERS, REPORT
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat import seat_view
from idlib_wargame.views.trails import known_values

FULL = Path(__file__).parent.parent / "data" / "harbour_full"


@pytest.fixture(scope="module")
def leaky(tmp_path_factory: pytest.TempPathFactory) -> PackReading:
    """The harbour pack, with an inject to everybody that moves what only Astra and control know."""
    folder = tmp_path_factory.mktemp("packs") / "leaky"
    shutil.copytree(FULL, folder)
    injects = folder / "injects.yaml"
    text = injects.read_text(encoding="utf-8")
    effects = "{stocks: -1, days_left.season: -2, catch_hidden: +1, nets_lost: +1}"
    injects.write_text(
        text.replace("{stocks: -1, days_left.season: -2}", effects), encoding="utf-8"
    )
    reading = read_pack(folder)
    assert reading.problems == ()
    return reading


def begun(reading: PackReading) -> Session:
    """An exercise in memory, in which a habit plays the seats of three states."""
    seats = tuple(Seating(seat, (), "habit:cautious") for seat in ("astra", "borea", "caldis"))
    return Session.create(None, reading, Setup("Full", "", 4, seating=seats), bytes(32))


def play_to(session: Session, phase: str) -> None:
    """Play on to a phase of this turn."""
    while session.play.phase != phase:
        following = session.next_act()
        assert following is not None
        session.submit(following[0], FACILITATOR)


def test_a_message_tells_each_seat_only_what_it_may_know(leaky: PackReading) -> None:
    """What an inject did to a hidden track or a counter goes to nobody who does not see it."""
    session = begun(leaky)
    session.submit(SendInject("cold_spring"), FACILITATOR)
    hidden = session.scenario.track_by_id["catch_hidden"].name
    astra, borea = (seat_view(session, seat).messages[-1].did for seat in ("astra", "borea"))
    assert hidden in astra
    assert borea
    assert hidden not in borea
    for did in (astra, borea):
        assert session.scenario.track_by_id["nets_lost"].name not in did
    whole = session.play.messages[-1].effects
    assert [line.track for line in whole][-1] == "nets_lost"


def test_known_values_hold_what_the_seat_sees_and_no_more(leaky: PackReading) -> None:
    """The values that the last turn found, of the seat's tracks and the clocks."""
    session = begun(leaky)
    play_to(session, REPORT)
    turn = session.play.closed[-1]
    sights = (session.referee.sight(seat) for seat in ("borea", "astra"))
    borea, astra = (known_values(sight, turn.opening) for sight in sights)
    assert set(astra) - set(borea) == {"catch_hidden"}
    assert not set(borea) & {"nets_lost", "shots"}
    assert all(turn.opening[name] == value for name, value in borea.items())
    assert "days_left.season" in borea


def test_aims_that_were_met_are_told_at_the_end_to_their_own_seat(leaky: PackReading) -> None:
    """Caldis learns that its aim came to be, and nobody else learns that it had one."""
    session = begun(leaky)
    session.submit(SendInject("wreck"), FACILITATOR)
    play_to(session, ORDERS)
    assert [aim.met for aim in seat_view(session, "caldis").aims] == [None]
    play_to(session, REPORT)
    session.submit(Finish(), FACILITATOR)
    (aim,) = seat_view(session, "caldis").aims
    assert aim.met is True
    assert aim.text not in str(seat_view(session, "astra"))


def test_a_private_message_reaches_only_those_it_is_for(leaky: PackReading) -> None:
    """An inject or a word of the moment to some seats is nothing to the others."""
    session = begun(leaky)
    session.submit(Tell(("astra",), "A skipper", "SECRET-WORD"), FACILITATOR)
    session.submit(SendInject("wreck"), FACILITATOR)
    astra, borea = seat_view(session, "astra"), seat_view(session, "borea")
    assert [message.text for message in astra.messages] == [
        "SECRET-WORD",
        "A hull has been found, keel up.",
    ]
    assert borea.messages == ()
    assert "SECRET" not in str(borea)


def test_a_seat_sees_its_own_aims_only(leaky: PackReading) -> None:
    """Aims are private until the end, and the end says which were met."""
    session = begun(leaky)
    assert [aim.text for aim in seat_view(session, "astra").aims] == [
        "A treaty with both coasts on it"
    ]
    assert seat_view(session, "borea").aims == ()
