"""A seat's door: its own view, its own acts, and no way to anything else of the session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.file import Record
from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Play, Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.seat import SeatView, Wish
from idlib_wargame.views.seat_door import SeatDoor, seat_door

HELD_BACK = (Session, Play, Scenario, Referee, Record, State, Move, Track)


@pytest.fixture
def session(harbour: PackReading) -> Session:
    """An exercise with a person at two seats, orders open."""
    seating = (Seating("astra", ("Ada",)), Seating("borea", ("Bo",)))
    session = Session.create(None, harbour, Setup("Door", "", 4, seating=seating), bytes(32))
    session.submit(MoveOn(), FACILITATOR)
    return session


def reached(root: object) -> Iterator[object]:
    """Everything that can be come by from an object through its attributes and what they hold."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, str | bytes | int | float | bool | type(None)):
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, dict):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, tuple | list | set | frozenset):
            waiting += list(each)
        elif is_dataclass(each) and not isinstance(each, type):
            waiting += [getattr(each, field.name) for field in fields(each)]
        waiting += list(getattr(each, "__dict__", {}).values())
        waiting.append(getattr(each, "__self__", None))


@pytest.mark.parametrize("held_back", HELD_BACK, ids=lambda kind: kind.__name__)
def test_no_attribute_of_a_door_or_its_view_leads_to_the_session(
    session: Session, held_back: type
) -> None:
    """Whoever has one seat's door and view can follow them anywhere and finds nobody's secrets."""
    door = seat_door(session, "astra")
    found = list(reached((door, door.view())))
    assert len(found) > 30
    assert not [each for each in found if isinstance(each, held_back)]
    assert any(isinstance(each, held_back) for each in reached(session))


def test_a_door_acts_for_its_own_seat_only(session: Session) -> None:
    """What goes in through it is sealed for that seat; the other seat is untouched."""
    astra, borea = seat_door(session, "astra"), seat_door(session, "borea")
    astra.seal([Wish("call_talks")])
    assert (astra.view().is_sealed, borea.view().is_sealed) == (True, False)
    astra.unseal()
    astra.add_pick(Wish("protest"))
    assert Wish("protest") in astra.view().wishes
    with pytest.raises(Refused, match="There are no sealed orders to take back"):
        borea.unseal()


def test_a_seat_hears_only_of_what_changes_its_own_view(session: Session) -> None:
    """Another seat's draft and the facilitator's note are no news; its own seal and a phase are."""
    door: SeatDoor = seat_door(session, "astra")
    heard: list[SeatView] = []
    stop = door.listen(heard.append)
    session.submit(TakeNote("SECRET-NOTE"), FACILITATOR)
    seat_door(session, "borea").add_pick(Wish("protest"))
    assert heard == []
    door.seal([Wish("call_talks")])
    assert [view.is_sealed for view in heard] == [True]
    stop()
    door.unseal()
    assert len(heard) == 1
