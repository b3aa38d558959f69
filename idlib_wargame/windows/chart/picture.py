"""The escalation chart as a picture file, with or without a screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.files.whole import write_whole
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.chart.agreement_marks import agreement_marks
from idlib_wargame.views.escalation import (
    AfterTurn,
    clock_marks,
    escalation,
    movers,
    rulings_in,
    steps_between,
    turns_told_in,
)
from idlib_wargame.windows.chart.legend import Legend
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.own_language import speak_own_language
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.escalation import (
    from_to_words,
    large_step_words,
    mover_words,
    played_words,
)
from idlib_wargame.words.language import _
from idlib_wargame.words.lists import facts

# Pictures are looked at on paper and on slides, so everything is a quarter larger than on screen.
ENLARGED = 1.25
MOST_STEPS = 6
STEPS_WIDTH = 300


def save_chart(
    scenario: Scenario,
    play: Play,
    path: Path,
    width: int = 1600,
    height: int = 900,
    scheme: str = "light",
    agreed: Ledger | None = None,
) -> None:
    """Write a PNG of so many pixels, or raise OSError and change nothing.

    ``scheme`` is "light" or "dark".
    Works without a screen and without a running program.
    """
    _application()
    before = theme.scheme()
    theme.set_scheme(scheme)
    try:
        picture = _painted(scenario, play, width, height, play.ledger if agreed is None else agreed)
    finally:
        theme.set_scheme(before)
    write_whole(path, _png(picture))


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    if not writer.write(picture):
        raise OSError(0, writer.errorString())
    return bytes(buffer.data().data())


def _painted(scenario: Scenario, play: Play, width: int, height: int, agreed: Ledger) -> QImage:
    page = _page(scenario, play, agreed)
    page.resize(round(width / ENLARGED), round(height / ENLARGED))
    # The first drawing lays everything out, which a widget that is never shown does not otherwise.
    page.grab()
    QApplication.sendPostedEvents()
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ENLARGED)
    picture.fill(QColor(theme.colours().panel))
    page.render(picture, QPoint(0, 0))
    page.deleteLater()
    return picture


def _page(scenario: Scenario, play: Play, agreed: Ledger) -> QWidget:
    from idlib_wargame.views.chart.figures import figures_of
    from idlib_wargame.windows.chart.plot import EscalationPlot

    results = [turn.result for turn in play.closed]
    opening = play.closed[0].opening if play.closed else play.state
    found = escalation(scenario, opening, results)
    turns = max(play.setup.turns, len(results))
    clocks = clock_marks(scenario, turns, play.state)
    rulings = [result.turn for result in results if rulings_in(result)]
    figures = figures_of(scenario, found)
    plot, legend = EscalationPlot(scenario), Legend(scenario)
    agreements = agreement_marks(scenario, agreed)
    messages = turns_told_in(play)
    plot.show_numbers(play.setup.numbers)
    plot.draw(figures, turns, clocks, rulings, messages, agreements)
    plot.drawing.make_still()
    page = QFrame()
    page.setProperty("role", "panel")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 16)
    column.addWidget(label(play.setup.name_in(scenario), "title"))
    column.addWidget(label(_subtitle(scenario, play), "muted"))
    column.addSpacing(theme.SPACE)
    row = QHBoxLayout()
    row.setSpacing(3 * theme.SPACE)
    row.addWidget(plot, 1)
    if results:
        row.addWidget(_steps(scenario, found.points, play.closed, play.setup.numbers))
    column.addLayout(row, 1)
    column.addWidget(legend)
    legend.show_marks(figures.seats, bool(rulings), bool(clocks), bool(messages), agreements)
    if play.setup.handling:
        handling = label(play.setup.handling, bold=True, wrap=True)
        handling.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(handling)
    return page


def _subtitle(scenario: Scenario, play: Play) -> str:
    first, last = scenario.first_day(1), scenario.last_day(max(1, len(play.closed)))
    played = played_words(len(play.closed), play.setup.turns)
    parts = (scenario.title, play.setup.group, played, from_to_words(first, last))
    return facts([part for part in parts if part])


def _steps(
    scenario: Scenario,
    points: tuple[AfterTurn, ...],
    closed: tuple[Turn, ...],
    numbers: bool,
) -> QWidget:
    """The largest steps up the ladder, in order of time, each with the order that moved it most."""
    changes = [n for n in range(1, len(points)) if steps_between(points[n - 1], points[n]) > 0]
    changes.sort(key=lambda n: -steps_between(points[n - 1], points[n]))
    column = QWidget()
    column.setFixedWidth(STEPS_WIDTH)
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, theme.SPACE, 0, 0)
    lines.addWidget(label(_("Largest steps up the ladder"), "eyebrow"))
    for n in sorted(changes[:MOST_STEPS]):
        before, after = points[n - 1], points[n]
        words = large_step_words(n, after.rung, steps_between(before, after), numbers)
        lines.addWidget(label(words, bold=True, wrap=True))
        found = movers(closed[n - 1].result)
        if found:
            lines.addWidget(label(mover_words(scenario, found[0], numbers), "muted", wrap=True))
        lines.addSpacing(theme.SPACE)
    if not changes:
        lines.addWidget(label(_("The ladder has not risen."), "muted", wrap=True))
    lines.addStretch()
    return column


def _application() -> QApplication:
    """The running Qt program, or one of our own, without a screen where there is none."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    seen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in seen):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made = QApplication(["idlib-wargame"])
    speak_own_language(made)
    theme.apply(made)
    return made
