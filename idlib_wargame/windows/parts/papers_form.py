"""Read-aheads for one seat or all: where they go, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.papers import Paper, PaperMaker, SeatToRead
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.file_asking import ask_for_folder, ask_for_printer
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.paper_printing import print_papers
from idlib_wargame.windows.parts.paper_work import PaperWork, Told
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.words.language import _
from idlib_wargame.words.read_aheads import (
    not_printed_words,
    not_written_words,
    printed_words,
    printing_words,
    stopped_printing_words,
    stopped_words,
    writing_words,
    written_words,
)

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LETTERS = 14  # of a seat's name, beside the buttons


class PaperSource(NamedTuple):
    """Whose papers there are: ``papers`` makes those of a seat ("" for all) with a handling line.

    ``folder`` is where they are offered to be saved, ``handling`` the exercise's own line.
    """

    readers: Sequence[SeatToRead]
    papers: Callable[[str, str], list[Paper]]
    folder: Callable[[], Path]
    handling: str = ""


class PapersForm(QWidget):
    """Which seat, a handling line, and whether to a folder or a printer."""

    def __init__(self, maker: PaperMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maker = maker
        self._source: PaperSource | None = None
        self._writing: PaperWork | None = None
        self._own = ""
        self.whose = PickList(_LETTERS)
        self.whose.setAccessibleName(_("Whose read-aheads"))
        self.handling = QLineEdit()
        self.handling.setPlaceholderText(_("None on these papers"))
        self.handling.setToolTip(
            _("Printed on every side, such as “Exercise. Chatham House rule”. It may stay empty.")
        )
        self.handling.setAccessibleName(_("Handling line on every side, if any"))
        self.save = _button(_("Save as PDF…"), "export", self._ask_folder)
        self.print = _button(_("Print…"), "print", self._print)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.far = label("", "muted")
        self.stop = QPushButton(_("Stop"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.leave)
        steady(self.stop)
        self.told = label("", "muted", wrap=True)
        self._lay_out()

    @property
    def is_writing(self) -> bool:
        """Whether papers are still being written or printed."""
        return self._writing is not None

    def show_source(self, source: PaperSource) -> None:
        """Offer these papers; what was picked stays picked where it is still there."""
        self._source = source
        if source.handling != self._own:
            # The line on the papers is the exercise's, unless somebody typed another for them.
            if self.handling.text() == self._own:
                self.handling.setText(source.handling)
            self._own = source.handling
        before = self.whose.currentData()
        self.whose.clear()
        self.whose.addItem(_("Every seat"), "")
        for seat in source.readers:
            self.whose.addItem(seat.name, seat.id)
        self.whose.setCurrentIndex(max(0, self.whose.findData(before)))
        if not self.is_writing:
            self.told.hide()

    def save_to(self, folder: Path) -> None:
        """Write what is picked into a folder, file by file."""
        if self._source is None or self.is_writing:
            return
        papers = self._papers(self._source)
        self._begin(self._maker.write(papers, folder), len(papers), _told_of_files(str(folder)))

    def print_on(self, printer: QPagedPaintDevice, name: str = "") -> None:
        """Put what is picked on paper, one after another, on a printer of that name."""
        if self._source is None or self.is_writing:
            return
        papers = self._papers(self._source)
        steps = print_papers(papers, self._maker, printer)
        self._begin(steps, len(papers), _told_of_prints(name))

    def _begin(self, steps: Iterator[object], count: int, told: Told) -> None:
        work = PaperWork(steps, count, told, self)
        work.far.connect(self._show_far)
        work.ended.connect(self._say_ended)
        self._writing = work
        self.bar.setMaximum(work.count)
        self.told.hide()
        self._show_far(0)
        self._show_working(True)

    def leave(self) -> None:
        """Nothing more is written; what is there is whole."""
        if self._writing is not None:
            self._writing.stop()

    def _papers(self, source: PaperSource) -> list[Paper]:
        return source.papers(self.whose.currentData() or "", self.handling.text())

    def _show_far(self, made: int) -> None:
        self.bar.setValue(made)
        if self._writing is not None:
            self.far.setText(self._writing.told.far(made, self._writing.count))

    def _say_ended(self, told: str) -> None:
        work, self._writing = self._writing, None
        if work is not None:
            work.deleteLater()
        had_keys = self.stop.hasFocus()
        self._show_working(False)
        if had_keys:
            self.save.setFocus()
        self.told.setText(told)
        self.told.show()

    def _show_working(self, on: bool) -> None:
        for asks in (self.whose, self.handling, self.save, self.print):
            asks.setEnabled(not on)
        for tells in (self.bar, self.far, self.stop):
            tells.setVisible(on)
        if on:
            self.stop.setFocus()

    def _ask_folder(self) -> None:
        if self._source is None:
            return
        title = _("Where the read-aheads are written")
        ask_for_folder(self, title, self._source.folder(), self.save_to)

    def _print(self) -> None:
        if self._source is not None:
            ask_for_printer(self, self._print_there)

    def _print_there(self, printer: QPrinter) -> None:
        self.print_on(printer, printer.printerName() or printer.outputFileName())

    def _lay_out(self) -> None:
        far = QHBoxLayout()
        far.setSpacing(theme.SPACE)
        far.addWidget(self.far)
        far.addWidget(self.bar, 1)
        far.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        named = label(_("Handling line"), "muted")
        named.setBuddy(self.handling)
        line.addWidget(named)
        line.addWidget(self.handling, 1)
        column.addLayout(line)
        column.addWidget(flowing(theme.SPACE, self.whose, self.save, self.print))
        column.addLayout(far)
        column.addWidget(self.told)
        for part in (self.bar, self.far, self.stop, self.told):
            part.hide()


def _told_of_files(folder: str) -> Told:
    return Told(
        writing_words,
        lambda count: written_words(count, folder),
        lambda count, of: stopped_words(count, of, folder),
        lambda reason, count: not_written_words(folder, reason, count),
    )


def _told_of_prints(printer: str) -> Told:
    return Told(
        printing_words,
        lambda count: printed_words(count, printer),
        stopped_printing_words,
        not_printed_words,
    )


def _button(text: str, icon: str, does: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setIcon(icons.icon(icon))
    button.setAutoDefault(False)
    button.clicked.connect(does)
    return button
