"""Situation reports as files and on paper: the one that is shown, or every seat's at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPagedPaintDevice
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.files.whole import write_whole
from idlib_wargame.session.play import ReportText
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.reports import report_papers
from idlib_wargame.views.papers import PaperMaker
from idlib_wargame.views.report_paper import ReportPaper
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.file_asking import ask_for_folder, ask_for_printer
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.paper_printing import print_papers
from idlib_wargame.windows.parts.paper_work import PaperWork, Told
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.save_place import folder_beside
from idlib_wargame.words.language import _, unmarked
from idlib_wargame.words.read_aheads import (
    printed_words,
    printing_words,
    stopped_printing_words,
    stopped_words,
    writing_words,
    written_words,
)
from idlib_wargame.words.report_papers import report_not_printed_words, report_not_written_words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LETTERS = 20
_SHOWN, _ALL_SEATS = "", "seats"


class ReportPapers(QFrame):
    """Hidden until asked for; the exercise goes on while a dialog is open, and while it writes.

    ``which`` says which report is shown. Without a ``maker`` there is Markdown alone. ``ended``
    when it has gone again.
    """

    ended = Signal()

    def __init__(
        self,
        session: Session,
        which: Callable[[], ReportText],
        maker: PaperMaker | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "bar")
        self._session, self._which, self._maker = session, which, maker
        self._work: PaperWork | None = None
        self.whose = PickList(_LETTERS)
        self.whose.setAccessibleName(_("Which reports"))
        self.whose.addItem(_("The report shown"), _SHOWN)
        self.whose.addItem(_("Every seat's, in this length"), _ALL_SEATS)
        self.pdf = _button(_("Save as PDF…"), "export", self._ask_for_pdfs)
        self.print = _button(_("Print…"), "print", self._ask_printer)
        self.markdown = _button(_("Save as text…"), "save", self._ask_for_markdown)
        self.away = QPushButton(_("Close"))
        self.away.setProperty("role", "quiet")
        self.away.clicked.connect(self.hide)
        self.far = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = QPushButton(_("Stop"))
        self.stop.clicked.connect(self.leave)
        for button in (self.away, self.stop):
            button.setAutoDefault(False)
            steady(button)
        self.told = label("", "muted", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        far = QHBoxLayout()
        far.setSpacing(theme.SPACE)
        far.addWidget(self.far)
        far.addWidget(self.bar, 1)
        far.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        buttons = (self.whose, self.pdf, self.print, self.markdown, self.away)
        column.addWidget(flowing(theme.SPACE, *buttons))
        column.addLayout(far)
        column.addWidget(self.told)
        for part in (self.far, self.bar, self.stop, self.told):
            part.hide()
        for part in (self.pdf, self.print):
            part.setEnabled(self._maker is not None)
        self.hide()

    @property
    def is_writing(self) -> bool:
        """Whether papers are still being written or printed."""
        return self._work is not None

    def begin(self) -> None:
        """Show the bar."""
        self.told.setVisible(False)
        self.show()
        self.whose.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell whoever gave it its room; a page that is turned away from hides nothing."""
        super().hideEvent(event)
        if self.isHidden():
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the bar; what is being written goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def save_pdfs(self, folder: Path) -> None:
        """Write what is picked into a folder, file by file."""
        if self._maker is not None and not self.is_writing:
            papers = self._papers()
            self._start(self._maker.write(papers, folder), len(papers), _told_of_files(str(folder)))

    def save_markdown(self, folder: Path) -> None:
        """The same as text, whose Markdown any editor reads."""
        if not self.is_writing:
            papers = self._papers()
            self._start(_texts(papers, folder), len(papers), _told_of_files(str(folder)))

    def print_on(self, printer: QPagedPaintDevice, name: str = "") -> None:
        """Put what is picked on paper, one after another, on a printer of that name."""
        if self._maker is not None and not self.is_writing:
            papers = self._papers()
            steps = print_papers(papers, self._maker, printer)
            self._start(steps, len(papers), _told_of_prints(name))

    def leave(self) -> None:
        """Nothing more is written; what is there is whole."""
        if self._work is not None:
            self._work.stop()

    def _papers(self) -> list[ReportPaper]:
        return report_papers(self._session, self._which(), self.whose.currentData() == _ALL_SEATS)

    def _start(self, steps: Iterator[object], count: int, told: Told) -> None:
        work = PaperWork(steps, count, told, self)
        work.far.connect(self._show_far)
        work.ended.connect(self._end)
        self._work = work
        self.bar.setMaximum(count)
        self.told.hide()
        self._show_far(0)
        self._show_working(True)

    def _show_far(self, made: int) -> None:
        self.bar.setValue(made)
        if self._work is not None:
            self.far.setText(self._work.told.far(made, self._work.count))

    def _end(self, told: str) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.deleteLater()
        had_keys = self.stop.hasFocus()
        self._show_working(False)
        if had_keys:
            self.pdf.setFocus()
        self.told.setText(told)
        self.told.show()

    def _show_working(self, on: bool) -> None:
        for asks in (self.whose, self.markdown):
            asks.setEnabled(not on)
        for asks in (self.pdf, self.print):
            asks.setEnabled(not on and self._maker is not None)
        for tells in (self.far, self.bar, self.stop):
            tells.setVisible(on)

    def _ask_for_pdfs(self) -> None:
        self._ask_folder(self.save_pdfs)

    def _ask_for_markdown(self) -> None:
        self._ask_folder(self.save_markdown)

    def _ask_folder(self, then: Callable[[Path], None]) -> None:
        folder = folder_beside(self._session.path)
        ask_for_folder(self, _("Where the reports are written"), folder, then)

    def _ask_printer(self) -> None:
        ask_for_printer(self, self._print_there)

    def _print_there(self, printer: QPrinter) -> None:
        self.print_on(printer, printer.printerName() or printer.outputFileName())


def _texts(papers: list[ReportPaper], folder: Path) -> Iterator[Path]:
    """Writes each as a file of its own and says so. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for paper in papers:
        path = folder / f"{paper.head.file}.md"
        handled = f"{paper.text}\n{paper.head.handling}\n" if paper.head.handling else paper.text
        write_whole(path, unmarked(handled).encode("utf-8", "replace"))
        yield path


def _told_of_files(folder: str) -> Told:
    return Told(
        writing_words,
        lambda count: written_words(count, folder),
        lambda count, of: stopped_words(count, of, folder),
        lambda reason, count: report_not_written_words(folder, reason, count),
    )


def _told_of_prints(printer: str) -> Told:
    return Told(
        printing_words,
        lambda count: printed_words(count, printer),
        stopped_printing_words,
        report_not_printed_words,
    )


def _button(text: str, icon: str, does: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setIcon(icons.icon(icon))
    button.setAutoDefault(False)
    button.clicked.connect(does)
    return button
