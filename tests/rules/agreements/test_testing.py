"""Terms of each kind, held against the orders of turn after turn."""

from __future__ import annotations

from itertools import permutations

import pytest

from idlib_wargame.rules.agreements.bargaining import Standing
from idlib_wargame.rules.agreements.case import Score
from idlib_wargame.rules.agreements.testing import keeps_act
from idlib_wargame.rules.decisions import Decisions
from idlib_wargame.rules.dice import LoadedDice
from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.offer import Offer, Term
from idlib_wargame.rules.order import Order
from idlib_wargame.rules.result import Ruling
from tests.rules.agreements.bargains import (
    AID,
    BUILD,
    GIVE,
    PAYS,
    POST,
    SHELL,
    STRIKE,
    WAIT,
    WRECK,
    Game,
    act,
    clause,
    follows,
    offer,
    once,
    order,
    pack,
    restraint,
    said,
    unless,
    words,
)
from tests.rules.small import when

Turns = tuple[tuple[str, ...], ...]  # what south orders, turn by turn

# (a term of south's, what south orders in each turn, its mark at each close; a star earns nothing)
TABLE: dict[str, tuple[Term, Turns, str]] = {
    "an act in time": (act("south", AID, 2), ((), (f"{AID}/at_east",)), "due kept"),
    "an act at once, and again": (
        act("south", AID, 2),
        ((f"{AID}/at_east",), (f"{AID}/at_east",), ()),
        "kept done done",
    ),
    "an act that never comes": (act("south", AID, 2), ((), (), ()), "due broken late"),
    "an act that comes late": (
        act("south", WAIT, 1),
        ((), (), (WAIT,), ()),
        "broken late kept* done",
    ),
    "an act in another way": (
        act("south", AID, 2, "at_north"),
        ((f"{AID}/at_east",), (f"{AID}/at_north",)),
        "due kept",
    ),
    "an act that lapses": (act("south", WAIT, 1), ((WAIT,),), "kept"),
    "a clause in steps": (clause("south", 2, 3), ((BUILD,), (BUILD,), ()), "due kept done"),
    "a clause that falls again, which nobody promised it would not": (
        clause("south", 1, 2),
        ((BUILD,), (WRECK,)),
        "kept done",
    ),
    "a clause not reached": (clause("south", 2, 2), ((BUILD,), (), ()), "due broken late"),
    "a clause reached late": (
        clause("south", 2, 2),
        ((), (BUILD,), (BUILD,), ()),
        "due broken kept* done",
    ),
    "a clause held": (
        clause("south", 1, 2, hold=True),
        ((BUILD,), (), ()),
        "kept keeping* keeping*",
    ),
    "a clause held, lost and found": (
        clause("south", 1, 2, hold=True),
        ((BUILD,), (WRECK,), (), (BUILD,)),
        "kept broken late keeping*",
    ),
    "a restraint held to": (
        restraint("south", "no_force", 3),
        ((), (), (), ()),
        "keeping keeping kept done",
    ),
    "a restraint broken, and not again": (
        restraint("south", "no_force", 3),
        ((STRIKE,), (), (), ()),
        "broken keeping over over",
    ),
    "a restraint broken twice": (
        restraint("south", "no_force", 2),
        ((STRIKE,), (STRIKE,), (STRIKE,)),
        "broken broken over",
    ),
    "a restraint on force, by other acts": (
        restraint("south", "no_force", 1),
        ((f"{AID}/at_north", BUILD),),
        "kept",
    ),
    "a restraint on a move that lapses": (
        restraint("south", "no_waiting", 2),
        ((WAIT,), ()),
        "broken over",
    ),
    "a restraint that spares one, by its choice": (
        restraint("south", "no_force_on", 2, "north"),
        ((f"{SHELL}/at_east",), (f"{SHELL}/at_north",)),
        "keeping broken",
    ),
    "a restraint that spares one, by how the act is coded": (
        restraint("south", "no_force_on", 1, "north"),
        ((STRIKE,),),
        "broken",
    ),
    "a restraint that spares whom an act is coded to help": (
        restraint("south", "no_force_on", 1, "east"),
        ((STRIKE,),),
        "kept",
    ),
    "a restraint that spares one from anything aimed at it": (
        restraint("south", "nothing_against", 2, "north"),
        ((f"{AID}/at_east",), (f"{AID}/at_north",)),
        "keeping broken",
    ),
    "free words that nobody scores": (words("south", 2), ((), (), ()), "due late late"),
}


