"""What is said of a pack that was played: in plain sentences, faults told apart from notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rehearsal.findings import findings
from idlib_wargame.rehearsal.rehearsals import Rehearsals
from idlib_wargame.rehearsal.runs import Run
from idlib_wargame.rehearsal.tally import Tally
from idlib_wargame.rules.pack.course import Flag, Limit, Outcome, Rung, Upkeep
from idlib_wargame.rules.pack.habits import Habit, Pick
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.moves import Choice
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.result import Order
from idlib_wargame.words.figures import rough_percent
from tests.rehearsal.played import RANDOM, played, texts, told
from tests.rules.small import bands, does, move, scenario, track, when

WAIT = move("wait", "north", "south", "east", effects=bands(does(peace=1)))
DRIFT = Outcome("drift", "Drift", when())
PACK = scenario(WAIT, outcomes=(DRIFT,), habits=(RANDOM,), ladder=(Rung(0, "Calm", when()),))


def test_the_likeliest_endings_are_told_by_habit(harbour: PackReading) -> None:
    """One sentence a habit, with the three likeliest endings and their shares."""
    assert harbour.scenario is not None
    tally = Tally(200, outcomes=Counter(drift=30, treaty=164, war=5))
    tally.outcomes[""] = 1
    rehearsals = Rehearsals(harbour.scenario, {Run("cautious"): tally})
    assert texts(rehearsals, "Endings") == [
        "Under “Cautious” the likeliest ending is “The bank is shared” (82%), then "
        "“The quarrel goes on” (15%) and “War over fish” (2%).",
        "Every outcome was reached.",
    ]


def test_an_outcome_never_reached_is_a_fault() -> None:
    """It is named, and called a fault, since every habit was played."""
    peace = Outcome("glory", "Glory", when("peace >= 99"))
    pack = replace(PACK, outcomes=(peace, DRIFT))
    assert ("The outcome “Glory” was never reached.", True) in [
        (finding.text, finding.fault) for finding in told(played(pack), "Endings")
    ]


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        (move("fly", "north", needs="peace >= 99"), "FLY “Fly” was never legal."),
        (
            move("fly", "north", only_if=when("peace >= 99"), only_if_words="No."),
            "FLY “Fly” was ordered but always lapsed.",
        ),
        (
            move(
                "fly",
                "north",
                choices=(Choice("up", "Up"), Choice("down", "Down", when("peace >= 99"))),
            ),
            "The choice FLY “Fly”: Down was never legal.",
        ),
    ],
)
def test_a_move_that_cannot_be_played_is_a_fault(extra: object, sentence: str) -> None:
    """Never legal, never rolled, or with a choice never open: told in one sentence."""
    pack = replace(PACK, moves=(WAIT, extra))  # type: ignore[arg-type]  # a table's rows
    assert (sentence, True) in [
        (finding.text, finding.fault) for finding in told(played(pack), "Moves")
    ]


def test_a_move_that_no_habit_chooses_is_a_fault() -> None:
    """Legal all the time and never ordered: nobody would miss it."""
    tally = Tally(1, legal=Counter(wait=4), outcomes=Counter(drift=1))
    rehearsals = Rehearsals(PACK, {Run("random"): tally})
    assert texts(rehearsals, "Moves") == ["WAIT “Wait” was legal but never ordered."]


def test_bands_that_never_came_up_are_told_with_those_out_of_reach() -> None:
    """At a target of 4 no throw is a plain failure, though the row writes of one."""
    sure = move("sure", "north", target=4, effects=bands(does(peace=1), failure=does(peace=-1)))
    assert texts(played(replace(PACK, moves=(sure,)), 300), "Moves") == [
        "A band never came up: SURE “Sure”: failure (out of reach at its odds)."
    ]


def test_a_move_that_came_out_in_every_band_is_well() -> None:
    """With enough sessions nothing is left to say of the moves."""
    assert texts(played(PACK, 100), "Moves") == [
        "Every move was legal, was ordered and came out in every band."
    ]


ROWS = replace(
    PACK,
    upkeep=(Upkeep("never", when("peace >= 99"), does(peace=1), "Pigs fly"),),
    flags=(Flag("a", "First", when("peace >= 99")), Flag("b", "Second", when("arms >= 99"))),
    limits=(Limit("guard", "arms", when(), "A guard rail", at_most=9),),
    ladder=(Rung(0, "Calm", when()), Rung(1, "Tense", when("peace >= 99"))),
    injects=(Inject("i", "I1", "Storm", when("peace >= 99"), "Sea", "Call", "It blows."),),
)


def test_rows_that_never_showed_are_told_by_kind() -> None:
    """One in its sentence, several below it; a limit that never held is a note, not a fault."""
    assert [(each.text, each.rows, each.fault) for each in told(played(ROWS), "Other rows")] == [
        ("The inject i (“Storm”) was never due.", (), True),
        ("The upkeep row never (“Pigs fly”) never fired.", (), True),
        ("2 of 2 flags were never lit:", ("a (“First”)", "b (“Second”)"), True),
        ("The rung 1 (“Tense”) was never reached.", (), True),
        ("The limit guard (“A guard rail”) never held anything.", (), False),
    ]


@pytest.mark.parametrize(
    "part", [{"runs": [Run("random")], "complete": True}, {"runs": [], "complete": False}]
)
def test_nothing_is_a_fault_where_not_everything_was_played(part: dict[str, bool]) -> None:
    """One habit of two, or a play that was stopped, proves nothing out of reach."""
    pack = replace(ROWS, habits=(RANDOM, Habit("other", "Other")))
    whole = played(pack, 5, part["runs"])  # type: ignore[arg-type]  # a table's rows
    rehearsals = Rehearsals(pack, whole.tallies, part["complete"])
    assert any(each.text.endswith("was never due.") for each in findings(rehearsals))
    assert not any(each.fault for each in findings(rehearsals))


def test_a_rung_that_another_always_hides_names_it() -> None:
    """The lowest rung held at times and a higher one always with it: that one is named."""
    pack = replace(
        PACK,
        ladder=(
            Rung(0, "Calm", when("peace >= 5")),
            Rung(1, "Tense", when("peace >= 2")),
            Rung(2, "War", when("arms >= 99")),
        ),
    )
    assert [(each.text, each.fault) for each in told(played(pack), "Other rows")] == [
        (
            "The rung 0 (“Calm”) was never reached: whenever its condition held, so did that of "
            "the higher rung 1 (“Tense”).",
            True,
        ),
        ("The rung 2 (“War”) was never reached.", True),
    ]


def test_a_rung_hidden_now_by_one_and_now_by_another_names_none() -> None:
    """Where no one rung always held with it, it is said only that it was never reached."""
    pack = replace(
        PACK,
        ladder=(
            Rung(0, "Calm", when()),
            Rung(1, "Tense", when("peace <= 5")),
            Rung(2, "War", when("peace > 5")),
        ),
    )
    assert texts(played(pack), "Other rows") == ["The rung 0 (“Calm”) was never reached."]


def test_an_outcome_that_one_before_it_always_hides_names_it() -> None:
    """Outcomes are read from the top: what always holds too and stands higher is named."""
    hidden = Outcome("better", "Better", when("peace >= 1"))
    pack = replace(PACK, outcomes=(Outcome("well", "Well", when("peace >= 0")), hidden, DRIFT))
    assert [each.text for each in told(played(pack), "Endings") if each.fault] == [
        "The outcome “Better” was never reached: whenever its condition held, so did that of "
        "“Well”, which is read before it.",
        "The outcome “Drift” was never reached: whenever its condition held, so did that of "
        "“Better”, which is read before it.",
    ]


def test_a_count_that_begins_at_its_end_does_not_end_at_a_limit() -> None:
    """What never left nought has not piled up there; what ran to the other end has."""
    pack = replace(PACK, tracks=(track("peace", start=0), track("arms", start=10)))
    tally = Tally(100, outcomes=Counter(drift=100))
    tally.at_low.update(peace=90)
    tally.at_high.update(peace=10, arms=95)
    assert texts(Rehearsals(pack, {Run("random"): tally}), "Tracks") == [
        "No track ends at a limit in more than 35% of sessions under “At random”."
    ]
    tally.at_high["peace"] = 40
    assert texts(Rehearsals(pack, {Run("random"): tally}), "Tracks")[1:] == [
        "“Peace” ends at 10 in 40%"
    ]


def test_two_endings_of_one_name_are_told_apart() -> None:
    """Outcomes that share a name are told with their ids, not as one."""
    pack = replace(PACK, outcomes=(Outcome("a", "Drift", when("peace >= 7")), DRIFT))
    tally = Tally(10, outcomes=Counter(a=6, drift=4))
    assert texts(Rehearsals(pack, {Run("random"): tally}), "Endings")[0] == (
        "Under “At random” the likeliest ending is a (“Drift”) (60%), then drift (“Drift”) (40%)."
    )


def test_tracks_that_pile_up_are_named_with_the_end_they_pile_up_at() -> None:
    """Above 35% of sessions a track is told, most first; below, it is not."""
    pack = replace(PACK, tracks=(track("peace"), track("arms"), track("trade")))
    tally = Tally(100, outcomes=Counter(drift=100))
    tally.at_high.update(peace=54, arms=20)
    tally.at_low.update(arms=40, trade=35)
    assert texts(Rehearsals(pack, {Run("random"): tally}), "Tracks") == [
        "2 tracks end at a limit in more than 35% of sessions under “At random”:",
        "“Arms” ends at 0 in 40% and at 10 in 20% (at a limit in 60%)",
        "“Peace” ends at 10 in 54%",
    ]


def test_seats_with_too_little_to_choose_from_are_named() -> None:
    """With one move a seat is told, with how often and when; control is not."""
    few = texts(played(PACK), "Seats")
    assert few[0] == (
        "North had fewer than 6 moves to choose from in 100% of its turns; the fewest were 1, "
        "in turn 1 under “At random”."
    )
    moves = tuple(move(f"m{number}", "north", "south", "east") for number in range(6))
    assert texts(played(replace(PACK, moves=moves)), "Seats") == [
        "No seat was ever left with fewer than 6 moves."
    ]


def test_aims_too_easy_or_too_hard_are_named() -> None:
    """Under the first habit, an aim met in all or in no session is told; one at 50% is not."""
    aims = tuple(Aim(each, "north", each.capitalize(), when()) for each in ("easy", "fair", "hard"))
    tally = Tally(100, outcomes=Counter(drift=100), aims=Counter(easy=100, fair=50))
    rehearsals = Rehearsals(replace(PACK, aims=aims), {Run("random"): tally})
    assert texts(rehearsals, "Aims") == [
        "Private aims that are not met in between 20% and 80% of sessions under “At random”:",
        "North: “Easy” (100%)",
        "North: “Hard” (0%)",
    ]


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0%"), (0.001, "under 1%"), (0.5, "50%"), (0.9999, "over 99%"), (1, "100%")],
)
def test_a_share_is_never_rounded_to_none_or_all(share: float, text: str) -> None:
    """What happened once in a thousand did happen."""
    assert rough_percent(share) == text


def test_nothing_played_is_nothing_told() -> None:
    """Stopped before the first session, there is nothing to say."""
    assert findings(Rehearsals(PACK, {}, complete=False)) == ()


def better(pack: Scenario) -> list[str]:
    """What is told of better moves by the tables."""
    return texts(
        Rehearsals(pack, {Run("random"): Tally(1, outcomes=Counter(drift=1))}), "Better moves"
    )


@pytest.mark.parametrize(
    ("worse", "found"),
    [
        ({"target": 8}, True),
        ({"needs": "peace >= 2"}, True),
        ({"modifiers": (("arms >= 5", -1),)}, True),
        ({}, False),
        ({"target": 6, "needs": "peace >= 2"}, False),
        ({"target": 8, "modifiers": (("arms >= 5", 1),)}, False),
        ({"target": 8, "tags": ("loud",)}, False),
        ({"target": 8, "table": "military"}, False),
        ({"target": 8, "effects": bands(does(peace=2))}, False),
    ],
)
def test_a_move_that_does_the_same_more_easily_is_told(
    worse: dict[str, object], found: bool
) -> None:
    """Same seat, table, tags and effects, and no harder in anything: then it is always better."""
    row = {"effects": bands(does(peace=1)), **worse}
    other = move("other", "north", **row)  # type: ignore[arg-type]  # a table's rows
    easy = move("easy", "north", effects=bands(does(peace=1)))
    sentence = "North: EASY “Easy” does what OTHER “Other” does, at better odds or with less needed"
    assert (sentence in better(replace(PACK, moves=(easy, other)))) is found


def test_a_move_that_another_row_names_is_not_called_the_same() -> None:
    """It may do what its own row does not say."""
    easy = move("easy", "north")
    other = move("other", "north", target=9)
    named = Upkeep("u", when("turn.other"), does(peace=1), "It counts")
    assert better(replace(PACK, moves=(easy, other), upkeep=(named,)))[0].startswith(
        "By the tables no move is always better"
    )


@pytest.mark.parametrize(("second", "pays"), [(45, True), (12, False)])
def test_a_move_pays_when_it_goes_with_more_aims_met_under_every_habit(
    second: int, pays: bool
) -> None:
    """80% of aims met with it, 20% without; under the other habit as much, or hardly more."""
    pack = replace(
        PACK,
        aims=(Aim("quiet", "north", "Quiet", when()),),
        habits=(RANDOM, Habit("other", "Other")),
    )

    def tally(met_with: int) -> Tally:
        counts = Tally(100, outcomes=Counter(drift=100), aims=Counter(quiet=met_with + 10))
        counts.ordered[Order("north", "wait")] = counts.tried["north", "wait"] = 50
        counts.aims_with["north", "wait"] = met_with
        return counts

    rehearsals = Rehearsals(pack, {Run("random"): tally(40), Run("other"): tally(second)})
    rows = [row for each in told(rehearsals, "Better moves") for row in each.rows]
    assert rows == (
        ["North: WAIT “Wait” (80% of aims met with it, 20% without, where it gains least)"]
        if pays
        else []
    )


def test_a_seat_that_a_habit_never_moves_is_named() -> None:
    """A seat left out, and one whose picks are never legal, give no order; that is told."""
    pack = scenario(
        move("wait", "north", "south"),
        move("raid", "east", needs="peace >= 99"),
        move("rest", "east"),
        habits=(
            Habit("mild", "Mild", seats={"north": (Pick("wait", 1),), "east": (Pick("raid", 1),)}),
        ),
    )
    assert (
        "Under “Mild” no order was ever given for South and East: its picks name none that was "
        "legal."
    ) in texts(played(pack, 5), "Seats")
    random = replace(pack, habits=(RANDOM,))
    assert not any("no order" in text for text in texts(played(random, 5), "Seats"))
