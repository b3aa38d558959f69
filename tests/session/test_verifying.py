"""Each way in which a saved session can be unsound is found, and told in a sentence of its own.

The files here are forged with care: every digest follows from the entry before, as it would for
somebody who can recompute them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.file import Record
from idlib_wargame.rules.dice import ProvableDice, seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.verifying import Check, verify
from tests.session.exercises import PROTEST_CARD, SEED, begun, do, to_results

Body = dict[str, Any]
Forgery = Callable[[str, Body], Body]
NOTHING: Mapping[str, str] = {}


@pytest.fixture
def path(full: PackReading, tmp_path: Path) -> Path:
    """A session with an inject, an adjudication and a ruling."""
    path = tmp_path / "true.wargame"
    session = begun(full, path)
    do(session, SendInject("cold_spring"))
    to_results(session)
    do(session, Decide(PROTEST_CARD, Band.FAILURE, "Nobody listened"), CloseTurn())
    session.close()
    return path


def forged(
    path: Path, forgery: Forgery, seed: bytes = SEED, added: Mapping[str, str] = NOTHING
) -> Path:
    """The session with other bodies, another seed or more in its pack, its digests made anew."""
    with Record.open(path) as true:
        entries, files = tuple(true.entries), {**true.files, **added}
    false = path.with_name("false.wargame")
    with Record.create(false, seed, files=files) as record:
        for entry in entries:
            record.append(entry.kind, forgery(entry.kind, dict(entry.body)), entry.by, entry.at)
    return false


def not_well(path: Path) -> dict[str, str]:
    """What does not hold, by the name of the check."""
    verdict = verify(path)
    found = {check.name: check.text for check in verdict.checks if not check.well}
    assert verdict.well == (not found)
    return found


def as_it_is(kind: str, body: Body) -> Body:
    """No forgery at all."""
    return body


def another_result(kind: str, body: Body) -> Body:
    """One point more of severity for whoever."""
    if kind == "adjudicated":
        body["cards"] = [{**card, "severity": card["severity"] + 1} for card in body["cards"]]
    return body


def another_ruling(kind: str, body: Body) -> Body:
    """The same behind a ruling."""
    if kind == "ruling":
        return {**body, "result": another_result("adjudicated", dict(body["result"]))}
    return body


def another_inject(kind: str, body: Body) -> Body:
    """An inject that made more fish than the pack says."""
    if kind == "injected":
        return {**body, "state": {**body["state"], "stocks": body["state"]["stocks"] + 1}}
    return body


def test_a_true_session_is_well(path: Path) -> None:
    """Every check says what it counted, and a copy made anew passes as well."""
    assert verify(path).checks[2:] == (
        Check("Seed", True, "The seed fits the fingerprint shown before the first turn."),
        Check("Injects", True, "1 inject sent, with the effects that the pack gives."),
        Check(
            "Results",
            True,
            "2 adjudications and rulings worked out again from the seed, with the same results.",
        ),
    )
    assert not_well(forged(path, as_it_is)) == {}


@pytest.mark.parametrize("forgery", [another_result, another_ruling])
def test_an_altered_result_is_found(path: Path, forgery: Forgery) -> None:
    """The sentence names the turn and the entry."""
    found = not_well(forged(path, forgery))
    assert list(found) == ["Results"]
    assert found["Results"].startswith("Turn 1 (entry ")
    assert found["Results"].endswith(
        "): the stored result is not what the tables and the dice give."
    )


def test_an_altered_inject_is_found(path: Path) -> None:
    """The sentence names the inject."""
    found = not_well(forged(path, another_inject))
    assert found["Injects"] == "Entry 3: “A cold spring” does not do what the pack says."


def test_an_altered_pack_is_found(path: Path) -> None:
    """The pack no longer has the fingerprint it began with."""
    found = not_well(forged(path, as_it_is, added={"briefs/added.md": "Added"}))
    assert found == {"Pack": "The pack inside differs from its fingerprint."}


def test_a_foreign_seed_is_found(path: Path) -> None:
    """It neither fits the fingerprint nor throws the dice that fell."""
    found = not_well(forged(path, as_it_is, seed_from_number(8)))
    assert list(found) == ["Seed", "Results"]
    assert found["Seed"] == "The seed does not fit the fingerprint shown before the first turn."


def test_orders_that_a_habit_would_not_pick_are_found(full: PackReading, tmp_path: Path) -> None:
    """A habit's seat whose orders somebody else chose: the results hold, the picks do not."""
    path = tmp_path / "true.wargame"
    session = begun(full, path)
    to_results(session)
    pending = session.play.pending
    assert pending is not None
    session.close()
    others = [played.order for played in pending.orders if played.order.seat != "caldis"]
    result = session.referee.adjudicate(pending.opening, others, ProvableDice(SEED)).to_json()

    def other_picks(kind: str, body: Body) -> Body:
        if kind != "adjudicated":
            return body
        orders = [each for each in body["orders"] if each["seat"] != "caldis"]
        return {**body, **result, "orders": orders}

    found = not_well(forged(path, other_picks))
    assert found == {"Results": "Turn 1: Caldis's orders are not the ones its habit picks."}


def test_a_missing_seed_is_told(path: Path) -> None:
    """Somebody took it out of a file whose exercise goes on: nothing can be worked out again."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM secrets")
        db.execute("DELETE FROM secrets_again")
    found = not_well(path)
    assert found.pop("Digests").startswith("“true.wargame” is sound up to entry")
    assert found == {
        "Seed": "The seed of the dice is missing, so no die can be checked.",
        "Results": "Results cannot be worked out again without the seed.",
    }
