"""What followed a turn by itself: chances, upkeep and conversions, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import After
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.rows import why_words
from idlib_wargame.words.situation import effect_words


def after_words(scenario: Scenario, row: After) -> str:
    """What one row did, with its dice where it has any."""
    did = " · ".join(effect_words(scenario, line) for line in row.effects) or "Nothing moved."
    if row.dice is None:
        return did
    one, two = row.dice
    return f"{did} (dice {one} + {two} = {one + two}, needed {row.target}+)"


class AfterList(QFrame):
    """A card of rows."""

    def __init__(
        self, scenario: Scenario, rows: Sequence[After], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(label("What followed by itself", "heading"))
        for row in rows:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(label(why_words(scenario, row.row), wrap=True))
            pair.addWidget(label(after_words(scenario, row), "muted", wrap=True))
            column.addLayout(pair)
