"""What observers see on their page, what they may do there, and what they never read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.observer_left import LetObserverGo
from idlib_wargame.session.kinds.observer_seated import SeatObserver
from idlib_wargame.session.kinds.result_shown import ShowResult
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.play import Wish
from idlib_wargame.session.seating import EVERYTHING, ROOM_VIEW, Observer, Watching
from idlib_wargame.session.session import Session
from idlib_wargame.views.looking import looking_door
from idlib_wargame.views.observer_door import ObserverDoor, observer_door
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.observer_seen import observer_seen
from idlib_wargame.views.online.seat_seen import seat_seen
from idlib_wargame.views.room.ending_scene import EndingScene
from idlib_wargame.views.room.results import Results
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room_door import room_door
from idlib_wargame.web.areas.registry import parts_of
from idlib_wargame.web.fields import Amiss, Fields
from idlib_wargame.web.observer_page import observer_acts, observer_page, observer_parts
from idlib_wargame.web.read_only import read_only
from tests.harbour_exercise import adjudicated, begin, open_orders
from tests.secret_session import play_with_secrets
from tests.tries import tries
from tests.twins.acts import Twins
from tests.twins.packs import RANDOM, veiled
from tests.web.areas.page import Reading

SETTINGS = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
SEES = (ROOM_VIEW, EVERYTHING, "borea")


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """A harbour exercise."""
    made = begin(full, tmp_path / "course.wargame")
    yield made
    made.close()


def let_in(session: Session, sees: str, name: str = "Olga") -> ObserverDoor:
    """The door of somebody who is given that to see."""
    role = Watching.ASSISTANT if sees == EVERYTHING else Watching.OBSERVER
    session.submit(SeatObserver(Observer(name, role, sees)), FACILITATOR)
    return observer_door(session, session.play.observers[name])


def parts(door: ObserverDoor) -> dict[str, str]:
    """Every part of their page."""
    return observer_parts(observer_seen(door))


def write(door: ObserverDoor, text: str, **more: str) -> str:
    """What the page answers when a note is kept."""
    return observer_acts()["write_note"](door, Fields({"number": "0", "text": text, **more}))


@pytest.mark.parametrize("sees", SEES)
def test_nothing_but_their_own_notes_can_be_sent(session: Session, sees: str) -> None:
    """No form, no field and no button that acts, at any moment of a turn."""
    door = let_in(session, sees)
    steps: tuple[Callable[[Session], None], ...] = (open_orders, adjudicated)
    for step in (None, *steps):
        if step is not None:
            step(session)
        forms = [form for html in parts(door).values() for form in Reading(html).forms]
        assert {form.attributes["data-act"] for form in forms} == {"write_note"}
        shown = {k: v for k, v in parts(door).items() if not k.startswith("notes.")}
        tags = [each for html in shown.values() for each in Reading(html).tags]
        assert not any(tag in ("form", "textarea", "select") for tag, _given in tags)
        buttons = [given for tag, given in tags if tag == "button"]
        assert all("data-go" in given for given in buttons)


def test_what_the_room_is_shown_before_the_close_an_observer_reads_too(session: Session) -> None:
    """Who sees what the room sees: that result and no other, and after the finish the outcome."""
    door = let_in(session, ROOM_VIEW)
    adjudicated(session)
    assert "its results stand here" in Reading(parts(door)["watch.results"]).text
    assert session.play.pending is not None
    first, *others = session.play.pending.result.cards
    session.submit(ShowResult(first.address), FACILITATOR)
    shown = room_door(session).scene(Scene.RESULTS)
    assert isinstance(shown, Results)
    read = Reading(parts(door)["watch.results"]).text
    assert others
    assert "Results of turn 1" in read
    assert [each.title for each in shown.results if each.title in read and each.said in read]
    assert read.count("1 result so far") == 1
    assert "its results stand here" not in read
    session.submit(CloseTurn(), FACILITATOR)
    assert "so far" not in Reading(parts(door)["watch.results"]).text
    session.submit(Finish(), FACILITATOR)
    ended = room_door(session).scene(Scene.ENDING)
    assert isinstance(ended, EndingScene)
    assert f"The exercise ended in {ended.name}" in Reading(parts(door)["watch.standing"]).text


def test_an_observer_of_a_seat_reads_what_it_reads(session: Session) -> None:
    """Its brief, its tracks, its messages and its moves."""
    session.submit(Tell(("borea",), "A skipper", "Nets were cut"), FACILITATOR)
    door = let_in(session, "borea")
    made, seat = parts(door), parts_of(seat_seen(looking_door(session, "borea")))
    assert "Nets were cut" in made["messages.list"]
    for name in ("situation.tracks", "situation.map", "brief.own"):
        assert made[name] == read_only(seat[name])
        assert Reading(made[name]).text == Reading(seat[name]).text


def test_what_a_seat_has_not_given_to_anybody_stays_covered(session: Session) -> None:
    """Its sealed orders, until they are opened."""
    door = let_in(session, "borea")
    open_orders(session)
    session.submit(SealOrders("borea", (Wish("protest", why="OURS ALONE"),)), "borea")
    assert "OURS ALONE" not in "".join(parts(door).values())


def test_the_room_is_told_what_came_of_a_turn_once_it_is_closed(session: Session) -> None:
    """Control reads it as soon as it is on the table."""
    room, control = let_in(session, ROOM_VIEW), let_in(session, EVERYTHING, "Ove")
    open_orders(session)
    adjudicated(session)
    assert "Results of turn 1" not in Reading(parts(room)["watch.results"]).text
    assert "Results of turn 1" in Reading(parts(control)["watch.results"]).text
    session.submit(CloseTurn(), FACILITATOR)
    assert "Results of turn 1" in Reading(parts(room)["watch.results"]).text


def test_everybody_is_told_how_it_ended_and_control_whose_aims_were_met(session: Session) -> None:
    """Private aims are control's alone."""
    room, control = let_in(session, ROOM_VIEW), let_in(session, EVERYTHING, "Ove")
    assert parts(room)["watch.ending"] == ""
    session.submit(Finish(), FACILITATOR)
    for door in (room, control):
        assert "The exercise ended in" in Reading(parts(door)["watch.ending"]).text
    assert "Private aims" in parts(control)["watch.ending"]
    assert "Private aims" not in parts(room)["watch.ending"]


