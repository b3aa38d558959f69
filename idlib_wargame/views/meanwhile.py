"""Two people of one seat write at once: neither wipes what the other wrote without a word.

What only one of them changed since both read it is theirs; where both did, whoever comes second is
told what stands there now, and chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from idlib_wargame.rules.offer import Offer
from idlib_wargame.views.bargains.writing import Reading
from idlib_wargame.words.language import _, fill

T = TypeVar("T")


class Contested(NamedTuple):
    """A part of an offer that both changed; ``place`` that of a term, None of all of them."""

    name: str
    place: int | None = None


def written_words(theirs: str) -> str:
    """What somebody is told whose change would have taken another's away."""
    if not theirs.strip():
        return _("Somebody else at your seat has emptied this meanwhile. Yours stands here.")
    said = _("Somebody else at your seat wrote here meanwhile: “{text}”. Yours stands here.")
    return fill(said, text=theirs)


def keep_mine_words() -> str:
    """The choice that puts mine in the place of theirs."""
    return _("Keep mine")


def take_theirs_words() -> str:
    """The choice that lets go of mine."""
    return _("Take theirs")


def choose_first_words() -> str:
    """Why nothing is given out of hand while that is open."""
    return _("Somebody else at your seat wrote in the same place; choose there first.")


def is_contested(was: object, mine: object, stands: object) -> bool:
    """Whether both have changed it, and not to the same."""
    return mine != was and stands not in (was, mine)


def together(was: T, mine: T, stands: T) -> T:
    """What comes of a thing: mine if I changed it, else what stands."""
    return stands if mine == was else mine


def reasons_together(
    was: Sequence[str], mine: Sequence[str], stands: Sequence[str]
) -> tuple[str, ...]:
    """Each reason that only one of the two gave or took away goes as they had it.

    Theirs come last; there may be more of them than an order has room for.
    """
    before = {each.strip() for each in was}
    known = before | {each.strip() for each in mine}
    taken_away = before - {each.strip() for each in stands}
    kept = [each for each in mine if each.strip() not in taken_away]
    return (*kept, *(each for each in stands if each.strip() not in known))


def offers_together(was: Offer, mine: Offer, stands: Offer) -> tuple[Offer, tuple[Contested, ...]]:
    """An offer with what each has changed, and what both did; there mine stands.

    Term by term while they are as many for both: each may have changed another.
    """
    found: dict[str, Any] = {}
    both: list[Contested] = []
    for name in Offer._fields:
        three = [getattr(each, name) for each in (was, mine, stands)]
        if name == "terms" and len({len(each) for each in three}) == 1:
            terms = list(zip(*three, strict=True))
            found[name] = tuple(together(*each) for each in terms)
            both += [Contested(name, n) for n, each in enumerate(terms) if is_contested(*each)]
        else:
            found[name] = together(*three)
            both += [Contested(name)] if is_contested(*three) else []
    return Offer(**found), tuple(both)


def contested_words(both: Sequence[Contested], stands: Offer, reading: Reading) -> str:
    """What somebody is told of these, by what stands there and how that reads."""
    return "\n".join(dict.fromkeys(_contested_words(each, stands, reading) for each in both))


def _contested_words(both: Contested, stands: Offer, reading: Reading) -> str:
    if both.name == "text":
        return written_words(stands.text)
    if both.name == "terms":
        places = range(len(reading.terms)) if both.place is None else (both.place,)
        return written_words("\n".join(reading.terms[place] for place in places))
    return written_words(reading.small_print)
