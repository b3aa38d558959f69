"""Each mistake that a pack can hold, and exactly what its author is told."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from idlib_wargame.packs.problem import Problem
from idlib_wargame.packs.reader import read_files, read_pack
from tests.packs.harbour import FILES, FULL, HARBOUR, changed, told

HERE = Path(__file__).parent
MISTAKES = yaml.safe_load((HERE / "mistakes.yaml").read_text(encoding="utf-8"))
MORE_MISTAKES = yaml.safe_load((HERE / "more_mistakes.yaml").read_text(encoding="utf-8"))
CONDITIONS = yaml.safe_load((HERE / "condition_mistakes.yaml").read_text(encoding="utf-8"))
FORTY = HARBOUR.parent / "forty_mistakes"


def expected(file: str, row: Mapping[str, str]) -> Problem:
    """The problem that a row of mistakes promises."""
    line, column = map(int, row["at"].split(":"))
    return Problem(file, line, column, row["found"], row["expected"], row.get("nearest", ""))


@pytest.mark.parametrize("row", MISTAKES, ids=lambda row: f"{row['file']}-{row['found']}")
def test_a_mistake_gives_one_message(row: dict[str, str]) -> None:
    """One mistake gives one message, which names its place, what was found and what would do."""
    reading = read_files(changed(row["file"], row["old"], row["new"]))
    here = [problem for problem in reading.problems if problem.file == row["file"]]
    assert here == [expected(row["file"], row)]
    assert reading.scenario is None


@pytest.mark.parametrize("row", MORE_MISTAKES, ids=lambda row: f"{row['file']}-{row['found']}")
def test_a_mistake_in_what_is_optional_gives_one_message(row: dict[str, str]) -> None:
    """Injects, aims, starting points, ways to share the seats and the map are told as well."""
    reading = read_files(changed(row["file"], row["old"], row["new"], FULL))
    here = [problem for problem in reading.problems if problem.file == row["file"]]
    assert here == [expected(row["file"], row)]
    assert reading.scenario is None


@pytest.mark.parametrize("row", CONDITIONS, ids=lambda row: str(row["needs"]))
def test_a_fault_in_a_condition_is_told_to_the_column(row: dict[str, str]) -> None:
    """A condition's fault is placed where it stands in the file, however YAML folds the lines."""
    file = "moves/concessions.yaml"
    reading = read_files(changed(file, "talks >= 1 and lines < 3", row["needs"]))
    assert reading.problems == (expected(file, row),)


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("not " * 41 + "talks", "a condition with 41 brackets and 'not's, expected at most 40"),
        (
            "(" * 500 + "1" + ")" * 490,
            "a condition with 500 brackets and 'not's, expected at most 40",
        ),
        ("talks + " * 200 + "1", "a condition of 1601 characters, expected at most 1000"),
        ("(" * 500_000, "a condition of 500000 characters, expected at most 1000"),
    ],
)
def test_a_condition_past_reading_is_refused(condition: str, message: str) -> None:
    """A condition too long or too deep for anybody to follow is one calm line."""
    files = changed("moves/concessions.yaml", "talks >= 1 and lines < 3", condition)
    assert told(read_files(files)) == [f"moves/concessions.yaml:8:12: found {message}"]


def test_a_problem_reads_as_one_sentence() -> None:
    """File, line and column, what was found, what was expected and the nearest name."""
    files = changed("moves/military.yaml", "step: violence", "step: violent")
    assert told(read_files(files)) == [
        "moves/military.yaml:22:11: found step 'violent', expected the id of a step; did you mean"
        " 'violence'?"
    ]


def test_forty_mistakes_give_forty_messages() -> None:
    """A pack with forty mistakes all over it tells of each of them, once."""
    reading = read_pack(FORTY)
    assert told(reading) == (FORTY / "messages.txt").read_text(encoding="utf-8").splitlines()
    assert len(reading.problems) == 40
    assert reading.scenario is None


def test_every_name_of_a_condition_is_checked() -> None:
    """Two unknown names in one condition are two problems."""
    files = changed("outcomes.yaml", "talks >= 4", "talk >= 4 or flag.bank_faling")
    assert told(read_files(files)) == [
        "outcomes.yaml:2:50: found track 'talk', expected the id of a track or counter;"
        " did you mean 'talks'?",
        "outcomes.yaml:2:68: found flag 'bank_faling', expected the id of a flag;"
        " did you mean 'bank_failing'?",
    ]


def test_ordered_has_no_result() -> None:
    """Orders that are only open have no result to ask about."""
    files = changed("moves/military.yaml", "only_if: ordered.raid", "only_if: ordered.raid.strong")
    assert told(read_files(files)) == [
        "moves/military.yaml:46:27: found 'strong', expected 'ordered.' without a result, as no"
        " order has one yet"
    ]


def test_a_player_with_nothing_to_do() -> None:
    """A player's seat that no move names is told; a seat of the white cell may be idle."""
    idle = "  - {id: dorsa, name: Dorsa, colour: '#112233'}\n"
    files = changed("seats.yaml", "seats:\n", f"seats:\n{idle}")
    assert told(read_files(files)) == [
        "seats.yaml:2:5: found no move that seat 'dorsa' may order, expected at least one for every"
        " player's seat"
    ]
    files = changed("seats.yaml", "seats:\n", "seats:\n" + idle.replace("}", ", control: true}"))
    assert read_files(files).problems == ()


def test_nobody_to_play() -> None:
    """A pack with none but control seats cannot be played."""
    text = FILES["seats.yaml"].replace("    summary: ", "    control: true\n    summary: ")
    text = text.replace("    control: true\n    orders: 1\n", "    orders: 1\n")
    assert told(read_files({**FILES, "seats.yaml": text})) == [
        "seats.yaml:2:3: found seats of the facilitator only, expected at least one player's seat"
    ]


