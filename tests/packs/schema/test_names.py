"""Names and texts of a pack: of a length that can be read, and running the way they seem to."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import read_files
from tests.packs.harbour import FULL, changed, told

TURNS = "expected text without it: each line runs the way of its own letters"
NAMED = (
    ("agreements.yaml", "name: A quiet season"),
    ("agreements.yaml", "name: No nets are cut"),
    ("agreements.yaml", "name: No dates"),
    ("injects.yaml", "sender: "),
    ("injects.yaml", "title: "),
    ("moves/military.yaml", "name: "),
    ("outcomes.yaml", "name: "),
    ("pack.yaml", "title: "),
    ("seats.yaml", "name: Borea"),
    ("tracks.yaml", "name: Fish stocks"),
    ("tracks.yaml", "0: "),
)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_an_author_who_pastes_a_page_into_a_name_is_told_once(file: str, name: str) -> None:
    """It would push everything else off every screen that lists it."""
    key = name.partition(" ")[0]
    (said,) = told(read_files(changed(file, name, f"{key} {'x' * 5000} ", FULL)))
    assert said.startswith(f"{file}:")
    assert "characters, expected text of at most 200" in said
    assert len(said) < 200


@pytest.mark.parametrize(("file", "name"), [*NAMED, ("agreements.yaml", "text: Each")])
@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_a_sign_that_turns_what_follows_is_told_where_it_stands(
    file: str, name: str, sign: str
) -> None:
    """It would turn a whole line of a screen or of a paper round, and nobody sees it."""
    text = FULL[file]
    line = text.count("\n", 0, text.index(name)) + 1
    (said,) = told(read_files(changed(file, name, f"{name}{sign}", FULL)))
    assert said.startswith(f"{file}:{line}:")
    assert said.endswith(f"found a sign that turns letters round (U+{ord(sign):04X}), {TURNS}")


def test_so_it_is_where_yaml_names_it_by_its_number() -> None:
    """The file holds plain letters alone; the name does not."""
    new = 'name: "A \\u202Equiet season"'
    (said,) = told(read_files(changed("agreements.yaml", "name: A quiet season", new, FULL)))
    assert said.endswith(f"found a sign that turns letters round (U+202E), {TURNS}")


def test_so_it_is_in_a_brief_and_in_the_report() -> None:
    """Both are printed for people."""
    for name in [name for name in FULL if name.endswith(".md")]:
        (said,) = told(read_files({**FULL, name: "# Us\n\nQuiet \u2067.\n"}))
        assert said == f"{name}:3:7: found a sign that turns letters round (U+2067), {TURNS}"
    assert sum(name.endswith(".md") for name in FULL) > 1


def test_marks_that_turn_no_other_letter_may_stand() -> None:
    """Whoever writes from the right needs them beside figures and brackets."""
    new = "name: \u05e9\u05dc\u05d5\u05dd\u200f (2)\u200e"
    assert told(read_files(changed("agreements.yaml", "name: A quiet season", new, FULL))) == []