@pytest.mark.parametrize(("term", "turns", "marks"), TABLE.values(), ids=TABLE)
def test_a_term_alone(term: Term, turns: Turns, marks: str) -> None:
    """Each close finds what the orders up to it say, and nothing else."""
    game = Game()
    game.sign(offer(term))
    found = [said(game.turn(*(("south", each) for each in orders)).marks) for orders in turns]
    assert " ".join(found) == marks


# (terms, what south orders in each turn, the last term's marks). North owes nothing.
LINKED: dict[str, tuple[tuple[Term, ...], Turns, str]] = {
    "once: due from the turn after": (
        (act("south", BUILD, 2), act("south", AID, 2, link=once(0))),
        ((BUILD,), (f"{AID}/at_east",)),
        "waiting kept",
    ),
    "once: what comes too early does not count": (
        (act("south", BUILD, 1), act("south", AID, 2, link=once(0))),
        ((BUILD, f"{AID}/at_east"), (), ()),
        "waiting broken late",
    ),
    "once: what it waits for came late, and so may it": (
        (act("south", BUILD, 1), act("south", AID, 1, link=once(0))),
        ((), (BUILD,), (), ()),
        "waiting waiting broken late",
    ),
    "once: void, not broken, where the other never is": (
        (act("south", BUILD, 1), act("south", AID, 2, link=once(0))),
        ((), (), (), ()),
        "waiting waiting waiting void",
    ),
    "once: a restraint that was broken is never kept": (
        (restraint("south", "no_force", 3), act("south", AID, 3, link=once(0))),
        ((STRIKE,), (), ()),
        "void void void",
    ),
    "once: a restraint begins the turn after": (
        (act("south", BUILD, 1), restraint("south", "no_force", 2, link=once(0))),
        ((BUILD, STRIKE), (STRIKE,)),
        "waiting broken",
    ),
    "once: no day is left of a restraint": (
        (act("south", BUILD, 1), restraint("south", "no_force", 2, link=once(0))),
        ((), (BUILD,), (STRIKE,)),
        "waiting void void",
    ),
    "once: void with what it hangs on": (
        (
            act("south", WAIT, 1),
            act("south", BUILD, 2, link=unless(0)),
            act("south", AID, 3, link=once(1)),
        ),
        ((WAIT,), ()),
        "void void",
    ),
    "unless: owed while the other is not kept": (
        (act("south", BUILD, 3), act("south", AID, 2, link=unless(0))),
        ((), (), (BUILD,)),
        "due broken void",
    ),
    "unless: void once it is": (
        (act("south", BUILD, 3), act("south", AID, 2, link=unless(0))),
        ((BUILD,), ()),
        "void void",
    ),
    "unless: void also in the very turn it falls due": (
        (act("south", BUILD, 1), restraint("south", "no_force", 1, link=unless(0))),
        ((BUILD, STRIKE),),
        "void",
    ),
    "unless: what is done stays done": (
        (act("south", BUILD, 3), act("south", AID, 2, link=unless(0))),
        ((f"{AID}/at_east",), (BUILD,)),
        "kept done",
    ),
    "a chain of three, given back to front": (
        (
            act("south", AID, 3, link=once(1)),
            act("south", WAIT, 2, link=once(2)),
            act("south", BUILD, 1),
        ),
        ((BUILD,), (WAIT,), (f"{AID}/at_east",)),
        "kept done done",
    ),
}


