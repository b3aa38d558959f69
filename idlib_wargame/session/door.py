"""The door: turns an act into the entry that records it, or refuses."""

from __future__ import annotations

from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import EntryKind, Json, Position
from idlib_wargame.session.kinds.registry import kind_of
from idlib_wargame.session.typed import as_kept
from idlib_wargame.words.language import _


def entry_for(act: Act, by: str, at: Position) -> tuple[EntryKind, Json]:
    """The kind and body of the entry for an act. Raises Refused."""
    kind = kind_of(act)
    if at.play.finished and not kind.after_finish:
        said = _("The exercise is finished; its record can be replayed but not changed.")
        raise Refused(said)
    if by != FACILITATOR and not kind.open_to_seats:
        raise Refused(_("Only the facilitator may do that."))
    return kind, kind.body(as_kept(act), by, at)
