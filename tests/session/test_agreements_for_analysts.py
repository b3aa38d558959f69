"""Offers and agreements as an analyst reads them: the file, SQL, and nothing of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.agreement_leaked import LeakAgreement
from idlib_wargame.session.kinds.breach_alleged import AllegeBreach
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.words_scored import ScoreWords
from tests.docs.pages import page
from tests.session.bargains import KEY, OFFER, accept, sign, table, to_open_orders
from tests.session.exercises import COVERT, begun, do

LATER = OFFER._replace(answer_by=2)
SECOND = f"astra>borea/parties/{LATER.digest}"


@pytest.fixture(scope="module")
def file(full: PackReading, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Signed, leaked, broken, scored, alleged and declared over; an offer more, refused."""
    path: Path = tmp_path_factory.mktemp("signed") / "signed.wargame"
    session = begun(full, path)
    sign(session)
    do(session, LeakAgreement(KEY, ("caldis",)))
    to_open_orders(session, COVERT)
    do(session, ScoreWords(KEY, 1, 3, "Kind indeed"), CloseTurn())
    session.submit(AllegeBreach("borea", KEY, 0, "They fished"), "borea")
    table(session, LATER)
    session.submit(RefuseOffer("borea", SECOND), "borea")
    session.submit(DeclareOver("borea", KEY), "borea")
    session.close()
    return path


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    """The file, opened with sqlite3."""
    with closing(sqlite3.connect(file)) as connection:
        yield connection


def documented(about: str) -> str:
    """The query of docs/record.md under the line that ends so."""
    _before, _line, after = page("record.md").partition(f"{about}:\n")
    assert after
    return after.split(";\n", 1)[0]


def test_who_broke_what_and_who_was_told(db: sqlite3.Connection) -> None:
    """As docs/record.md asks it."""
    query = documented("Who broke what, and who was told of that agreement")
    assert db.execute(query).fetchall() == [(1, "Astra", KEY, 1, "none", "caldis")]


def test_what_was_alleged_beside_what_was_found(db: sqlite3.Connection) -> None:
    """As docs/record.md asks it."""
    query = documented("What was alleged, beside what the rules had found by then")
    found = db.execute(query).fetchall()
    assert found == [(1, "Borea", "Astra", "They fished", 1, "broken")]


def rows(db: sqlite3.Connection, query: str) -> list[Any]:
    """All that a query finds."""
    return db.execute(query).fetchall()


def test_offers_and_their_terms_have_names(db: sqlite3.Connection) -> None:
    """Who promised what to whom, by when."""
    offers = "SELECT offer, maker_name, recipients, until, secrecy, verification FROM offers"
    assert rows(db, offers) == [
        (KEY, "Astra", "borea", 4, "parties", "none"),
        (SECOND, "Astra", "borea", 4, "parties", "none"),
    ]
    terms = (
        f"SELECT place, debtor_name, does, what, what_name, due FROM terms WHERE offer = '{KEY}'"
    )
    assert rows(db, terms) == [
        (1, "Astra", "restraint", "no_raids", "No nets are cut", 4),
        (2, "Borea", "words", "Be kind", None, 4),
    ]


def test_the_marks_of_a_turn_are_those_of_the_last_score(db: sqlite3.Connection) -> None:
    """What was scored while orders were open tested again, and that result counts."""
    marks = "SELECT turn, place, debtor, mark, score, found_by FROM term_marks"
    assert rows(db, marks) == [
        (1, 1, "astra", "broken", None, "astra silent_nets"),
        (1, 2, "borea", "kept", 3, ""),
    ]
    assert rows(db, "SELECT turn, place, score, why FROM scores") == [(1, 2, 3, "Kind indeed")]


def test_answers_stand_in_their_order(db: sqlite3.Connection) -> None:
    """Accepted, refused, declared over, each by whom."""
    assert rows(db, "SELECT turn, offer, seat, answer FROM answers") == [
        (1, KEY, "borea", "accepted"),
        (2, SECOND, "borea", "refused"),
        (2, KEY, "borea", "declared_over"),
    ]


def test_a_reopened_turn_takes_its_answers_and_leaves_what_was_told(
    full: PackReading, tmp_path: Path
) -> None:
    """What was tabled since is nobody's offer any more."""
    path = tmp_path / "again.wargame"
    session = begun(full, path)
    sign(session)
    to_open_orders(session, COVERT)
    do(session, CloseTurn())
    do(session, LeakAgreement(KEY, ("caldis",)))
    accept(session, table(session, LATER), "borea")
    do(session, Reopen(1))
    session.close()
    with closing(sqlite3.connect(path)) as db:
        assert rows(db, "SELECT offer FROM offers") == [(KEY,)]
        assert rows(db, "SELECT answer FROM answers") == [("accepted",)]
        assert rows(db, "SELECT * FROM term_marks") == []
        assert rows(db, "SELECT told_by, told FROM disclosures") == [("facilitator", "caldis")]
