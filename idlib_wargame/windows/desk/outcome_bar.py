"""How the exercise ended, whose aims were met, and the seed to check its dice with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label


class OutcomeBar(QFrame):
    """Hidden until the exercise is finished."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._scenario = scenario
        self.name = label(role="heading", wrap=True)
        self.text = label(wrap=True)
        self.aims = label(role="muted", wrap=True)
        self.seed = label(role="muted", size=11, wrap=True)
        self.seed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(4)
        for words in (self.name, self.text, self.aims, self.seed):
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
        self.aims.setText(self._aims_words(play))
        self.aims.setVisible(bool(self._scenario.aims))
        self.seed.setText(f"Seed of the dice, now open: {play.seed}")

    def _aims_words(self, play: Play) -> str:
        """ "Aims met: Astra 2 of 3 · Borea none of 2"."""
        said = []
        for actor in dict.fromkeys(aim.seat for aim in self._scenario.aims):
            aims = [aim.id for aim in self._scenario.aims if aim.seat == actor]
            met = sum(aim in play.aims_met for aim in aims)
            said.append(f"{self._scenario.actor_name(actor)} {met or 'none'} of {len(aims)}")
        return f"Aims met: {' · '.join(said)}"
