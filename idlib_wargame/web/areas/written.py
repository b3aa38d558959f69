"""What two people of one seat write into the same at once: neither wipes the other's unread.

With a field its page sends what stood there as its person began to change it ("was.NAME"); once
they were told what the other wrote, it no longer does, and what they do then counts.
"""

from __future__ import annotations

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.free_orders import MOST_REASONS, FreeOrder
from idlib_wargame.web.fields import Fields
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.quoting import quotable


def together(was: str | None, typed: str, stands: str) -> str | None:
    """What is to stand there; None where both changed it. ``was`` is None for one who was told."""
    if was is None or stands in (was, typed):
        return typed
    return stands if typed == was else None


def text_together(fields: Fields, name: str, stands: str) -> str:
    """The same of one field of a form. Raises Refused with what the other wrote."""
    was = (
        fields.text(f"was.{name}", or_none="") if fields.plain(f"was.{name}") is not None else None
    )
    found = together(was, fields.text(name), stands)
    if found is None:
        raise Refused(meanwhile_words(stands))
    return found


def free_together(fields: Fields, stands: FreeOrder) -> FreeOrder:
    """An order of the seat's own as both have it. Raises Refused with what the other wrote.

    Of the reasons, each that only one of the two gave or took away goes as they had it.
    """
    what, aim = (text_together(fields, name, getattr(stands, name)) for name in ("what", "aim"))
    return FreeOrder(what, aim, _reasons_together(fields, stands.reasons))


def _reasons_together(fields: Fields, stands: tuple[str, ...]) -> tuple[str, ...]:
    sent, before = (fields.texts(name, MOST_REASONS) for name in ("reason", "was.reason"))
    typed, was = [each for each in sent if each.strip()], {each.strip() for each in before}
    known = {each.strip() for each in typed} | was
    theirs = [each for each in stands if each.strip() not in known] if before else []
    taken_away = was - {each.strip() for each in stands}
    reasons = [each for each in typed if each.strip() not in taken_away] + theirs
    was_told = len(before) < len(sent)
    if len(reasons) > MOST_REASONS and not was_told:
        raise Refused(meanwhile_words(theirs[-1]))
    return tuple(reasons[:MOST_REASONS])


def meanwhile_words(text: str) -> str:
    """What whoever comes second is told."""
    said = _(
        "Somebody else at your seat wrote here meanwhile: “{text}”. What you typed stands "
        "here still; put the two together, and that is kept."
    )
    return fill(said, text=quotable(text))
