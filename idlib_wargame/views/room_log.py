"""The log of a saved session as the whole room may read it: nothing that some seat may not know."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.sight import Sight
from idlib_wargame.session import bodies
from idlib_wargame.session.log import LogLine
from idlib_wargame.session.play import FINISHED
from idlib_wargame.session.reading import SavedSession
from idlib_wargame.words.language import _, fill

# Of these every seat knows that they happened, and their line in the log says nothing more.
_KNOWN_TO_ALL = frozenset(
    {
        bodies.PACK,
        bodies.SETUP,
        bodies.UNSEALED,
        bodies.PHASE,
        bodies.CLOSED,
        bodies.RESEATED,
        FINISHED,
    }
)


def room_log(saved: SavedSession, sight: Sight) -> Iterator[LogLine]:
    """The log without private words, notes, hidden rulings and what was struck."""
    entries = {entry.number: entry for entry in saved.entries}
    for line in saved.log:
        told = None if line.struck else _for_room(saved, sight, line, entries[line.number])
        if told is not None:
            yield told


def _for_room(saved: SavedSession, sight: Sight, line: LogLine, entry: Entry) -> LogLine | None:
    body = entry.body
    match entry.kind:
        case bodies.SEALED:
            seat = saved.scenario.seat_by_id[body["seat"]].name
            return line._replace(text=fill(_("{seat} seals its orders."), seat=seat))
        case bodies.ADJUDICATED:
            return line._replace(text=fill(_("Turn {turn} adjudicated."), turn=body["turn"]))
        case bodies.RULING:
            return line if _ruling_is_known(saved, sight, entry) else None
        case bodies.INJECTED | bodies.TOLD:
            return None if body["to"] else line
    return line if entry.kind in _KNOWN_TO_ALL else None


def _ruling_is_known(saved: SavedSession, sight: Sight, entry: Entry) -> bool:
    """Whether it stands on a card of a closed turn that the room reads, ruling and all."""
    address = entry.body["address"]
    cards = (card for turn in saved.last.closed for card in turn.result.cards)
    ruled = next((card for card in cards if str(card.address) == address), None)
    known = sight.card(ruled) if ruled is not None else None
    return known is not None and known.ruled is not None and bool(known.ruled.why)