def test_a_note_is_kept_changed_and_taken_away(session: Session) -> None:
    """With its tags and marks; it is in nobody else's page."""
    door, other = let_in(session, ROOM_VIEW), let_in(session, EVERYTHING, "Ove")
    assert write(door, "They wait #talks", important="on") == "The note is kept."
    (row,) = door.notes.rows()
    assert (row.text, row.tags, row.important, row.for_report) == (
        "They wait",
        ("talks",),
        True,
        False,
    )
    assert "They wait" in parts(door)["notes.kept"]
    assert "They wait" not in "".join(parts(other).values())
    write(door, "They talk", number=str(row.number), for_report="on")
    (row,) = door.notes.rows()
    assert (row.text, row.for_report, row.important) == ("They talk", True, False)
    said = write(door, "They talk", number=str(row.number), do="drop")
    assert said == "The note is taken away."
    assert door.notes.rows() == ()


def test_a_note_that_is_empty_or_too_long_or_no_longer_theirs_is_refused(session: Session) -> None:
    """With the reason; what no page of ours sends is amiss."""
    door = let_in(session, ROOM_VIEW)
    with pytest.raises(Refused):
        write(door, "  ")
    with pytest.raises(Refused):
        write(door, "Not mine", number="7")
    with pytest.raises(Amiss):
        write(door, "x" * 30_000)
    session.submit(LetObserverGo("Olga"), FACILITATOR)
    with pytest.raises(Refused):
        write(door, "Still here")


@pytest.mark.parametrize("sees", SEES)
def test_the_page_says_who_looks_at_what_and_brings_no_styles(session: Session, sees: str) -> None:
    """Every part stands on it once."""
    seen = observer_seen(let_in(session, sees))
    made = observer_parts(seen)
    page = observer_page(seen, made, "token", ClockSeen("12:40 left", 760, True), "7")
    body = Reading(page[page.index("<body") : page.index("</body>") + len("</body>")]).text
    assert seen.who in body
    assert seen.sees in body
    for name in made:
        assert page.count(f'data-part="{name}"') == 1, name
    ids = re.findall(r'<[^>]+ id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert not re.search(r"<script(?! src)|<style| style=", page)


def test_no_secret_reaches_whoever_may_not_read_it(tmp_path: Path) -> None:
    """The room's observer reads none; a seat's none that the seat has not, nor its own notes."""
    session = Session.open(play_with_secrets(tmp_path))
    room = "".join(parts(let_in(session, ROOM_VIEW)).values())
    borea = "".join(parts(let_in(session, "borea", "Siv")).values())
    control = "".join(parts(let_in(session, EVERYTHING, "Ove")).values())
    session.close()
    assert "SECRET" not in room
    found = set(re.findall("SECRET-[A-Z-]+", borea))
    assert found == {"SECRET-LEAK", "SECRET-LETTER", "SECRET-MESSAGE", "SECRET-WHY"}
    hidden = re.findall("SECRET-(?:OF-THE-SEAT|PIN|UNOPENED|NOTE|STRUCK)", control)
    assert hidden == [], "not even control is told what nobody was given, nor others' notes"


@pytest.mark.parametrize("sees", [ROOM_VIEW, "seat"])
@settings(SETTINGS, max_examples=tries(4))
@given(seed=st.integers(0, 10**9))
def test_two_exercises_that_look_the_same_give_equal_pages(sees: str, seed: int) -> None:
    """To an observer of the room, and of a seat."""
    rng = Random(seed)
    pack = veiled(RANDOM, rng)
    seat = rng.choice([seat.id for seat in pack.seats]) if sees == "seat" else ""
    twins = Twins(pack, seat, rng)
    who = Observer("Olga", Watching.OBSERVER, seat or ROOM_VIEW, 1)
    doors = [observer_door(session, who) for session in twins.sessions]
    for _step in twins.play():
        if not twins.look_the_same():
            break
        one, other = map(parts, doors)
        assert one == other
