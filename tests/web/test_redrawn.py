"""A page that is drawn piece by piece as things change is the page that is drawn at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from random import Random

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import begin, play_on
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.seat_note import WriteSeatNote
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.seat_seen import SeatSeen, seat_seen
from idlib_wargame.views.seat_door import seat_door
from idlib_wargame.web.areas.area import Area
from idlib_wargame.web.areas.registry import AREAS, drawn_anew
from idlib_wargame.web.frame import frame_parts
from idlib_wargame.web.redrawn import Draws, Redrawn
from tests.tries import is_quick


def at_once(seen: SeatSeen) -> dict[str, str]:
    """Every part, drawn of the values themselves."""
    own = {name: html for area in AREAS for name, html in area.parts(seen).items()}
    return {**frame_parts(seen), **own}


def test_a_page_drawn_piece_by_piece_is_the_page_drawn_at_once(full: PackReading) -> None:
    """After each act of a whole exercise, seat by seat."""
    assert full.scenario is not None
    session = begin(None, full, full.scenario.habits[0].id, seed_from_number(3))
    seats = [seat.id for seat in full.scenario.seats if not seat.control]
    doors = {seat: seat_door(session, seat) for seat in seats}
    redrawn = {seat: drawn_anew() for seat in seats}
    pages: list[dict[str, str]] = []
    for step, _change in enumerate(_played(session, seats)):
        for seat in seats if not is_quick() else [seats[step % len(seats)]]:
            seen = seat_seen(doors[seat])
            # A door of its own has nothing left from earlier.
            fresh = seat_seen(seat_door(session, seat))
            page = redrawn[seat].parts(seen)
            assert page == at_once(fresh), (seat, session.entries[-1].kind)
            pages.append(page)
    assert len(pages) > 30
    assert len({page["situation.map"] for page in pages}) > 3
    assert len({page["messages.list"] for page in pages}) > 10


def _played(session: Session, seats: list[str]) -> Iterator[object]:
    random = Random(7)
    for change in play_on(session):
        yield change
        seat, other = random.sample(seats, 2)
        door = seat_door(session, seat)
        moves = [each.wish for each in door.view().options]
        acts = [
            (SendMessage((other,), f"Word {random.random()}"), seat),
            (DraftMessage((other,), f"Half {random.random()}", ""), seat),
            (DraftOrders(seat, tuple(random.sample(moves, min(1, len(moves))))), seat),
            (WriteSeatNote(seat, 1, f"Note {random.random()}", False), seat),
        ]
        act, by = random.choice(acts)
        with suppress(Refused):
            yield session.submit(act, by)
        if random.random() < 0.1 and session.undoable() is not None:
            yield session.submit(Undo(), FACILITATOR)


def test_what_did_not_change_is_not_drawn_again(full: PackReading) -> None:
    """A note draws the notes."""
    assert full.scenario is not None
    session = begin(None, full, full.scenario.habits[0].id, seed_from_number(3))
    seat = next(seat.id for seat in full.scenario.seats if not seat.control)
    door = seat_door(session, seat)
    drawn: list[str] = []

    def counted(area: Area) -> Draws:
        def parts(seen: SeatSeen) -> Mapping[str, str]:
            drawn.append(area.name)
            return area.parts(seen)

        return parts

    redrawn = Redrawn({area.name: counted(area) for area in AREAS})
    redrawn.parts(seat_seen(door))
    drawn.clear()
    session.submit(WriteSeatNote(seat, 1, "Ask about the quay", False), seat)
    redrawn.parts(seat_seen(door))
    assert drawn == ["notes"]
