"""The problems of a pack that cannot be played yet, all at once and calmly."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from idlib_wargame.packs.problem import Problem
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.setup.page import muted

_MOST_LINES = 10


class ProblemsPanel(QFrame):
    """Hidden until a pack has problems. The list can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        self.heading = label(role="heading", wrap=True)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName("Problems of the pack")
        column.addWidget(self.heading)
        column.addWidget(
            muted(
                "Each line says where, what was found and what was expected. Mend the files and "
                "open the pack again; nothing else is affected."
            )
        )
        column.addWidget(self.list)
        self.hide()

    def show_problems(self, pack: str, problems: Sequence[Problem]) -> None:
        """Lists what stands in the way of playing that pack."""
        count = "One thing" if len(problems) == 1 else f"{len(problems)} things"
        self.heading.setText(f"{count} to mend before “{pack}” can be played")
        self.list.setPlainText("\n".join(str(problem) for problem in problems))
        lines = min(max(len(problems), 3), _MOST_LINES)
        self.list.setFixedHeight((lines + 1) * self.list.fontMetrics().lineSpacing() + 12)
        self.show()
