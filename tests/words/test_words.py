"""Numbers in words: tracks, odds, effects, dates and refusals as people read them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.course import Flag, Rung
from idlib_wargame.rules.pack.interactions import Shift
from idlib_wargame.rules.pack.moves import Choice, Table
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Level
from idlib_wargame.rules.result import EffectLine, Fired, Order
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.words.dates import dates, day_words, stretch_words
from idlib_wargame.words.figures import decimal, grouped, percent, plain, signed
from idlib_wargame.words.lists import facts, listed, series
from idlib_wargame.words.movements import effect_words
from idlib_wargame.words.odds import odds_detail, odds_word
from idlib_wargame.words.refusals import refusal_words
from idlib_wargame.words.rows import basis_words
from idlib_wargame.words.situation import cell_name, fired_words, move_words, reading
from tests.rules.small import move, scenario, track, when

TRUCE = track(
    "truce",
    start=4,
    levels=(Level(0, "openly void"), Level(1, "in name only"), Level(4, "strained")),
)
TIES = track("ties", low=-5, high=5, start=2, levels=(Level(-5, "broken"), Level(1, "warm")))
PEOPLE = track("people", high=1500, start=320, unit="thousand people")
PACK = scenario(
    move("call", "north", needs="truce >= 5"),
    move("pact", "north", needs="truce >= 5 and ties >= 2 and hidden >= 9"),
    move("cede", "north", choices=(Choice("coast", "The coast"), Choice("hills", "The hills"))),
    move("strike", "north", table="military", needs="not flag.thaw"),
    move("storm", "north", table="military", needs="last.raid == 0 or days_left.winter >= 90"),
    move("veiled", "north", needs="truce >= 9 or hidden >= 9"),
    move("raid", "east", needs="truce < ties"),
    move("apart", "north", needs="truce >= ties + 3"),
    move("held", "north", needs="-truce >= -3"),
    move("both", "north", needs="truce + ties >= 9"),
    tracks=(TRUCE, TIES, PEOPLE, track("hidden", seen_by=frozenset({"east"}))),
    tables=(Table("diplomatic", "Diplomatic actions"), Table("military", "Military pressure", 1)),
    flags=(Flag("thaw", "A thaw", when("ties >= 1")),),
    shifts=(Shift("terms", frozenset({"cede"}), when(), 1, "good terms"),),
    ladder=(Rung(0, "Calm", when()),),
)
REFEREE = Referee(PACK)
STATE = REFEREE.opening()


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (lambda: reading(TRUCE, 4), "strained · 4 of 10"),
        (lambda: reading(TRUCE, 4, numbers=False), "strained"),
        (lambda: reading(TRUCE, 0), "openly void · 0 of 10"),
        (lambda: reading(TIES, 2), "warm · +2 (−5 to +5)"),
        (lambda: reading(TIES, -3), "broken · −3 (−5 to +5)"),
        (lambda: reading(PEOPLE, 320), "320 thousand people"),
        (lambda: signed(-2), "−2"),
        (lambda: signed(0), "0"),
        (lambda: plain(-3), "−3"),
        (lambda: grouped(10_000), "10,000"),
        (lambda: decimal(-0.42), "−0.4"),
        (lambda: decimal(-0.04), "0.0"),
        (lambda: percent(0.583), "58%"),
        (lambda: series(["The coast", "The hills", "The bay"]), "The coast, The hills, The bay"),
        (lambda: facts(["Turn 3", "Orders"]), "Turn 3 · Orders"),
        (lambda: facts([]), ""),
        (lambda: day_words(date(2020, 3, 12)), "12 Mar 2020"),
        (lambda: dates(PACK, 1), "26 Jan – 1 Feb 2020"),
        (lambda: dates(PACK, 3), "9–15 Feb 2020"),
        (lambda: dates(scenario(start=date(2019, 12, 29)), 1), "29 Dec 2019 – 4 Jan 2020"),
        (lambda: dates(scenario(turn_days=1), 1), "26 Jan 2020"),
        (lambda: stretch_words(date(2020, 1, 1), date(2020, 1, 1)), "1 Jan 2020"),
        (lambda: basis_words(Basis(("S1¶2",), "UN OCHA")), "S1¶2 · UN OCHA"),
        (lambda: basis_words(Basis(("S1¶2",), judgement=True)), "S1¶2 · designer's judgement"),
        (lambda: basis_words(Basis(judgement=True)), "designer's judgement"),
        (lambda: basis_words(Basis()), "no source given"),
        (lambda: fired_words(PACK, Fired("shift.terms", 1)), "+1 good terms"),
        (lambda: fired_words(PACK, Fired("hidden", -1)), "−1 a reason that is not public"),
        (lambda: effect_words(PACK, EffectLine("truce", -2, -2)), "Truce −2"),
        (
            lambda: effect_words(PACK, EffectLine("truce", 3, 1, cut="up_to.5")),
            "Truce +1 (would have been +3: this lifts it no higher than 5, “strained”)",
        ),
        (
            lambda: effect_words(PACK, EffectLine("truce", -1, 0, cut="range.0")),
            "Truce: unmoved (would have been −1: the scale ends here)",
        ),
        (
            lambda: effect_words(PACK, EffectLine("truce", 3, 1, "shift.terms", "rise.1")),
            "Truce +1 (good terms; would have been +3: at most +1 in one turn)",
        ),
        (lambda: move_words(PACK, "cede", "hills"), "Cede: The hills"),
        (lambda: cell_name(PACK, "days_left.winter"), "Winter: days left"),
        (lambda: cell_name(PACK, "flag.thaw"), "A thaw"),
        (
            lambda: cell_name(PACK, "total.raid.east.success"),
            "Orders that succeeded so far (“Raid” by East)",
        ),
    ],
)
def test_people_read_words(read: Callable[[], str], text: str) -> None:
    """Each figure reads as a person would say it."""
    assert read() == text


def test_odds_carry_the_target_and_the_chance() -> None:
    """Behind the word stands what two dice must come to, and how likely that is."""
    odds = REFEREE.desk.odds(STATE, Order("north", "call"))
    assert (odds_word(odds.need), odds_detail(odds)) == ("Likely", "7+ on two dice, 58%")


@pytest.mark.parametrize(
    ("orders", "sentence"),
    [
        (
            ["call"],
            "“Call” is not open: Truce is “strained”, and must be a little higher.",
        ),
        (
            ["pact"],
            "“Pact” is not open: Truce is “strained”, and must be a little higher; "
            "the situation does not allow it yet.",
        ),
        (["strike"], "“Strike” is not open: “A thaw” must not hold."),
        (
            ["storm"],
            "“Storm” is not open: “Raid” must not have been carried out last turn, "
            "or at least 90 days must be left until “Winter”, and the days left are 15.",
        ),
        (["apart"], "“Apart” is not open: Truce minus Ties must be 3 or more, and is 2."),
        (
            ["held"],
            "“Held” is not open: Truce must be “in name only” or less, and is “strained”.",
        ),
        (["veiled"], "“Veiled” is not open: the situation does not allow it yet."),
        (["both"], "“Both” is not open: Truce plus Ties must be 9 or more, and is 6."),
        (["raid"], "“Raid” is not a move of North."),
        (["fly"], "There is no move “fly” in this pack."),
        (["cede"], "“Cede” needs a choice: The coast, The hills."),
    ],
)
def test_a_refusal_says_what_is_asked_and_how_things_stand(
    orders: list[str], sentence: str
) -> None:
    """A refusal names what fails, in words, and keeps back what the seat may not know."""
    state = STATE
    if orders == ["storm"]:
        row = list(state.row)
        row[state.layout.index["last.raid"]] = 1
        state = type(state)(state.layout, tuple(row))
    refusal = REFEREE.desk.refusals(state, "north", [Order("north", m) for m in orders])[0]
    known = {"truce", "ties", "flag.thaw", "last.raid", "days_left.winter"}
    assert refusal_words(PACK, refusal, state, known.__contains__) == sentence


def test_too_many_orders_are_refused_with_the_number_allowed() -> None:
    """One order too many is named, with how many a seat has."""
    pack: Scenario = scenario(
        move("a", "north", table="military"),
        move("b", "north", table="military"),
        tables=(Table("military", "Military pressure", 1),),
        orders_per_turn=1,
    )
    referee = Referee(pack)
    orders = [Order("north", "a"), Order("north", "b"), Order("north", "a")]
    found = referee.desk.refusals(referee.opening(), "north", orders)
    assert [refusal_words(pack, refusal, referee.opening()) for refusal in found] == [
        "“A” stands there twice; once is enough.",
        "“B” is one too many: a seat has 1 order a turn.",
        "“B” is one too many: a seat has 1 order of “Military pressure” a turn.",
    ]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (("Astra",), "Astra"),
        (("Astra", "Borea"), "Astra and Borea"),
        (("Astra", "Borea", "Caldis"), "Astra, Borea and Caldis"),
    ],
)
def test_names_are_listed_as_people_say_them(names: tuple[str, ...], text: str) -> None:
    """Commas, and one "and" before the last."""
    assert listed(names) == text


def test_people_whose_names_hold_commas_stay_two() -> None:
    """Family names first, as lists of participants often have them."""
    assert series(["Lind, Ana", "Berg, Bo"]) == "Lind, Ana; Berg, Bo"
    assert listed(["Lind, Ana", "Berg, Bo"]) == "Lind, Ana; Berg, Bo"
