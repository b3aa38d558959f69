"""Which term of a half-written offer a page means, while others of its seat may be writing too.

Terms have no names of their own, and their places shift as one is taken off. So a page calls a term
by its side, its kind and how many of these stand before it, which words typed into it do not
change; and says how it read as it was drawn, by a digest, so that no other is taken for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from idlib_wargame.rules.offer import Offer, Term
from idlib_wargame.session.faults import Refused
from idlib_wargame.words.language import _

DIGITS = 12
OURS, THEIRS = "ours", "theirs"


def term_keys(offer: Offer) -> tuple[str, ...]:
    """What a page calls each term: "ours-words-0" is the first of ours in free words."""
    counts: dict[str, int] = {}
    keys = []
    for term in offer.terms:
        kind = f"{OURS if term.debtor == offer.maker else THEIRS}-{term.does}"
        keys.append(f"{kind}-{counts.get(kind, 0)}")
        counts[kind] = counts.get(kind, 0) + 1
    return tuple(keys)


def reads(term: Term) -> str:
    """A digest of all that a term says but for what it hangs on."""
    text = json.dumps(term._replace(link=None).to_json(), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def place_meant(offer: Offer, key: str, was: str) -> int:
    """The place of the term that a page means. Raises Refused for one that is there no more.

    One that says what it said is that term, wherever it stands now; of one whose words are others
    since, the key tells.
    """
    keys = term_keys(offer)
    same = [place for place, term in enumerate(offer.terms) if reads(term) == was]
    here = keys.index(key) if key in keys else None
    if here in same or (here is not None and not same):
        assert here is not None
        return here
    if len(same) == 1:
        return same[0]
    raise Refused(_("That term is no longer there."))


def place_read(offer: Offer, key: str, was: str) -> int:
    """The same of a term that must still say what was read. Raises Refused for any other."""
    place = place_meant(offer, key, was)
    if reads(offer.terms[place]) != was:
        said = _("That term has changed since you read it. Read it once more.")
        raise Refused(said)
    return place


def places_of(offer: Offer) -> Mapping[str, int]:
    """The place of each term by what a page calls it."""
    return {key: place for place, key in enumerate(term_keys(offer))}
