"""What seats thought, read with SQL alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.judgement_taken_back import TakeJudgementBack
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.play import Judgement
from idlib_wargame.session.session import Session
from idlib_wargame.views.judging.at_end import thoughts
from tests.docs.pages import page
from tests.session.exercises import begun, do, to_orders

HOPES = Judgement((("treaty", "highly_likely"), ("war", "remote"), ("drift", "unlikely")), 1)
FEARS = Judgement((("treaty", "remote"), ("war", "likely"), ("drift", "realistic")), 4)


@pytest.fixture
def session(full: PackReading, tmp_path: Path) -> Iterator[Session]:
    """Two seats asked in turn 1, which is closed; one thought twice, one in a turn re-opened."""
    session = begun(full, tmp_path / "judged.wargame")
    do(session, AskJudgements())
    for act in (Judge("astra", FEARS), TakeJudgementBack("astra"), Judge("astra", HOPES)):
        session.submit(act, "astra")
    session.submit(Judge("borea", FEARS), "borea")
    to_orders(session)
    do(session, Adjudicate(), CloseTurn(), Reopen(1))
    session.submit(TakeJudgementBack("borea"), "borea")
    session.submit(Judge("borea", HOPES), "borea")
    do(session, Undo())
    yield session
    session.close()


def rows(session: Session, query: str) -> list[tuple[object, ...]]:
    """What an analyst reads in a copy, as the file itself is being played on."""
    assert session.path is not None
    copy = session.path.with_name("copy.wargame")
    copy.unlink(missing_ok=True)
    session.save_copy(copy)
    with closing(sqlite3.connect(copy)) as connection:
        return connection.execute(query).fetchall()


def test_the_words_of_each_seat(session: Session) -> None:
    """With what they count for and their share; nothing has happened before the finish."""
    found = rows(session, "SELECT seat_name, ending_name, word, percent, happened FROM judgements")
    assert found == [
        ("Astra", "The bank is shared", "highly_likely", 85, None),
        ("Astra", "War over fish", "remote", 2.5, None),
        ("Astra", "The quarrel goes on", "unlikely", 30, None),
        ("Borea", "The bank is shared", "remote", 2.5, None),
        ("Borea", "War over fish", "likely", 65, None),
        ("Borea", "The quarrel goes on", "realistic", 45, None),
    ]
    shares = rows(session, "SELECT round(sum(share), 6) FROM judgements GROUP BY turn, seat")
    assert shares == [(100,), (100,)]


def test_the_rung_named_beside_the_rung_at_the_close(session: Session) -> None:
    """By number and by name."""
    query = "SELECT seat, rung, rung_name, rung_at_close_name FROM rungs_judged"
    stood = session.scenario.rung_by_number[session.play.closed[0].result.rung].name
    assert rows(session, query) == [
        ("astra", 1, "Watchful peace", stood),
        ("borea", 4, "Fighting at sea", stood),
    ]


def test_the_query_of_the_page_gives_the_score_of_the_screen(session: Session) -> None:
    """The Brier score as docs/record.md works it out is the one that everybody reads."""
    do(session, Finish())
    text = page("record.md")
    start = text.index("    SELECT turn, seat_name, sum(")
    found = rows(session, text[start : text.index(";", start)])
    told = thoughts(session.scenario, session.play)
    assert told is not None
    said = [(thought.name, thought.score.split()[1]) for thought in told.turns[0].thoughts]
    assert [(name, f"{score:.2f}") for _turn, name, score in found] == said
    assert len(said) == 2
    came = rows(session, "SELECT DISTINCT ending FROM judgements WHERE happened")
    assert came == [(session.play.outcome,)]
