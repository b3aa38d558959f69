"""How the exercise ended, and the seed that its dice can be checked with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.rules.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.windows import theme
from idlib_wargame.windows.labels import label


class OutcomeBar(QFrame):
    """Hidden until the exercise is finished."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._scenario = scenario
        self.name = label(role="heading", wrap=True)
        self.text = label(wrap=True)
        self.seed = label(role="muted", size=11, wrap=True)
        self.seed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(4)
        for words in (self.name, self.text, self.seed):
            column.addWidget(words)
        self.hide()

    def show_play(self, play: Play) -> None:
        """Show the ending, once there is one."""
        self.setVisible(play.finished)
        if not play.finished:
            return
        found = (each for each in self._scenario.outcomes if each.id == play.outcome)
        outcome = next(found, None)
        self.name.setText(f"Outcome: {outcome.name}" if outcome else "The exercise is over")
        self.text.setText(outcome.text if outcome else "No outcome of the pack fits.")
        self.text.setVisible(bool(self.text.text()))
        self.seed.setText(f"Seed of the dice, now open: {play.seed}")
