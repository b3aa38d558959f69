"""The chart's marks of what was signed, broken and declared over: to each what they know."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.session.kinds.declared_over import DeclareOver
from idlib_wargame.session.session import Session
from idlib_wargame.views.chart.agreement_marks import AgreementMark, Became, agreement_marks
from idlib_wargame.views.known_play import known_play
from tests.session.bargains import KEY, sign, to_closed
from tests.session.exercises import COVERT, begun


def broken_and_over(full: PackReading) -> Session:
    """Astra fishes in the dark against its word, and borea declares it over."""
    session = begun(full)
    sign(session)
    to_closed(session, COVERT)
    session.submit(DeclareOver("borea", KEY), "borea")
    return session


def marks_for(session: Session, seat: str) -> tuple[AgreementMark, ...]:
    """What a seat's chart marks; of the room for none."""
    known = known_play(session.play, session.referee.sight(seat))
    return agreement_marks(session.scenario, known.ledger)


def test_control_reads_all(full: PackReading) -> None:
    """Each in its turn, in words."""
    session = broken_and_over(full)
    title = "the offer of Astra to Borea"
    assert agreement_marks(session.scenario, session.play.ledger) == (
        (1, Became.SIGNED, f"Signed: {title}"),
        (1, Became.BROKEN, f"Broken by Astra: {title}"),
        (2, Became.OVER, f"Declared over by Borea: {title}"),
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
