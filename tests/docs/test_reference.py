"""The reference: every key of the schema stands in it, and its examples are a pack that reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from idlib_wargame.packs.citing import citing_rows
from idlib_wargame.packs.claims import read_claims
from idlib_wargame.packs.reader import PackReading, read_files
from idlib_wargame.packs.registry import SITREP, TABLES, is_table, table_of
from idlib_wargame.packs.schema import conditions
from idlib_wargame.packs.schema.effects import Bands
from idlib_wargame.packs.schema.kinds import Grounded, Row
from idlib_wargame.packs.schema.models import model_of
from idlib_wargame.packs.schema.validation import inside
from idlib_wargame.packs.text import gather, json_reader, yaml_reader
from idlib_wargame.rules import names, odds
from idlib_wargame.rules.conditions.compiling import OPERATORS
from idlib_wargame.rules.pack.phases import NEEDED_PHASES, PHASES
from idlib_wargame.rules.pack.scenario import SITREP_WORDS
from idlib_wargame.rules.pack.table_colours import TABLE_COLOURS
from tests.docs.pages import KeyRow, anchors, blocks, files_of, key_rows, links, page

PAGE = page("pack-format.md")
FILES = files_of(PAGE)
REGISTER = FILES.pop("claims.yaml")
ROWS = list(key_rows(PAGE))
SECTIONS: dict[str, type[Row]] = {
    f"{table.file}*.yaml" if table.is_folder else table.file: model_of(table) for table in TABLES
}
# What is told once for all rows.
SHARED: dict[tuple[str, str], type[Row]] = {
    ("Writing the tables", "Where a row comes from"): Grounded,
    ("moves/*.yaml", "What each result does"): Bands,
}


def model_named(name: str) -> type[Row]:
    """What a table of that name may say."""
    table = table_of(name)
    assert table is not None, name
    return model_of(table)


def models_in(model: type[Row]) -> Iterator[type[Row]]:
    """A file's model and the model of every row that may stand in it."""
    yield model
    for field in model.model_fields:
        kind = inside(model, field)
        while kind is not None and not (isinstance(kind, type) and issubclass(kind, Row)):
            kind = inside(kind, 0) if not isinstance(kind, type) else None
        if kind is not None:
            yield from models_in(kind)


def heading(model: type[Row]) -> str:
    """The heading of the section about a kind of row."""
    return f"{'An' if model.noun[0] in 'aeiou' else 'A'} {model.noun}"


def own_keys(model: type[Row]) -> dict[str, bool]:
    """The keys that a section must name, and whether each must be there."""
    shared = {
        key for other in SHARED.values() if issubclass(model, other) for key in other.model_fields
    }
    fields = model.model_fields.items()
    return {key: field.is_required() for key, field in fields if key not in shared}


def expected_keys() -> dict[tuple[str, str], dict[str, bool]]:
    """Every table of keys that the page must have, by its headings."""
    found = {place: dict.fromkeys(model.model_fields, False) for place, model in SHARED.items()}
    for section, file in SECTIONS.items():
        known = set(models_in(file))
        for model in known:
            # A counter is a track with another name, and so on: told with what it is made of.
            if own_keys(model) and model.__base__ not in known:
                row = "" if model is file else heading(model)
                found.setdefault((section, row), {}).update(own_keys(model))
    return found


def documented() -> dict[tuple[str, str], list[KeyRow]]:
    """Every table of keys that the page has, by its headings."""
    found: dict[tuple[str, str], list[KeyRow]] = {}
    for row in ROWS:
        if row.section != "Conditions":
            found.setdefault((row.section, row.row), []).append(row)
    return found


@pytest.mark.parametrize("place", sorted(expected_keys()), ids=" / ".join)
def test_every_key_is_documented(place: tuple[str, str]) -> None:
    """A section has a row for each key of the schema, no other, and says if it must be there."""
    rows = documented().get(place, [])
    told = {row.key: row.left_out == "must be there" for row in rows}
    assert told == expected_keys()[place]
    assert len(rows) == len(told)
    assert all(row.left_out.strip() for row in rows)


def test_no_section_documents_what_is_not_there() -> None:
    """A table of keys belongs to some row of the schema."""
    assert sorted(documented().keys() - expected_keys().keys()) == []


@pytest.fixture(scope="module")
def reading() -> PackReading:
    """The pack that the examples make up, with the briefs that they name."""
    briefs = dict.fromkeys(re.findall(r"briefs/[a-z-]+\.md", PAGE), "# A brief")
    return read_files({**FILES, **briefs})


def test_the_examples_make_up_a_pack_that_reads(reading: PackReading) -> None:
    """Every block is checked against the schema and against all the others."""
    assert [str(problem) for problem in reading.problems] == []
    assert {model_named(name) for name in FILES if is_table(name)} == set(SECTIONS.values())


def test_every_block_is_a_whole_file() -> None:
    """No example stands outside the pack that is checked, and none is in pieces."""
    assert len(list(blocks(PAGE))) == len(FILES) + 1
    assert "" not in FILES


