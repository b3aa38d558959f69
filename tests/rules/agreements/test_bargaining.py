"""What agreements come to: the cells that conditions read, and what follows at a turn's close."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from idlib_wargame.rules.agreements.bargaining import Standing
from idlib_wargame.rules.offer import Offer, Secrecy, Verification
from idlib_wargame.rules.pack.bargain import Consequence, Discovery, Lacks, On, Vagueness
from idlib_wargame.rules.pack.course import Flag, Rung
from idlib_wargame.rules.turn.referee import Referee
from tests.rules.agreements.bargains import (
    AID,
    BUILD,
    GIVE,
    MOVES,
    PAYS,
    SEATS,
    STRIKE,
    TRACKS,
    WRECK,
    Game,
    act,
    clause,
    follows,
    offer,
    order,
    pack,
    paid,
    restraint,
    words,
)
from tests.rules.small import does, move, scenario, when

PEACE = offer(restraint("south", "no_force", 4))
THREE = offer(restraint("south", "no_force", 4), to=("south", "east"))
CELLS = (
    "agreement.north.south",
    "agreement.east.north",
    "agreement.truce",
    "vague.south.north",
    "kept.turn",
    "kept.south",
    "breached.turn",
    "breached.south",
    "declared.turn",
    "declared.north",
)


def reading(*names: str) -> tuple[Flag, ...]:
    """Flags that read those names, so that each has a cell."""
    return tuple(Flag(f"f{n}", f"F{n}", when(f"{name} >= 1")) for n, name in enumerate(names))


def with_cells(**more: Any) -> Game:
    """The small pack with a flag for each cell."""
    return Game(pack(flags=reading(*CELLS), **more))


def cells(game: Game) -> dict[str, int]:
    """Those that are not 0."""
    return {name: game.state[name] for name in CELLS if game.state[name]}


def test_what_is_in_force_is_read_at_once_whoever_is_named_first() -> None:
    """Between two of its parties, and by its template."""
    game = with_cells()
    game.table(PEACE)
    assert cells(game) == {}
    game.sign(THREE._replace(template="truce"))
    assert cells(game) == {
        "agreement.north.south": 1,
        "agreement.east.north": 1,
        "agreement.truce": 1,
    }
    assert game.state["agreement.south.north"] == game.state["agreement.north.south"]
    game.sign(PEACE)
    assert game.state["agreement.south.north"] == 2


def test_who_has_left_is_between_nobody() -> None:
    """The others still are."""
    game = with_cells()
    key = game.sign(THREE)
    game.take(game.ledger.declared_over(key, "south", 1))
    assert cells(game) == {"agreement.east.north": 1}


def test_marks_are_read_from_the_close_that_found_them() -> None:
    """For the turn closed last, and by actor from then on; the flags of that close read them."""
    game = with_cells()
    key = game.sign(PEACE)
    first = game.turn(("south", STRIKE))
    assert cells(game) == {"agreement.north.south": 1, "breached.turn": 1, "breached.south": 1}
    assert "f6" in first.flags
    game.turn()
    assert cells(game) == {
        "agreement.north.south": 1,
        "kept.turn": 1,
        "kept.south": 1,
        "breached.south": 1,
    }
    game.take(game.ledger.declared_over(key, "north", game.number))
    game.turn()
    assert cells(game) == {
        "kept.south": 1,
        "breached.south": 1,
        "declared.turn": 1,
        "declared.north": 1,
    }


def test_the_ladder_and_the_flags_read_what_a_close_found() -> None:
    """Terms come before both."""
    ladder = (Rung(0, "Calm", when("peace >= 0")), Rung(1, "Broken", when("breached.turn >= 1")))
    game = Game(pack(ladder=ladder))
    game.sign(PEACE)
    assert [game.turn(("south", STRIKE)).rung, game.turn().rung] == [1, 0]


def test_what_holds_to_the_end_is_in_force_when_the_ending_is_read() -> None:
    """What ends sooner is not."""
    for until, left in ((2, 1), (1, 0)):
        game = with_cells(turns=2)
        game.sign(offer(restraint("south", "no_force", until), until=until))
        game.turn()
        game.turn()
        assert game.state["agreement.north.south"] == left


def test_without_the_table_nothing_is_written() -> None:
    """Such a pack plays as before, and its row has no more cells."""
    plain = Referee(scenario(*MOVES, seats=SEATS, tracks=TRACKS))
    result = plain.adjudicate(plain.opening(), [], None)
    assert (result.marks, result.found_out, plain.layout.bargained) == ((), (), ())


@pytest.mark.parametrize(
    ("row", "vague", "clear"),
    [
        (
            Vagueness("v", "Unverified", Lacks.VERIFICATION),
            PEACE,
            PEACE._replace(verification=Verification.OBSERVERS),
        ),
        (Vagueness("v", "No dates", Lacks.DATES), PEACE, PEACE._replace(until=5)),
        (
            Vagueness("v", "Free words", Lacks.WORDS),
            offer(words("south", 2), words("north", 2)),
            PEACE,
        ),
        (
            Vagueness("v", "No map", clauses=("road",)),
            offer(clause("south", 1, 2)),
            PEACE,
        ),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_an_agreement_is_vague_for_what_it_lacks(
    row: Vagueness, vague: Offer, clear: Offer
) -> None:
    """While the row's condition holds."""
    for when_not in ("", "peace >= 99"):
        game = Game(
            pack(flags=reading("vague.south.north"), vagueness=(replace(row, when=when(when_not)),))
        )
        found = {
            each: bool(game.referee.bargaining.vague(each, game.state.row))
            for each in (vague, clear)
        }
        assert found == {vague: not when_not, clear: False}
        game.sign(vague)
        assert game.state["vague.north.south"] == (0 if when_not else 1)


