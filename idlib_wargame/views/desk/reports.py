"""The situation reports that the desk can show: for whom, of which turn, and how each stands."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from idlib_wargame.rules.audience import CONTROL, FACILITATOR, ROOM, Reader
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.kinds.report_edited import REPORT_EDITED
from idlib_wargame.session.kinds.report_released import REPORT_RELEASED
from idlib_wargame.session.play import REPORTS_GO, ROOM_VIEW, Length, Play, ReportText
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.record_lines import head_after
from idlib_wargame.views.situation_report import reader_name, written_report
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.sitrep import signed_off


class DeskReport(NamedTuple):
    """A report as the desk has it, released or not.

    ``text`` is Markdown as it is read, with its last lines; ``wording`` the same without them, to
    be edited, and ``written`` what was written from what happened. ``typed`` is what is half typed
    of another wording, ``before`` what the facilitator had worded and is no longer in force: of a
    turn that was re-opened since, or left for the written one; each empty for none.
    """

    which: ReportText
    text: str
    wording: str
    written: str
    is_edited: bool
    typed: str
    before: str

    @property
    def place(self) -> str:
        """By what name the record keeps what is half typed of it."""
        return place_of(self.which)


def place_of(which: ReportText) -> str:
    """By what name the record keeps what is half typed of a report."""
    return f"report/{which.turn}/{which.reader}/{which.length.value}"


def report_readers(scenario: Scenario) -> tuple[tuple[Reader, str], ...]:
    """For whom a report can be had, with the name of each; the room comes first."""
    seats = ((Reader(seat.id), fill(_("For {seat}"), seat=seat.name)) for seat in scenario.seats)
    return ((ROOM, _("For the room")), (CONTROL, _("For the facilitator")), *seats)


def desk_report(session: Session, which: ReportText) -> DeskReport | None:
    """That report; None where the results of its turn do not stand."""
    play = session.play
    turn = next((each for each in play.closed if each.number == which.turn), None)
    if turn is None:
        return None
    written = written_report(session.referee, play, reader_named(which.reader), turn, which.length)
    worded = play.reports.get(which, "")
    head = head_after(session.entries, session.struck, which.turn)
    return DeskReport(
        which,
        text=signed_off(worded or written, which.turn, head, is_edited=bool(worded)),
        wording=worded or written,
        written=written,
        is_edited=bool(worded),
        typed=play.desk_drafts.get(place_of(which), ""),
        before="" if worded else _worded_before(session, which),
    )


def reader_named(name: str) -> Reader:
    """The reader that a record calls so."""
    if name == FACILITATOR:
        return CONTROL
    return ROOM if name == ROOM_VIEW else Reader(name)


def latest_report(session: Session, reader: Reader, length: Length = Length.PAGE) -> str:
    """The report of the last closed turn for that reader, in Markdown; empty before the first."""
    last = session.play.last
    if last is None:
        return ""
    found = desk_report(session, ReportText(last.number, reader_name(reader), length))
    return found.text if found else ""


def _worded_before(session: Session, which: ReportText) -> str:
    """The last wording that the facilitator gave that report, in force or not."""
    wanted = (which.turn, which.reader, which.length.value)
    for entry in reversed(session.entries):
        if entry.kind == REPORT_EDITED.name:
            body = entry.body
            found = (body["turn"], body["reader"], body["length"])
            if found == wanted and body["text"].strip():
                return str(body["text"])
    return ""


def half_worded(play: Play, turn: int) -> tuple[str, ...]:
    """The places of that turn's reports of which something is half typed."""
    return tuple(place for place in play.desk_drafts if place.startswith(f"report/{turn}/"))


def held_words(session: Session, turn: int) -> str:
    """Whether seats and room may read the reports of that turn, in a line."""
    if turn not in session.play.released:
        return _("Held: seats and room cannot read it yet")
    at = _released_at(session, turn)
    return fill(_("Released at {time}"), time=f"{at:%H:%M}") if at else _("Released")


def _released_at(session: Session, turn: int) -> datetime | None:
    """When it became so: as the facilitator said it, or as the turn was closed."""
    kinds = (REPORT_RELEASED.name, CLOSED.name)
    for entry in reversed(session.entries):
        stands = entry.number not in session.struck
        if entry.kind in kinds and stands and entry.body["turn"] == turn:
            return datetime.fromisoformat(entry.at).astimezone()
    return None


def wait_for_facilitator(play: Play) -> bool:
    """Whether reports are held until the facilitator releases them."""
    return REPORTS_GO in play.by_hand
