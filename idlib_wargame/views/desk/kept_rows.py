"""A row that was written for a free order, kept for later turns or for the pack's author."""

from __future__ import annotations

import re
from typing import NamedTuple

from idlib_wargame.packs.row_text import row_text
from idlib_wargame.session.session import Session
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import listed


class KeptRow(NamedTuple):
    """``actors`` may order it from the next turn on, of all that ``may`` be allowed to, by id and
    name; ``said`` tells who they are. ``text`` is the row as a moves file of a pack has it.
    """

    move: str
    name: str
    actors: tuple[str, ...]
    may: tuple[tuple[str, str], ...]
    said: str
    text: str


def kept_row(session: Session, move: str) -> KeptRow | None:
    """The row of that id; None for a move of the pack."""
    scenario = session.scenario
    row = next((each for each in session.play.own.moves if each.id == move), None)
    if row is None:
        return None
    orders = {scenario.actor_of[seat.id] for seat in scenario.seats if scenario.orders_of(seat.id)}
    may = tuple((a, scenario.actor_name(a)) for a in scenario.actors if a in orders)
    names = [scenario.actor_name(actor) for actor in row.seats]
    said = fill(_("It can be ordered by {who}."), who=listed(names)) if names else ""
    seats = row.seats or tuple(actor for actor, _name in may)
    return KeptRow(
        row.id, row.name, row.seats, may, said, row_text(scenario, row, _pack_id(row.name), seats)
    )


def kept_rows(session: Session) -> tuple[KeptRow, ...]:
    """Every row that the exercise wrote and that stands, of whichever turn, the newest first."""
    found = (kept_row(session, move.id) for move in reversed(session.play.own.moves))
    return tuple(row for row in found if row is not None)


def _pack_id(name: str) -> str:
    """An id such as a pack has: small letters and digits, beginning with a letter."""
    words = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
    return words if words[:1].isalpha() and words.isascii() else f"row_{words}".rstrip("_")
