"""The situation report: all that the turn changed, and to each reader no more than it may know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Length, Setup
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.reports import latest_report, report_readers
from idlib_wargame.views.seat import seat_view
from idlib_wargame.views.situation_report import situation_report
from tests.conftest import HARBOUR
from tests.secret_session import play_with_secrets
from tests.session.bargains import BE_KIND, NO_RAIDS, OFFER, sign, to_closed
from tests.session.exercises import begun


@pytest.fixture(scope="module")
def secretive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Two turns closed, with something secret in every private place."""
    session = Session.open(play_with_secrets(tmp_path_factory.mktemp("secrets")))
    yield session
    session.close()


@pytest.fixture(scope="module")
def full() -> PackReading:
    """The harbour pack with injects."""
    return read_pack(HARBOUR.with_name("harbour_full"))


def test_what_an_inject_did_is_among_the_changes(full: PackReading) -> None:
    """Nobody ordered anything, and yet the turn moved a track: the inject of the turn did."""
    session = Session.create(None, full, Setup("", "", 3), bytes(32))
    before = session.play.state
    session.submit(SendInject("cold_spring"), FACILITATOR)
    moved = {each.track: each.through for each in session.play.messages[0].effects}
    assert moved
    while session.play.phase != "orders":
        session.submit(MoveOn(), FACILITATOR)
    session.submit(Adjudicate(), FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)
    turn = session.play.last
    assert turn is not None
    assert turn.began == before
    names = session.scenario.track_by_id
    seen = [names[track].name for track in moved if track in names]
    assert seen
    for reader in (CONTROL, ROOM):
        report = latest_report(session, reader)
        assert [name for name in seen if f"{name}:" in report] == seen


def test_reports_are_to_be_had_for_the_room_first_for_control_and_for_each_seat(
    secretive: Session,
) -> None:
    """Named so that nobody takes one for another."""
    readers = report_readers(secretive.scenario)
    assert [name for _reader, name in readers] == [
        "For the room",
        "For the facilitator",
        "For Astra",
        "For Borea",
        "For Caldis",
        "For Press",
    ]
    assert readers[0][0] == ROOM


def test_no_secret_is_in_the_report_of_the_room_or_of_another_seat(secretive: Session) -> None:
    """Control's holds the track, the move and the flag that Astra alone may know."""
    secrets = ["SECRET-TRACK", "SECRET-MOVE", "SECRET-FLAG"]
    worded = replace(secretive.scenario, sitrep="Turn $turn. $done $changed $lit")
    turn = secretive.play.last
    assert turn is not None
    whole = situation_report(worded, turn)
    assert [secret for secret in secrets if secret in whole] == secrets
    for seat in ("", "borea", "caldis", "press"):
        report = situation_report(worded, turn, secretive.referee.sight(seat))
        assert report.startswith("Turn 2.")
        assert "SECRET" not in report
        for length in Length:
            assert "SECRET" not in latest_report(secretive, Reader(seat), length)
    assert "SECRET-TRACK" in latest_report(secretive, Reader("astra"))


def test_a_seat_has_its_own_report_in_its_view(secretive: Session) -> None:
    """The same that the desk can show for it, without the head of the record."""
    for seat in ("astra", "borea"):
        report = seat_view(secretive, seat).report
        assert report.page
        assert report.minute
        assert latest_report(secretive, Reader(seat)).startswith(report.page)


def test_what_came_of_a_secret_agreement_is_told_to_its_parties(full: PackReading) -> None:
    """By its reason; whoever does not know of it reads of nothing but the change."""
    session = begun(full)
    sign(session)
    to_closed(session)
    (turn,) = session.play.closed

    def told(seat: str) -> str:
        return situation_report(session.scenario, turn, session.referee.sight(seat))

    line = "- By an agreement: The quays hear of a paper."
    assert line in situation_report(session.scenario, turn)
    assert {seat: line in told(seat) for seat in ("astra", "borea", "caldis", "")} == {
        "astra": True,
        "borea": True,
        "caldis": False,
        "": False,
    }
    assert "By an agreement" not in told("caldis")


def test_what_became_of_an_agreement_is_told_to_whoever_knows_of_it(full: PackReading) -> None:
    """Who signed it, how each term stood, that it ends; to nobody else a word of it."""
    session = begun(full)
    terms = (NO_RAIDS._replace(by=1), BE_KIND._replace(by=1))
    sign(session, OFFER._replace(until=1, terms=terms))
    to_closed(session)
    (turn,) = session.play.closed

    def told(seat: str, length: Length = Length.PAGE) -> str:
        sight = session.referee.sight(seat)
        return situation_report(session.scenario, turn, sight, length=length)

    page = told("astra")
    happened = "Signed by Astra and Borea. It ends with this turn."
    assert f"- **Agreement of Astra and Borea**. {happened}" in page
    marks = [line for line in page.splitlines() if line.startswith("  - ")]
    assert marks == [
        "  - Astra: No nets are cut, to the end of turn 1 — **kept**.",
        "  - Borea: “Be kind”, by turn 1 — kept so far.",
    ]
    assert f"Agreement of Astra and Borea: {happened}" in told("astra", Length.MINUTE)
    for seat in ("caldis", ""):
        for length in Length:
            assert "greement" not in told(seat, length)
            assert "promise" not in told(seat, length)
