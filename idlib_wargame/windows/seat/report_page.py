"""The situation report of the last turn, as far as the seat may read it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.parts.markdown_view import MarkdownView
from idlib_wargame.words.language import _


class ReportPage(MarkdownView):
    """Written anew only where it says something else, so that whoever reads keeps their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(is_ours=True, parent=parent)
        self.setAccessibleName(_("Situation report"))
        self.document().setDocumentMargin(16)
        self._shown = ""

    def show_view(self, view: SeatView) -> None:
        """Show the report, once there is one."""
        if view.report != self._shown:
            self._shown = view.report
            self.say(view.report)
