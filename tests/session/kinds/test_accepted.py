"""The facilitator decides an order as the dice fell, where each order waits for a decision."""

from __future__ import annotations

from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.kinds.accepted import ACCEPTED, AcceptResult
from idlib_wargame.session.kinds.closed import CLOSED, CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.methods import METHODS
from idlib_wargame.session.play import Wish
from idlib_wargame.session.session import Session
from idlib_wargame.session.verifying import verify
from idlib_wargame.words.odds import band_words
from tests.session.exercises import (
    PROTEST_CARD,
    SEATS_AND_ROOM,
    begun,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)

TWO = (Wish("protest"), Wish("call_talks"))
TALKS_CARD = PROTEST_CARD._replace(move="call_talks")


@pytest.fixture
def free(harbour: PackReading) -> Session:
    """An exercise whose orders the facilitator decides, with two of Astra's adjudicated."""
    session = begun(harbour, method="free")
    to_results(session, TWO)
    return session


def waiting(session: Session) -> int:
    """How many orders wait for a decision."""
    return len(session.play.undecided)


def test_the_turn_closes_once_each_order_is_decided(free: Session) -> None:
    """One as the dice fell, one by a ruling, and whatever the habit ordered."""
    count = waiting(free)
    assert count >= 2
    words = f"{count} orders of turn 1 wait for your decision; decide them first."
    assert refusal(free, CloseTurn()) == words
    following = free.next_act()
    assert following is not None
    assert following[1] == f"Decide {count} more orders"
    do(free, AcceptResult(PROTEST_CARD), Decide(TALKS_CARD, Band.STRONG, "Well argued"))
    assert waiting(free) == count - 2
    do(free, *(AcceptResult(card.address) for card in free.play.undecided[:-1]))
    if count > 2:
        one = "1 order of turn 1 waits for your decision; decide it first."
        assert refusal(free, CloseTurn()) == one
        do(free, AcceptResult(free.play.undecided[0].address))
    assert read_back(free) == free.play
    do(free, CloseTurn())
    assert free.play.phase == "report"


def test_a_decision_is_taken_back_by_an_undo_and_by_a_ruling(free: Session) -> None:
    """A ruling takes its place; one that is taken back leaves the order undecided."""
    count = waiting(free)
    do(free, AcceptResult(PROTEST_CARD), Undo())
    assert waiting(free) == count
    do(free, AcceptResult(PROTEST_CARD), Decide(PROTEST_CARD, Band.BACKFIRE, "He slipped"))
    assert waiting(free) == count - 1
    do(free, Decide(PROTEST_CARD, None, "On second thoughts"))
    assert waiting(free) == count
    assert ACCEPTED.undoable


def test_what_was_accepted_stays_so_while_others_are_ruled_on(free: Session) -> None:
    """Its own dice fell as they did."""
    count = waiting(free)
    do(free, AcceptResult(PROTEST_CARD), Decide(TALKS_CARD, Band.STRONG, "Well argued"))
    assert waiting(free) == count - 2


def test_only_what_waits_is_accepted(free: Session, harbour: PackReading) -> None:
    """Not what is decided, what nobody ordered, what is not adjudicated, nor by a seat."""
    accept = AcceptResult(PROTEST_CARD)
    assert refusal(free, accept, "astra") == "Only the facilitator may do that."
    unknown = AcceptResult(PROTEST_CARD._replace(seat="borea"))
    assert refusal(free, unknown) == "That order is not among the results of this turn."
    do(free, accept)
    assert refusal(free, accept) == "That order is decided already."
    fresh = begun(harbour, method="free")
    assert refusal(fresh, accept) == "There are no results to decide on yet."


@pytest.mark.parametrize("method", ["semi_rigid", "rigid", "expected"])
def test_with_other_methods_closing_the_turn_accepts_all(harbour: PackReading, method: str) -> None:
    """None of them asks for a decision on each order."""
    session = begun(harbour, method=method)
    to_results(session)
    assert waiting(session) == 0
    said = "Only where the facilitator decides each order is a result accepted by itself."
    assert refusal(session, AcceptResult(PROTEST_CARD)) == said
    do(session, CloseTurn())


def test_each_method_does_what_it_says_of_dice_and_rulings(harbour: PackReading) -> None:
    """Dice fall in all but one; rulings are made in all but one."""
    dice, rulings = [], []
    for method in METHODS[:-1]:  # a vote is taken before anything is rolled
        session = begun(harbour, method=method)
        to_results(session)
        assert session.play.pending is not None
        cards = session.play.pending.result.cards
        dice.append(all(card.dice for card in cards if not card.lapsed))
        ruling = Decide(PROTEST_CARD, Band.BACKFIRE, "The minister slipped")
        if method == "rigid":
            said = "This exercise was set up without rulings; the dice decide."
            assert refusal(session, ruling) == said
        else:
            do(session, ruling)
        rulings.append(bool(session.play.pending and session.play.pending.result.cards[0].ruled))
    assert METHODS == ("semi_rigid", "rigid", "free", "expected", "consensual", "vote")
    assert (dice, rulings) == (
        [True, True, True, False, True],
        [True, False, True, True, True],
    )


def test_only_control_reads_of_it(free: Session) -> None:
    """The line says what the dice gave."""
    card = next(card for card in free.play.undecided if card.address == PROTEST_CARD)
    assert card.band is not None
    do(free, AcceptResult(PROTEST_CARD))
    result = band_words(card.band)
    move = free.scenario.move_by_id["protest"].name
    assert last_line(free) == f"Decided on Astra, {move}: {result}, as the dice fell."
    assert told_to(free) == {CONTROL}
    assert [last_line(free, reader) for reader in SEATS_AND_ROOM] == [""] * 5


def test_a_turn_closed_without_decisions_is_found_by_the_check(
    harbour: PackReading, tmp_path: Path
) -> None:
    """And one whose orders were all decided is well."""
    for forged in (False, True):
        path = tmp_path / f"{forged}.wargame"
        session = begun(harbour, path, method="free")
        to_results(session, TWO)
        if forged:
            session._append([(CLOSED.name, {"turn": 1})], "facilitator")
        else:
            do(session, *(AcceptResult(card.address) for card in session.play.undecided))
            do(session, CloseTurn(), Finish())
        session.close()
        found = [check.text for check in verify(path).checks if not check.well]
        if forged:
            assert any("wait for your decision" in text for text in found), found
        else:
            assert found == []
