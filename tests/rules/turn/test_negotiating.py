"""How habits bargain: what they declare over, answer and table, and when all rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from idlib_wargame.rules.agreements.case import Stage
from idlib_wargame.rules.conditions.condition import ALWAYS, Condition
from idlib_wargame.rules.dice import Dice, LoadedDice, ProvableDice, seed_from_number
from idlib_wargame.rules.offer import Does, Offer, Secrecy
from idlib_wargame.rules.pack.bargain import Template, TemplateTerm
from idlib_wargame.rules.pack.habits import AnswerPick, EndPick, Habit, Manner, OfferPick
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.negotiating import Dealing, Doing, Negotiator, next_dealing
from tests.rules.agreements.bargains import Game, offer, pack, words
from tests.rules.small import when
from tests.tries import tries

LOW, HIGH = LoadedDice(otherwise=(1, 1)), LoadedDice(otherwise=(6, 6))  # 2 and 12 of a hundred


def template(name: str, *parties: str, within: int = 2, guarantor: str = "") -> Template:
    """All its parties promise to use no force, each in its own way of saying so."""
    terms = tuple(TemplateTerm(each, Does.RESTRAINT, "no_force", within) for each in parties)
    secrecy = Secrecy.GUARANTOR if guarantor else Secrecy.PARTIES
    return Template(name, name.capitalize(), parties, terms, secrecy=secrecy, guarantor=guarantor)


TRUCE = template("truce", "north", "south")
PEACE = template("peace_terms", "north", "south", within=4)
LEAGUE = template("league", "north", "south", "east")
EASTERN = template("eastern", "east", "south")
PLAYED = pack(templates=(TRUCE, PEACE, LEAGUE, EASTERN))
YES, NO = (AnswerPick(accept=1),), (AnswerPick(refuse=1),)


def offers(*templates: str, chance: int = 100, on: Condition = ALWAYS) -> tuple[OfferPick, ...]:
    """Leanings to table these, in their order."""
    return tuple(OfferPick(each, chance, on) for each in templates)


class Table:
    """A table at which one habit plays everybody, with what it did so far."""

    def __init__(self, dice: Dice = LOW, played: Scenario = PLAYED, **manners: Manner) -> None:
        habit = Habit("h", "Habit", bargains=manners)
        self.game = Game(replace(played, habits=(habit,)))
        self.dice = dice
        negotiator = Negotiator(self.game.referee, habit)
        self.negotiators = dict.fromkeys(played.actors, negotiator)
        self.done: list[Dealing] = []

    def talks(self, most: int = 100) -> list[str]:
        """All that is done until all rest, a line each: who, what, and of which template."""
        told = []
        while deal := self.next():
            ledger = deal.done_in(self.game.ledger, self.game.number, 2)
            about = deal.offer or ledger[deal.case].offer
            told.append(f"{deal.actor} {deal.doing.value} {about.template}")
            self.game.take(ledger)
            self.done.append(deal)
            assert len(told) < most, told
        return told

    def next(self) -> Dealing | None:
        """What would be done next."""
        return next_dealing(self.game.state, self.game.ledger, self.negotiators, self.dice)

    def turn(self) -> None:
        """The turn played and closed, with no orders."""
        self.game.turn()


def test_who_offers_is_heard_and_answered_before_the_orders_open() -> None:
    """One tables a template, the other accepts, and it is in force at once."""
    table = Table(north=Manner(offers("truce")), south=Manner(answers=YES))
    assert table.talks() == ["north table truce", "south accept truce"]
    (case,) = table.game.ledger.cases.values()
    assert (case.stage, case.since, case.offer.parties) == (Stage.IN_FORCE, 1, ("north", "south"))


def test_a_habit_offers_nothing_beyond_the_last_turn_that_is_played() -> None:
    """An exercise that finishes early has what was to last longer end with it."""
    table = Table(north=Manner(offers("truce")))
    found = []
    for turns in (0, 2):
        game = table.game
        deal = next_dealing(game.state, game.ledger, table.negotiators, table.dice, turns)
        assert deal is not None
        assert deal.offer is not None
        found.append(deal.offer.until)
    assert found == [PLAYED.turns, 2]


def test_at_most_one_offer_a_turn_and_never_what_stands() -> None:
    """The second row waits for the next turn; what is on the table or in force comes no more."""
    table = Table(north=Manner(offers("truce", "peace_terms")), south=Manner(answers=YES))
    table.talks()
    table.turn()
    assert table.talks() == ["north table peace_terms", "south accept peace_terms"]
    table.turn()
    assert table.talks() == []


def test_what_another_has_on_the_table_is_not_tabled_beside_it() -> None:
    """Two who lean to the same template make one offer of it."""
    table = Table(north=Manner(offers("truce")), south=Manner(offers("truce")))
    assert table.talks() == ["north table truce"]


def test_an_offer_needs_its_condition_and_its_chance() -> None:
    """Rows are read in their order; one whose condition or chance fails is passed over."""
    rows = (*offers("truce", on=when("peace >= 99")), *offers("peace_terms", chance=10))
    assert Table(LOW, north=Manner(rows)).talks() == ["north table peace_terms"]
    assert Table(HIGH, north=Manner(rows)).talks() == []


def test_what_may_not_be_made_is_not_offered() -> None:
    """A template of others, or one that is too late to be due, is no offer of north's."""
    assert Table(north=Manner(offers("eastern"))).talks() == []
    game = Table(north=Manner(offers("truce")), played=pack(turns=1, templates=(TRUCE,)))
    game.turn()
    assert game.talks() == []


