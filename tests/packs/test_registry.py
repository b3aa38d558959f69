"""The registry of a pack's tables agrees with what the tables may say."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from idlib_wargame.packs.reader import read_files
from idlib_wargame.packs.registry import TABLES, TableEntry, families, is_table, table_of
from idlib_wargame.packs.schema.kinds import Row
from idlib_wargame.packs.schema.models import model_of
from idlib_wargame.packs.schema.validation import inside
from idlib_wargame.rules.names import BARGAINED, Prefix, is_bargained
from idlib_wargame.rules.state import Layout
from tests.packs.harbour import FULL, changed


def ids(table: TableEntry) -> str:
    """What a test of one table is called."""
    return table.file


@pytest.mark.parametrize("table", TABLES, ids=ids)
def test_every_list_of_a_family_is_a_key_of_its_table(table: TableEntry) -> None:
    """A family that looks under a key that no file may have would find no id."""
    wanted = {key for family in table.families for key in family.lists}
    assert wanted <= model_of(table).model_fields.keys()


def row_inside(kind: Any) -> type[Row] | None:
    """The rows of a list, where it is a list of rows."""
    row = inside(kind, 0) if not isinstance(kind, type) else None
    return row if isinstance(row, type) and issubclass(row, Row) else None


@pytest.mark.parametrize("table", TABLES, ids=ids)
def test_every_row_with_an_id_belongs_to_a_family(table: TableEntry) -> None:
    """A list of rows with ids that no family names would go without a check for ids used twice."""
    named = {key for family in table.families if family.key == ("id",) for key in family.lists}
    with_ids = set()
    for key in model_of(table).model_fields:
        row = row_inside(inside(model_of(table), key))
        if row is not None and "id" in row.model_fields:
            with_ids.add(key)
    assert with_ids == named


def test_every_prefix_of_a_condition_stands_before_the_ids_of_one_family() -> None:
    """What conditions may ask about by its id has exactly one list where the ids are.

    What agreements come to is asked between two actors or of a template, so of no one list.
    """
    prefixes = [family.prefix for _, family in families() if family.prefix]
    assert sorted(prefixes) == sorted({*Prefix} - {*BARGAINED})


@pytest.mark.parametrize(
    "name",
    [
        "agreement.astra.borea",
        "agreement.quiet_season",
        "vague.borea.astra",
        *(f"{prefix}.{row}" for prefix in BARGAINED[2:] for row in ("turn", "caldis")),
    ],
)
def test_every_name_of_what_agreements_come_to_may_be_read(name: str) -> None:
    """A condition of the pack with everything may ask for it, and the situation has its cell."""
    files = changed("escalation.yaml", "shots >= 3", f"{name} >= 3", FULL)
    scenario = read_files(files).scenario
    assert scenario is not None
    assert is_bargained(name)
    assert name in Layout(scenario).index


def test_the_needed_tables_are_those_without_which_there_is_no_play() -> None:
    """A pack may leave out what it does not use."""
    assert {table.file for table in TABLES if table.needed} == {
        "pack.yaml",
        "seats.yaml",
        "tracks.yaml",
        "moves/",
        "escalation.yaml",
        "outcomes.yaml",
    }


def test_the_pack_with_everything_has_a_file_for_every_table() -> None:
    """No table goes untested for want of a file in the pack that the tests break."""
    assert {table_of(name) for name in FULL if is_table(name)} == set(TABLES)


@pytest.mark.parametrize(
    "name", ["moves", "moves/", "moves/deep/more.yaml", "moves/x.yml", "seats/seats.yaml", "x.yaml"]
)
def test_other_files_are_no_tables(name: str) -> None:
    """A table is one of the known files, or a file right inside one of the known folders."""
    assert not is_table(name)


def test_naming_tables_brings_in_no_models() -> None:
    """The start window lists packs before anything heavy is imported."""
    code = (
        "import sys; from idlib_wargame.packs import reader, registry;"
        "assert registry.is_table('moves/any.yaml');"
        "sys.exit(bool({'pydantic', 'yaml'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
