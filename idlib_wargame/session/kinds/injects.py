"""What acts about an inject of the pack share: it must be the pack's, not sent, and in time."""

from __future__ import annotations

from idlib_wargame.rules.names import Prefix
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.phases import ADJUDICATION, REPORT
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import Position
from idlib_wargame.words.language import _, fill


def inject_to_come(inject: str, at: Position) -> Inject:
    """The inject of that id, which was not sent yet. Raises Refused."""
    row = at.scenario.inject_by_id.get(inject)
    if row is None:
        said = _("There is no inject “{inject}” in this pack.")
        raise Refused(fill(said, inject=inject))
    sent = at.play.state[Prefix.INJECT.of(inject)]
    if sent:
        raise Refused(fill(_("“{title}” was sent in turn {turn}."), title=row.title, turn=sent))
    return row


def unsent_inject(inject: str, at: Position) -> Inject:
    """The inject of that id, where it may still be sent this turn. Raises Refused."""
    row = inject_to_come(inject, at)
    if at.play.phase in (ADJUDICATION, REPORT):
        raise Refused(_("Orders have been opened; send it in the next turn."))
    return row
