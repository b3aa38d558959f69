from datetime import date
from pathlib import Path

import pytest

from idlib_wargame.packs.problem import PackFault
from idlib_wargame.packs.reader import load, read_files, read_pack
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.habits import Habit, Pick
from idlib_wargame.rules.pack.moves import Event
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect, Level
from tests.packs.harbour import FILES, HARBOUR, read_changed


@pytest.fixture(scope="module")
def harbour() -> Scenario:
    """The pack as it stands."""
    return load(HARBOUR)


def test_a_sound_pack_has_a_scenario_and_no_problems() -> None:
    """Reading a sound pack gives its scenario, no problems and every file it was read from."""
    reading = read_pack(HARBOUR)
    assert reading.problems == ()
    assert reading.scenario is not None
    assert list(reading.files) == sorted(
        path.relative_to(HARBOUR).as_posix() for path in HARBOUR.rglob("*") if path.is_file()
    )


def test_a_pack_carried_as_texts_reads_the_same(harbour: Scenario) -> None:
    """The files that a reading hands on are enough to read the same pack again."""
    assert read_files(FILES).scenario == harbour


def test_the_order_of_files_does_not_matter(harbour: Scenario) -> None:
    """A session file may hand the texts over in any order."""
    backwards = dict(reversed(FILES.items()))
    assert read_files(backwards).scenario == harbour


def test_load_raises_every_problem_at_once(tmp_path: Path) -> None:
    """Who asks for a scenario of a broken pack is told all that is wrong, a line each."""
    (tmp_path / "pack.yaml").write_text("id: Big\ntitel: x\n")
    with pytest.raises(PackFault) as raised:
        load(tmp_path)
    assert len(raised.value.problems) > 5
    assert str(raised.value).splitlines() == [str(each) for each in raised.value.problems]


def test_what_the_pack_is(harbour: Scenario) -> None:
    """The head of the pack comes through: names, length, order of a turn."""
    assert (harbour.id, harbour.title, harbour.version) == ("harbour", "The Grey Bank", "1.0")
    assert harbour.summary.startswith("Three coastal states fish the same bank. A season")
    assert harbour.start == date(2031, 3, 3)
    assert (harbour.turn_days, harbour.turns, harbour.orders_per_turn) == (14, 4, 2)
    assert harbour.turn_options == (4, 6)
    assert harbour.steps == ("diplomacy", "concessions", "posture", "violence")
    assert harbour.step_names["posture"] == "Posture"
    assert harbour.minutes == {"talks": 10, "orders": 8, "adjudication": 8, "report": 4}
    assert harbour.points_by_severity["clash"] == 28
    assert harbour.table_by_id["military"].most_orders == 1
    assert harbour.table_by_id["military"].backfire == (Effect("anger", 1),)


def test_a_seat_brings_its_brief(harbour: Scenario) -> None:
    """A seat carries the text of its brief, as a player will read it; the public one likewise."""
    astra = harbour.seat_by_id["astra"]
    assert astra.brief.startswith("# Astra\n")
    assert astra.allies == {"borea"}
    assert harbour.public_brief == FILES["briefs/public.md"]
    press = harbour.seat_by_id["press"]
    assert press.control
    assert (press.brief, harbour.orders_of("press"), harbour.orders_of("astra")) == ("", 1, 2)


def test_tracks_and_counters(harbour: Scenario) -> None:
    """Counters follow the tracks and are marked; levels, limits and secrecy come through."""
    calm = harbour.track_by_id["calm"]
    assert (calm.low, calm.high, calm.start, calm.rise, calm.fall) == (0, 10, 5, 2, 3)
    assert calm.levels[:2] == (Level(0, "open fighting"), Level(2, "dangerous"))
    assert harbour.track_by_id["talks"].fall is None
    assert harbour.track_by_id["talks"].basis == Basis(cites=("S1¶1",))
    assert harbour.track_by_id["catch_hidden"].seen_by == frozenset({"astra"})
    assert calm.seen_by is None
    assert [track.id for track in harbour.tracks if track.counter] == ["nets_lost", "shots"]


