"""What each seat is handed before an exercise: its own, as the exercise was set up."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.offer import Does, How, Link
from idlib_wargame.rules.pack.bargain import Bargain, Restraint, Template, TemplateTerm
from idlib_wargame.rules.pack.judgements import Judgements
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.variants import chosen
from idlib_wargame.session.methods import EXPECTED
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.agreement_templates import template_texts
from idlib_wargame.views.move_list import MoveList, move_list
from idlib_wargame.views.papers import papers, readers
from idlib_wargame.views.read_ahead import ReadAhead, read_ahead


def played(reading: PackReading) -> Scenario:
    """The pack of a reading."""
    assert reading.scenario is not None
    return reading.scenario


def setup_of(scenario: Scenario, **more: object) -> Setup:
    """An exercise by that pack."""
    return replace(Setup("Spring course", "Group B", scenario.turns), **more)  # type: ignore[arg-type]


def sheet_of(scenario: Scenario, seat: str, **more: object) -> ReadAhead:
    """A seat's sheet."""
    return read_ahead(Referee(scenario), setup_of(scenario, **more), seat)


def listed(scenario: Scenario, seat: str, **more: object) -> MoveList:
    """A seat's moves."""
    return move_list(Referee(scenario), setup_of(scenario, **more), seat)


def test_each_seat_has_a_sheet_and_its_moves(full: PackReading) -> None:
    """All at once or one alone; control's seats only where they have a brief."""
    scenario = played(full)
    referee, setup = Referee(scenario), setup_of(scenario)
    assert [seat.id for seat in readers(scenario)] == ["astra", "borea", "caldis"]
    files = [paper.head.file for paper in papers(referee, setup)]
    assert files == [
        f"{seat}, {what}, Spring course, Group B"
        for seat in ("Astra", "Borea", "Caldis")
        for what in ("read-ahead", "moves")
    ]
    assert [each.head.seat for each in papers(referee, setup, "borea")] == ["Borea", "Borea"]


def test_a_sheet_tells_the_exercise_as_it_was_set_up(full: PackReading) -> None:
    """Names, length, orders of a part, and how results are decided."""
    scenario = chosen(played(full), 2, arrangement="four")
    people = (Seating("astra_navy", ("M. Orlov",)),)
    sheet = sheet_of(scenario, "astra_navy", turns=2, seating=people, method=EXPECTED)
    assert sheet.head.people == "For M. Orlov"
    assert sheet.head.glance.startswith("2 turns of 28 days")
    rules = {rule.heading: rule for rule in sheet.rules}
    assert rules["Your orders"].text.startswith(
        "You may seal 1 order a turn, or none. They are from At sea."
    )
    assert rules["How results read"].text.startswith("No dice: every order gets its likeliest")
    assert rules["A turn"].rows[1][0] == "Talks · 10 minutes"


def test_papers_carry_the_exercises_own_handling_line(full: PackReading) -> None:
    """Unless another is given for them."""
    assert full.scenario is not None
    setup = Setup("Course", "A", 4, handling="Chatham House rule")
    referee = Referee(full.scenario)
    assert {paper.head.handling for paper in papers(referee, setup)} == {"Chatham House rule"}
    assert {paper.head.handling for paper in papers(referee, setup, "", "Secret")} == {"Secret"}


def test_aims_are_those_of_the_seat_alone(full: PackReading) -> None:
    """A part of an actor has the actor's."""
    scenario = chosen(played(full), arrangement="four")
    own = tuple(aim.text for aim in scenario.aims if aim.seat == "astra")
    others = {aim.text for aim in scenario.aims if aim.seat != "astra"}
    assert sheet_of(scenario, "astra_court").aims == own != ()
    assert others
    assert others.isdisjoint(own)


def test_in_words_alone_odds_have_no_figures(full: PackReading) -> None:
    """The words of odds stand in a sentence, best to worst, and results have no margins."""
    sheet = sheet_of(played(full), "astra", numbers=False)
    odds = next(rule for rule in sheet.rules if rule.heading == "How odds read")
    assert odds.rows == ()
    assert "Almost certain, Highly likely, Likely, Realistic possibility" in odds.text
    results = next(rule for rule in sheet.rules if rule.heading == "How results read")
    assert results.rows[0] == ("Strong success", "More than you asked for.")


