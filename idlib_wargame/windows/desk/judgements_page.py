"""Who has given a judgement this turn; at the end what each seat thought, and what happened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.judging import JudgeLine, Judging, judging
from idlib_wargame.views.judging.at_end import thoughts
from idlib_wargame.windows.cards.thoughts_page import ThoughtsPage
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.words.language import _


class JudgementsPage(QStackedWidget):
    """Never a word of what a seat has sealed, until the exercise is finished."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Judging | None = None
        self.heading = label(role="heading", wrap=True)
        self.hint = label(role="muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.SPACE)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addLayout(self._rows)
        column.addStretch()
        self.who = QScrollArea()
        self.who.setAccessibleName(_("Who has given a judgement"))
        self.who.setFrameShape(QFrame.Shape.NoFrame)
        self.who.setWidgetResizable(True)
        self.who.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.who.setWidget(inside)
        self.thoughts = ThoughtsPage()
        self.addWidget(self.who)
        self.addWidget(self.thoughts)

    def refresh(self) -> bool:
        """Show where the exercise stands; whether there is anything to show."""
        now = judging(self._session)
        session = self._session
        told = thoughts(session.scenario, session.play, for_control=True)
        self.thoughts.show_thoughts(told)
        self.setCurrentWidget(self.thoughts if self.thoughts.has_any else self.who)
        if now is not None and now != self._shown:
            self._shown = now
            self._draw(now)
        return now is not None or self.thoughts.has_any

    def _draw(self, now: Judging) -> None:
        self.heading.setText(now.heading)
        self.hint.setText(now.hint)
        emptied(self._rows)
        if not now.lines:
            nobody = _("No people sit at any seat, so nobody can be asked.")
            self._rows.addWidget(label(nobody, "muted", wrap=True))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(theme.SPACE)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(now.lines):
            _add_line(grid, row, line)
        self._rows.addLayout(grid)


def _add_line(grid: QGridLayout, row: int, line: JudgeLine) -> None:
    grid.addWidget(Swatch(line.colour), row, 0)
    grid.addWidget(label(line.name, wrap=True, leads=True), row, 1)
    mark = Glyph("seal" if line.has_given else "ring", "good" if line.has_given else "disabled", 14)
    grid.addWidget(mark, row, 2)
    grid.addWidget(label(line.said, "muted"), row, 3)
