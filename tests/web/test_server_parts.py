"""What the server's parts promise each other, where only chance would show it from outside."""

from __future__ import annotations

import asyncio
import socket
import struct
import time
from collections.abc import Callable
from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.views.online.clock import ClockSeen
from idlib_wargame.views.online.reception import Reception
from idlib_wargame.views.online.who import Who
from idlib_wargame.web.feed import Feed
from idlib_wargame.web.server import WebRoom
from idlib_wargame.web.tokens import Holder, Tokens
from tests.web.home import LOCAL, PATIENCE, at_home
from tests.web.phone import Phone

AT = "2026-11-26T10:00:00Z"


class AtOnce:
    """A session's thread on which everything is done at once."""

    def do(self, does: Callable[[], None]) -> None:
        """Do it."""
        does()


class Follows:
    """Writes down what happens, in its order."""

    def __init__(self, happened: list[str]) -> None:
        self._happened = happened

    def wake(self) -> None:
        """Something is to be told."""
        self._happened.append("told")

    def asked(self) -> Callable[[], Callable[[], None]]:
        """Who may look."""

        def ask() -> Callable[[], None]:
            self._happened.append("asked who may look")
            return lambda: self._happened.append("held to it")

        return ask


def test_whoever_was_sent_elsewhere_ends_before_anything_is_told() -> None:
    """They are asked about at the moment that is looked at, and held to it first."""
    happened: list[str] = []
    follows = Follows(happened)

    def look() -> str:
        happened.append("looked")
        return "a secret of the seat"

    async def one_change() -> None:
        feed = Feed("e", AtOnce(), look, lambda seen: {"a.part": str(seen)}, ClockSeen, follows)
        feed.follow(follows)
        await feed.ready()

    asyncio.run(one_change())
    assert happened == ["looked", "asked who may look", "held to it", "told"]


def test_streams_that_were_cut_as_they_opened_leave_nothing_behind(
    harbour: PackReading, tmp_path: Path
) -> None:
    """Else a page whose network comes and goes could soon open none."""
    setup = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)),))
    with at_home(harbour, setup, tmp_path / "a.wargame") as home:
        phone = Phone(home.port)
        assert phone.join(home.word, "Olga").status == 200
        cookie = "; ".join(f"{name}={value}" for name, value in phone.cookies.items())
        asked = f"GET /seat/events HTTP/1.1\r\nhost: {phone.host}\r\ncookie: {cookie}\r\n"
        asked += f"x-csrf: {phone.csrf}\r\n\r\n"
        for _try in range(30):
            with socket.create_connection((LOCAL, home.port), PATIENCE) as cut:
                cut.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                cut.sendall(asked.encode())
        until = time.monotonic() + PATIENCE
        while not (stream := phone.listen()).begins() and time.monotonic() < until:
            time.sleep(0.2)
        stream.wait_for("muted")


def test_screens_that_are_opened_again_and_again_put_no_player_out() -> None:
    """Where there are too many tokens, the oldest of a screen goes."""
    tokens = Tokens({})
    player, _rows = tokens.issue(Holder(Who("seat", "Olga", "astra"), "Phone", AT))
    for _screen in range(1000):
        tokens.issue(Holder(Who("screen"), "Laptop", AT))
    assert tokens.holder(player) is not None


def test_a_room_whose_port_was_taken_knows_where_its_devices_wait(
    harbour: PackReading, tmp_path: Path
) -> None:
    """After it was closed, and after the file was."""
    setup = Setup("Group B", "", 3, seating=(Seating("astra", ("Olga",)),))
    path = tmp_path / "a.wargame"
    with at_home(harbour, setup, path) as home:
        first = home.call(home.room.state).page
        home.call(home.room.close)
        with socket.create_server((LOCAL, int(first.rpartition(":")[2]))):
            assert home.call(lambda: home.room.last_page) == first
            home.open()
            second = home.call(home.room.state).page
    assert second != first
    session = Session.open(path)
    assert WebRoom(Reception(session, ClockSeen), AtOnce(), LOCAL).last_page == second
    session.close()