def test_two_default_habits() -> None:
    """Only one habit can be the pack's first."""
    files = {**FILES, "habits/eager.yaml": "id: eager\nname: Eager\ndefault: true\n"}
    assert told(read_files(files)) == [
        "habits/eager.yaml:3:10: found a second default habit, expected one (the first is at"
        " habits/cautious.yaml:4)"
    ]


def test_two_habits_of_one_name() -> None:
    """Two files cannot both be the same habit."""
    files = {**FILES, "habits/eager.yaml": "id: cautious\nname: Eager\n"}
    assert told(read_files(files)) == [
        "habits/eager.yaml:1:5: found habit 'cautious' twice, expected it once (the first is at"
        " habits/cautious.yaml:1)"
    ]


WHOLE_FILES = [
    ("outcomes.yaml", "", "found an empty file, expected keys and rows"),
    ("outcomes.yaml", "# nothing\n", "found an empty file, expected keys and rows"),
    (
        "outcomes.yaml",
        "outcomes: []",
        "1:11: found no outcome, expected at least one that always holds",
    ),
    ("outcomes.yaml", "- a", "1:1: found a list, expected the keys of a table of outcomes"),
    ("outcomes.yaml", "a", "1:1: found 'a', expected the keys of a table of outcomes"),
    ("outcomes.yaml", "outcomes: [a]", "1:12: found 'a', expected the keys of an outcome"),
    ("escalation.yaml", "ladder: no", "1:9: found 'no', expected a list"),
    (
        "outcomes.yaml",
        "outcomes:\n  - {id: a, name: A}\n---\nb: c\n",
        "3:1: found a second document after '---', expected one document a file",
    ),
    (
        "outcomes.yaml",
        "[" * 100_000,
        "1:21: found more than 20 lists within lists, expected a flat table",
    ),
    (
        "outcomes.yaml",
        "- a\n" * 30_000,
        "20000:3: found more than 20000 cells, expected a smaller table",
    ),
    (
        "outcomes.yaml",
        "#" * 2_000_001,
        "found a file of more than 2 MB, expected a smaller file",
    ),
    (
        "escalaton.yaml",
        "a: b",
        "found a table of no known name, expected one of the tables of a pack, or a table in moves/"
        " or habits/; did you mean 'escalation.yaml'?",
    ),
    (
        "moves/more/far.yaml",
        "a: b",
        "found a table of no known name, expected one of the tables of a pack, or a table in moves/"
        " or habits/",
    ),
]


@pytest.mark.parametrize(("file", "text", "message"), WHOLE_FILES)
def test_a_file_that_is_wrong_as_a_whole(file: str, text: str, message: str) -> None:
    """A file that is empty, of another shape, too large or unknown gives one calm line."""
    told_of = told(read_files({**FILES, file: text}))
    assert told_of == [f"{file}{':' if message[0].isdigit() else ': '}{message}"]


def test_aliases_cannot_multiply() -> None:
    """A few lines that would grow to a thousand million rows are refused at once."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for name, before in zip("bcdefghi", "abcdefgh", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    reading = read_files({**FILES, "outcomes.yaml": "\n".join(lines)})
    aliases = [problem for problem in reading.problems if "alias" in problem.found]
    assert len(aliases) == 80


@pytest.mark.parametrize("file", ["pack.yaml", "seats.yaml", "tracks.yaml", "moves/military.yaml"])
def test_a_file_that_does_not_read_makes_no_other_mistakes(file: str) -> None:
    """One slip of YAML is one message, not a hundred about names that could not be read."""
    reading = read_files({**FILES, file: FILES[file] + "\t{"})
    assert [problem.file for problem in reading.problems] == [file]


@pytest.mark.parametrize(
    "file", ["pack.yaml", "seats.yaml", "tracks.yaml", "escalation.yaml", "outcomes.yaml"]
)
def test_a_file_that_is_not_there(file: str) -> None:
    """A missing table is one message, and the others are read all the same."""
    files = {name: text for name, text in FILES.items() if name != file}
    assert told(read_files(files)) == [
        f"{file}: found no such file, expected every pack to have one"
    ]


def test_a_pack_without_moves() -> None:
    """A pack must have at least one table of moves."""
    files = {name: text for name, text in FILES.items() if not name.startswith("moves/")}
    assert told(read_files(files)) == [
        "moves: found no .yaml file, expected at least one table of moves"
    ]


def test_a_pack_of_nothing() -> None:
    """No files at all is told as the files that are missing."""
    assert [problem.file for problem in read_files({}).problems] == [
        "escalation.yaml",
        "moves",
        "outcomes.yaml",
        "pack.yaml",
        "seats.yaml",
        "tracks.yaml",
    ]


def test_a_mistake_in_a_row_does_not_hide_its_others() -> None:
    """A row with a bad number, an unknown key, an unknown track and a bad condition gives four."""
    text = FILES["moves/diplomatic.yaml"]
    for old, new in (
        ("target: 6", "target: 66"),
        ("tags: [talking]", "tagz: [talking]"),
        ("success: {talks: +1}", "success: {talkz: +1}"),
        ("needs: talks <= 4", "needs: talks <=< 4"),
    ):
        text = text.replace(old, new, 1)
    found = [
        problem.found for problem in read_files({**FILES, "moves/diplomatic.yaml": text}).problems
    ]
    assert found == ["'<'", "'66'", "the key 'tagz'", "track 'talkz'"]
