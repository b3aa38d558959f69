"""The exercise ends."""

from __future__ import annotations

import pytest

from idlib_wargame.rules.dice import fingerprint_of
from idlib_wargame.session.autoplay import play_on
from idlib_wargame.session.kinds.finished import FINISHED, Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.kind import Folding
from idlib_wargame.session.session import Session
from tests.session.exercises import (
    READERS,
    altered,
    do,
    last_line,
    read_back,
    refusal,
    to_results,
    told_to,
)


def test_the_outcome_is_read_and_the_seed_published(session: Session) -> None:
    """The seed fits the fingerprint that was shown before the first turn."""
    for _ in play_on(session):
        pass
    play = session.play
    assert (play.phase, play.phase_since) == ("finished", session.entries[-1].at)
    assert play.outcome in {outcome.id for outcome in session.scenario.outcomes}
    assert fingerprint_of(bytes.fromhex(play.seed)) == play.setup.fingerprint
    assert read_back(session) == play


def test_it_has_been_over_since_its_entry(session: Session) -> None:
    """The last phase ends there."""
    do(session, Finish())
    entry = session.entries[-1]._replace(at="later")
    assert FINISHED.fold(session.play, entry, Folding(session.referee)).phase_since == "later"


def test_the_aims_that_were_met_are_kept(full_session: Session) -> None:
    """Caldis wanted the wreck to be talked of, and it is."""
    do(full_session, SendInject("wreck"), Finish())
    assert full_session.play.aims_met == ("caldis_heard",)
    assert read_back(full_session) == full_session.play


def test_results_that_wait_are_accepted_first(session: Session) -> None:
    """And the facilitator ends it, once; nobody takes that back, as the seed is known by now."""
    assert refusal(session, Finish(), "astra") == "Only the facilitator may do that."
    to_results(session)
    assert refusal(session, Finish()) == "Close turn 1 first, so that its results stand."
    for _ in play_on(session):
        pass
    assert refusal(session, Finish()) == (
        "The exercise is finished; its record can be replayed but not changed."
    )
    assert not FINISHED.undoable


def test_everyone_reads_how_it_ended(session: Session) -> None:
    """The line names the outcome."""
    do(session, Finish())
    assert last_line(session) == "Exercise finished: The quarrel goes on."
    assert told_to(session) == set(READERS)


@pytest.mark.parametrize("reached", ["", "gone"])
def test_where_no_outcome_fits_the_line_says_so(session: Session, reached: str) -> None:
    """A pack need not foresee everything."""
    do(session, Finish())
    unforeseen = altered(session.entries[-1], outcome=reached)
    line = "Exercise finished: no outcome of the pack fits."
    assert FINISHED.line(session.scenario, unforeseen) == line
