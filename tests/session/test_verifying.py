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
from idlib_wargame.record.file_format import FORM
from idlib_wargame.rules import RULES_VERSION
from idlib_wargame.rules.dice import ProvableDice, seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.words_scored import ScoreWords
from idlib_wargame.session.verifying import verify
from idlib_wargame.words.heads import NoHead, head_words
from tests.session.bargains import KEY, sign, to_open_orders
from tests.session.exercises import (
    COVERT,
    PROTEST,
    PROTEST_CARD,
    SEED,
    begun,
    do,
    to_orders,
    to_results,
)
from tests.session.kinds.test_injects_written import FOG, written

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
    verdict = verify(path)
    said = {check.name: check.text for check in verdict.checks}
    head = said.pop("Record fingerprint")
    assert list(said.items())[2:] == [
        ("Setup", f"Form {FORM} and rules {RULES_VERSION}, which this version reads."),
        ("Seed", "The seed fits the fingerprint shown before the first turn."),
        ("Course", "3 steps from phase to phase, in the pack's order."),
        (
            "Injects",
            "1 inject sent, with the text, the addressees and the effects that the list gives.",
        ),
        ("Seals", "2 sheets of orders sealed, and every order legal."),
        (
            "Results",
            "2 adjudications and rulings worked out again from the seed, with the same results.",
        ),
        ("Ending", "The exercise is not finished, so it has no outcome yet."),
    ]
    assert verdict.well
    assert head.startswith(f"{head_words(verdict.head)} after entry ")
    assert not_well(forged(path, as_it_is)) == {}


@pytest.mark.parametrize("forgery", [another_result, another_ruling])
def test_an_altered_result_is_found(path: Path, forgery: Forgery) -> None:
    """The sentence names the turn and the entry."""
    found = not_well(forged(path, forgery))
    assert list(found) == ["Results"]
    assert found["Results"].startswith("Turn 1 (entry ")
    assert found["Results"].endswith(
        "): the stored result of Astra, Protest in public is not what the tables and the dice give."
    )


def test_an_altered_inject_is_found(path: Path) -> None:
    """The sentence names the inject."""
    found = not_well(forged(path, another_inject))
    assert found["Injects"] == "Entry 3: “A cold spring” does not do or say what the list says."


def test_an_altered_inject_that_was_written_is_found(full: PackReading, tmp_path: Path) -> None:
    """As one of the pack is; of its row, too, that another could not have been sent then."""
    path = tmp_path / "written.wargame"
    session = begun(full, path)
    written(session, FOG)
    do(session, SendInject(session.play.own.injects[0].id))
    session.close()
    assert not_well(path) == {}
    found = not_well(forged(path, another_inject))
    assert found["Injects"] == "Entry 4: “Fog” does not do or say what the list says."


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


def test_other_orders_than_were_sealed_are_found(path: Path) -> None:
    """Who opens other orders than those a seat sealed, or gives them another reason, is found."""

    def other_reason(kind: str, body: Body) -> Body:
        if kind == "adjudicated":
            body["orders"] = [{**order, "why": "Nobody wrote this"} for order in body["orders"]]
        return body

    found = not_well(forged(path, other_reason))
    assert found["Results"] == "Turn 1: Astra's orders are not the ones it sealed."


def test_a_ruling_that_nobody_made_is_found(path: Path) -> None:
    """A result that follows from a ruling counts only with the entry of that ruling."""
    with Record.open(path) as record:
        (ruling,) = (entry for entry in record.entries if entry.kind == "ruling")

    def ruled_at_once(kind: str, body: Body) -> Body:
        return dict(ruling.body["result"]) if kind == "adjudicated" else body

    assert list(not_well(forged(path, ruled_at_once))) == ["Results"]


@pytest.fixture
def ended(full: PackReading, tmp_path: Path) -> Path:
    """An exercise that was finished after its first turn."""
    path = tmp_path / "ended.wargame"
    session = begun(full, path)
    to_results(session)
    do(session, CloseTurn(), TakeNote("All well"), Finish())
    session.close()
    return path


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("outcome", "war", "the outcome is not the one that the tables give."),
        (
            "aims",
            ["astra_treaty", "caldis_heard"],
            "the aims met are not those that the tables give.",
        ),
        ("seed", "00" * 32, "the seed published does not fit its fingerprint."),
    ],
)
def test_another_ending_is_found(ended: Path, key: str, value: object, said: str) -> None:
    """Outcome, aims and seed are worked out again: the stored ones are not believed."""
    assert not_well(ended) == {}

    def other_ending(kind: str, body: Body) -> Body:
        return {**body, key: value} if kind == "finished" else body

    found = not_well(forged(ended, other_ending))
    assert found["Ending"].startswith("Entry ")
    assert found["Ending"].endswith(f": {said}")


