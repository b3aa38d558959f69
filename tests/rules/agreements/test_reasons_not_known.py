"""Reasons that rest on what was agreed behind a reader's back: told to nobody, either way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.offer import Offer, Secrecy
from idlib_wargame.rules.pack.bargain import Consequence, On
from idlib_wargame.rules.pack.course import Limit, Upkeep
from idlib_wargame.rules.pack.interactions import Chance, Contradiction, Shift
from idlib_wargame.rules.pack.moves import Modifier
from idlib_wargame.rules.pack.row_names import HIDDEN
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Card, TurnResult
from tests.rules.agreements.bargains import Game, act, offer, pack, words
from tests.rules.small import does, when

READER = "north"
SECRET = Offer("south", ("east",), (act("south", "build", 1),), answer_by=1, until=4)
OWN = offer(words("south", 4), until=4)
# Each with a second that counts where the first does not: one of the two always shifts the dice.
EITHER_WAY = (
    "agreement.south.east",
    "agreement.east.south or peace >= 99",
    "agreement.south.east and peace >= 0",
    "vague.south.east",
    "breached.south >= 1",
    "kept.turn >= 1",
    "agreement.south.east >= agreement.north.east + 1",
    "agreement.truce + agreement.south.east >= 1",
)


def halves(text: str) -> Scenario:
    """The small pack, where building is as likely whether that holds or not, for two reasons."""
    whole = pack()
    two = (Modifier(when(text), 1, "so"), Modifier(when(f"not ({text})"), 1, "not so"))
    moves = (replace(m, modifiers=two) if m.id == "build" else m for m in whole.moves)
    return replace(whole, moves=tuple(moves))


def played(text: str, secret: bool) -> tuple[Game, Ledger, TurnResult]:
    """Two turns: where there is a secret, south and east made it before the first of them."""
    game = Game(halves(text))
    game.sign(OWN)
    if secret:
        game.sign(SECRET)
        game.turn(("south", "wreck") if "breached" in text else ("south", "build"))
    else:
        game.turn(("south", "wreck") if "breached" in text else ("south", "build"))
    agreed, opening = game.ledger, game.state
    result = game.turn(("north", "build"))
    sight = game.referee.sight(READER).during(agreed, opening).told(game.ledger, result.marks)
    return game, agreed, result._replace(cards=sight.cards(result.cards))


def built(result: TurnResult) -> Card:
    """What came of the building."""
    (card,) = (each for each in result.cards if each.order.move == "build")
    return card


@pytest.mark.parametrize("text", EITHER_WAY)
def test_which_of_two_reasons_it_was_does_not_tell_of_a_secret(text: str) -> None:
    """North reads that something helped, in both plays; the cards are the same to the letter."""
    one, other = (built(played(text, secret)[2]) for secret in (True, False))
    assert [each.shift for each in one.fired] == [1]
    assert one.fired == other.fired
    assert one.fired[0].row == HIDDEN


def test_what_a_reader_agreed_on_settles_a_reason_whatever_others_did() -> None:
    """Of its own agreement it reads the reason, though south and east may have others."""
    named = []
    for text in ("agreement.north.south", "agreement.north.south + agreement.south.east >= 1"):
        for secret in (True, False):
            (fired,) = built(played(text, secret)[2]).fired
            named.append(fired.row)
    assert named == ["modifier.build.1"] * 4


def test_a_party_reads_that_there_is_nothing_between_it_and_another() -> None:
    """Nobody signs for north without it: that no paper binds it to east is its own knowledge."""
    (fired,) = built(played("not agreement.north.east", secret=True)[2]).fired
    assert fired.row == "modifier.build.1"


def test_a_breach_at_this_turns_close_gives_no_reason_for_this_turns_orders() -> None:
    """South broke a secret word before and an open one now: only the first helped north.

    North saw the second, and is not told a reason that only the first can have been.
    """
    open_word = Offer("south", ("east",), (act("south", "build", 2),), 2, 4, secrecy=Secrecy.PUBLIC)
    game = Game(halves("breached.south >= 1"))
    game.sign(SECRET)
    game.turn()
    game.sign(open_word)
    agreed, opening = game.ledger, game.state
    result = game.turn(("north", "build"))
    assert [str(mark.mark) for mark in result.marks][-1] == "broken"
    sight = game.referee.sight(READER).during(agreed, opening).told(game.ledger, result.marks)
    (fired,) = built(result._replace(cards=sight.cards(result.cards))).fired
    assert fired.row == HIDDEN


ROWS = (
    Shift("row", frozenset({"build"}), when("not agreement.south.east"), 1, "why"),
    Contradiction("row", "build", when("not agreement.south.east"), (), (), "why"),
    Chance("row", "talk", when("not agreement.south.east"), ((when(), 7),), (), "why"),
    Chance("row", "talk", when(), ((when("kept.turn == 0"), 7),), (), "why"),
    Upkeep("row", when("declared.south == 0"), does(peace=1), "why"),
    Limit("row", "peace", when("agreement.south.east or peace >= 1"), "why", at_most=3),
    Consequence("row", On.KEPT, does(peace=1), "why", when=when("not agreement.south.east")),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__.lower())
def test_no_kind_of_row_is_named_for_what_others_did_not_agree_on(row: object) -> None:
    """Before anybody agreed on anything, and after: north reads no name of it."""
    tables = {
        Shift: "shifts",
        Contradiction: "contradictions",
        Chance: "chances",
        Upkeep: "upkeep",
        Limit: "limits",
        Consequence: "consequences",
    }
    more: dict[str, Any] = {tables[type(row)]: (row,)}
    game = Game(pack(**more))
    name = f"{type(row).__name__.lower()}.row"
    assert name in game.pack.rows
    assert told(game, name) == HIDDEN
    game.sign(SECRET)
    assert told(game, name) == HIDDEN


def told(game: Game, name: str) -> str:
    """What north reads that row as, as things stand."""
    return game.referee.sight(READER).during(game.ledger, game.state).row(name)