def paying(*rows: Consequence, **more: Any) -> Game:
    """The small pack with what follows; all five rows where none is named."""
    return Game(pack(consequences=rows or PAYS, **more))


def test_what_follows_changes_tracks_at_the_close() -> None:
    """The agreement and the term that each came of stand with it."""
    game = paying()
    key = game.sign(PEACE)
    result = game.turn(("south", STRIKE))
    assert [(each.row, each.agreements) for each in follows(result)] == [
        ("consequence.warm", (key,)),
        ("consequence.anger", (f"{key}#0",)),
    ]
    assert [line.through for each in follows(result) for line in each.effects] == [1, -2]
    assert (game.state["trade"], game.state["peace"]) == (16, 13)


def test_keeping_pays_turn_by_turn_and_signing_once() -> None:
    """Two terms kept between the same two pay as one, whoever owes them."""
    game = paying()
    game.sign(offer(restraint("south", "no_force", 4), restraint("north", "no_force", 4)))
    assert [paid(game.turn()) for _ in range(4)] == [
        {"consequence.warm": 1, "consequence.trust": 1},
        *[{"consequence.trust": 1}] * 3,
    ]


def test_once_a_turn_for_each_two() -> None:
    """However many agreements and terms there are between them."""
    one_way = Consequence("trust", On.KEPT, does(peace=1), "kept", by=("south",), to=("north",))
    game = paying(PAYS[0], PAYS[1], one_way)
    game.sign(offer(restraint("south", "no_force", 4), act("south", BUILD, 1)))
    game.sign(offer(restraint("south", "no_force_on", 4, "north"), until=3))
    result = game.turn(("south", BUILD))
    assert [each.row for each in follows(result)] == [
        "consequence.warm",
        "consequence.trust",
        "consequence.trust",
    ]
    three = paying()
    three.sign(THREE)
    assert paid(three.turn()) == {"consequence.warm": 2, "consequence.trust": 2}


