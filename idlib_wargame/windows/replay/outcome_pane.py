"""At the last moment: how it ended, whose aims were met, and how near each other ending was."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
from idlib_wargame.rules.pack.seats import Aim
from idlib_wargame.rules.turn.outcomes import Nearness
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.words.beginnings import begun
from idlib_wargame.words.conditions import unmet_words
from idlib_wargame.words.figures import counted
from idlib_wargame.words.phases import phase_name

TOP = Qt.AlignmentFlag.AlignTop
MOST_UNMET = 3  # tests spelled out for each ending; the rest on hover


class OutcomePane(QScrollArea):
    """The outcome in words, each seat's aims, then every other outcome with the tests that held."""

    def __init__(self, referee: Referee, play: Play, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._referee = referee
        self._play = play
        sheet = QFrame()
        sheet.setProperty("role", "panel")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._add_ending()
        self._add_aims()
        self._add_others()
        self._column.addStretch()
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _add_ending(self) -> None:
        play = self._play
        reached = self._referee.endings.outcome(play.state)
        self._reached = reached.id if reached else ""
        if play.finished:
            self.lead = label("The exercise ended in", "eyebrow")
        else:
            phase = phase_name(play.phase).lower()
            where = f"turn {play.turn} of {play.setup.turns}, {phase}"
            words = f"The record ends before the exercise did, in {where}. Had it ended there:"
            self.lead = label(words, "muted", wrap=True)
        self.name = label(
            reached.name if reached else "No outcome of the pack", "heading", wrap=True
        )
        self._column.addWidget(self.lead)
        self._column.addWidget(self.name)
        if reached and reached.text:
            self._column.addWidget(label(reached.text, wrap=True))
        self._column.addSpacing(2 * theme.SPACE)

    def _add_aims(self) -> None:
        scenario = self._referee.scenario
        by_actor: dict[str, list[Aim]] = {}
        for aim in scenario.aims:
            by_actor.setdefault(aim.seat, []).append(aim)
        if not by_actor:
            return
        met = {aim.id for aim in self._referee.aims.met(self._play.state)}
        self._column.addWidget(label("Private aims", "eyebrow"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.SPACE)
        grid.setVerticalSpacing(theme.SPACE)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        for row, (actor, aims) in enumerate(by_actor.items()):
            count = sum(aim.id in met for aim in aims)
            grid.addWidget(_named(scenario, actor, f"{count} of {len(aims)} met"), row, 0, TOP)
            grid.addWidget(_judged(aims, met), row, 1, TOP)
        self._column.addLayout(grid)
        self._column.addSpacing(2 * theme.SPACE)

    def _add_others(self) -> None:
        found = self._referee.endings.nearness(self._play.state)
        others = sorted(
            (near for near in found if near.outcome.id != self._reached),
            key=lambda near: -near.met / max(1, near.tests),
        )
        if not others:
            return
        self._column.addWidget(label("How near the others were", "eyebrow"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.SPACE)
        grid.setVerticalSpacing(theme.SPACE)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(2, 3)
        for row, near in enumerate(others):
            grid.addWidget(label(near.outcome.name, bold=True, wrap=True), row, 0, TOP)
            grid.addWidget(_bar(near), row, 1, TOP)
            grid.addWidget(self._nearness(near), row, 2, TOP)
        self._column.addLayout(grid)

    def _nearness(self, near: Nearness) -> QWidget:
        if not near.tests:
            return label("Holds where no other does.", "muted", wrap=True)
        if not near.unmet:
            words = "All of its tests held too, but an ending that goes before it held."
            return label(words, "muted", wrap=True)
        missing = unmet_words(
            self._referee.scenario, near.outcome.when, self._play.state, lambda _: True
        ).split("; ")
        lines = [
            f"{near.met} of {counted(near.tests, 'test', 'tests')} held.",
            *missing[:MOST_UNMET],
        ]
        if len(missing) > MOST_UNMET:
            lines.append(f"and {len(missing) - MOST_UNMET} more")
        made = label(
            "\n".join(begun(self._referee.scenario, line) for line in lines), "muted", wrap=True
        )
        made.setToolTip("\n".join(missing))
        return made


def _named(scenario: Scenario, actor: str, words: str) -> QWidget:
    named = QWidget()
    column = QVBoxLayout(named)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    name = QHBoxLayout()
    name.setSpacing(theme.SPACE)
    colour = next(seat.colour for seat in scenario.seats if seat.actor == actor)
    name.addWidget(Swatch(colour))
    name.addWidget(label(scenario.actor_name(actor), bold=True, wrap=True), 1)
    column.addLayout(name)
    column.addWidget(label(words, "muted"))
    return named


def _judged(aims: Sequence[Aim], met: Collection[str]) -> QWidget:
    judged = QWidget()
    column = QVBoxLayout(judged)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for aim in aims:
        on = aim.id in met
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        mark = Glyph("check" if on else "cross", "good" if on else "danger", 16)
        row.addWidget(mark, 0, TOP)
        words = label(aim.text, wrap=True)
        words.setAccessibleName(f"{'Met' if on else 'Not met'}: {aim.text}")
        row.addWidget(words, 1)
        column.addLayout(row)
    return judged


def _bar(near: Nearness) -> QWidget:
    bar = QProgressBar()
    bar.setRange(0, max(1, near.tests))
    bar.setValue(near.met)
    bar.setTextVisible(False)
    bar.setFixedWidth(theme.scaled(72))
    bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    bar.setAccessibleName(f"{near.met} of {near.tests} tests held")
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(0, 5, 0, 0)
    inside.addWidget(bar)
    return holder
