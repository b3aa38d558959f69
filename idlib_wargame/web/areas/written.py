"""What two people of one seat write into the same at once: neither wipes the other's unread.

With a field its page sends what stood there as its person began to change it ("was.NAME"); once
they were told what the other wrote, that, or where it was not told what, nothing. Of boxes it
sends those that were ticked. Of a list it shows what stands once they were told, and whoever picks
again has seen that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from idlib_wargame.session.faults import Refused
from idlib_wargame.views.free_orders import MOST_REASONS, FreeOrder
from idlib_wargame.views.meanwhile import reasons_together
from idlib_wargame.web.fields import Fields
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.quoting import quotable


class Meanwhile(Refused):
    """Both changed the same. Whoever is told so has read what the other wrote.

    ``stands`` is that, by the name of its field: what they do next counts unless it is another by
    then. Of a field that is not named, it counts whatever stands there.
    """

    def __init__(self, *reasons: str, stands: Mapping[str, str] | None = None) -> None:
        super().__init__(*reasons)
        self.stands = stands or {}


def together(was: str | None, typed: str, stands: str) -> str | None:
    """What is to stand there; None where both changed it. ``was`` is None for one who was told."""
    if was is None or stands in (was, typed):
        return typed
    return stands if typed == was else None


def text_together(fields: Fields, name: str, stands: str) -> str:
    """The same of one field of a form. Raises Meanwhile with what the other wrote."""
    found = together(was_of(fields, name), fields.text(name), stands)
    if found is None:
        raise Meanwhile(meanwhile_words(stands), stands={name: stands})
    return found


def choice_together(fields: Fields, name: str, stands: str, label: str) -> str:
    """The same of a list under that label. Raises Meanwhile where they picked something else."""
    found = together(was_of(fields, name), fields.text(name), stands)
    if found is None:
        raise Meanwhile(chosen_words(label))
    return found


def ticks_together(fields: Fields, name: str, stands: Iterable[str], most: int) -> frozenset[str]:
    """Which boxes of a row are to be ticked: of each, whoever turned it counts."""
    typed = frozenset(fields.texts(name, most))
    if fields.plain(f"was.{name}") is None:
        return typed
    was = frozenset(fields.texts(f"was.{name}", most))
    return (frozenset(stands) - (was - typed)) | (typed - was)


def tick_together(fields: Fields, name: str, stands: bool) -> bool:
    """The same of a box that stands alone."""
    typed = fields.is_on(name)
    was = bool(fields.texts(f"was.{name}"))
    return stands if fields.plain(f"was.{name}") is not None and typed == was else typed


def was_of(fields: Fields, name: str) -> str | None:
    """What stood in a field as its person began to change it; None for one who was told."""
    name = f"was.{name}"
    return fields.text(name) if fields.plain(name) is not None else None


def free_together(fields: Fields, stands: FreeOrder) -> FreeOrder:
    """An order of the seat's own as both have it. Raises Meanwhile with what the other wrote.

    Of the reasons, each that only one of the two gave or took away goes as they had it.
    """
    what, aim = (text_together(fields, name, getattr(stands, name)) for name in ("what", "aim"))
    return FreeOrder(what, aim, _reasons_together(fields, stands.reasons))


def _reasons_together(fields: Fields, stands: tuple[str, ...]) -> tuple[str, ...]:
    sent, before = (fields.texts(name, MOST_REASONS) for name in ("reason", "was.reason"))
    typed = tuple(each for each in sent if each.strip())
    reasons = reasons_together(before, typed, stands) if before else typed
    was_told = len(before) < len(sent)
    if len(reasons) > MOST_REASONS and not was_told:
        raise Meanwhile(meanwhile_words(reasons[-1]))
    return reasons[:MOST_REASONS]


def meanwhile_words(text: str) -> str:
    """What whoever comes second is told."""
    if not text.strip():
        return _(
            "Somebody else at your seat has emptied this meanwhile. What you typed stands here "
            "still; change it once more, and it is kept."
        )
    said = _(
        "Somebody else at your seat wrote here meanwhile: “{text}”. What you typed stands "
        "here still. Put the two together, and that is kept; or choose."
    )
    return fill(said, text=quotable(text))


def chosen_words(label: str) -> str:
    """The same of a list, which shows what the other picked."""
    said = _(
        "Somebody else at your seat has settled “{what}” meanwhile. What they chose stands here "
        "now; choose again if it should be something else."
    )
    return fill(said, what=quotable(label))