@pytest.mark.parametrize(
    ("key", "value"),
    [("outcome", "peace_for_all"), ("aims", ["nobody_s"]), ("seed", "no seed"), ("turn", 99)],
)
def test_an_ending_that_the_pack_does_not_have_is_found(
    ended: Path, key: str, value: object
) -> None:
    """It is named by its key, and the exercise counts as not finished."""

    def other_ending(kind: str, body: Body) -> Body:
        return {**body, key: value} if kind == "finished" else body

    found = not_well(forged(ended, other_ending))
    assert list(found) == ["Digests"]
    assert f"“{key}”" in found["Digests"] or f"“{key}.1”" in found["Digests"]


@pytest.mark.parametrize("key", ["text", "title", "to", "sender", "means"])
def test_an_inject_that_says_something_else_is_found(path: Path, key: str) -> None:
    """Text and addressees are the pack's."""

    def other_words(kind: str, body: Body) -> Body:
        other: object = ["borea"] if key == "to" else "Something else"
        return {**body, key: other} if kind == "injected" else body

    found = not_well(forged(path, other_words))
    assert found["Injects"].startswith("Entry 3: “A cold spring” does not do or say what")


def test_phases_out_of_their_order_are_found(path: Path) -> None:
    """A phase that does not follow the one before, or comes in another turn."""

    def other_phase(kind: str, body: Body) -> Body:
        return {**body, "turn": 1, "phase": "talks"} if kind == "phase" else body

    found = not_well(forged(path, other_phase))
    assert found["Course"].startswith("Entry ")
    assert "could not be written in that way then." in found["Course"]


def test_a_seal_that_play_would_have_refused_is_found(path: Path) -> None:
    """Orders that were not legal when they were sealed."""

    def illegal(kind: str, body: Body) -> Body:
        if kind == "sealed" and body["seat"] == "astra":
            body["orders"] = [{"move": "sign_treaty", "choice": "", "why": "", "free": None}] * 9
        return body

    found = not_well(forged(path, illegal))
    assert ": these orders would have been refused. " in found["Seals"]


@pytest.mark.parametrize(("key", "value"), [("pack", "other"), ("version", "9")])
def test_a_setup_that_names_another_pack_is_found(path: Path, key: str, value: str) -> None:
    """The pack and the version that the first entries name are those inside."""

    def other_setup(kind: str, body: Body) -> Body:
        return {**body, key: value} if kind in ("setup", "pack") and key in body else body

    said = not_well(forged(path, other_setup))["Setup"]
    assert said == "The first entries name another pack than the one inside."


def heads(path: Path) -> list[str]:
    """The digest of each entry."""
    with Record.open(path) as record:
        return [entry.digest for entry in record.entries]


def told_of_head(path: Path, head: str) -> tuple[bool, str]:
    """What verify says of a head that somebody noted."""
    check = verify(path, head).checks[-1]
    return check.well, check.text


def test_a_noted_head_is_found_in_any_form(ended: Path) -> None:
    """Whole or its first 16 digits, in groups or not, in capitals or not: it says which entry."""
    *_, closed, noted, finished = heads(ended)
    count = len(heads(ended))
    shown = head_words(closed)
    for head in (closed, shown, shown.upper(), closed[:16], f" {closed[:40]} "):
        assert told_of_head(ended, head) == (
            True,
            f"{shown} is the fingerprint after entry {count - 2}: nothing up to there was changed "
            "since. 2 entries follow, for which it says nothing.",
        )
    assert told_of_head(ended, noted)[1].endswith("1 entry follows, for which it says nothing.")
    assert told_of_head(ended, finished)[1].endswith(", the last: nothing was changed since.")


def test_a_note_that_was_written_otherwise_is_found_by_a_noted_head(ended: Path) -> None:
    """With every digest made anew all else is well; a head noted after it is no longer there."""

    def other_note(kind: str, body: Body) -> Body:
        return {**body, "text": "Not so well"} if kind == "note" else body

    false = forged(ended, other_note)
    assert not_well(false) == {}
    *_, closed, noted, _finished = heads(ended)
    assert told_of_head(false, noted) == (
        False,
        f"This is not the record that the fingerprint {head_words(noted)} was taken from.",
    )
    assert told_of_head(false, closed)[0]


def test_a_record_whose_end_is_gone_is_found_by_a_noted_head(ended: Path) -> None:
    """The shorter record is sound in itself; only the head of what is gone tells."""
    *_, closed, noted, finished = heads(ended)
    with closing(sqlite3.connect(ended)) as db, db:
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in guards:
            db.execute(f"DROP TRIGGER {name}")
        db.execute("DELETE FROM entries WHERE digest IN (?, ?)", (noted, finished))
        for _name, sql in guards:
            db.execute(sql)
    assert verify(ended).well
    assert not told_of_head(ended, finished)[0]
    assert told_of_head(ended, closed)[0]


