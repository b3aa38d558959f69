"""The situation report of the last turn: fit for the room, the facilitator's own, or a seat's."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from idlib_wargame.rules.audience import CONTROL
from idlib_wargame.session.play import Turn
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.reports import latest_report, report_readers
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.markdown_view import MarkdownView
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.words.language import _

MOST_LETTERS = 20  # of a name before it is cut short


class ReportPage(QWidget):
    """Empty until a turn has been closed. It opens as the room may read it, to be read out.

    Its text has the keys when it is turned to, so that arrows scroll; another reader is picked.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._turn, self._shown = 0, ""
        self._last: Turn | None = None
        self._reader: object = None  # nobody yet
        self.readers = PickList(MOST_LETTERS)
        self.readers.setAccessibleName(_("For whom the report is"))
        for reader, name in report_readers(session.scenario):
            self.readers.addItem(name, reader)
        self.readers.currentIndexChanged.connect(self._show)
        self.hint = label("", "muted", wrap=True)
        self.text = MarkdownView(is_ours=True)
        self.text.setAccessibleName(_("Situation report"))
        self.text.document().setDocumentMargin(16)
        head = PageHead(label(_("Report"), "heading"), self.hint, self.readers)
        head.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.text, 1)

    def take_keys(self) -> None:
        """Arrows scroll the text from now on."""
        self.text.setFocus()

    def refresh(self) -> None:
        """Show the report of the last turn closed; of another turn, first as the room may read."""
        last = self._session.play.last
        turn = last.number if last else 0
        if turn != self._turn:
            self._turn = turn
            self.readers.setCurrentIndex(0)
        self._show()

    def _show(self) -> None:
        reader = self.readers.currentData()
        last = self._session.play.last
        if last is self._last and reader == self._reader:
            return  # the same report again, whatever else was done
        self._last, self._reader = last, reader
        report = latest_report(self._session, reader)
        if report != self._shown:
            self._shown = report
            self.text.say(report)
        told = _("Everything, also what no player may know: not for the screen of the room.")
        self.hint.setText(told if reader == CONTROL else "")
