"""The phases of a turn in a row, the one in force standing out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.words.phases import phase_name


class Breadcrumb(QWidget):
    """``phases`` are the pack's, in order."""

    def __init__(self, phases: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._labels: dict[str, QLabel] = {}
        for place, phase in enumerate(phases):
            if place:
                row.addWidget(Glyph("next", "disabled", 12))
            self._labels[phase] = label(phase_name(phase), "muted")
            row.addWidget(self._labels[phase])

    def show_phase(self, phase: str) -> None:
        """Let one phase stand out."""
        for name, shown in self._labels.items():
            here = name == phase
            shown.setProperty("role", "" if here else "muted")
            theme.style(shown, bold=here)
        self.setAccessibleName(f"Phase: {phase_name(phase)}")
