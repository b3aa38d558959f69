"""The chart's marks of what was signed, broken and declared over: to each what they know."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.ledger import ledger_view
from idlib_wargame.views.chart.agreement_marks import agreement_marks
from idlib_wargame.views.chart.turn_marks import Became, TurnMark
from idlib_wargame.views.known_play import known_play
from idlib_wargame.words.language import unmarked
from tests.session.bargains import KEY, sign, to_closed
from tests.session.exercises import COVERT, begun, do


def broken_and_over(full: PackReading) -> Session:
    """Astra fishes in the dark against its word, and borea declares it over."""
    session = begun(full)
    sign(session)
    to_closed(session, COVERT)
    session.submit(DeclareOver("borea", KEY), "borea")
    return session


def marks_for(session: Session, seat: str) -> tuple[TurnMark, ...]:
    """What a seat's chart marks; of the room for none."""
    known = known_play(session.play, session.referee.sight(seat))
    return agreement_marks(session.scenario, known.ledger)


def test_control_reads_all(full: PackReading) -> None:
    """Each in its turn, in words."""
    session = broken_and_over(full)
    title = "the agreement of Astra and Borea"
    assert agreement_marks(session.scenario, session.play.ledger) == (
        (1, Became.SIGNED, f"Signed, from turn 1 on: {title}"),
        (1, Became.BROKEN, f"Broken by Astra: {title}"),
        (2, Became.OVER, f"Declared over by Borea, from turn 2 on: {title}"),
    )


def test_a_party_reads_of_no_breach_that_it_does_not_see(full: PackReading) -> None:
    """Nobody verifies, and fishing in the dark is seen by nobody."""
    session = broken_and_over(full)
    became = [mark.became for mark in marks_for(session, "borea")]
    assert became == [Became.SIGNED, Became.OVER]


def test_whoever_knows_nothing_of_it_reads_nothing(full: PackReading) -> None:
    """Neither another seat nor the room."""
    session = broken_and_over(full)
    assert [marks_for(session, seat) for seat in ("caldis", "")] == [(), ()]


@pytest.mark.parametrize("is_late", [False, True], ids=["in the report", "while it was open again"])
def test_whoever_declares_it_over_reads_the_same_turn_on_chart_ledger_and_in_sql(
    full: PackReading, tmp_path: Path, is_late: bool
) -> None:
    """After the orders of turn 1 it counts from turn 2 on, wherever somebody looks.

    Also where it was said in a turn that was open again, and the re-opening was undone since.
    """
    session = begun(full, tmp_path / "over.wargame")
    sign(session)
    to_closed(session, COVERT)
    if is_late:
        do(session, Reopen(1))
    session.submit(DeclareOver("borea", KEY), "borea")
    if is_late:
        do(session, Undo())
    (over,) = [mark for mark in marks_for(session, "borea") if mark.became is Became.OVER]
    sight = session.referee.sight("borea")
    ledger = ledger_view(session.referee, known_play(session.play, sight), sight)
    session.close()
    with closing(sqlite3.connect(tmp_path / "over.wargame")) as db:
        told = db.execute("SELECT turn FROM answers WHERE answer = 'declared_over'").fetchall()
    assert (over.turn, told) == (2, [(2,)])
    assert "from turn 2 on" in over.words
    assert "From turn 2 on: declared over by Borea." in map(unmarked, ledger.cards[0].events)
