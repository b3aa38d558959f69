"""Which flags are on, as far as a seat may know it."""

from __future__ import annotations

from idlib_wargame.rules.pack.course import Flag
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.views.pressures import FlagGroupLines, FlagLine, pressures
from tests.rules.small import move, scenario, track, when

PACK = scenario(
    move("call", "north"),
    tracks=(
        track("peace"),
        track("truce", start=2),
        track("stocks", start=1, seen_by=frozenset({"north"})),
    ),
    flags=(
        Flag("dry", "Stocks run dry", when("stocks <= 2"), group="pressure"),
        Flag("frail", "The truce is frail", when("truce <= 3"), group="pressure"),
        Flag("calm", "All is calm", when("truce >= 9"), group="pressure"),
        Flag("alone", "Nobody asks", when("truce >= 1")),
    ),
    flag_groups={"pressure": "Pressure"},
)


def test_a_seat_reads_which_pressures_are_on() -> None:
    """Group by group, those that are on first; one that reads what it may not know is not there."""
    referee = Referee(PACK)
    north, east = (pressures(referee.sight(s), referee.opening()) for s in ("north", "east"))
    assert [(g.name, [(f.name, f.is_on) for f in g.flags]) for g in north] == [
        (
            "Pressure",
            [("Stocks run dry", True), ("The truce is frail", True), ("All is calm", False)],
        ),
        ("", [("Nobody asks", True)]),
    ]
    assert [(g.name, [f.name for f in g.flags]) for g in east] == [
        ("Pressure", ["The truce is frail", "All is calm"]),
        ("", ["Nobody asks"]),
    ]
    assert north[0].flags[2].words == "All is calm: not pressing"
    assert (north[0].told_each, north[0].rest_words) == (3, "")


def test_several_that_are_off_stand_in_one_sentence() -> None:
    """A long list of what does not weigh on anybody hides what does."""
    names = ("Stocks", "Truce", "Calm")
    flags = tuple(FlagLine(name, name == "Stocks", f"{name} matters") for name in names)
    group = FlagGroupLines("Pressure", flags)
    assert group.told_each == 1
    assert group.rest_words == "Not pressing: Truce, Calm."
    assert group.rest_why == "Truce: Truce matters\nCalm: Calm matters"
