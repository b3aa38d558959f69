"""Where things stand, and what the turn changed."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.situation import situation
from idlib_wargame.words.figures import signed
from tests.harbour_exercise import adjudicated, closed


def caption(session: Session) -> str:
    """Which moment is shown."""
    return situation(session.scenario, session.play).caption


def test_the_caption_names_the_moment(with_injects: Session) -> None:
    """It names the turn whose changes are marked, and what was sent since."""
    session, said = with_injects, []
    said.append(caption(session))
    adjudicated(session)
    said.append(caption(session))
    session.submit(CloseTurn(), FACILITATOR)
    said.append(caption(session))
    session.submit(MoveOn(), FACILITATOR)
    said.append(caption(session))
    session.submit(SendInject("cold_spring"), FACILITATOR)
    said.append(caption(session))
    assert said == [
        "As the exercise begins. What a turn changes will be marked.",
        "As turn 1 leaves it, if these results stand; marked: what it changed.",
        "As turn 1 left it; marked: what it changed.",
        "As turn 2 finds it; marked: what turn 1 changed.",
        "As turn 2 finds it; marked: what turn 1 and the injects since changed.",
    ]


def test_tracks_say_how_far_they_moved(session: Session) -> None:
    """By as much as the turn's results moved them, and counters are left out."""
    closed(session)
    turn = session.play.closed[0]
    lines = situation(session.scenario, session.play).tracks
    moved = {line.id: line.change for line in lines if line.way}
    before, after = turn.opening, turn.result.state
    assert moved
    assert moved == {
        line.id: signed(after[line.id] - before[line.id])
        for line in lines
        if after[line.id] != before[line.id]
    }
    assert "nets_lost" not in {line.id for line in lines}


def test_what_only_some_may_know_says_who(session: Session) -> None:
    """A track that every seat sees says nothing of the kind."""
    only = {line.id: line.only for line in situation(session.scenario, session.play).tracks}
    assert (only["catch_hidden"], only["calm"]) == ("Astra", "")


def test_the_rung_stands_by_number_and_name(session: Session) -> None:
    """The ladder in a line."""
    assert situation(session.scenario, session.play).rung == "Level 2: Standoff"


def test_nothing_is_said_to_be_marked_where_nothing_changed(session: Session) -> None:
    """A turn that moved no track and left the level where it was."""
    closed(session)
    (turn,) = session.play.closed
    still = replace(
        session.play,
        state=turn.opening,
        closed=(replace(turn, result=turn.result._replace(state=turn.opening)),),
    )
    said = situation(session.scenario, still).caption
    assert said == "As turn 1 left it. It changed nothing here."