def test_a_row_may_name_who_did_it_to_whom_and_what_was_signed() -> None:
    """What is signed, kept or found out is so both ways; a breach is somebody's."""
    rows = (
        Consequence("theirs", On.SIGNED, does(trade=1), "", by=("south",), to=("north",)),
        Consequence("others", On.SIGNED, does(trade=1), "", by=("east",)),
        Consequence("by_south", On.BROKEN, does(peace=-1), "", by=("south",)),
        Consequence("by_north", On.BROKEN, does(peace=-1), "", by=("north",)),
        Consequence("to_east", On.BROKEN, does(peace=-1), "", to=("east",)),
        Consequence("truce", On.SIGNED, does(trade=1), "", templates=("truce",)),
        Consequence("never", On.SIGNED, does(trade=1), "", when=when("peace >= 99")),
    )
    game = paying(*rows)
    game.sign(PEACE)
    assert set(paid(game.turn(("south", STRIKE)))) == {"consequence.theirs", "consequence.by_south"}
    game = paying(*rows)
    game.sign(PEACE._replace(template="truce"))
    assert set(paid(game.turn())) == {"consequence.theirs", "consequence.truce"}


def test_nothing_is_earned_by_signing_expiring_and_signing_again() -> None:
    """Nor with a word or a date changed; another promise, or another to promise to, pays."""
    promises = (
        restraint("south", "no_force", 1),
        act("south", AID, 1),
        clause("south", 3, 1),
        words("south", 1),
    )
    for promise in promises:
        game = paying(PAYS[0])
        for turn in (1, 2, 3):
            again = promise._replace(by=turn)
            if promise.what == "Be kind":
                again = again._replace(what=f"Be kind {turn}")
            game.sign(offer(again, answer_by=turn, until=turn))
            assert len(follows(game.turn())) == (1 if turn == 1 else 0)
        game.sign(offer(promise._replace(by=4), to=("south", "east"), answer_by=4))
        (new,) = follows(game.turn())
        assert new.row == "consequence.warm"


def test_a_second_signature_earns_nothing_before_something_was_kept() -> None:
    """Whoever pledges one act after another, and does none, is believed the first time alone."""
    for does_it in (True, False):
        game = paying(PAYS[0])
        game.sign(offer(act("south", BUILD, 1), until=1))
        assert len(follows(game.turn(*([("south", BUILD)] if does_it else [])))) == 1
        game.sign(offer(clause("south", 3, 2), answer_by=2))
        assert len(follows(game.turn())) == (1 if does_it else 0)


def test_promising_each_turn_the_order_that_one_means_to_give_earns_once() -> None:
    """Whatever it is: moves are many, and to promise what is done anyway costs nothing."""
    game = paying(PAYS[0])
    paid_for = []
    for turn, what in ((1, BUILD), (2, GIVE), (3, WRECK)):
        game.sign(offer(act("south", what, turn), answer_by=turn, until=turn))
        paid_for.append(len(follows(game.turn(("south", what)))))
    assert paid_for == [1, 0, 0]


def test_nothing_is_earned_by_what_was_met_or_could_not_be_broken() -> None:
    """Neither for signing it nor for keeping it; nor is it counted as kept."""
    game = Game(pack(consequences=PAYS, flags=reading("kept.turn")))
    game.turn(("north", BUILD))
    game.sign(offer(clause("south", 1, 4), restraint("north", "no_muster", 4), answer_by=2))
    assert follows(game.turn()) == []
    assert game.state["kept.turn"] == 0


def test_nothing_is_earned_between_the_same_hands() -> None:
    """Nor counted as kept, by whose rows others might be paid."""
    game = Game(pack(consequences=PAYS, flags=reading("kept.turn", "breached.turn")))
    key = game.sign(offer(restraint("south", "no_force", 4), restraint("north", "no_force", 4)))
    result = game.turn(("south", STRIKE), same_hands=[("north", "south")])
    assert follows(result) == []
    assert (game.state["kept.turn"], game.state["breached.turn"]) == (0, 1)
    game.take(game.ledger.declared_over(key, "north", 2).published(key, "north", 2))
    assert follows(game.turn(same_hands=[("south", "north")])) == []


