"""What was sent from a page: the entry that answers it keeps its id, so that it is done once.

A page that had no answer sends the same again, also after the program was started anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from idlib_wargame.session.kinds.shapes import Ground, Strange, may_have, row, text
from idlib_wargame.session.typed import as_kept
from idlib_wargame.words.language import _, fill

MOST_OF_ID = 100  # characters
SENT = "sent"  # no kind has a key of that name of its own


class Sent(NamedTuple):
    """The id that the page gave, and who sent it, as they are called at their seat."""

    id: str
    person: str = ""

    @property
    def is_fit(self) -> bool:
        """Whether the id is one that an entry can keep: a stranger's page may give anything."""
        return 0 < len(self.id) <= MOST_OF_ID and self.id.isprintable()


def with_sent(body: Mapping[str, Any], sent: Sent | None) -> dict[str, Any]:
    """The body of an entry, with what it answers."""
    if sent is None:
        return dict(body)
    return {**body, SENT: {"id": sent.id, "person": as_kept(sent.person)}}


def sent_in(body: Mapping[str, Any]) -> Sent | None:
    """What an entry answers, of a body that has the shape; None for one that answers nothing."""
    kept = body.get(SENT)
    return Sent(kept["id"], kept["person"]) if kept is not None else None


def _id(value: Any, ground: Ground) -> None:
    text(value, ground)
    if not Sent(value).is_fit:
        said = _("a text of 1 to {most} characters that can be read")
        raise Strange(value, fill(said, most=MOST_OF_ID))


# Of every kind, beside what it has of its own.
ANSWERS = may_have(sent=row(id=_id, person=text))
