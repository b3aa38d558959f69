"""What a pack may have besides: injects, aims, ways to begin and to share the seats, a map."""

import json
from datetime import date
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import keep_sound_packs, load, read_files
from idlib_wargame.rules.conditions.condition import ALWAYS
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.injects import InjectOrder
from idlib_wargame.rules.pack.map import Feature, Holding
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Arrangement, Part
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.pack.variants import OptionChoice, Setting
from idlib_wargame.rules.variants import chosen
from tests.packs.harbour import FULL, HARBOUR, HARBOUR_FULL, changed, told


@pytest.fixture(scope="module")
def full() -> Scenario:
    """The pack with everything."""
    return load(HARBOUR_FULL)


def test_a_pack_without_them_has_none() -> None:
    """A pack that leaves them all out reads as one that has none of them."""
    scenario = load(HARBOUR)
    assert [
        scenario.injects,
        scenario.aims,
        scenario.starts,
        scenario.options,
        scenario.arrangements,
        scenario.map,
        scenario.days_by_turns,
    ] == [(), (), (), (), (), (), {}]


def test_injects(full: Scenario) -> None:
    """An inject comes through with its condition, receivers, effects and orders."""
    cold, wreck = full.injects
    assert (cold.code, cold.title, cold.sender, cold.means) == (
        "I01",
        "A cold spring",
        "Fisheries institute",
        "Letter",
    )
    assert cold.effects == (Effect("stocks", -1), Effect("days_left.season", -2))
    assert (cold.to, cold.optional, cold.basis) == ((), False, Basis(cites=("S3¶1",)))
    assert wreck.when == parse("inject.cold_spring and last.raid >= 1")
    assert wreck.to == ("astra", "caldis")
    assert wreck.orders == (
        InjectOrder("press", "front_page"),
        InjectOrder("borea", "open_ground", "south"),
    )
    assert wreck.optional
    assert full.phases[0] == "injects"


def test_aims(full: Scenario) -> None:
    """An aim belongs to a seat and is met by a condition, which may ask for an inject."""
    assert [aim.seat for aim in full.aims] == ["astra", "caldis"]
    assert full.aims[1].when == parse("inject.wreck >= 1")


def test_starting_points(full: Scenario) -> None:
    """A starting point sets tracks and clocks and brings the text of its brief."""
    by_force, late = full.starts
    assert by_force.setting == Setting({"calm": 2, "astra_borea": -3}, {"season": date(2031, 5, 4)})
    assert by_force.brief == "Two boats did not come home.\n"
    assert (late.setting, late.brief) == (Setting(), "")


def test_numbers_of_turns(full: Scenario) -> None:
    """A number of turns may come with turns of another length, or alone."""
    assert full.turn_options == (2, 4, 6)
    assert full.days_by_turns == {2: 28}


def test_the_word_for_a_turn_is_put_into_texts_as_they_are_read(tmp_path: Path) -> None:
    """A pack reads with its own word, in tables, briefs and messages, also where it was kept."""
    titled = changed("injects.yaml", "A cold spring", "A cold $turn_word", FULL)
    days = "turn_days: 14\n"
    files = changed("pack.yaml", days, f"{days}turn_word: fortnight\n", titled)
    keep_sound_packs(tmp_path)
    try:
        for _ in range(2):
            scenario = read_files(files).scenario
            assert scenario is not None
            assert scenario.injects[0].title == "A cold fortnight"
            # Turns of 28 days are no fortnights, and the pack has no word for them.
            assert chosen(scenario, turns=2).injects[0].title == "A cold turn"
            assert chosen(scenario, turns=6).injects[0].title == "A cold fortnight"
    finally:
        keep_sound_packs(None)


def test_options(full: Scenario) -> None:
    """The first choice of an option leaves the pack as it is; another may change it."""
    own, other = full.options[0].choices
    assert own == OptionChoice("ban", "The ban in April")
    assert other.setting == Setting({"talks": 2}, {"season": date(2031, 6, 17)})


def test_arrangements(full: Scenario) -> None:
    """People may share a seat, leave one to control, or split one between them."""
    three, two, four = full.arrangements
    assert three == Arrangement("three", "Three seats")
    assert two.with_seat == {"caldis": "borea"}
    assert four.control == ("caldis",)
    tables = ("concessions", "diplomatic")
    assert four.parts[0] == Part("astra_court", "astra", "Astra (palace)", 1, tables)


def test_the_map(full: Scenario) -> None:
    """Areas, lines and points come through in degrees, with who holds them and when."""
    bank, coast, port = full.map
    assert bank == Feature(
        id="bank",
        kind="area",
        name="The Grey Bank – north",
        points=((1.5, 60.0), (2.0, 60.0), (2.0, 61.25), (1.5, 60.0)),
        holdings=(Holding("astra", parse("patrols >= 12")), Holding("borea", ALWAYS)),
        shown=parse("stocks >= 1"),
        schematic=True,
        track="stocks",
    )
    assert (coast.name, coast.points) == ("", ((-1.0, 59.5), (0.5, 59.5)))
    assert (port.kind, port.points) == ("town", ((-0.75, 59.5),))


@pytest.mark.parametrize("indent", [None, 4, "\t"])
def test_a_map_reads_the_same_however_it_is_written(
    full: Scenario, indent: int | str | None
) -> None:
    """Programs write GeoJSON on one line or many, with blanks or tabs."""
    text = json.dumps(json.loads(FULL["map.geojson"]), indent=indent)
    scenario = read_files({**FULL, "map.geojson": text}).scenario
    assert scenario is not None
    assert scenario.map == full.map


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: found the end of the file, expected a value"),
        ("[]", "1:1: found an empty list, expected the keys of a map"),
        ("{", "1:2: found the end of the file, expected a key in quotation marks"),
        ("{}\n{}", "2:1: found '{', expected the end of the file"),
        ("[" * 100_000, "1:22: found more than 20 lists within lists, expected a flat map"),
        ("[" + "1," * 200_000, "1:400000: found more than 200000 cells, expected a smaller map"),
        ('{"type": NaN}', "1:10: found 'N', expected a value"),
    ],
)
def test_a_map_that_is_wrong_as_a_whole(text: str, message: str) -> None:
    """A map that is no JSON, or no map, gives one calm line."""
    assert told(read_files({**FULL, "map.geojson": text})) == [f"map.geojson:{message}"]


def test_a_name_that_no_screen_can_show() -> None:
    """A character that has no shape cannot be smuggled in by way of an escape."""
    files = changed("map.geojson", "Port Astra", "Port \\ud800Astra", FULL)
    assert told(read_files(files)) == [
        "map.geojson:15:84: found a control character (U+D800), expected printable text"
    ]
    files = changed("injects.yaml", "title: A cold spring", 'title: "A cold\\x00 spring"', FULL)
    assert told(read_files(files)) == [
        "injects.yaml:4:19: found a control character (U+0000), expected printable text"
    ]


def test_a_map_that_does_not_read_is_the_only_mistake() -> None:
    """One slip in a map or a table of injects is not told again wherever a name is used."""
    files = changed("injects.yaml", "injects:", "injects: {", FULL)
    assert [problem.file for problem in read_files(files).problems] == ["injects.yaml"]
