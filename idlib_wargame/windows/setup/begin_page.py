"""What will happen now, and what people read before it does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.play import Seating
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.views.setup.telling import what_happens, what_is_played, who_plays
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.save_place import folder_beside, made
from idlib_wargame.windows.setup.assistant_page import AssistantPage, heading, muted
from idlib_wargame.windows.setup.read_aheads import (
    print_read_aheads,
    save_read_aheads,
    seats_with_briefs,
)
from idlib_wargame.windows.setup.seat_card import SeatMark
from idlib_wargame.windows.setup.two_columns import TwoColumns
from idlib_wargame.words.language import _, fill, ngettext


class BeginPage(AssistantPage):
    """The whole plan on one page, and the read-aheads."""

    def __init__(self) -> None:
        super().__init__()
        self.settled = QVBoxLayout()
        self.steps = QVBoxLayout()
        self.seats = QGridLayout()
        self.told = muted()
        self._plan: Plan | None = None
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
        self._plan = plan
        self.told.hide()
        emptied(self.settled)
        for sentence in what_is_played(plan):
            self.settled.addWidget(label(sentence, wrap=True))
        emptied(self.steps)
        for number, line in enumerate(what_happens(plan), start=1):
            self.steps.addWidget(_numbered(number, line))
        emptied(self.seats)
        for row, seating in enumerate(_shown(plan)):
            self._add_seat(row, plan, seating)

    def save_to(self, folder: Path) -> None:
        """Writes the read-aheads into a folder and says so, or says why not."""
        if self._plan is None:
            return
        try:
            written = save_read_aheads(self._plan, folder)
        except OSError as fault:
            reason = fault.strerror or str(fault)
            sentence = _(
                "The read-aheads could not be written to {folder} ({reason}). "
                "Choose another folder."
            )
            self._tell(fill(sentence, folder=str(folder), reason=reason))
            return
        count = len(written)
        sentence = ngettext(
            "{count} read-ahead written to {folder}.",
            "{count} read-aheads written to {folder}.",
            count,
        )
        self._tell(fill(sentence, count=count, folder=str(folder)))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()

    def _add_seat(self, row: int, plan: Plan, seating: Seating) -> None:
        seat = plan.played.seat_by_id[seating.seat]
        self.seats.addWidget(SeatMark(seat.colour), row, 0)
        self.seats.addWidget(label(seat.name), row, 1)
        self.seats.addWidget(
            label(who_plays(plan, seating), "muted", wrap=True, leads=True), row, 2
        )

    def _ask_folder(self) -> None:
        planned = self._plan.path if self._plan else None
        # The folder for exercises comes with the first of them, and a dialog wants one.
        start = made(planned.parent) if planned else folder_beside(None)
        name = QFileDialog.getExistingDirectory(
            self, _("Where the read-aheads are written"), str(start)
        )
        if name:
            self.save_to(Path(name))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if self._plan is None:
            return
        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            print_read_aheads(self._plan, printer, seats_with_briefs(self._plan.played))

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
        columns.right.addWidget(_card(_("Read-aheads"), self._read_aheads()))
        columns.right.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def _read_aheads(self) -> QVBoxLayout:
        save = QPushButton(_("Save as PDF…"))
        save.setIcon(icons.icon("export"))
        save.clicked.connect(self._ask_folder)
        on_paper = QPushButton(_("Print…"))
        on_paper.setIcon(icons.icon("print"))
        on_paper.clicked.connect(self._print)
        row = QHBoxLayout()
        for button in (save, on_paper):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE)
        column.addWidget(muted(_("Each seat’s own brief with the public one, for its eyes only.")))
        column.addLayout(row)
        column.addWidget(self.told)
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
