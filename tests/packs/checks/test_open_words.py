"""Words that a pack's texts leave open: one that nobody fills in is told where it stands."""

from __future__ import annotations

import pytest

from idlib_wargame.packs.reader import read_files
from tests.packs.harbour import FULL, changed, told

MEANT = "expected $turn_word, the one word that a pack may leave open"
NEAR = f"{MEANT}; did you mean '$turn_word'?"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("agreements.yaml", "Each $turn_word", "Each $turn_wrod", f"found '$turn_wrod', {NEAR}"),
        ("agreements.yaml", "A quiet season", "A $TURN_WORD", f"found '$TURN_WORD', {NEAR}"),
        ("agreements.yaml", "A quiet season", "A ${turn_wrod}", f"found '${{turn_wrod}}', {NEAR}"),
        ("injects.yaml", "means: Letter", "means: Letter of $dates", f"found '$dates', {MEANT}"),
        ("injects.yaml", "means: Letter", "means: '{$turn_words}'", f"found '$turn_words', {NEAR}"),
        ("seats.yaml", "name: Borea", "name: $my_seat", f"found '$my_seat', {MEANT}"),
        ("tracks.yaml", "name: Fish stocks", "name: Fish a $turn", f"found '$turn', {NEAR}"),
        ("moves/military.yaml", "name: ", "name: In a ${} ", f"found '${{}}', {MEANT}"),
    ],
)
def test_an_author_who_misspells_the_word_for_a_turn_is_told(
    file: str, old: str, new: str, said: str
) -> None:
    """Else players would read it as it stands, dollar and all."""
    (line,) = told(read_files(changed(file, old, new, FULL)))
    assert line.startswith(f"{file}:")
    assert line.endswith(said)


def test_it_is_told_to_the_column_in_a_brief_too() -> None:
    """A brief is read to people as the tables are."""
    name = next(name for name in FULL if name.endswith(".md") and name != "sitrep.md")
    files = {**FULL, name: "# Us\n\nWithin a $turn_wrod.\n"}
    assert told(read_files(files)) == [f"{name}:3:10: found '$turn_wrod', {NEAR}"]


@pytest.mark.parametrize("money", ["US$bn 3", "$3 million", "$m 5", "3 $", "$$turn_wrod", "$bn"])
def test_a_sum_of_money_is_left_as_it_is(money: str) -> None:
    """Nobody means to fill that in."""
    files = changed("agreements.yaml", "Each $turn_word", f"Each {money}", FULL)
    assert told(read_files(files)) == []
