"""How the exercise ended, whose aims were met, and the seed to check its dice with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.session.play import Play
from idlib_wargame.views.desk.outcome import Outcome
from idlib_wargame.windows.desk.held_rulings import HeldRulings
from idlib_wargame.windows.desk.hot_wash_line import HotWashLine
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.leading_on import LeadingOn


class OutcomeBar(QFrame):
    """Hidden until the exercise is finished; from then on it leads on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.name = label(role="heading", wrap=True)
        self.text = label(wrap=True, leads=True)
        self.aims = label(role="muted", wrap=True)
        self.seed = label(role="muted", size=11, wrap=True)
        self.seed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(4)
        self.overruled = label(role="muted")
        self.hot_wash = HotWashLine()
        self.held = HeldRulings(self)
        self.onward = LeadingOn()
        now = flowing(
            2 * theme.SPACE, self.hot_wash, self.overruled, *self.held.parts, between_lines=4
        )
        for part in (self.name, self.text, self.aims, now, self.seed, self.onward):
            column.addWidget(part)
        self.hide()

    def take_keys(self) -> None:
        """To the first thing that can be done now."""
        if self.isVisible():
            self.onward.replay.setFocus()

    def show_outcome(self, outcome: Outcome | None, play: Play) -> None:
        """Show the ending, once there is one, and what is left of the hot wash."""
        self.setVisible(outcome is not None)
        if outcome is None:
            return
        self.name.setText(outcome.name)
        said = (
            (self.text, outcome.text),
            (self.aims, outcome.aims),
            (self.overruled, outcome.overruled),
        )
        for words, text in said:
            words.setText(text)
            words.setVisible(bool(text))
        self.seed.setText(outcome.seed)
        self.hot_wash.show_play(play)
        self.held.show_held(outcome.held)
