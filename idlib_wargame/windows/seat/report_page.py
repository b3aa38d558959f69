"""The situation report of the last turn, as far as the seat may read it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.views.seat import SeatView
from idlib_wargame.views.situation_report import SeatReport
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.length_switch import LengthSwitch
from idlib_wargame.windows.parts.markdown_view import MarkdownView
from idlib_wargame.words.language import _


class ReportPage(QWidget):
    """In either length, or while it is held, that it is.

    Written anew only where it says something else, so that whoever reads keeps their place.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = SeatReport()
        self._shown = ""
        self.length = LengthSwitch()
        self.length.turned.connect(self._show)
        self.text = MarkdownView(is_ours=True)
        self.text.setAccessibleName(_("Situation report"))
        self.text.document().setDocumentMargin(16)
        self.held = label("", "muted", wrap=True)
        self.held.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 0)
        row.addWidget(self.length)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.text, 1)
        column.addWidget(self.held, 1)
        self._show()

    def show_view(self, view: SeatView) -> None:
        """Show the report, once there is one."""
        self.show_report(view.report)

    def show_report(self, report: SeatReport) -> None:
        """Show that report."""
        if report != self._report:
            self._report = report
            self._show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arrows scroll the text of a page that is turned to."""
        super().focusInEvent(event)
        self.text.setFocus()

    def _show(self) -> None:
        report = self._report
        text = report.page if self.length.is_page else report.minute
        self.held.setText(report.held)
        self.held.setVisible(bool(report.held))
        for part in (self.head, self.text):
            part.setVisible(not report.held)
        if text != self._shown:
            self._shown = text
            self.text.say(text)
