"""An exercise that finishes early is as long everywhere: in reports, on papers and on screens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.shortened import ShortenTo
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.facilitator import top_line
from idlib_wargame.views.paper_head import glance_words
from idlib_wargame.views.room.welcome import welcome
from idlib_wargame.views.situation_report import written_report
from idlib_wargame.words.dates import month_name
from idlib_wargame.words.sitrep_lines import next_turn_line
from tests.session.exercises import begun, do


@pytest.fixture
def early(full: PackReading) -> Session:
    """Set up for four turns of a week; its second is the last. The pack's own edition of two turns
    has longer ones."""
    session = begun(full, turns=4)
    for number in (1, 2):
        while session.play.phase != "orders":
            do(session, MoveOn())
        if number == 2:
            do(session, ShortenTo(2, early=True))
        do(session, Adjudicate(), CloseTurn())
    return session


def test_a_report_counts_as_many_turns_as_the_desk(early: Session) -> None:
    """In whatever words its pack has; and it tells of no turn after the last."""
    scenario, play = early.scenario, early.play
    assert top_line(scenario, play).turn == "Turn 2 of 2"
    template = "# Report, turn $turn of $turns\n\n$ahead"
    referee = Referee(replace(scenario, sitrep=template))
    first, last = play.closed
    readers = (CONTROL, ROOM, Reader("astra"))
    for reader in readers:
        assert written_report(referee, play, reader, first).startswith("# Report, turn 1 of 2")
        page = written_report(referee, play, reader, last)
        assert page.startswith("# Report, turn 2 of 2")
        assert next_turn_line(scenario, 3) not in page


def test_card_and_room_tell_its_days_as_they_are_played(early: Session) -> None:
    """To the end of its last turn, in turns as long as they were."""
    scenario, setup = early.scenario, early.play.setup
    last = scenario.last_day(2)
    said = f"2 turns of {scenario.turn_days} days"
    assert scenario.days_by_turns[2] != scenario.turn_days
    for told in (glance_words(scenario, setup), welcome(scenario, setup).length):
        assert told.startswith(said)
        assert f"{last.day} {month_name(last.month)}" in told
