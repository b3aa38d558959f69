"""The facilitator finds how far a term in free words was kept."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.offer import Does, How, Link, Term
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.agreements import waiting_count
from tests.session.bargains import KEY, OFFER, case, sign, strange_steps, to_closed, to_open_orders
from tests.session.exercises import (
    COVERT,
    COVERT_CARD,
    SEATS_AND_ROOM,
    do,
    last_line,
    read_back,
    refusal,
    to_orders,
)


def marks(session: Session) -> list[Mark]:
    """What the open turn finds of astra's restraint and of borea's words."""
    assert session.play.pending is not None
    return [each.mark for each in session.play.pending.result.marks]


def test_a_score_given_before_orders_are_opened_counts_at_that_close(
    full_session: Session,
) -> None:
    """Control alone reads it."""
    sign(full_session)
    do(full_session, ScoreWords(KEY, 1, 3, " Well meant "))
    assert last_line(full_session) == ("Term 2, in free words, is scored 3 of 3. Why: Well meant")
    assert {last_line(full_session, reader) for reader in SEATS_AND_ROOM} == {""}
    to_open_orders(full_session)
    assert marks(full_session) == [Mark.KEEPING, Mark.KEPT]
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []


def test_nothing_waits_for_a_score(full_session: Session) -> None:
    """A turn is closed without."""
    sign(full_session)
    to_closed(full_session)
    assert [each.mark for each in full_session.play.closed[0].result.marks] == [
        Mark.KEEPING,
        Mark.DUE,
    ]


def test_a_score_given_while_orders_are_open_tests_again(full_session: Session) -> None:
    """What was ruled meanwhile stays ruled; undone, it is as it was."""
    sign(full_session)
    to_open_orders(full_session, COVERT)
    do(full_session, Decide(COVERT_CARD, Band.BACKFIRE, "Seen"))
    before = full_session.play
    assert marks(full_session) == [Mark.BROKEN, Mark.DUE]
    do(full_session, ScoreWords(KEY, 1, 0, "Not a word"))
    assert marks(full_session) == [Mark.BROKEN, Mark.BROKEN]
    pending = full_session.play.pending
    assert pending is not None
    assert [card.final for card in pending.result.cards if card.ruled] == [Band.BACKFIRE]
    assert read_back(full_session) == full_session.play
    assert strange_steps(full_session) == []
    do(full_session, Undo())
    assert full_session.play == before


def test_a_ruling_tests_again_with_the_scores_given(full_session: Session) -> None:
    """A restraint stays broken though the order was ruled to fail."""
    sign(full_session)
    to_open_orders(full_session, COVERT)
    do(full_session, ScoreWords(KEY, 1, 2, "Well enough"))
    do(full_session, Decide(COVERT_CARD, Band.FAILURE, "The sea was high"))
    assert marks(full_session) == [Mark.BROKEN, Mark.KEPT]
    do(full_session, CloseTurn())
    assert full_session.play.ledger.broken.by_actor == {"astra": 1}
    assert case(full_session).score_of(1, 1) is not None
    assert strange_steps(full_session) == []


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (
            ScoreWords(KEY, 1, 4, "So"),
            "4 is no score for a term in free words; give one from 0 to 3.",
        ),
        (ScoreWords(KEY, 1, 2, " "), "A score needs its reason, in a few words."),
        (
            ScoreWords(KEY, 1, 2, "x" * 10_000),
            "The text has 10000 characters and may have 1000; shorten it.",
        ),
        (
            ScoreWords(KEY, 0, 2, "So"),
            "Term 1 is not in free words; the rules find what came of it.",
        ),
        (
            ScoreWords(KEY, 7, 2, "So"),
            "There is no term 8 in this offer; choose one that there is.",
        ),
        (
            ScoreWords("none", 1, 2, "So"),
            "There is no such offer any more. Look at the list as it stands now.",
        ),
    ],
)
def test_what_may_not_be_scored(full_session: Session, act: ScoreWords, said: str) -> None:
    """Each in a sentence."""
    sign(full_session)
    assert refusal(full_session, act) == said


def test_what_waits_for_another_term_is_scored_once_that_was_kept(full_session: Session) -> None:
    """A score before would count for nothing, and nobody would be asked for one again."""
    kind = Term("borea", Does.WORDS, "Be kind", 1, link=Link(How.ONCE, 0))
    crews = Term("borea", Does.ACT, "free_crews", 1)
    key = sign(full_session, OFFER._replace(terms=(crews, kind)))
    assert refusal(full_session, ScoreWords(key, 1, 3, "So")) == (
        "Term 2 waits for term 1; score it once that one was kept."
    )
    assert waiting_count(full_session) == 0
    to_orders(full_session)
    full_session.submit(SealOrders("astra", ()), "astra")
    full_session.submit(SealOrders("borea", (Wish("free_crews"),)), "borea")
    do(full_session, Adjudicate(), CloseTurn())
    assert waiting_count(full_session) == 1
    do(full_session, ScoreWords(key, 1, 3, "So"))
    assert waiting_count(full_session) == 0
    to_open_orders(full_session)
    assert marks(full_session) == [Mark.DONE, Mark.KEPT]


def test_a_forged_score_or_mark_is_found(full_session: Session) -> None:
    """A score that says more than was found, and a mark that says otherwise."""
    sign(full_session)
    to_open_orders(full_session, COVERT)
    opened = full_session.entries[-1]
    do(full_session, ScoreWords(KEY, 1, 0, "Not a word"))
    scored = full_session.entries[-1]
    assert strange_steps(full_session, {scored.number: {"score": 3}}) == ["words_scored"]
    kept = [{**each, "mark": "kept"} for each in opened.body["marks"]]
    assert "adjudicated" in strange_steps(full_session, {opened.number: {"marks": kept}})