def test_the_bands_of_a_move_are_complete(harbour: Scenario) -> None:
    """A strong success holds the success; a backfire holds the failure and its own effects."""
    move = harbour.move_by_id["open_ground"]
    success = (Effect("calm", 1), Effect("talks", 1, up_to=4))
    assert move.effects == {
        Band.BACKFIRE: (Effect("anger", 1), Effect("anger", 2)),
        Band.FAILURE: (Effect("anger", 1),),
        Band.PARTIAL: (Effect("calm", 1, up_to=6),),
        Band.SUCCESS: success,
        Band.STRONG: (*success, Effect("astra_borea", 1)),
    }


def test_a_backfire_is_the_tables_where_the_move_has_none(harbour: Scenario) -> None:
    """A natural 2 adds what the table says unless the move says otherwise."""
    assert harbour.move_by_id["guard_fleet"].effects[Band.BACKFIRE] == (
        Effect("anger", 1),
        Effect("anger", 1),
    )
    assert harbour.move_by_id["send_patrols"].effects[Band.BACKFIRE] == (Effect("anger", 1),)


def test_seats_and_choices_add_without_the_tables_backfire(harbour: Scenario) -> None:
    """What a seat or a choice adds comes on top, so the table's backfire is not counted twice."""
    borea = harbour.move_by_id["open_ground"].by_seat["borea"]
    assert borea[Band.STRONG] == (Effect("astra_borea", 1),)
    assert borea[Band.BACKFIRE] == (Effect("calm", -1),)
    south = harbour.move_by_id["open_ground"].choice("south")
    assert south is not None
    assert south.effects[Band.STRONG] == (Effect("stocks", -1), Effect("anger", -1))
    assert south.effects[Band.BACKFIRE] == ()
    assert south.targets == ("caldis",)


def test_the_rest_of_a_move(harbour: Scenario) -> None:
    """Steps fall back to the table's; conditions are parsed; Goldstein weights are hundredths."""
    moves = harbour.move_by_id
    assert moves["send_patrols"].step == "posture"
    assert moves["cut_nets"].step == "violence"
    assert moves["call_talks"].table == "diplomatic"
    assert moves["open_ground"].needs == parse("talks >= 1 and lines < 3")
    assert moves["free_crews"].only_if == ALWAYS
    assert moves["guard_fleet"].only_if_words.startswith("Nobody came")
    assert moves["cut_nets"].tags == {"violent", "raid"}
    assert moves["silent_nets"].seen_by == frozenset({"astra"})
    assert moves["send_patrols"].events == (Event("154", "Mobilise armed forces", -720),)
    modifier = moves["open_ground"].modifiers[1]
    assert (modifier.shift, modifier.basis) == (-1, Basis(judgement=True))


def test_a_reason_for_lapsing_is_the_authors_or_none() -> None:
    """A move with only_if but no words for it has none: the sentence for it is made when shown."""
    words = "    only_if_words: Nobody came for the nets, so the escort stayed in port.\n"
    scenario = read_changed("moves/military.yaml", words, "").scenario
    assert scenario is not None
    reason = scenario.move_by_id["guard_fleet"].only_if_words
    assert reason == ""


def test_interactions(harbour: Scenario) -> None:
    """Each kind of interaction comes through; a joint without "on" is for every move."""
    assert harbour.shifts[0].seats == frozenset({"astra", "borea"})
    assert harbour.shifts[1].on == {"share_catch", "sign_treaty"}
    assert harbour.principals[0].seats == ("astra", "borea")
    assert harbour.joints[0].on == {"send_patrols"}
    assert harbour.joints[1].on == set(harbour.move_by_id)
    assert harbour.contradictions[0].halves == ("talks", "lines")
    assert (harbour.contests[0].attack, harbour.contests[0].defence) == ("raid", "guard_fleet")
    assert harbour.chances[0].targets == ((parse("astra_borea <= -2"), 7), (ALWAYS, 10))


def test_a_joint_on_a_tag_is_for_the_moves_that_carry_it() -> None:
    """A tag of a move or of one of its choices stands for the move."""
    scenario = read_changed(
        "interactions.yaml", "on: [send_patrols]", "on: [raid, on_south]"
    ).scenario
    assert scenario is not None
    assert scenario.joints[0].on == {"cut_nets", "open_ground"}