def test_among_three_only_those_of_the_same_hands_earn_nothing() -> None:
    """What is owed to the third as well still counts."""
    game = paying()
    game.sign(THREE)
    result = game.turn(same_hands=[("north", "south")])
    assert paid(result) == {"consequence.warm": 1, "consequence.trust": 1}
    assert not result.marks[0].idle


def test_declaring_over_costs_once_towards_each_who_was_still_in_it() -> None:
    """With or without a breach."""
    game = paying()
    key = game.sign(THREE)
    game.turn()
    game.take(game.ledger.declared_over(key, "south", 2))
    assert paid(game.turn()) == {"consequence.cold": 2}
    game.take(game.ledger.declared_over(key, "east", 3))
    assert paid(game.turn()) == {"consequence.cold": 1}
    assert paid(game.turn()) == {}


def test_what_was_never_bound_costs_its_declarer_and_pays_nobody() -> None:
    """Signed and declared over before orders were opened."""
    game = paying()
    key = game.sign(PEACE)
    game.take(game.ledger.declared_over(key, "south", 1))
    assert paid(game.turn()) == {"consequence.cold": 1}


def test_a_secret_that_comes_out_has_its_price_once() -> None:
    """By a party or by control, to some or to all; not for what was public from the start."""
    for how in ("published", "leaked", "leaked to all"):
        game = paying()
        key = game.sign(PEACE)
        game.turn()
        ledger = game.ledger
        game.take(
            ledger.published(key, "north", 2)
            if how == "published"
            else ledger.leaked(key, () if how == "leaked to all" else ("east",), 2)
        )
        assert paid(game.turn()) == {"consequence.trust": 1, "consequence.shame": 1}
        if how == "leaked":
            game.take(game.ledger.published(key, "south", 3))
        assert paid(game.turn()) == {"consequence.trust": 1}
    game = paying()
    game.sign(PEACE._replace(secrecy=Secrecy.PUBLIC))
    assert "consequence.shame" not in paid(game.turn())


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (Discovery("d", when("works >= 1"), ""), {"south", "east"}),
        (Discovery("d", when("works >= 1"), "", templates=("truce",)), {"east"}),
        (Discovery("d", when("works >= 1"), "", parties=("south", "north")), {"south"}),
        (Discovery("d", when("works >= 2"), ""), set()),
    ],
)
def test_a_row_of_the_pack_finds_agreements_out(row: Discovery, found: set[str]) -> None:
    """Those it is about, once; from then on everybody knows."""
    game = Game(pack(discoveries=(row,), consequences=PAYS[4:]))
    other = offer(act("east", AID, 2), to=("east",), template="truce")
    keys = {"south": game.sign(PEACE), "east": game.sign(other)}
    game.table(PEACE)
    result = game.turn(("north", BUILD))
    assert set(result.found_out) == {keys[each] for each in found}
    assert {each for each, key in keys.items() if game.ledger[key].was_public()} == found
    assert len(follows(result)) == len(found)
    assert game.turn(("north", WRECK)).found_out == ()


def test_odds_read_agreements_as_they_stood_when_orders_were_opened() -> None:
    """A modifier on an agreement counts in the turn it was signed for."""
    helped = move("trade_on", "north", modifiers=(("agreement.south.north >= 1", 2),))
    game = Game(replace(pack(), moves=(*MOVES, helped)))
    game.sign(PEACE)
    (card,) = game.turn(("north", "trade_on")).cards
    assert card.shift == 2


def test_a_turn_tested_twice_comes_out_the_same() -> None:
    """As it must where a ruling tests again."""
    game = paying(flags=reading(*CELLS))
    game.sign(THREE)
    orders, standing = [order("south", STRIKE)], Standing(game.ledger)
    first = game.referee.adjudicate(game.state, orders, None, standing=standing)
    assert first.marks
    assert game.referee.adjudicate(game.state, orders, None, standing=standing) == first
