"""People on devices of their own: who is here, whose page was ended, who may read and not act."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.kinds.at_laptop import PutAtLaptop
from idlib_wargame.session.kinds.ended import EndPerson
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.joined import MOST_OF_DEVICE, JoinFrom
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.observer_left import LetObserverGo
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.practice import practice_of
from idlib_wargame.session.seating import Joined, Observer
from idlib_wargame.session.session import Session
from idlib_wargame.views.known_play import known_play
from tests.session.exercises import (
    READERS,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)

OLGA = Observer("Olga")
ADA, OLGA_KEY = ("astra", "ada"), ("", "olga")


def all_here(session: Session) -> None:
    """Ada plays on her phone, Olga watches on hers; Bo is muted, Caldis is at the laptop."""
    do(session, SeatObserver(OLGA))
    session.submit(JoinFrom("Ada", "astra", "Phone, Firefox"), "astra")
    session.submit(JoinFrom("Olga", "", "Tablet"), "observer:Olga")
    do(session, Mute("Bo", "borea"), Mute("Olga", ""), PutAtLaptop("caldis"))


def test_who_is_here_on_what_and_since_when(session: Session) -> None:
    """Under the name that is written at the seat, however it was typed."""
    session.submit(JoinFrom(" ADA ", "astra", "Phone,\nFirefox" + "x" * 200), "astra")
    (here,) = session.play.joined.values()
    assert here[:2] == ("Ada", "astra")
    assert here.device.startswith("Phone, Firefox")
    assert len(here.device) <= MOST_OF_DEVICE
    assert here.since == session.entries[-1].at
    assert read_back(session) == session.play


def test_a_second_device_takes_over(session: Session) -> None:
    """The same person is in one place."""
    for device in ("Phone", "Laptop"):
        session.submit(JoinFrom("Ada", "astra", device), "astra")
    session.submit(JoinFrom("Amir", "astra", "Phone"), "astra")
    here = [each[:3] for each in session.play.joined.values()]
    assert here == [("Ada", "astra", "Laptop"), ("Amir", "astra", "Phone")]


def test_everybody_joins_for_themselves(session: Session) -> None:
    """At a seat where they sit, or as somebody who observes or helps."""
    do(session, SeatObserver(OLGA))
    own = "Everybody joins for themselves, at their own seat."
    assert refusal(session, JoinFrom("Ada", "astra")) == own
    assert refusal(session, JoinFrom("Ada", "astra"), "borea") == own
    assert refusal(session, JoinFrom("Olga", ""), "astra") == own
    said = "Bo does not sit at Astra."
    assert refusal(session, JoinFrom("Bo", "astra"), "astra") == said
    said = "There are people by name at Astra."
    assert refusal(session, JoinFrom("", "astra"), "astra") == said
    said = "Nobody called Otto observes or helps."
    assert refusal(session, JoinFrom("Otto", ""), "observer:Otto") == said


def test_a_seat_without_names_is_joined_by_nobody_by_name(session: Session) -> None:
    """As it has one PIN."""
    session.submit(JoinFrom("", "press", "Phone"), "press")
    assert last_line(session) == "Somebody is at Press on a device of their own."
    do(session, Mute("", "press"), EndPerson("", "press"))
    assert last_line(session) == "The facilitator ended the page at Press."
    assert session.play.muted == {("press", "")}


@pytest.mark.parametrize(
    ("act", "line"),
    [
        (EndPerson("ada", "astra"), "The facilitator ended the page of Ada at Astra."),
        (EndPerson("olga", ""), "The facilitator ended the page of Olga."),
        (Mute("ada", "astra"), "Ada at Astra may read on their device, and not act."),
        (Mute("Bo", "borea", is_muted=False), "Bo at Borea may act again."),
        (Mute("olga", "", is_muted=False), "Olga may act again."),
        (PutAtLaptop("astra"), "Astra is played at the laptop."),
        (PutAtLaptop("caldis", is_at=False), "Caldis may be played on devices again."),
    ],
)
def test_the_facilitators_log_tells_of_it_and_no_other(
    session: Session, act: Act, line: str
) -> None:
    """Who is in the room, and on what, is no player's to read."""
    all_here(session)
    do(session, act)
    assert last_line(session) == line
    assert told_to(session) == {CONTROL}
    assert [last_line(session, reader) for reader in READERS[1:]] == [""] * len(READERS[1:])
    assert read_back(session) == session.play


def test_a_join_is_told_to_the_facilitator(session: Session) -> None:
    """By a line each."""
    do(session, SeatObserver(OLGA))
    session.submit(JoinFrom("Ada", "astra", "Phone"), "astra")
    assert last_line(session) == "Ada is at Astra on a device of their own."
    session.submit(JoinFrom("Olga", "", "Phone"), "observer:Olga")
    assert last_line(session) == "Olga watches on a device of their own."
    assert told_to(session) == {CONTROL}


