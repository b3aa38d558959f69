"""At the last moment: how it ended, whose aims were met, and how near each other ending was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.outcomes import Nearness
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play
from idlib_wargame.views.ending import Ending, JudgedAims, ending
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.leading_on import LeadingOn
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.words.endings import (
    aims_met_words,
    judged_words,
    nearness_words,
    record_ends_words,
    tests_held_words,
    unmet_lines,
)
from idlib_wargame.words.language import _

TOP = Qt.AlignmentFlag.AlignTop


class OutcomePane(QScrollArea):
    """The outcome in words, each seat's aims, then every other outcome with the tests that held.

    ``sight`` is that of a reader who may know less than control does; ``told`` what it came to,
    where ``play`` is cut to what they may know.
    """

    def __init__(
        self,
        referee: Referee,
        play: Play,
        sight: Sight | None = None,
        told: Ending | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._referee = referee
        self._play = play
        self._sight = sight
        self._ending = told or ending(referee, play, sight)
        inside = QFrame()
        inside.setProperty("role", "panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 12, 16, 12)
        self.onward = LeadingOn(replays=False)
        self._add_ending()
        self._add_aims()
        self._add_others()
        self._column.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _add_ending(self) -> None:
        play, reached, is_told = self._play, self._ending.reached, self._ending.is_told
        if play.finished:
            self.lead = label(_("The exercise ended in"), "eyebrow")
        else:
            words = record_ends_words(play.turn, play.setup.turns, play.phase, would_have=is_told)
            self.lead = label(words, "muted", wrap=True)
        name = reached.name if reached else _("No outcome of the pack")
        self.name = label(name if is_told else "", "heading", wrap=True)
        self._column.addWidget(self.lead)
        self._column.addWidget(self.name)
        self.name.setVisible(is_told)  # beside the others: alone it would be a window of its own
        self._column.addWidget(self.onward)
        if reached and reached.text and is_told:
            self._column.addWidget(label(reached.text, wrap=True, leads=True))
        self._column.addSpacing(2 * theme.SPACE)

    def _add_aims(self) -> None:
        if not self._ending.aims:
            return
        self._column.addWidget(label(_("Private aims"), "eyebrow"))
        grid = _grid()
        grid.setColumnStretch(1, 5)
        for row, judged in enumerate(self._ending.aims):
            grid.addWidget(_named(self._referee.scenario, judged), row, 0, TOP)
            grid.addWidget(_verdicts(judged), row, 1, TOP)
        self._column.addLayout(grid)
        self._column.addSpacing(2 * theme.SPACE)

    def _add_others(self) -> None:
        if not self._ending.others:
            return
        self._column.addWidget(label(_("How near the others were"), "eyebrow"))
        grid = _grid()
        grid.setColumnStretch(2, 3)
        for row, near in enumerate(self._ending.others):
            grid.addWidget(label(near.outcome.name, bold=True, wrap=True), row, 0, TOP)
            grid.addWidget(_bar(near), row, 1, TOP)
            grid.addWidget(self._nearness(near), row, 2, TOP)
        self._column.addLayout(grid)

    def _nearness(self, near: Nearness) -> QWidget:
        play = self._play
        lacking = unmet_lines(
            self._referee.scenario, near.unmet, play.state, self._may_know, play.setup.numbers
        )
        made = label(nearness_words(near.met, near.tests, lacking), "muted", wrap=True)
        made.setToolTip(in_tooltip("\n".join(lacking)))
        return made

    def _may_know(self, name: str) -> bool:
        return self._sight is None or name in self._sight.known


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * theme.SPACE)
    grid.setVerticalSpacing(theme.SPACE)
    grid.setColumnStretch(0, 2)
    return grid


def _named(scenario: Scenario, judged: JudgedAims) -> QWidget:
    named = QWidget()
    column = QVBoxLayout(named)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    name = QHBoxLayout()
    name.setSpacing(theme.SPACE)
    colour = next(seat.colour for seat in scenario.seats if seat.actor == judged.actor)
    name.addWidget(Swatch(colour))
    name.addWidget(label(scenario.actor_name(judged.actor), bold=True, wrap=True), 1)
    column.addLayout(name)
    met = sum(aim.id in judged.met for aim in judged.aims)
    column.addWidget(label(aims_met_words(met, len(judged.aims)), "muted"))
    return named


def _verdicts(judged: JudgedAims) -> QWidget:
    verdicts = QWidget()
    column = QVBoxLayout(verdicts)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for aim in judged.aims:
        on = aim.id in judged.met
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        mark = Glyph("check" if on else "cross", "good" if on else "danger", 16)
        row.addWidget(mark, 0, TOP)
        words = label(aim.text, wrap=True, leads=True)
        words.setAccessibleName(judged_words(aim.text, on))
        row.addWidget(words, 1)
        column.addLayout(row)
    return verdicts


def _bar(near: Nearness) -> QWidget:
    bar = QProgressBar()
    bar.setRange(0, max(1, near.tests))
    bar.setValue(near.met)
    bar.setTextVisible(False)
    bar.setFixedWidth(theme.scaled(72))
    bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    bar.setAccessibleName(tests_held_words(near.met, near.tests))
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(0, 5, 0, 0)
    inside.addWidget(bar)
    return holder
