"""A turn's results as the facilitator goes through them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.result import After, EffectLine
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.before_roll import PlayedOrder
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.results import (
    cards_by_step,
    followed,
    may_rule,
    progress_words,
    reasons,
    turn_on_the_table,
)
from tests.harbour_exercise import adjudicated, begin


def test_results_lie_on_the_table_until_the_next_turn(session: Session) -> None:
    """From adjudication to the end of the report, and no longer."""
    assert turn_on_the_table(session.play) is None
    adjudicated(session)
    assert turn_on_the_table(session.play) is session.play.pending
    session.submit(CloseTurn(), FACILITATOR)
    assert turn_on_the_table(session.play) is session.play.last
    session.submit(MoveOn(), FACILITATOR)
    assert turn_on_the_table(session.play) is None


def test_every_card_stands_under_its_step(session: Session) -> None:
    """None is left out, and steps without orders are."""
    adjudicated(session)
    turn = turn_on_the_table(session.play)
    assert turn is not None
    steps = cards_by_step(session.scenario, turn)
    assert sum(len(step.cards) for step in steps) == len(turn.result.cards)
    assert "Diplomacy" in [step.name for step in steps]
    assert all(step.cards for step in steps)


def test_only_an_adjudication_with_rulings_may_be_ruled(
    session: Session, harbour: PackReading
) -> None:
    """Where the dice decide, or the turn is closed, nothing may."""
    rigid = begin(harbour, method="rigid")
    adjudicated(session)
    adjudicated(rigid)
    assert (may_rule(session.play), may_rule(rigid.play)) == (True, False)
    session.submit(CloseTurn(), FACILITATOR)
    assert not may_rule(session.play)


def test_a_reason_is_quoted(session: Session) -> None:
    """Of several seats that ordered together each is named with its own."""
    adjudicated(session, "The season presses")
    turn = turn_on_the_table(session.play)
    assert turn is not None
    card = next(card for card in turn.result.cards if card.order.move == "call_talks")
    assert reasons(session.scenario, turn, card) == "“The season presses”"
    both = card._replace(seats=("astra", "borea"))
    other = PlayedOrder(card.order._replace(seat="borea"), "So it does")
    turn = replace(turn, orders=(*turn.orders, other))
    assert reasons(session.scenario, turn, both) == (
        "Astra: “The season presses”\nBorea: “So it does”"
    )


def test_what_followed_says_why_and_with_which_dice(session: Session) -> None:
    """A row without effects says that nothing moved, and one without dice names none."""
    adjudicated(session)
    turn = turn_on_the_table(session.play)
    assert turn is not None
    row = next(name for name in session.scenario.rows if name.startswith("upkeep."))
    calm = EffectLine("calm", -1, -1)
    came = (After(row, (calm,), (4, 2), 7), After(row, (calm,)), After(row, ()))
    turn = replace(turn, result=turn.result._replace(after=came))
    told = followed(session.scenario, turn)
    assert [each.did for each in told] == [
        "Calm on the bank −1 (dice 4 + 2 = 6, needed 7+)",
        "Calm on the bank −1",
        "Nothing moved.",
    ]
    assert {each.why for each in told} == {session.scenario.rows[row].why}


@pytest.mark.parametrize(
    ("read", "count", "ruling", "words"),
    [
        (0, 0, True, "Nobody gave an order this turn."),
        (0, 1, False, "1 order, as adjudicated."),
        (0, 3, False, "3 orders, as adjudicated."),
        (
            1,
            3,
            True,
            "1 of 3 read or decided. Closing the turn accepts every result as it stands.",
        ),
    ],
)
def test_progress_in_words(read: int, count: int, ruling: bool, words: str) -> None:
    """How far the facilitator is with the group."""
    assert progress_words(read, count, ruling) == words
