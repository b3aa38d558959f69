"""The terms in free words that the facilitator scores, and what a score is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.agreements.case import Case, Score
from idlib_wargame.rules.agreements.testing import FAIR_SCORE, is_asked
from idlib_wargame.rules.offer import Does
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.words.bargains import share_words
from idlib_wargame.words.language import _, fill


class WordsTerm(NamedTuple):
    """A term in free words that can be scored: its place from 0, its words, what was alleged.

    ``waits`` says that it is due, or that somebody said since its last score that it was broken.
    """

    case: str
    place: int
    words: str
    alleged: tuple[str, ...]
    waits: bool


def scored_words(score: Score) -> str:
    """A score as it was given, and when it counts."""
    said = _("For turn {turn} you scored term {number} {score} of 3. Why: {why}")
    return fill(said, turn=score.turn, number=score.term + 1, score=score.score, why=score.why)


def words_terms(scenario: Scenario, play: Play, case: Case) -> Iterator[WordsTerm]:
    """The terms in free words of an agreement in force."""
    if not case.in_force or counts_in(play) > play.setup.turns:
        return
    for place, term in enumerate(case.offer.terms):
        if term.does is Does.WORDS and is_asked(case, place, counts_in(play)):
            alleged = tuple(
                fill(_("{actor}: {text}"), actor=scenario.actor_name(each.by), text=each.text)
                if each.text
                else fill(_("{actor} says that it was broken."), actor=scenario.actor_name(each.by))
                for each in case.allegations
                if each.term == place
            )
            yield WordsTerm(case.key, place, term.what, alleged, _term_waits(play, case, place))


def counts_in(play: Play) -> int:
    """The turn at whose close a score given now counts."""
    return play.opened_turn or play.bargaining_turn


def _term_waits(play: Play, case: Case, place: int) -> bool:
    """Whether it is due or alleged, and nobody has scored it since."""
    given = [score.turn for score in case.scores if score.term == place]
    last = max(given, default=0)
    if any(each.term == place and each.turn > last for each in case.allegations):
        return True
    if case.progress[place].is_void:
        return False
    return not given and case.offer.terms[place].by <= counts_in(play)


def scale_words(score: int) -> str:
    """How far a term in free words was kept, and what that makes of it."""
    said = _("{score}: kept {share}, which keeps it")
    if score < FAIR_SCORE:
        said = _("{score}: kept {share}, which breaks it")
    return fill(said, score=score, share=share_words(score))


def score_button_words(score: int) -> str:
    """What the button says that scores it; below 0 for no score picked."""
    return fill(_("Score it {score} of 3"), score=score) if score >= 0 else _("Score it")
