"""What a re-opening would make of offers and agreements, said before it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.kinds.acceptance_taken_back import ACCEPTANCE_TAKEN_BACK
from idlib_wargame.session.kinds.bargains import title_in
from idlib_wargame.session.kinds.declared_over import DECLARED_OVER
from idlib_wargame.session.kinds.end_agreed import END_AGREED
from idlib_wargame.session.kinds.offer_accepted import OFFER_ACCEPTED
from idlib_wargame.session.kinds.offer_refused import OFFER_REFUSED
from idlib_wargame.session.kinds.offer_tabled import OFFER_TABLED
from idlib_wargame.session.kinds.offer_withdrawn import OFFER_WITHDRAWN
from idlib_wargame.session.kinds.words_scored import WORDS_SCORED
from idlib_wargame.session.session import Session
from idlib_wargame.words.bargains import title_of
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart, series

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
_BARGAINS = frozenset({OFFER_TABLED.name, WORDS_SCORED.name, *_ANSWERS})


def drafts_again(session: Session, uncovered: bool = True) -> Mapping[int, str]:
    """By turn, what becomes of what was agreed and scored since its orders were opened.

    "" for nothing. Unless ``uncovered``, of what is secret only its number is told. What becomes
    of it is worked out of the turn that is asked for.
    """
    return _DraftsAgain(session, uncovered)


class _DraftsAgain(Mapping[int, str]):
    def __init__(self, session: Session, uncovered: bool) -> None:
        self._session, self._uncovered = session, uncovered
        self._opened = session.openings

    def __getitem__(self, turn: int) -> str:
        session = self._session
        since = [
            each
            for each in session.entries[self._opened[turn] :]
            if each.kind in _BARGAINS and each.number not in session.struck
        ]
        return " ".join(_became(session, since, self._uncovered))

    def __iter__(self) -> Iterator[int]:
        return iter(self._opened)

    def __len__(self) -> int:
        return len(self._opened)


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
    yield from _scores_lost(session, since, uncovered)


def _scores_lost(session: Session, since: Sequence[Entry], uncovered: bool) -> Iterator[str]:
    """The facilitator's scores of free words; of a term that was scored again, the last."""
    scored = {
        (each.body["case"], each.body["term"]): each.body["score"]
        for each in since
        if each.kind == WORDS_SCORED.name
    }
    cases = session.play.ledger.cases
    told = {
        (case, term): score
        for (case, term), score in scored.items()
        if uncovered or (case in cases and cases[case].was_public())
    }
    if told:
        said = ngettext(
            "A score that you gave to free words since no longer counts: {scores}.",
            "Scores that you gave to free words since no longer count: {scores}.",
            len(told),
        )
        lines = [_score_words(session, *where, score) for where, score in told.items()]
        yield fill(said, scores=apart(lines))
    if hidden := len(scored) - len(told):
        said = ngettext(
            "{count} score that you gave to free words of a secret agreement no longer counts.",
            "{count} scores that you gave to free words of secret agreements no longer count.",
            hidden,
        )
        yield fill(said, count=hidden)


def _score_words(session: Session, case: str, term: int, score: int) -> str:
    found = session.play.ledger.cases.get(case)
    if found is None:
        return fill(_("term {number}, {score} of 3"), number=term + 1, score=score)
    title = title_of(session.scenario, found)
    said = _("term {number} of {agreement}, {score} of 3")
    return fill(said, number=term + 1, agreement=title, score=score)