def test_only_the_facilitator_ends_mutes_and_gives_back(session: Session) -> None:
    """No seat does it to another, or to itself."""
    for act in (EndPerson("Ada", "astra"), Mute("Ada", "astra"), PutAtLaptop("astra")):
        assert refusal(session, act, "astra") == "Only the facilitator may do that."


def test_what_is_so_already_is_not_told_twice(session: Session) -> None:
    """Nor is it done to nobody."""
    all_here(session)
    again = (Mute("Bo", "borea"), Mute("Ada", "astra", is_muted=False))
    laptop = (PutAtLaptop("caldis"), PutAtLaptop("astra", is_at=False))
    for act in (*again, *laptop):
        assert refusal(session, act) == "It is so already."
    assert refusal(session, Mute("Zoe", "astra")) == "Zoe does not sit at Astra."
    assert refusal(session, EndPerson("Zoe", "")) == "Nobody called Zoe observes or helps."
    said = "There is no seat “nowhere” in this exercise."
    assert refusal(session, PutAtLaptop("nowhere")) == said
    assert refusal(session, EndPerson("Ada", "nowhere")) == said


def test_whoever_is_seated_elsewhere_has_no_page_here_and_stays_muted(session: Session) -> None:
    """There, and here if they come back, until the facilitator lets them act again."""
    all_here(session)
    session.submit(JoinFrom("Amir", "astra", "Phone"), "astra")
    do(session, Mute("Ada", "astra"), Mute("Amir", "astra"))
    do(session, Reseat("astra", ("Amir",), "person"))
    assert ADA not in session.play.joined
    assert ("astra", "amir") in session.play.joined
    muted = {("astra", "amir"), ("borea", "bo"), OLGA_KEY}
    assert session.play.muted == muted | {("astra", "ada")}
    do(session, Reseat("borea", ("Bo", "ada"), "person"))
    assert session.play.muted == muted | {("borea", "ada")}
    do(session, Reseat("borea", ("Bo",), "person"))
    do(session, Reseat("astra", ("Ada", "AMIR"), "person"))
    assert session.play.muted == muted | {("astra", "ada")}
    do(session, Mute("Ada", "astra", is_muted=False))
    do(session, LetObserverGo("Olga"), SeatObserver(OLGA))
    assert OLGA_KEY not in session.play.joined
    assert session.play.muted == {("astra", "amir"), ("borea", "bo")}
    assert read_back(session) == session.play


def test_no_undo_and_no_reopening_touches_it(session: Session) -> None:
    """Facts of the room; they are told after the end too."""
    all_here(session)
    here = session.play.joined, session.play.muted, session.play.at_laptop
    to_results(session)
    do(session, Reopen(1), Undo(), Redo())
    assert not session.struck & {
        entry.number for entry in session.entries if entry.kind in ("joined", "muted", "at_laptop")
    }
    assert (session.play.joined, session.play.muted, session.play.at_laptop) == here
    do(session, Finish(), EndPerson("Ada", "astra"), PutAtLaptop("astra"))
    session.submit(JoinFrom("Ada", "astra", "Phone"), "astra")
    do(session, Mute("Ada", "astra"))
    assert read_back(session) == session.play


def test_a_seat_knows_of_its_own_alone(session: Session) -> None:
    """Who else is muted, or plays at the laptop, it is not told."""
    all_here(session)
    known = {
        seat: known_play(session.play, session.referee.sight(seat))
        for seat in ("astra", "borea", "caldis", "")
    }
    assert not any(play.joined for play in known.values())
    assert [bool(play.muted) for play in known.values()] == [False, True, False, False]
    assert [bool(play.at_laptop) for play in known.values()] == [False, False, True, False]


def test_a_practice_turn_begins_with_those_who_are_here(session: Session) -> None:
    """And what changes there of who is here, changes in the exercise too."""
    all_here(session)
    practice = practice_of(session)
    assert practice.play.joined.keys() == {ADA, OLGA_KEY}
    assert practice.play.joined[ADA] == Joined(
        "Ada", "astra", "Phone, Firefox", practice.play.joined[ADA].since
    )
    assert practice.play.muted == {("borea", "bo"), OLGA_KEY}
    assert practice.play.at_laptop == {"caldis"}
    practice.submit(JoinFrom("Bo", "borea", "Phone"), "borea")
    practice.submit(Mute("Bo", "borea", is_muted=False), FACILITATOR)
    practice.submit(EndPerson("Ada", "astra"), FACILITATOR)
    assert session.play.joined.keys() == {OLGA_KEY, ("borea", "bo")}
    assert session.play.muted == {OLGA_KEY}
