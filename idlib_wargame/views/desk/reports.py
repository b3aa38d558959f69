"""The situation reports that the desk can show: for whom, and what each says of the last turn."""

from __future__ import annotations

from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.record_lines import head_after
from idlib_wargame.views.situation_report import situation_report
from idlib_wargame.words.language import _, fill


def report_readers(scenario: Scenario) -> tuple[tuple[Reader, str], ...]:
    """For whom a report can be had, with the name of each; the room comes first."""
    seats = ((Reader(seat.id), fill(_("For {seat}"), seat=seat.name)) for seat in scenario.seats)
    return ((ROOM, _("For the room")), (CONTROL, _("For the facilitator")), *seats)


def latest_report(session: Session, reader: Reader) -> str:
    """The report of the last closed turn for that reader, in Markdown; empty before the first."""
    play = session.play
    if play.last is None:
        return ""
    sight = None if reader.is_control else session.referee.sight(reader.seat)
    head = head_after(session.entries, session.struck, play.last.number)
    return situation_report(session.scenario, play.last, sight, play.setup.numbers, head)
