"""How the exercise ended."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.outcome import outcome
from tests.harbour_exercise import closed


def test_the_end_tells_outcome_aims_and_seed(with_injects: Session) -> None:
    """With what is needed to check the dice."""
    session = with_injects
    assert outcome(session.scenario, session.play) is None
    closed(session)
    session.submit(Finish(), FACILITATOR)
    found = outcome(session.scenario, session.play)
    assert found is not None
    assert found.name.startswith("Outcome: ")
    assert found.text
    assert found.aims == "Aims met: Astra none of 1 · Caldis none of 1"
    assert found.seed == f"Seed of the dice, now open: {bytes(range(32)).hex()}"


def test_aims_that_were_met_are_counted(with_injects: Session) -> None:
    """Each seat for itself."""
    session = with_injects
    closed(session)
    session.submit(Finish(), FACILITATOR)
    play = replace(session.play, aims_met=("astra_treaty",), outcome="none_of_the_pack")
    found = outcome(session.scenario, play)
    assert found is not None
    assert found.aims == "Aims met: Astra 1 of 1 · Caldis none of 1"
    assert (found.name, found.text) == ("The exercise is over", "No outcome of the pack fits.")


def test_a_pack_without_aims_says_nothing_of_them(session: Session) -> None:
    """No line about what was never asked for."""
    closed(session)
    session.submit(Finish(), FACILITATOR)
    found = outcome(session.scenario, session.play)
    assert found is not None
    assert found.aims == ""
