"""A mistake in a name is told where it was made, and not at each of its uses."""

from __future__ import annotations

import re

import pytest

from idlib_wargame.packs.reader import read_files, read_pack
from idlib_wargame.packs.shelf import TEMPLATE
from tests.packs.harbour import told

FILES = read_pack(TEMPLATE).files
AN_ID = "an id of lower-case letters, digits and underscores, a letter first"


def renamed(old: str, new: str) -> dict[str, str]:
    """The pack with an id written otherwise in all of its tables."""
    named = re.compile(rf"(?<![\w/]){old}(?!\w)")
    return {
        name: named.sub(new, text) if name.endswith(".yaml") else text
        for name, text in FILES.items()
    }


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("lowland", "east-berlin", "east_berlin"),
        ("lowland", "East Berlin", "east_berlin"),
        ("trust", "mutual-trust", "mutual_trust"),
        ("hunger", "Hunger", "hunger"),
        ("sign", "göl", "gol"),
    ],
)
def test_an_id_that_may_not_be_one_is_one_mistake(old: str, new: str, near: str) -> None:
    """However often it is named, in lists, as a key and in conditions; the id proposed is legal."""
    said = told(read_files(renamed(old, new)))
    assert len(said) == 1
    assert said[0].endswith(f"found '{new}', expected {AN_ID}; did you mean '{near}'?")


@pytest.mark.parametrize("word", ["not", "and", "or", "true", "if", "turn"])
def test_a_track_called_by_a_word_of_conditions_is_one_mistake(word: str) -> None:
    """No condition that would read it, or trip over it, is blamed."""
    (said,) = told(read_files(renamed("trust", word)))
    wanted = "expected a word that conditions do not use already"
    assert said == f"tracks.yaml:25:9: found the id '{word}', {wanted}"


def test_uses_of_the_right_id_are_no_mistakes_beside_the_wrong_one() -> None:
    """The row says east-berlin and all others say east_berlin: only the row is told."""
    files = renamed("lowland", "east_berlin")
    files["seats.yaml"] = files["seats.yaml"].replace("id: east_berlin", "id: east-berlin")
    (said,) = told(read_files(files))
    assert said.startswith("seats.yaml:9:9: found 'east-berlin'")


def test_a_row_with_its_own_name_misspelt_is_blamed_for_all_who_name_it() -> None:
    """Thirty rows say trust and one says trsut."""
    text = FILES["tracks.yaml"].replace("id: trust\n", "id: trsut\n")
    (said,) = told(read_files({**FILES, "tracks.yaml": text}))
    assert re.fullmatch(
        r"tracks\.yaml:25:9: found track 'trsut', which no row names, expected 'trust', which \d\d"
        r" rows name \(the first at agreements\.yaml:\d+:\d+\); did you mean 'trust'\?",
        said,
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("seats:", "seat:", "found the key 'seat', expected a key of a table of seats"),
        ("  - id: upland", "  - Id: upland", "found the key 'Id', expected a key of a seat"),
    ],
)
def test_rows_whose_ids_cannot_be_read_make_no_other_mistakes(
    old: str, new: str, said: str
) -> None:
    """Who is named elsewhere may be among them."""
    text = FILES["seats.yaml"].replace(old, new, 1)
    (only,) = told(read_files({**FILES, "seats.yaml": text}))
    assert said in only


def test_a_name_that_is_nowhere_is_told_at_its_first_place_with_the_others() -> None:
    """Four rows that ask after an unknown tag are one message, which lists the places."""
    files = {name: text.replace("[violent]", "[rough]") for name, text in FILES.items()}
    (said,) = told(read_files(files))
    assert "found tag or move 'violent'" in said
    assert re.search(r"; also in \d more places: (\S+\.yaml:\d+:\d+(, )?)+", said)


def test_causes_come_first() -> None:
    """A file under a wrong name, then an id, then the rest, whatever the files are called."""
    files = dict(FILES)
    files["upkeep.yml.yaml"] = files.pop("upkeep.yaml")
    files["tracks.yaml"] = files["tracks.yaml"].replace("id: troops", "id: Troops", 1)
    files["aims.yaml"] = files["aims.yaml"].replace("when: ", "when: nobody or ", 1)
    places = [problem.file for problem in read_files(files).problems]
    assert places == ["upkeep.yml.yaml", "tracks.yaml", "aims.yaml"]


@pytest.mark.parametrize("name", ["Uplаnd", "UPLAND", "Up\u200bland", "Upland"])
def test_two_seats_whose_names_look_the_same_are_told(name: str) -> None:
    """With a Cyrillic letter, in capitals, with a sign of no width, or simply the same."""
    text = FILES["seats.yaml"].replace("name: Lowland", f"name: {name}")
    (said,) = told(read_files({**FILES, "seats.yaml": text}))
    assert "as another is, expected names that look different (the other is at seats" in said


@pytest.mark.parametrize("name", ["\u200b", "\u3164", "\u2800\u2060"])
def test_a_name_that_nobody_sees_is_no_name(name: str) -> None:
    """It would be a seat without a name on every screen."""
    text = FILES["seats.yaml"].replace("name: Lowland", f'name: "{name}"')
    (said,) = told(read_files({**FILES, "seats.yaml": text}))
    assert said.endswith("expected text that can be seen")
