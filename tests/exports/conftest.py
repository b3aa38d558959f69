"""Papers of an exercise, for every test of what is printed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.papers import Paper, papers
from idlib_wargame.words.languages import ENGLISH, use_language


@pytest.fixture
def english_again() -> Iterator[None]:
    """Whatever language a test speaks, the next one is in English."""
    yield
    use_language(ENGLISH)


def papers_of(
    scenario: Scenario, seat: str = "", handling: str = "", people: tuple[str, ...] = ()
) -> list[Paper]:
    """The papers of an exercise called Spring course."""
    seating = (Seating(seat, people),) if seat else ()
    setup = Setup("Spring course", "Group B", scenario.turns, seating=seating)
    return papers(Referee(scenario), setup, seat, handling)
