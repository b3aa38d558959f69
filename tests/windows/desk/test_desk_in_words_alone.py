"""A desk on the projector shows no figures where the exercise is told in words alone."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.windows.desk.window import DeskWindow
from tests.windows.desk.conftest import Opener
from tests.windows.play_harbour import shown_text
from tests.windows.seat.test_words_alone import Eyes, in_words
from tests.windows.walking import moments


def painted_words(panel: EscalationPanel) -> list[str]:
    """What the chart itself writes, which no label holds."""
    panel.plot.drawing.make_still()
    QApplication.processEvents()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(kept)
    svg.setSize(panel.plot.size())
    painter = QPainter(svg)
    panel.plot.scene().render(painter)
    painter.end()
    return re.findall(r"<text[^>]*>([^<]*)<", bytes(kept.data().data()).decode())


def chart_of(desk: DeskWindow) -> EscalationPanel:
    """The chart at the desk's side, which is made once there is time."""
    desk.page.side.make_chart()
    return desk.findChildren(EscalationPanel)[0]


def on_the_projector(desk: DeskWindow) -> str:
    """Results, injects and what the chart says of the turn, with nothing opened."""
    parts = (desk.page.orders, desk.page.injects, chart_of(desk).readout)
    return "\n".join(shown_text(part) for part in parts)


def test_a_projector_shows_no_figure_where_the_exercise_is_told_in_words(
    desk_of: Opener, full: PackReading
) -> None:
    """Dice, odds, modifiers, effects, what injects wait for and do, points and rungs: none."""
    session = in_words(full)
    desk, eyes, rounds = desk_of(session), Eyes(session.scenario), 0
    for moment in moments(session):
        rounds += 1
        for line in on_the_projector(desk).splitlines():
            if not re.fullmatch(
                r"[A-Z]\d+|.*\d+ (due now|still to come|sent|unsent|of \d+ (marked|order|read)).*"
                r"|Go on, leave \d+ unsent|.*order.* ruled otherwise.*|Roll these \d+",
                line,
            ):
                eyes.read(str(moment), line)
    assert rounds > 8
    assert eyes.found == {}


def test_the_facilitator_finds_the_figures_behind_details(
    desk_of: Opener, full: PackReading
) -> None:
    """Dice, odds and their address stand there, and only once they are asked for."""
    session = in_words(full)
    desk, found = desk_of(session), 0
    for _moment in moments(session):
        QApplication.processEvents()
        for card in desk.page.orders.cards.values():
            if card.view.band is not None:
                card.more.setChecked(False)
                assert "on two dice" not in shown_text(card)
                card.more.setChecked(True)
                assert "on two dice" in shown_text(card)
                assert re.search(r"\d \+ \d = \d", shown_text(card))
                found += 1
    assert found


def test_the_chart_names_its_rungs_and_draws_no_scale(desk_of: Opener, full: PackReading) -> None:
    """In words alone nothing that the chart writes has a number but turns and days."""
    drawn = {}
    for numbers in (True, False):
        session = in_words(full, numbers)
        desk = desk_of(session)
        desk.resize(1366, 768)
        for _moment in moments(session):
            pass
        drawn[numbers] = painted_words(chart_of(desk))
    rungs = [rung.name.split()[0] for rung in session.scenario.rung_by_number.values()]
    assert any(rung in word for word in drawn[False] for rung in rungs)
    axis = re.compile(r"\d{1,2}( [A-Z][a-z]{2})?|.* · \d{1,2} [A-Z][a-z]{2}")
    scales = [len([word for word in drawn[n] if re.fullmatch(r"−?\d+", word)]) for n in drawn]
    turns = session.play.setup.turns
    assert scales[0] > turns
    assert scales[1] <= turns
    assert [w for w in drawn[False] if re.search(r"\d", w) and not axis.fullmatch(w)] == []
