"""What each seat thought, and what happened: turn by turn, the best first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.views.judging.at_end import Thought, Thoughts, TurnOfThoughts, WordLine
from idlib_wargame.windows.cards.sheet import Sheet
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.judging import score_explained
from idlib_wargame.words.language import _, fill

TOP = Qt.AlignmentFlag.AlignTop


class ThoughtsPage(QScrollArea):
    """Empty until the exercise is finished; then a card a seat, under each turn that asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Thoughts | None = None
        self.setAccessibleName(_("What each seat thought, and what happened"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QFrame()
        inside.setProperty("role", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.SPACE)
        column.addLayout(self._body)
        column.addStretch()
        self.setWidget(inside)

    @property
    def has_any(self) -> bool:
        """Whether there is anything to read."""
        return self._shown is not None

    def show_thoughts(self, thoughts: Thoughts | None) -> None:
        """Show what the seats thought."""
        if thoughts == self._shown:
            return
        self._shown = thoughts
        emptied(self._body)
        if thoughts is None:
            return
        heading = _("What each seat thought, and what happened")
        self._body.addWidget(label(heading, "heading", wrap=True))
        self._body.addWidget(label(thoughts.came, bold=True, wrap=True))
        for turn in thoughts.turns:
            self._add_turn(turn)

    def _add_turn(self, turn: TurnOfThoughts) -> None:
        heading = label(turn.heading, "eyebrow")
        heading.setContentsMargins(0, theme.SPACE, 0, 0)
        self._body.addWidget(heading)
        self._body.addWidget(label(turn.rung, "muted", wrap=True))
        for thought in turn.thoughts:
            self._body.addWidget(ThoughtCard(thought))
        if turn.none:
            self._body.addWidget(label(turn.none, "muted", wrap=True))


class ThoughtCard(Sheet):
    """One seat: its score in words, its word for each ending, and the rung that it named."""

    def __init__(self, thought: Thought, parent: QWidget | None = None) -> None:
        super().__init__(theme.seat_colour(thought.colour), parent)
        self.lines.addWidget(label(thought.name, bold=True, wrap=True))
        if thought.score:
            score = label(thought.score, wrap=True, leads=True)
            if thought.gave:  # there is no figure to explain where words alone are told
                score.setToolTip(in_tooltip(score_explained()))
            self.lines.addWidget(score)
        if thought.gave:
            self.lines.addWidget(label(thought.gave, wrap=True, leads=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        for row, line in enumerate(thought.words):
            _add_word(grid, row, line)
        self.lines.addLayout(grid)
        if thought.rung:
            across = QHBoxLayout()
            asked = _("Where the crisis would stand when the turn closed: {rung}")
            said = fill(asked, rung=thought.rung)
            across.addWidget(label(said, "muted", wrap=True, leads=True), 1)
            self.lines.addLayout(across)


def _add_word(grid: QGridLayout, row: int, line: WordLine) -> None:
    mark = Glyph("check" if line.came else "ring", "good" if line.came else "border", 14)
    mark.setAccessibleName(_("This ending came") if line.came else _("This ending did not come"))
    grid.addWidget(mark, row, 0, TOP)
    grid.addWidget(label(line.ending, bold=line.came, wrap=True, leads=True), row, 1, TOP)
    grid.addWidget(
        label(line.word, "" if line.came else "muted", wrap=True, leads=True), row, 2, TOP
    )
