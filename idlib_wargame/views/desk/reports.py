"""The situation reports that the desk can show: for whom, of which turn, and how each stands."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from idlib_wargame.rules.audience import CONTROL, FACILITATOR, ROOM, Reader
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.kinds.closed import CLOSED
from idlib_wargame.session.kinds.report_edited import REPORT_EDITED
from idlib_wargame.session.kinds.report_released import REPORT_RELEASED
from idlib_wargame.session.play import REPORTS_GO, Length, Play, ReportText
from idlib_wargame.session.seating import ROOM_VIEW
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.record_lines import head_after
from idlib_wargame.views.question import Question
from idlib_wargame.views.report_paper import ReportPaper, report_paper
from idlib_wargame.views.situation_report import reader_name, written_report
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import apart, facts
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


def report_papers(session: Session, which: ReportText, all_seats: bool) -> list[ReportPaper]:
    """The report as a paper, or those of every seat for the same turn and in the same length."""
    seats = [seat.id for seat in session.scenario.seats]
    wanted = [which._replace(reader=seat) for seat in seats] if all_seats else [which]
    setup = session.play.setup
    return [
        report_paper(session.scenario, setup, each, found.text)
        for each in wanted
        if (found := desk_report(session, each)) is not None
    ]


def half_worded(session: Session, but: ReportText) -> str:
    """Which other reports of that turn are half worded, in a sentence; empty for none."""
    places = {
        place_of(ReportText(but.turn, reader_name(reader), length)): (name, length)
        for reader, name in report_readers(session.scenario)
        for length in Length
    }
    begun = [
        _half_worded(*places[place])
        for place in session.play.desk_drafts
        if place in places and place != place_of(but)
    ]
    return fill(_("Half worded: {reports}"), reports=apart(begun)) if begun else ""


def _half_worded(reader: str, length: Length) -> str:
    if length is Length.MINUTE:
        return fill(_("{reader}, a minute"), reader=reader)
    return fill(_("{reader}, a page"), reader=reader)


def held_words(session: Session, which: ReportText) -> str:
    """Whether that report may be read by those it is for, and what it is, in a line."""
    if which.reader == FACILITATOR:
        return _("Everything, also what no player may know: not for the screen of the room.")
    said = [_released_words(session, which.turn)]
    if which in session.play.reports:
        said.append(_("Worded by the facilitator"))
    return facts(said)


def _released_words(session: Session, turn: int) -> str:
    if turn not in session.play.released:
        return _("Held: seats and room read the results, and not this report yet")
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


def to_release(play: Play) -> int:
    """The last turn whose reports are held; 0 where there is none."""
    return max((turn.number for turn in play.closed if turn.number not in play.released), default=0)


def release_words(turn: int) -> str:
    """What the button says that lets seats and room read the reports of a turn."""
    return fill(_("Release turn {turn}"), turn=turn)


def waits_for_facilitator(play: Play) -> bool:
    """Whether reports are held until the facilitator releases them."""
    return REPORTS_GO in play.by_hand


def held_from_now_on_words(play: Play) -> str:
    """What is said once that was changed."""
    if waits_for_facilitator(play):
        return _("Reports wait until you release them.")
    return _("Reports may be read as soon as their turn is closed.")


def cancel_question() -> Question:
    """Before an editor is left without what was typed in it."""
    return Question(
        _("Leave the report as it was before? What you have typed since is gone."),
        _("Leave it as it was"),
        _("Keep typing"),
    )


def leave_question() -> Question:
    """Before words that were typed and not kept are let go of."""
    return Question(
        _("Go back to the report as the program wrote it? What you have typed since is gone."),
        _("Back to the program’s words"),
        _("Keep typing"),
    )