def test_the_register_has_the_claims_that_the_examples_cite(tmp_path: Path) -> None:
    """The example of a register reads as one, and leads from the examples to their claims."""
    path = tmp_path / "claims.yaml"
    path.write_text(REGISTER, encoding="utf-8")
    claims = read_claims(path)
    cited = {claim for row in citing_rows(FILES) for claim in row.cites}
    assert cited == {claim.id for claim in claims.values() if claim.playable}


def used_keys(kind: Any, value: Any) -> Iterator[tuple[type[Row], str]]:
    """Every key that a file's data uses, with the model of its row."""
    if isinstance(value, list):
        for each in value:
            yield from used_keys(inside(kind, 0), each)
    elif isinstance(value, dict):
        is_row = isinstance(kind, type) and issubclass(kind, Row)
        for key, each in value.items():
            if is_row:
                yield kind, key
            yield from used_keys(inside(kind, key), each)


def test_every_key_has_an_example() -> None:
    """Whatever may be written stands somewhere in the examples, filled in."""
    used: dict[tuple[str, str], set[str]] = {}
    for name, text in FILES.items():
        if not is_table(name):
            continue
        data = json.loads(text) if name == "map.geojson" else yaml.load(text, yaml.BaseLoader)
        file = model_named(name)
        section = next(section for section, model in SECTIONS.items() if model is file)
        for model, key in used_keys(file, data):
            row = "" if model is file else heading(model)
            used.setdefault((section, row), set()).add(key)
    everywhere = {key for keys in used.values() for key in keys}
    expected = expected_keys()
    assert len(expected) > 40
    for place, keys in expected.items():
        seen = everywhere if place in SHARED else used.get(place, set())
        assert sorted(keys.keys() - seen) == [], place


@pytest.mark.parametrize("word", [*names.ALONE, *names.SCOPES, *names.Prefix, *names.RESULTS])
def test_every_name_of_a_condition_is_documented(word: str) -> None:
    """What a condition may ask after stands in the section about conditions."""
    section = PAGE.partition("\n## Conditions\n")[2].partition("\n## Effects\n")[0]
    dotted = word in names.SCOPES or word in [*names.Prefix]
    assert re.search(rf"[`.]{word}{r'[.]' if dotted else r'[`.]'}", section)


def test_every_sign_of_a_condition_is_documented() -> None:
    """So do the signs that compare."""
    assert len(OPERATORS) == 6
    assert [sign for sign in OPERATORS if f"`{sign}`" not in PAGE] == []


def test_the_limits_are_those_of_the_program() -> None:
    """Figures on the page are the program's."""
    for figure in (
        f"{gather.MOST_BYTES_A_FILE // 10**6} MB and {yaml_reader.MOST_CELLS:,} cells a file",
        f"(a map: {json_reader.MOST_CELLS:,})",
        f"{gather.MOST_BYTES_A_PACK // 10**6} MB and {gather.MOST_FILES:,} files a pack",
        f"Up to {conditions.LONGEST:,} characters, and {conditions.DEEPEST} brackets",
        f"two dice must come to, {odds.LOWEST_TARGET} to {odds.HIGHEST_TARGET} |",
        f"with all shifts (to ±{odds.MOST_SHIFT} in all)",
        f"strong success (by {odds.STRONG_MARGIN} or more)",
        f"falls short by 1 or {-odds.PARTIAL_MARGIN} |",
    ):
        assert figure in PAGE, figure


def test_the_phases_are_those_of_the_program() -> None:
    """They are listed in their order, each with whether a turn can do without it."""
    section = PAGE.partition("\n### Phases\n")[2].partition("\n### ")[0]
    told = re.findall(r"^\d\. `(\w+)`: (.*)$", section, re.M)
    assert [phase for phase, _ in told] == [*PHASES]
    needed = [phase for phase, words in told if words.endswith("Every turn has it.")]
    assert needed == [*NEEDED_PHASES]


def test_the_colours_of_tables_are_those_of_the_program() -> None:
    """They are named in the order in which tables without one take them."""
    row = next(row for row in ROWS if (row.row, row.key) == ("A table", "colour"))
    line = next(line for line in PAGE.splitlines() if line.startswith("| `colour` | `green`"))
    assert row.left_out == "the first that is free, in this order"
    assert re.findall(r"`(\w+)`", line)[1:] == [*TABLE_COLOURS]


@pytest.mark.parametrize("word", SITREP_WORDS)
def test_every_word_of_a_situation_report_is_documented(word: str) -> None:
    """What the template may ask for is told and shown."""
    assert re.search(rf"^\|[^|]*`\${word}`", PAGE, re.M)
    assert re.search(rf"\${word}\b", FILES[SITREP])


def test_every_file_has_a_section_and_a_line_in_the_list() -> None:
    """The list of files at the top leads to each section."""
    assert len(SECTIONS) == 17
    for section in (*SECTIONS, SITREP):
        assert f"\n## {section}\n" in PAGE
        assert f"| [`{section}`](#" in PAGE


def test_links_lead_somewhere() -> None:
    """Every link within the page and to the other page of the guide has its heading."""
    pages: Mapping[str, str] = {"": PAGE, "writing-a-pack.md": page("writing-a-pack.md")}
    headed = [(file, place) for file, place in links(PAGE) if place]
    assert len(headed) > 10
    assert [each for each in headed if each[1] not in anchors(pages[each[0]])] == []
