"""A whole session, read as an analyst reads it: the file, SQL, and nothing of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import read_pack
from idlib_wargame.rules import RULES_VERSION
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.session.autoplay import begin, play_on
from tests.conftest import HARBOUR

SCENARIOS = HARBOUR.parents[2] / "scenarios"
PACKS = (HARBOUR, SCENARIOS / "idlib-2020", SCENARIOS / "lanner-sound")
CHANGES = """
SELECT tracks.turn, tracks.track, tracks.value - before.value AS change
FROM tracks JOIN tracks AS before
    ON before.track = tracks.track AND before.turn = tracks.turn - 1
WHERE change <> 0 AND 'track.' || tracks.track IN (SELECT row FROM names WHERE kind = 'track')
ORDER BY 1, 2
"""
SUMS = """
SELECT turn, track, sum(through) AS change FROM effects
WHERE turn > 1 AND 'track.' || track IN (SELECT row FROM names WHERE kind = 'track')
GROUP BY turn, track HAVING change <> 0
ORDER BY 1, 2
"""


@pytest.fixture(scope="module", params=PACKS, ids=lambda pack: pack.name)
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of each pack, played to its end by habits."""
    reading = read_pack(request.param)
    assert reading.scenario is not None
    path: Path = tmp_path_factory.mktemp("played") / "played.wargame"
    session = begin(path, reading, reading.scenario.habits[0].id, seed_from_number(11))
    list(play_on(session))
    session.close()
    return path


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    """The file, opened with sqlite3."""
    with closing(sqlite3.connect(file)) as connection:
        yield connection


def test_effects_add_up_to_the_change_of_every_track(db: sqlite3.Connection) -> None:
    """Injects, orders and what follows by itself are all that moves a track between turns."""
    changes = db.execute(CHANGES).fetchall()
    assert len(changes) > 5
    assert db.execute(SUMS).fetchall() == changes


def test_each_inject_moves_what_its_effects_say(db: sqlite3.Connection) -> None:
    """Every inject that was sent is a row, and its effects stand under its name."""
    sent = dict(db.execute("SELECT 'inject.' || inject, title FROM injects"))
    query = "SELECT origin, origin_name FROM effects WHERE kind = 'inject'"
    assert set(db.execute(query)) <= set(sent.items())
    assert len(sent) == db.execute("SELECT count(*) FROM injects").fetchone()[0]


@pytest.mark.parametrize(
    ("view", "id", "name"),
    [
        ("orders", "seat", "seat_name"),
        ("orders", "move", "move_name"),
        ("orders", "nullif(choice, '')", "choice_name"),
        ("rolls", "rule_table", "rule_table_name"),
        ("rolls", "step", "step_name"),
        ("effects", "track", "track_name"),
        ("tracks", "(SELECT row FROM names WHERE row = 'track.' || track)", "track_name"),
        ("events", "source", "source_name"),
        ("events", "target", "target_name"),
        ("escalation", "rung", "rung_name"),
        ("turns", "rung", "rung_name"),
        ("seats", "seat", "seat_name"),
    ],
)
def test_every_id_has_its_name_beside_it(
    db: sqlite3.Connection, view: str, id: str, name: str
) -> None:
    """Nothing of the pack is left for the reader to look up."""
    rows = db.execute(f"SELECT {id}, {name} FROM {view} WHERE {id} IS NOT NULL").fetchall()
    assert [row for row in rows if not row[1]] == []


def test_every_row_that_counted_has_its_name(db: sqlite3.Connection) -> None:
    """Modifiers, events, rows that followed by themselves and limits are told in words."""
    shifts = db.execute("SELECT row, row_name FROM shifts").fetchall()
    events = db.execute("SELECT row, name FROM events").fetchall()
    follows = db.execute("SELECT origin, origin_name FROM effects WHERE kind <> 'order'").fetchall()
    limits = db.execute(
        "SELECT cut_by, cut_by_name FROM effects WHERE cut_by LIKE 'limit.%'"
        " UNION ALL SELECT source, source_name FROM effects WHERE source <> ''"
    ).fetchall()
    assert min(len(shifts), len(events), len(follows)) >= 3
    assert [row for row in (*shifts, *events, *follows, *limits) if None in row] == []


def test_the_record_names_its_form_and_its_rules(db: sqlite3.Connection) -> None:
    """How the exercise was set up says by which version it was played."""
    query = "SELECT body ->> 'form', body ->> 'rules' FROM entries WHERE kind = 'setup'"
    (form,) = db.execute("PRAGMA user_version").fetchone()
    assert db.execute(query.replace("->>", "->")).fetchone() == (str(form), str(RULES_VERSION))
