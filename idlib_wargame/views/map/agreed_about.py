"""What agreements in force say of places: terms about clauses that a place's track decides."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.agreements.case import Case
from idlib_wargame.rules.conditions.condition import names_in
from idlib_wargame.rules.offer import Does, Term
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.words.bargains import case_heading, term_words
from idlib_wargame.words.mapping import agreed_about_words

AgreedAbout = dict[str, tuple[str, ...]]


def agreed_about(pack: Scenario, play: Play) -> AgreedAbout:
    """By track, each term in force that is about it, in words, the newest agreement first.

    Pack and play are cut to what the reader may know. Pledges of acts and words name no place.
    """
    found: AgreedAbout = {}
    for case in reversed(tuple(play.ledger.cases.values())):
        for term in _bound_by(case):
            said = agreed_about_words(
                term_words(pack, term), case_heading(pack, case.offer, is_signed=True)
            )
            for track in _tracks(pack, term):
                found[track] = (*found.get(track, ()), said)
    return found


def _bound_by(case: Case) -> Iterator[Term]:
    """The terms of an agreement in force that still bind."""
    for number, term in enumerate(case.offer.terms if case.in_force else ()):
        progress = case.progress[number] if number < len(case.progress) else None
        if progress is None or not (progress.is_void or progress.is_over):
            yield term


def _tracks(pack: Scenario, term: Term) -> set[str]:
    if term.does is not Does.CLAUSE:
        return set()
    rows = (row for row in pack.clauses if row.id == term.what)
    conditions = (each for row in rows for each in (row.full, row.intermediate, row.minimal))
    return {name for each in conditions for name in names_in(each)} & pack.track_by_id.keys()
