"""What a re-opening would make of offers and agreements, said before it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.kinds.acceptance_taken_back import ACCEPTANCE_TAKEN_BACK
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.bargains import title_in
from idlib_wargame.session.kinds.declared_over import DECLARED_OVER
from idlib_wargame.session.kinds.end_agreed import END_AGREED
from idlib_wargame.session.kinds.offer_accepted import OFFER_ACCEPTED
from idlib_wargame.session.kinds.offer_refused import OFFER_REFUSED
from idlib_wargame.session.kinds.offer_tabled import OFFER_TABLED
from idlib_wargame.session.kinds.offer_withdrawn import OFFER_WITHDRAWN
from idlib_wargame.session.session import Session
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series

_ANSWERS = tuple(
    kind.name
    for kind in (
        OFFER_ACCEPTED,
        ACCEPTANCE_TAKEN_BACK,
        OFFER_REFUSED,
        OFFER_WITHDRAWN,
        END_AGREED,
        DECLARED_OVER,
    )
)


def drafts_again(session: Session, uncovered: bool = True) -> Mapping[int, str]:
    """By turn, what becomes of what seats agreed since its orders were opened; "" for nothing.

    Unless ``uncovered``, of offers that were secret as they were tabled only their number is told.
    """
    stands = [entry for entry in session.entries if entry.number not in session.struck]
    opened = {each.body["turn"]: each.number for each in stands if each.kind == ADJUDICATED.name}
    bargains = [each for each in stands if each.kind in (OFFER_TABLED.name, *_ANSWERS)]
    return {
        turn: " ".join(
            _became(session, [each for each in bargains if each.number > number], uncovered)
        )
        for turn, number in opened.items()
    }


def _became(session: Session, since: Sequence[Entry], uncovered: bool) -> Iterator[str]:
    tabled = [each for each in since if each.kind == OFFER_TABLED.name]
    told = [each for each in tabled if uncovered or each.body["known_to"] is None]
    if told:
        said = ngettext(
            "An offer tabled since becomes its author's draft: {offers}.",
            "Offers tabled since become their authors' drafts: {offers}.",
            len(told),
        )
        yield fill(said, offers=series([title_in(session.scenario, each) for each in told]))
    if hidden := len(tabled) - len(told):
        said = ngettext(
            "{count} secret offer tabled since becomes its author's draft.",
            "{count} secret offers tabled since become their authors' drafts.",
            hidden,
        )
        yield fill(said, count=hidden)
    if any(each.kind in _ANSWERS for each in since):
        yield _("What was accepted, refused, ended or declared over since no longer counts.")