@pytest.mark.parametrize(("terms", "turns", "marks"), LINKED.values(), ids=LINKED)
def test_a_term_that_hangs_on_another(terms: tuple[Term, ...], turns: Turns, marks: str) -> None:
    """The last one's marks, turn by turn."""
    game = Game()
    game.sign(offer(*terms))
    last = len(terms) - 1
    found = [said(game.turn(*(("south", each) for each in orders)).marks, last) for orders in turns]
    assert " ".join(found) == marks


LATE = {
    "an act is due at the first close that it binds": (act("south", WAIT, 1), "broken late"),
    "a clause as well": (clause("south", 1, 1), "broken late"),
    "free words as well": (words("south", 1), "late late"),
    "of a restraint no day is left": (restraint("south", "no_force", 1), "void void"),
}


@pytest.mark.parametrize(("term", "marks"), LATE.values(), ids=LATE)
def test_a_term_whose_day_had_passed_as_it_was_signed(term: Term, marks: str) -> None:
    """Tabled for turn 1 and accepted in turn 2."""
    game = Game(pack(consequences=PAYS[:1]))
    key = game.table(offer(term, answer_by=2))
    game.turn()
    game.take(game.ledger.accepted(key, "south", game.ledger[key].digest, 2))
    first, second = game.turn(("south", STRIKE)), game.turn()
    assert f"{said(first.marks)} {said(second.marks)}" == marks
    assert len(follows(first)) == (0 if marks.startswith("void") else 1)


def test_only_what_was_handed_over_counts_as_keeping_a_clause() -> None:
    """The post stands at its score either way; it counts where the pack says it was handed over."""
    found = {}
    for how in ("total.give.south >= 1", "total.give.north >= 1"):
        game = Game(pack(clauses=(POST,), delivered={"post": when(how)}))
        game.sign(offer(clause("south", 1, 2, what="post")))
        first, second = game.turn(("south", GIVE)), game.turn()
        assert first.state["clause.post"] == 1
        found[how] = said(first.marks), said(second.marks)
    assert found == {
        "total.give.south >= 1": ("kept", "done"),
        "total.give.north >= 1": ("due", "broken"),
    }


def test_what_control_or_an_inject_orders_counts_for_nothing() -> None:
    """It neither breaks a restraint nor keeps a pledge; ordered by the seat itself, it does."""
    made = [("south", STRIKE), ("south", WAIT)]
    game = Game()
    game.sign(offer(restraint("south", "no_force", 2), act("south", WAIT, 2)))
    first = game.turn(forced=made)
    assert [said(first.marks, term) for term in (0, 1)] == ["keeping", "due"]
    second = game.turn(*made)
    assert [said(second.marks, term) for term in (0, 1)] == ["broken", "kept"]


@pytest.mark.parametrize("band", Band)
def test_a_restraint_is_broken_whatever_came_of_the_order(band: Band) -> None:
    """Though it backfired, or was ruled otherwise."""
    game = Game()
    game.sign(offer(restraint("south", "no_force", 2), act("south", STRIKE, 1)))
    orders, standing = [order("south", STRIKE)], Standing(game.ledger)
    worst = LoadedDice(otherwise=(1, 1))
    (card,) = game.referee.adjudicate(game.state, orders, worst, standing=standing).cards
    ruled = {card.address: Ruling(band, "control", "So be it")}
    result = game.referee.adjudicate(game.state, orders, worst, Decisions(ruled), standing)
    assert result.cards[0].final is band
    assert [mark.mark for mark in result.marks] == [Mark.BROKEN, Mark.KEPT]
    assert [mark.orders for mark in result.marks] == [tuple(orders)] * 2


# (the score given in each turn, or none; the marks)
SCORED = (
    ("3 - -", "kept done done"),
    ("2 - -", "kept done done"),
    ("1 - -", "broken over over"),
    ("- 0 -", "due broken over"),
    ("- - 3", "due late kept"),
    ("0 3 -", "broken kept done"),
    ("3 3 0", "kept kept* broken"),
)


