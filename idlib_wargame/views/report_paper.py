"""A situation report on paper, as its reader has it."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.day import on_one_line
from idlib_wargame.session.play import Length, ReportText, Setup
from idlib_wargame.session.seating import ROOM_VIEW
from idlib_wargame.views.file_names import file_name, read_alike
from idlib_wargame.views.paper_head import PaperHead
from idlib_wargame.words.language import _, fill


class ReportPaper(NamedTuple):
    """``text`` is Markdown with its own heading, and ends with the head of the record."""

    head: PaperHead
    title: str
    text: str


def report_paper(scenario: Scenario, setup: Setup, which: ReportText, text: str) -> ReportPaper:
    """That report as a paper of an exercise that is set up so, with its handling line."""
    exercise = setup.name_in(scenario)
    seat = scenario.seat_by_id.get(which.reader)
    said = _("Situation report, turn {turn}: {exercise}")
    head = PaperHead(
        exercise=exercise,
        group=setup.group,
        seat=seat.name if seat else "",
        colour=seat.colour if seat else "",
        people=for_whom(scenario, which.reader),
        glance="",
        handling=on_one_line(setup.handling),
        file=_file(scenario, setup, which),
    )
    return ReportPaper(head, fill(said, turn=which.turn, exercise=exercise), text)


def for_whom(scenario: Scenario, reader: str) -> str:
    """Whose report it is: "For Astra"."""
    if reader == FACILITATOR:
        return _("For the facilitator")
    if reader == ROOM_VIEW:
        return _("For the room")
    return fill(_("For {seat}"), seat=scenario.seat_by_id[reader].name)


def _file(scenario: Scenario, setup: Setup, which: ReportText) -> str:
    """What its file is called, without its ending: no two reports of an exercise alike."""
    seat = scenario.seat_by_id.get(which.reader)
    alike = read_alike([each.name for each in scenario.seats])
    whose = which.reader if seat is None or alike else seat.name
    exercise = setup.name_in(scenario)
    what = "report" if which.length is Length.PAGE else "minute"
    return file_name(exercise, setup.group, whose, f"{what}-{which.turn}")
