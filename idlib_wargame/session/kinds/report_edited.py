"""The facilitator words a situation report anew, for one reader and in one length."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import FACILITATOR
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.report_released import check_has_report
from idlib_wargame.session.kinds.shapes import among, row, text, turn
from idlib_wargame.session.play import Length, Play, ReportText
from idlib_wargame.session.seating import ROOM_VIEW
from idlib_wargame.words.language import _, fill

LONGEST = 20_000  # characters: some eight pages


@dataclass(frozen=True, slots=True)
class EditReport(Act):
    """That report reads so from now on; an empty text has it read as it was written."""

    report: ReportText
    text: str


def _body(act: EditReport, by: str, at: Position) -> Json:
    report = act.report
    check_has_report(report.turn, at.play)
    if report.reader not in (ROOM_VIEW, FACILITATOR):
        at.seat(report.reader)
    if len(act.text) > LONGEST:
        said = _("The report has {count} characters; it has room for {most}.")
        raise Refused(fill(said, count=len(act.text), most=LONGEST))
    return {
        "turn": report.turn,
        "reader": report.reader,
        "length": report.length.value,
        "text": act.text,
    }


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    body = entry.body
    report = ReportText(body["turn"], body["reader"], Length(body["length"]))
    kept = {each: said for each, said in play.reports.items() if each != report}
    return replace(play, reports={**kept, report: body["text"]} if body["text"].strip() else kept)


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    seat = scenario.seat_by_id.get(body["reader"])
    if not body["text"].strip():
        return fill(_("A report of turn {turn} reads as it was written again."), turn=body["turn"])
    if seat is not None:
        said = _("The report of turn {turn} for {seat} was worded anew.")
        return fill(said, turn=body["turn"], seat=seat.name)
    if body["reader"] == ROOM_VIEW:
        return fill(_("The report of turn {turn} for the room was worded anew."), turn=body["turn"])
    said = _("The report of turn {turn} for the facilitator was worded anew.")
    return fill(said, turn=body["turn"])


_reader = among(
    lambda ground: {ROOM_VIEW, FACILITATOR, *ground.scenario.seat_by_id},
    lambda: _("“room”, “facilitator”, or a seat of the pack"),
)
_length = among(lambda ground: [each.value for each in Length], lambda: _("“minute” or “page”"))

REPORT_EDITED = ActKind(
    name="report_edited",
    shape=row(turn=turn, reader=_reader, length=_length, text=text),
    act=EditReport,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    goes_with_turn=True,
    goes_with_close=True,
    after_finish=True,
)
