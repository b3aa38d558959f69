"""The door: turns an act into the entry that records it, or refuses."""

from __future__ import annotations

import logging

from idlib_wargame.record.entry import Body, encode
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import EntryKind, Json, Position
from idlib_wargame.session.kinds.registry import kind_of
from idlib_wargame.session.kinds.shapes import Ground, Strange, both, short
from idlib_wargame.session.sent import ANSWERS, Sent, with_sent
from idlib_wargame.session.typed import as_kept
from idlib_wargame.words.language import _, fill

_faults = logging.getLogger("idlib_wargame.session")


def entry_for(act: Act, by: str, at: Position, sent: Sent | None = None) -> tuple[EntryKind, Json]:
    """The kind and body of the entry for an act, and what it answers. Raises Refused."""
    kind = kind_of(act)
    if at.play.finished and not kind.after_finish:
        said = _("The exercise is finished; its record can be replayed but not changed.")
        raise Refused(said)
    if by != FACILITATOR and not kind.open_to_seats:
        raise Refused(_("Only the facilitator may do that."))
    if sent is not None and not sent.is_fit:
        raise Refused(_("The page did not say what it sent; load it again and repeat that."))
    body = with_sent(kind.body(as_kept(act), by, at), sent)
    _check_is_read_again(kind, body, at)
    return kind, body


def _check_is_read_again(kind: EntryKind, body: Json, at: Position) -> None:
    """What would be passed over when the file is read is refused before it is written.

    It is a fault of ours where no kind says so itself, and would cost the exercise.
    """
    try:
        read = both(kind.shape, ANSWERS)
        read(Body(encode(body)).content, Ground(at.scenario, at.referee))
    except Strange as strange:
        _faults.exception("An act of the kind %s would not be read again", kind.name)
        said = _("That cannot be kept in the record ({found}), so it is not done.")
        raise Refused(fill(said, found=short(strange.found))) from strange
