"""The port that the room is reached at."""

from __future__ import annotations

import socket
import sys

from idlib_wargame.views.online.room_server import FIRST_PORT, RoomFault
from idlib_wargame.words.language import _, fill

PORTS_TRIED = 40  # after the first one


def port_of(kept: str) -> int:
    """The port of the last time; 0 for none."""
    return int(kept) if kept.isascii() and kept.isdigit() and len(kept) < 6 else 0


def listen(host: str, asked: int, kept: int) -> socket.socket:
    """A socket at the port that was asked for, else at the one of the last time, else another."""
    if asked:
        tried: list[int] = [asked]
    else:
        tried = [kept] if 0 < kept < 65536 else []
        tried += list(range(FIRST_PORT, FIRST_PORT + PORTS_TRIED))
    for port in tried:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform == "win32":
            # Else two programs could listen at one port, and each have half of the players.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(128)
        except OSError:
            listener.close()
            continue
        listener.setblocking(False)
        return listener
    if asked:
        said = _("Port {port} is used by another program; choose another, or none.")
        raise RoomFault(fill(said, port=asked))
    said = _("No port from {first} on is free on this computer; close another program.")
    raise RoomFault(fill(said, first=FIRST_PORT))
