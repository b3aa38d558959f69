"""What each seat reads before the exercise: the public brief and its own, as PDF or on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
)

from idlib_wargame.files.whole import write_whole
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.views.file_names import file_name
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.windows.look import fonts
from idlib_wargame.words.setting_up import (
    at_a_glance,
    length_words,
    orders_words,
    read_ahead_head,
    read_by_words,
    turns_words,
)

_MARGIN_MM = 22.0


def seats_with_briefs(scenario: Scenario) -> list[Seat]:
    """The seats that have something to read: all but control's without a brief."""
    return [seat for seat in scenario.seats if seat.brief or not seat.control]


def brief_text(plan: Plan, seat: Seat) -> str:
    """A seat's read-ahead in Markdown."""
    played = plan.played
    people = next((each.people for each in plan.seated if each.seat == seat.id), ())
    first = [
        f"# {read_ahead_head(plan.exercise, seat.name)}",
        plan.group,
        read_by_words(people),
        at_a_glance(turns_words(plan.scenario, plan.turns), length_words(played)),
    ]
    parts = [*first, f"*{seat.summary}*" if seat.summary else ""]
    parts += [orders_words(played, seat), seat.brief]
    if played.public_brief:
        parts += ["---", played.public_brief]
    return "\n\n".join(part for part in parts if part)


def save_read_aheads(plan: Plan, folder: Path) -> list[Path]:
    """Writes a PDF a seat into the folder, which is made, and says which.

    Raises OSError where it cannot. Those of another group, or of another exercise, have other names
    and stay; the same ones written again take the place of the old.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for seat in seats_with_briefs(plan.played):
        path = folder / f"{file_name(plan.exercise, plan.group, seat.id, 'read-ahead')}.pdf"
        write_whole(path, _pdf(plan, seat))
        written.append(path)
    return written


def _pdf(plan: Plan, seat: Seat) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(read_ahead_head(plan.exercise, seat.name))
    _set_page(writer)
    _document([brief_text(plan, seat)]).print_(writer)
    del writer  # it ends the file
    return bytes(buffer.data().data())


def print_read_aheads(plan: Plan, device: QPagedPaintDevice, seats: Sequence[Seat]) -> None:
    """Puts the seats' read-aheads on paper, each from a new page."""
    _set_page(device)
    _document([brief_text(plan, seat) for seat in seats]).print_(device)


def _set_page(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


def _document(texts: Sequence[str]) -> QTextDocument:
    document = QTextDocument()
    font = QFont(fonts.text_family())
    font.setPointSizeF(10.5)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    for number, text in enumerate(texts):
        if number:
            block = cursor.blockFormat()
            block.setPageBreakPolicy(block.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.insertBlock(block)
        cursor.insertMarkdown(text)
        cursor.movePosition(QTextCursor.MoveOperation.End)
    return document