def test_no_more_is_tabled_than_there_is_room_for() -> None:
    """With an open offer that nobody answers another waits, where the pack allows but one."""
    for most, then in ((1, []), (2, ["north table peace_terms"])):
        played = pack(templates=(TRUCE, PEACE), most_open=most)
        table = Table(north=Manner(offers("truce", "peace_terms")), played=played)
        assert table.talks() == ["north table truce"]
        table.turn()
        assert table.talks() == then


@pytest.mark.parametrize(
    ("weights", "done"),
    [
        (AnswerPick(accept=1), ["south accept truce"]),
        (AnswerPick(refuse=1), ["south refuse truce"]),
        (AnswerPick(counter=1, counter_with="peace_terms"), ["south table peace_terms"]),
        (AnswerPick(wait=1), []),
        (AnswerPick(), []),
        (AnswerPick(counter=1), []),  # with what lies there already
        (AnswerPick(counter=1, counter_with="eastern"), []),  # which passes by who offered
        (AnswerPick(accept=1, templates=("league",)), []),  # which is about another
        (AnswerPick(accept=1, when=when("peace >= 99")), []),
    ],
)
def test_each_way_to_answer(weights: AnswerPick, done: list[str]) -> None:
    """An offer is accepted, refused, met with another, or left open."""
    table = Table(north=Manner(offers("truce")), south=Manner(answers=(weights,)))
    assert table.talks() == ["north table truce", *done]


def test_a_counter_names_what_it_answers_and_signing_it_closes_both() -> None:
    """North, which accepts whatever comes, takes the counter."""
    south = Manner(answers=(AnswerPick(counter=1, counter_with="peace_terms"),))
    table = Table(north=Manner(offers("truce"), YES), south=south)
    assert table.talks()[1:] == ["south table peace_terms", "north accept peace_terms"]
    stages = [case.stage for case in table.game.ledger.cases.values()]
    assert stages == [Stage.SUPERSEDED, Stage.IN_FORCE]
    assert table.done[1].case == next(iter(table.game.ledger.cases))


def test_a_written_offer_is_met_with_a_template() -> None:
    """What people write by hand is answered by rows for any offer; a counter needs its template."""
    for row, done in (
        (AnswerPick(counter=1, counter_with="truce"), ["south table truce"]),
        (AnswerPick(counter=1), []),
    ):
        table = Table(south=Manner(answers=(row,)))
        table.game.table(offer(words("south", 2)))
        assert table.talks() == done


def test_a_changed_template_is_met_with_the_plain_one() -> None:
    """Who changed a term of it hears it as the pack has it."""
    table = Table(south=Manner(answers=(AnswerPick(counter=1),)))
    table.game.table(offer(words("south", 2), template="truce"))
    assert table.talks() == ["south table truce"]


def test_an_offer_is_judged_once_and_not_every_turn() -> None:
    """Left open in one turn it is left open in the next, however often its dice are asked."""
    row = AnswerPick(accept=1, wait=1)
    waits = 0
    for seed in range(20):
        table = Table(
            ProvableDice(seed_from_number(seed)),
            north=Manner(offers("truce")),
            south=Manner(answers=(row,)),
        )
        first = table.talks()
        table.turn()
        if len(first) == 1:
            waits += 1
            assert table.talks() == []
    assert 0 < waits < 20


@pytest.mark.parametrize(
    ("east", "then"),
    [
        (Manner(), []),
        (Manner(answers=YES), ["east accept kept"]),
        (Manner(answers=NO), ["east refuse kept"]),
    ],
)
def test_guarantors_answer_too(east: Manner, then: list[str]) -> None:
    """Nothing is in force before who stands for it has accepted."""
    played = pack(templates=(template("kept", "north", "south", guarantor="east"),))
    north, south = Manner(offers("kept")), Manner(answers=YES)
    table = Table(played=played, north=north, south=south, east=east)
    assert table.talks() == ["north table kept", "south accept kept", *then]