def test_what_happens_by_itself(harbour: Scenario) -> None:
    """Upkeep, conversions, the four kinds of limit, flags, clocks and clauses come through."""
    assert harbour.upkeep[1].when == parse("even_turn and turn.on_catch == 0")
    assert harbour.conversions[0].effects == (Effect("nets_lost", -2), Effect("anger", 1))
    bounds = [
        (limit.at_most, limit.at_least, limit.no_rise, limit.no_fall) for limit in harbour.limits
    ]
    assert bounds == [
        (3, None, False, False),
        (None, 2, False, False),
        (None, None, True, False),
        (None, None, False, True),
    ]
    assert harbour.flag_groups == {"alarm": "Alarm on the quays"}
    assert [flag.group for flag in harbour.flags] == ["alarm", "alarm", ""]
    assert harbour.clocks[0].on == date(2031, 4, 20)
    assert harbour.clauses[1].full == parse("held == 0")


def test_the_ladder_and_the_endings(harbour: Scenario) -> None:
    """Rungs come by number; the last outcome always holds."""
    assert harbour.rung_by_number[4].name == "Fighting at sea"
    assert harbour.outcomes[0].when != ALWAYS
    assert harbour.outcomes[-1].when == ALWAYS


def test_habits_begin_with_the_default_and_end_with_chance() -> None:
    """The default habit comes first, the others by file name, and a random one is always last."""
    plain = "id: {}\nname: Plain\n"
    more = {"habits/bold.yaml": plain.format("bold"), "habits/angry.yaml": plain.format("angry")}
    scenario = read_files({**FILES, **more}).scenario
    assert scenario is not None
    assert [habit.id for habit in scenario.habits] == ["cautious", "angry", "bold", "random"]
    assert scenario.habits[0].seats["astra"][3] == Pick("open_ground", 2, "south")
    assert scenario.habits[-1] == Habit("random", "")


def test_a_pack_may_have_a_random_habit_of_its_own() -> None:
    """A habit called random stands in for the built-in one."""
    own = {"habits/dice.yaml": "id: random\nname: By dice\n"}
    scenario = read_files({**FILES, **own}).scenario
    assert scenario is not None
    assert [habit.name for habit in scenario.habits] == ["Cautious", "By dice"]


@pytest.mark.parametrize(
    "file", ["interactions.yaml", "upkeep.yaml", "catalysts.yaml", "clauses.yaml"]
)
def test_what_may_be_left_out(file: str) -> None:
    """A pack without one of these tables is told only of what other tables ask of it."""
    files = {name: text for name, text in FILES.items() if name != file}
    reading = read_files(files)
    assert file not in {problem.file for problem in reading.problems}


def test_a_small_pack_needs_six_files() -> None:
    """A pack of the six tables that every pack has reads well."""
    files = {
        "pack.yaml": FILES["pack.yaml"],
        "seats.yaml": "seats:\n  - {id: astra, name: Astra, colour: '#4E79A7'}\n",
        "tracks.yaml": FILES["tracks.yaml"],
        "escalation.yaml": "ladder:\n  - {rung: 0, name: Calm, when: turn}\n",
        "outcomes.yaml": "outcomes:\n  - {id: over, name: Over}\n",
        "moves/all.yaml": (
            "table: diplomatic\nmoves:\n"
            "  - {id: talk, code: D1, name: Talk, seats: [astra], target: 7, severity: routine}\n"
        ),
    }
    assert read_files(files).problems == ()


def test_words_stay_as_they_were_written() -> None:
    """A version 1.0, a name No and a code 010 are words; nobody wants 1.0, false and 8."""
    scenario = read_changed("pack.yaml", 'version: "1.0"', "version: 1.0").scenario
    assert scenario is not None
    assert scenario.version == "1.0"
    scenario = read_changed("seats.yaml", "name: Astra", "name: No").scenario
    assert scenario is not None
    assert scenario.seats[0].name == "No"
    scenario = read_changed("moves/diplomatic.yaml", '"036"', "010").scenario
    assert scenario is not None
    assert scenario.move_by_id["call_talks"].events[0].cameo == "010"
