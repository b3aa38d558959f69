"""A session in a file with its room open, as a program of its own that can be measured and killed.

Arguments: the file, how many people sit at the seats that play, and the port (0 for any). It says
where its room is, and then answers each line: "on" goes on with the exercise and says when,
"memory" how much it takes, "state" what the record holds and what every page shows, drawn anew.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.packs.shelf import shipped_packs
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.pins import hashed
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.reception import Reception
from idlib_wargame.views.online.screen_seen import screen_seen
from idlib_wargame.views.online.seat_seen import seat_seen
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.web.areas.registry import parts_of
from idlib_wargame.web.screen_page import screen_parts
from tests.web.home import Home

PIN = "1234"
TURNS = 8


def begun(path: Path, people: int) -> Session:
    """The exercise in that file; a new one, whose people have their PINs, where there is none."""
    if path.exists():
        return Session.open(path)
    reading = read_pack(shipped_packs()[0])
    assert reading.scenario is not None
    seats = [each.id for each in reading.scenario.seats if reading.scenario.orders_of(each.id)]
    seating = tuple(
        Seating(seat, tuple(f"Player {n}" for n in range(people) if n % len(seats) == place))
        for place, seat in enumerate(seats)
    )
    session = Session.create(
        path, reading, Setup("Load", "", TURNS, seating=seating), seed_from_number(1)
    )
    reception, pin = Reception(session), hashed(PIN)
    for invited in reception.invited():
        reception.set_first_pin(invited.who, pin)
    return session


class Child:
    """Says how everything stands, when asked."""

    def __init__(self, path: Path, people: int, port: int) -> None:
        self._home = Home(lambda: begun(path, people))
        self._home.open(port)

    def said(self) -> dict[str, Any]:
        """Where the room is, and who may join."""
        home = self._home
        people = home.call(lambda: [(i.who.person, i.who.seat) for i in home.reception.invited()])
        screen = home.call(home.room.state)
        key = home.call(lambda: home.reception.kept("web.room")["screen"])
        return {"port": screen.port, "word": screen.word, "screen": key, "people": people}

    def answer(self, word: str) -> Any:
        """One line."""
        return self._home.call(self._on if word == "on" else self._state)

    def _on(self) -> float:
        session = self._home.session
        following = session.next_act()
        begun = time.monotonic()
        if following is not None:
            session.submit(following[0], FACILITATOR)
        return begun

    def _state(self) -> dict[str, Any]:
        session = self._home.session
        sent = Counter(each.body["sent"]["id"] for each in session.entries if "sent" in each.body)
        fresh = Reception(session)
        seats = {each.who.seat for each in fresh.invited()}
        return {
            "entries": len(session.entries),
            "sent": sent,
            "twice": [key for key, count in sent.items() if count > 1],
            "texts": Counter(_texts(session)),
            "pages": {s: parts_of(seat_seen(fresh.seat_door(s))) for s in seats},
            "screen": dict(
                screen_parts(screen_seen(fresh.room_door(), Showing(), 1, self._home.room.state()))
            ),
        }


def _texts(session: Session) -> list[str]:
    """Each message that was sent, and each note as it stands."""
    notes = [each.text for notes in session.play.seat_notes.values() for each in notes]
    return [each.text for each in session.play.letters] + notes


def _kilobytes() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(x for x in status.read_text("utf-8").splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1])


def _say(what: object) -> None:
    sys.stdout.write(f"{json.dumps(what)}\n")
    sys.stdout.flush()


def main() -> None:
    """Until nothing more is asked."""
    child = Child(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    _say(child.said())
    for line in sys.stdin:
        word = line.strip()
        answer = _kilobytes() if word == "memory" else child.answer(word)
        _say(answer)


if __name__ == "__main__":
    main()