def test_how_agreements_are_made_is_told_where_there_can_be_any(full: PackReading) -> None:
    """A pack without a table of them plays as before, and its sheets say nothing of them."""
    scenario = replace(played(full), bargain=None)
    heading = "How an agreement is made"
    assert heading not in [rule.heading for rule in sheet_of(scenario, "astra").rules]
    scenario = replace(scenario, bargain=Bargain())
    rule = next(r for r in sheet_of(scenario, "astra").rules if r.heading == heading)
    assert [name for name, _text in rule.rows] == ["In force", "Kept", "Breached", "Declared over"]


def test_when_a_seat_says_what_it_expects_is_told(full: PackReading) -> None:
    """The turns by number, as long as this exercise is."""
    judgements = Judgements(turns=("first", "last"))
    scenario = replace(played(full), judgements=judgements)
    rules = {rule.heading: rule.text for rule in sheet_of(scenario, "astra").rules}
    said = f"In turns 1 and {scenario.turns} you also say how likely you think each ending is."
    assert rules["What you expect"].startswith(said)
    scenario = replace(scenario, judgements=Judgements())
    assert "What you expect" not in {rule.heading for rule in sheet_of(scenario, "astra").rules}


def test_the_terms_of_a_template_in_words(full: PackReading) -> None:
    """Clauses by how far, acts, restraints with whom they spare, free words, and links."""
    scenario = played(full)
    clause, move = scenario.clauses[0], scenario.moves[0]
    terms = (
        TemplateTerm("astra", Does.CLAUSE, clause.id, 2, score=3, hold=True),
        TemplateTerm("astra", Does.ACT, move.id, 1),
        TemplateTerm("borea", Does.RESTRAINT, "force", 3, against="astra"),
        TemplateTerm("borea", Does.WORDS, "The boats are named.", 1, link=Link(How.UNLESS, 1)),
    )
    template = Template("truce", "A winter truce", ("astra", "borea"), terms)
    other = Template("deal", "Not theirs", ("borea", "caldis"), ())
    restraints = (Restraint("force", "Acts of force", spares=True),)
    bargain = Bargain((template, other), restraints)
    referee = Referee(replace(scenario, bargain=bargain))
    [text] = template_texts(referee.sight("astra"))
    assert text.name == "A winter truce"
    assert text.terms == (
        f"Astra: {clause.name}, in full, by turn 2, and it stays so",
        f"Astra orders “{move.name}” by turn 1",
        "Borea: Acts of force Astra, to the end of turn 3",
        "Unless term 2 is kept: Borea: “The boats are named”, by turn 1",
    )
    assert text.about == "known to its parties · nobody verifies"


def test_ways_that_come_to_the_same_stand_together(full: PackReading) -> None:
    """A move with choices is told once, and each way once."""
    scenario = played(full)
    moves = [move for table in listed(scenario, "astra").tables for move in table.moves]
    by_code = {move.code: move for move in moves}
    assert len(by_code) == len(moves) > 5
    wanted = {move.code for move in scenario.moves if "astra" in move.seats}
    assert set(by_code) == wanted
    several = [move for move in moves if len(move.ways) > 1 or move.ways[0].choice]
    assert several
    for move in moves:
        contents = [way._replace(choice="") for way in move.ways]
        assert len(set(contents)) == len(contents)


def test_a_move_says_when_it_is_open(full: PackReading) -> None:
    """What is closed at first says what it waits for."""
    scenario = played(full)
    whens = [
        way.when
        for table in listed(scenario, "astra").tables
        for move in table.moves
        for way in move.ways
    ]
    closed = [when for when in whens if when.startswith("Not open at first. ")]
    assert closed
    assert all(" must " in when or "situation" in when for when in closed)
    assert any(when.startswith("Open at first.") for when in whens)


def test_a_seat_without_orders_has_no_moves(full: PackReading) -> None:
    """It has a sheet alone, which says so."""
    scenario = played(full)
    seats = tuple(
        replace(seat, orders=0) if seat.id == "caldis" else seat for seat in scenario.seats
    )
    scenario = replace(scenario, seats=seats)
    [sheet] = papers(Referee(scenario), setup_of(scenario), "caldis")
    assert isinstance(sheet, ReadAhead)
    assert "Your seat gives no orders." in [rule.text for rule in sheet.rules]