@pytest.mark.parametrize(("scores", "marks"), SCORED)
def test_free_words_are_what_the_facilitator_finds(scores: str, marks: str) -> None:
    """From 2 up they were kept; a score counts in its turn, and none holds anything up."""
    game, found = Game(), []
    key = game.sign(offer(words("south", 2)))
    for score in scores.split():
        if score != "-":
            game.take(game.ledger.scored(key, Score(0, int(score), "So", game.number)))
        found.append(said(game.turn().marks))
    assert " ".join(found) == marks


def test_the_last_score_of_a_turn_counts() -> None:
    """The facilitator thought again."""
    game = Game()
    key = game.sign(offer(words("south", 2)))
    for score in (3, 0):
        game.take(game.ledger.scored(key, Score(0, score, "So", 1)))
    assert said(game.turn().marks) == "broken"


def test_a_term_met_before_it_was_promised_earns_nothing() -> None:
    """It is kept, and pays no more than what was there anyway."""
    game = Game()
    game.turn(("north", BUILD))
    game.sign(offer(clause("south", 1, 3), answer_by=2))
    assert said(game.turn().marks) == "kept*"


def test_a_restraint_that_could_not_be_broken_earns_nothing() -> None:
    """North cannot muster while it has too few arms: to promise not to costs it nothing."""
    game = Game()
    game.sign(offer(restraint("north", "no_muster", 4)))
    assert said(game.turn().marks) == "keeping*"


def test_who_may_give_no_orders_could_not_break_a_restraint() -> None:
    """The chorus orders nothing, so its restraint is worth nothing."""
    game = Game(pack(may_be_party=("chorus",)))
    game.sign(offer(restraint("chorus", "no_force", 4), to=("chorus",)))
    assert said(game.turn().marks) == "keeping*"


def test_what_is_owed_to_nobody_any_more_is_void() -> None:
    """Who declares it over owes nothing, and what it alone was owed goes with it."""
    terms = (
        act("north", BUILD, 2),
        restraint("north", "no_force_on", 4, "south"),
        act("east", BUILD, 2),
        act("south", BUILD, 2),
    )
    game = Game()
    key = game.sign(offer(*terms, to=("south", "east")))
    game.take(game.ledger.declared_over(key, "south", 1))
    found = game.turn().marks
    assert [said(found, term) for term in range(4)] == ["due", "void", "due", "void"]


def test_the_order_in_which_seats_order_and_table_changes_nothing() -> None:
    """Two agreements, four orders, every way round: the same marks and the same effects."""
    offers = (
        offer(restraint("south", "no_force", 2), act("north", AID, 2)),
        Offer("east", ("north",), (act("north", BUILD, 1),), answer_by=1, until=4),
    )
    orders = (
        ("south", STRIKE),
        ("north", BUILD),
        ("east", f"{SHELL}/at_north"),
        ("north", f"{AID}/at_east"),
    )
    found = set()
    for tabled in permutations(offers):
        for given in permutations(orders):
            game = Game()
            for each in tabled:
                game.sign(each)
            result = game.turn(*given)
            found.add((result.marks, result.after, result.state.row))
    assert len(found) == 1


def test_an_order_keeps_an_act_in_the_way_that_was_promised() -> None:
    """Any way where none was named."""
    assert keeps_act(act("south", AID, 2), Order("south", AID, "at_east"))
    assert not keeps_act(act("south", AID, 2, "at_north"), Order("south", AID, "at_east"))
    assert not keeps_act(act("south", AID, 2), Order("south", BUILD))


def test_what_an_order_would_break_is_told_before_it_is_sealed() -> None:
    """Of a seat's rules, those that break a restraint; none for a term of another kind."""
    game = Game()
    rules, tests = game.referee.book.by_seat["south"], game.referee.bargaining.tests
    spared = restraint("south", "no_force_on", 2, "north")
    names = {(rule.move.id, rule.choice_id) for rule in tests.breaking(spared, rules)}
    assert names == {(SHELL, "at_north"), (STRIKE, "")}
    assert list(tests.breaking(act("south", STRIKE, 1), rules)) == []
