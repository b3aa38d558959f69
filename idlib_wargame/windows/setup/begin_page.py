"""What will happen now, and what people read before it does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.seating import Seating
from idlib_wargame.views.papers import Paper, PaperMaker, papers, readers
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.views.setup.telling import what_happens, what_is_played, who_plays
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.papers_form import PapersForm, PaperSource
from idlib_wargame.windows.parts.save_place import folder_beside, made
from idlib_wargame.windows.setup.assistant_page import AssistantPage, heading, muted
from idlib_wargame.windows.setup.seat_card import SeatMark
from idlib_wargame.windows.setup.two_columns import TwoColumns
from idlib_wargame.words.language import _


class BeginPage(AssistantPage):
    """The whole plan on one page, and the read-aheads where there is somebody to make them."""

    def __init__(self, maker: PaperMaker | None = None) -> None:
        super().__init__()
        self.settled = QVBoxLayout()
        self.steps = QVBoxLayout()
        self.seats = QGridLayout()
        self.papers = PapersForm(maker) if maker else None
        self._lay_out()

    @property
    def name(self) -> str:
        """The page in a word."""
        return _("Begin")

    @property
    def question(self) -> str:
        """What it asks."""
        return _("Ready to begin")

    @property
    def onward(self) -> str:
        """What going on from it does."""
        return _("Begin the exercise")

    def fill(self, plan: Plan) -> None:
        """Shows what the plan comes to."""
        if self.papers is not None:
            self.papers.show_source(_source(plan))
        emptied(self.settled)
        for sentence in what_is_played(plan):
            self.settled.addWidget(label(sentence, wrap=True))
        emptied(self.steps)
        for number, line in enumerate(what_happens(plan), start=1):
            self.steps.addWidget(_numbered(number, line))
        emptied(self.seats)
        for row, seating in enumerate(_shown(plan)):
            self._add_seat(row, plan, seating)

    def problem(self) -> str:
        """Papers that are half written would be missed."""
        if self.papers is not None and self.papers.is_writing:
            return _("The read-aheads are still being written: wait for them, or stop it.")
        return ""

    def _add_seat(self, row: int, plan: Plan, seating: Seating) -> None:
        seat = plan.played.seat_by_id[seating.seat]
        self.seats.addWidget(SeatMark(seat.colour), row, 0)
        self.seats.addWidget(label(seat.name), row, 1)
        self.seats.addWidget(
            label(who_plays(plan, seating), "muted", wrap=True, leads=True), row, 2
        )

    def _lay_out(self) -> None:
        for column in (self.settled, self.steps):
            column.setSpacing(theme.SPACE)
        self.seats.setHorizontalSpacing(theme.SPACE)
        self.seats.setVerticalSpacing(theme.SPACE)
        self.seats.setColumnStretch(2, 1)
        columns = TwoColumns()
        columns.left.addWidget(_card(_("What is played"), self.settled))
        columns.left.addWidget(_card(_("What happens now"), self.steps))
        columns.left.addStretch(1)
        columns.right.addWidget(_card(_("Who sits where"), self.seats))
        if self.papers is not None:
            columns.right.addWidget(_card(_("Read-aheads"), _read_aheads(self.papers)))
        columns.right.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)


def _source(plan: Plan) -> PaperSource:
    def made_for(seat: str, handling: str) -> list[Paper]:
        return papers(Referee(plan.played), plan.to_setup(), seat, handling)

    def folder() -> Path:
        # The folder for exercises comes with the first of them, and a dialog wants one.
        return made(plan.path.parent) if plan.path else folder_beside(None)

    return PaperSource(readers(plan.played), made_for, folder, plan.handling)


def _read_aheads(papers: PapersForm) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.SPACE)
    told = _(
        "For each seat a sheet of two sides (its brief and aims, what everyone knows, how it is "
        "played) and the list of its moves, for its eyes only."
    )
    column.addWidget(muted(told))
    column.addWidget(papers)
    return column


def _shown(plan: Plan) -> list[Seating]:
    """All player seats, and those of the white cell that somebody else plays."""
    by_id = plan.played.seat_by_id
    return [
        seating
        for seating in plan.seating
        if not by_id[seating.seat].control or seating.people or seating.played_by != "control"
    ]


def _card(title: str, inside: QVBoxLayout | QGridLayout) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(*(3 * theme.SPACE,) * 4)
    column.setSpacing(2 * theme.SPACE)
    column.addWidget(heading(title))
    column.addLayout(inside)
    return card


def _numbered(number: int, text: str) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACE)
    mark = label(f"{number}", "muted")
    mark.setFixedWidth(QFontMetrics(theme.font(13)).horizontalAdvance("00"))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, wrap=True), 1)
    return widget
