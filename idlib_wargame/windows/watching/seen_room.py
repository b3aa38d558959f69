"""What the room is shown, or control: situation, results, news, reports, and how it ended."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from idlib_wargame.views.observer_door import LookingOn
from idlib_wargame.windows.cards.thoughts_page import ThoughtsPage
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.handling_line import HandlingLine
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.map_or_tracks import MapOrTracks
from idlib_wargame.windows.replay.agreements_pane import AgreementsPane
from idlib_wargame.windows.replay.messages_pane import MessagesPane
from idlib_wargame.windows.replay.outcome_pane import OutcomePane
from idlib_wargame.windows.replay.results_pane import ResultsPane
from idlib_wargame.windows.replay.situation import SituationPane
from idlib_wargame.windows.seat.report_page import ReportPage
from idlib_wargame.windows.watching.seen_chart import SeenChart
from idlib_wargame.windows.watching.so_far import SoFar
from idlib_wargame.words.language import _
from idlib_wargame.words.replaying import messages_words, results_words


class SeenRoom(QWidget):
    """As a replay shows a moment to that reader, and the moment is now."""

    def __init__(self, on: LookingOn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on = on
        play = on.play()
        self.where = label("", "heading", wrap=True)
        self.where.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        self.situation = SituationPane(on.pack, play)
        misses = on.sight is not None
        self.either = MapOrTracks(on.pack, self.situation, map_first=True, may_miss=misses)
        self.results = ResultsPane(on.rules.scenario, on.sight, play.setup.numbers)
        self.so_far = SoFar()
        self.results.whole.insertWidget(0, self.so_far)
        self.messages = MessagesPane(on.pack)
        self.agreements = AgreementsPane(on.rules, on.sight)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.either, _("Situation"))
        self.tabs.addTab(self.results, results_words(None))
        self.tabs.addTab(self.messages, messages_words(0))
        if on.rules.scenario.bargain is not None:
            self.tabs.addTab(self.agreements, _("Agreements"))
        self.report = ReportPage()
        self.tabs.addTab(self.report, _("Report"))
        self.chart = SeenChart(on)
        self.tabs.addTab(self.chart, _("Escalation"))
        self.outcome: OutcomePane | None = None
        self.thoughts = ThoughtsPage(self)
        self.thoughts.hide()
        self.tabs.setCornerWidget(self.either.switch)
        self.tabs.currentChanged.connect(self._show_switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.where)
        column.addWidget(self.tabs, 1)
        self.handling = HandlingLine()
        column.addWidget(self.handling)
        self._unsubscribe = on.watch(self.show_now)
        self.destroyed.connect(self._unsubscribe)
        self.show_now()

    def show_now(self) -> None:
        """Show where the exercise stands."""
        play = self._on.play()
        turn = play.pending or play.last
        self.where.setText(self._on.where())
        self.handling.say(play.setup.handling)
        self.situation.show_play(play)
        self.either.show_play(play)
        self.results.show_turn(turn, play.own)
        so_far = self._on.so_far()
        self.so_far.show_results(so_far, turn.number if turn else 0)
        self.results.closed.setVisible(turn is not None or so_far is None)
        self.messages.show_play(play)
        self.agreements.show_play(play)
        self.report.show_report(self._on.report())
        self.tabs.setTabVisible(self.tabs.indexOf(self.report), bool(play.closed))
        self.chart.show_now()
        self._show_end()
        words = results_words(play.turn if so_far else turn.number if turn else None)
        self.tabs.setTabText(self.tabs.indexOf(self.results), words)
        count = len(play.messages) + len(play.letters)
        self.tabs.setTabText(self.tabs.indexOf(self.messages), messages_words(count))

    def _show_switch(self) -> None:
        """Other pages' tabs have its room."""
        here = self.tabs.currentWidget() is self.either
        self.either.switch.setVisible(here and self.either.has_map)

    def _show_end(self) -> None:
        """Once it is over, what it came to stays."""
        told = self._on.ending()
        if told is None or self.outcome is not None:
            return
        self.outcome = OutcomePane(self._on.rules, self._on.play(), self._on.sight, told)
        self.outcome.onward.hide()  # there is nothing here to do
        self.tabs.addTab(self.outcome, _("Outcome"))
        self.thoughts.show_thoughts(self._on.thoughts())
        if self.thoughts.has_any:
            self.tabs.addTab(self.thoughts, _("Judgements"))

    def let_go(self) -> None:
        """Let go of the session."""
        self._unsubscribe()