@pytest.mark.parametrize("head", ["7f3a", "7f3a 91c2", "g" * 16, "a" * 65, "7f3a-91c2-04d8-55be"])
def test_what_cannot_be_a_head_is_refused(path: Path, head: str) -> None:
    """Too few digits would fit another record by chance."""
    with pytest.raises(NoHead, match="expected the fingerprint of a record: at least 16"):
        verify(path, head)


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


def test_a_forged_undo_is_found(full: PackReading, tmp_path: Path) -> None:
    """An undo strikes the last act that could be undone then, and nothing else."""
    path = tmp_path / "true.wargame"
    session = begun(full, path)
    to_results(session)
    sealed = next(entry.number for entry in session.entries if entry.kind == "sealed")
    do(session, TakeNote("A slip"), Undo(), CloseTurn(), Reopen(1), Undo(), Undo(), Redo())
    session.close()
    assert not_well(path) == {}

    def strikes_a_seal(kind: str, body: Body) -> Body:
        return {**body, "strikes": [*body["strikes"], sealed]} if kind == "undone" else body

    found = not_well(forged(path, strikes_a_seal))
    assert found["Course"].endswith("(“undone”) could not be written in that way then.")


def test_what_was_done_before_a_re_opening_is_judged_as_it_stood_then(
    full: PackReading, tmp_path: Path
) -> None:
    """Orders sealed for a turn that began again later were legal when they were sealed."""
    path = tmp_path / "true.wargame"
    session = begun(full, path)
    to_results(session)
    do(session, CloseTurn(), MoveOn())
    to_orders(session)
    session.submit(SealOrders("astra", PROTEST), "astra")
    do(session, Reopen(1), Adjudicate(), CloseTurn(), MoveOn())
    to_orders(session)
    do(session, UncoverOrders(), Adjudicate(), CloseTurn())
    session.close()
    assert not_well(path) == {}


@pytest.mark.parametrize(
    ("kind", "changes", "by"),
    [
        ("note", {"text": "  "}, "facilitator"),
        ("note", {"turn": 2}, "facilitator"),
        ("note", {}, "astra"),
        ("told", {"inject": "wreck"}, "facilitator"),
        ("sealed", {}, "mallory"),
    ],
)
def test_what_the_door_would_have_refused_is_found(
    full: PackReading, tmp_path: Path, kind: str, changes: Body, by: str
) -> None:
    """By somebody who may not, in another turn, or with more in it than play writes."""
    path = tmp_path / "true.wargame"
    session = begun(full, path)
    do(session, TakeNote("A slip"), Tell((), "", "Good morning"))
    to_results(session)
    session.close()
    with Record.open(path) as true:
        entries, files = tuple(true.entries), true.files
    false = path.with_name("false.wargame")
    with Record.create(false, SEED, files=files) as record:
        for entry in entries:
            mine = entry.kind == kind
            body = {**entry.body, **changes} if mine else dict(entry.body)
            record.append(entry.kind, body, by if mine else entry.by, entry.at)
    assert list(not_well(false)) == ["Seals" if kind == "sealed" else "Course"]


@pytest.fixture
def bargained(full: PackReading, tmp_path: Path) -> Path:
    """A session in which an agreement was signed, scored and broken."""
    path = tmp_path / "bargained.wargame"
    session = begun(full, path)
    key = sign(session)
    to_open_orders(session, COVERT)
    do(session, ScoreWords(key, 1, 0, "Not a word"), CloseTurn())
    session.close()
    return path


def test_a_session_with_agreements_is_well(bargained: Path) -> None:
    """Also as a copy made anew."""
    assert not_well(bargained) == {}
    assert not_well(forged(bargained, as_it_is)) == {}


# (the kind of the entry, what is changed in it, which check finds it)
OF_AGREEMENTS: dict[str, tuple[str, Body, str]] = {
    "an acceptance in another's name": ("offer_accepted", {"seat": "caldis"}, "Course"),
    "an acceptance of another text": ("offer_accepted", {"reads": "another"}, "Course"),
    "an offer under another name": ("offer_tabled", {"case": "another"}, "Course"),
    "another score": ("words_scored", {"score": 3}, "Course"),
    "marks that nobody found": ("adjudicated", {"marks": []}, "Results"),
    "an agreement found out by nobody": ("adjudicated", {"found_out": [KEY]}, "Results"),
}


@pytest.mark.parametrize(("kind", "changes", "check"), OF_AGREEMENTS.values(), ids=OF_AGREEMENTS)
def test_a_forged_act_of_bargaining_is_found(
    bargained: Path, kind: str, changes: Body, check: str
) -> None:
    """By the check that its act belongs to."""

    def forgery(of: str, body: Body) -> Body:
        return {**body, **changes} if of == kind else body

    assert check in not_well(forged(bargained, forgery))
