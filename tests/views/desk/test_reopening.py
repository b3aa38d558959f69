"""What the question before a re-opening says of offers, answers and scores."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.views.desk.reopening import drafts_again
from idlib_wargame.words.language import unmarked
from tests.session.bargains import sign, to_open_orders
from tests.session.exercises import begun, do


def test_re_opening_a_turn_names_the_scores_that_it_takes_back(full: PackReading) -> None:
    """Those given since its orders were opened, each term once, with the last; no earlier one."""
    session = begun(full)
    key = sign(session)
    do(session, ScoreWords(key, 1, 1, "Hardly"))
    to_open_orders(session)
    assert drafts_again(session) == {1: ""}
    do(session, ScoreWords(key, 1, 2, "Kind enough"), ScoreWords(key, 1, 3, "Very kind"))
    (said,) = map(unmarked, drafts_again(session).values())
    assert said == (
        "A score that you gave to free words since no longer counts: "
        "term 2 of the agreement of Astra and Borea, 3 of 3."
    )
    (covered,) = map(unmarked, drafts_again(session, uncovered=False).values())
    assert covered == (
        "1 score that you gave to free words of a secret agreement no longer counts."
    )
    do(session, Reopen(1), Adjudicate())
    assert drafts_again(session) == {1: ""}
    assert [each.why for each in session.play.ledger[key].scores] == ["Hardly"]