def test_agreements_are_declared_over_but_not_as_they_are_signed() -> None:
    """By the chance of the first row that fits; each by each party once."""
    north = Manner(offers("truce"), ends=(EndPick(100, ("league",)), EndPick(10, ("truce",))))
    table = Table(north=north, south=Manner(answers=YES))
    assert table.talks() == ["north table truce", "south accept truce"]
    table.turn()
    assert table.talks()[0] == "north declare_over truce"
    table = Table(HIGH, north=north, south=Manner(answers=YES))
    table.talks()
    table.turn()
    assert table.talks() == []


def test_who_stands_first_in_the_pack_acts_first() -> None:
    """The order of seats decides, and nothing else: two who would offer the same, one does."""
    table = Table(north=Manner(offers("league")), east=Manner(offers("league")))
    assert table.talks() == ["north table league"]
    assert [*table.negotiators] == ["north", "south", "east", "chorus"]


def test_three_who_refuse_and_counter_for_ever_come_to_an_end() -> None:
    """Each refusal makes room for another counter; still each tables one a turn."""
    answers = (AnswerPick(counter=1, counter_with="peace_terms"),)
    others = (AnswerPick(counter=1, counter_with="league"),)
    table = Table(
        north=Manner(offers("league"), answers),
        south=Manner(answers=others),
        east=Manner(answers=NO),
    )
    told = table.talks()
    assert len(told) <= 4
    assert all(sum(t.startswith(f"{a} table") for t in told) <= 1 for a in ("north", "south"))


def test_without_the_table_nobody_bargains() -> None:
    """A pack that says nothing of agreements has habits that say nothing either."""
    silent = replace(pack(), bargain=None)
    assert Table(played=silent, north=Manner(answers=YES)).talks() == []


def test_a_habit_that_says_nothing_of_an_actor_is_silent_as_it() -> None:
    """It neither answers nor offers; one that names nobody at all answers at random."""
    table = Table(north=Manner(offers("truce")))
    assert table.talks() == ["north table truce"]
    answers = set()
    for seed in range(20):
        game = Game(PLAYED)
        game.table(offer(words("south", 2)))
        at_random = Negotiator(game.referee, Habit("random", ""))
        dice = ProvableDice(seed_from_number(seed))
        deal = next_dealing(game.state, game.ledger, {"south": at_random}, dice)
        answers.add(deal.doing if deal else None)
    assert answers == {Doing.ACCEPT, Doing.REFUSE, None}


def manners() -> st.SearchStrategy[Manner]:
    """Any way of bargaining with the templates of the small pack."""
    names = st.sampled_from(("truce", "peace_terms", "league", "eastern"))
    tests = st.sampled_from((ALWAYS, when("peace >= 15"), when("agreement.north.south")))
    some = st.lists(names, max_size=2).map(tuple)
    weight = st.integers(0, 2)
    offered = st.builds(OfferPick, names, st.integers(1, 100), tests)
    answered = st.builds(
        AnswerPick, weight, weight, weight, weight, some, st.one_of(st.just(""), names), tests
    )
    ended = st.builds(EndPick, st.integers(1, 100), some, tests)
    return st.builds(
        Manner,
        st.lists(offered, max_size=4).map(tuple),
        st.lists(answered, max_size=3).map(tuple),
        st.lists(ended, max_size=2).map(tuple),
    )


@settings(max_examples=tries(150), deadline=None)
@given(st.lists(manners(), min_size=3, max_size=3), st.integers(0, 10**6))
def test_whatever_habits_lean_to_they_rest_and_nothing_is_refused(
    played: list[Manner], seed: int
) -> None:
    """Four turns of any habits: every act is one that the ledger takes, and all soon rest."""
    north, south, east = played
    dice = ProvableDice(seed_from_number(seed))
    table = Table(dice, north=north, south=south, east=east)
    for turn in range(1, 5):
        before = len(table.done)
        table.talks(most=60)
        tabled = [deal.actor for deal in table.done[before:] if deal.doing is Doing.TABLE]
        assert len(tabled) == len(set(tabled))
        for offered in standing(table.game):
            assert offered.template in ("truce", "peace_terms", "league", "eastern")
        assert table.talks() == []
        assert table.game.number == turn
        table.turn()


def standing(game: Game) -> Iterator[Offer]:
    """What is on the table or in force, of which no template stands twice but as a counter."""
    cases = [case for case in game.ledger.cases.values() if case.is_open or case.in_force]
    alone = [case.offer.template for case in cases if not case.answers]
    assert len(alone) == len(set(alone))
    yield from (case.offer for case in cases)
