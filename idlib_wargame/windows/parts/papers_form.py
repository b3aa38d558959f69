"""Read-aheads for one seat or all: where they go, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.papers import Paper, PaperMaker, SeatToRead
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.paper_printing import print_papers
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.words.language import _
from idlib_wargame.words.read_aheads import (
    not_written_words,
    stopped_words,
    writing_words,
    written_words,
)

_LETTERS = 14  # of a seat's name, beside the buttons


class PaperSource(NamedTuple):
    """Whose papers there are: ``papers`` makes those of a seat ("" for all) with a handling line.

    ``folder`` is where they are offered to be saved.
    """

    readers: Sequence[SeatToRead]
    papers: Callable[[str, str], list[Paper]]
    folder: Callable[[], Path]


class _Writing(QObject):
    """Writes one file at a time, so that the window answers in between and may stop it."""

    far = Signal(int)
    ended = Signal(str)

    def __init__(
        self, papers: Sequence[Paper], maker: PaperMaker, folder: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.count = len(papers)
        self._folder = folder
        self._files: Iterator[Path] = maker.write(papers, folder)
        self._written = 0
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)
        self._next.start()

    def stop(self) -> None:
        """No more than is there already, each of it whole."""
        self._end(stopped_words(self._written, self.count, str(self._folder)))

    def _step(self) -> None:
        try:
            file = next(self._files, None)
        except OSError as fault:
            reason = fault.strerror or str(fault)
            self._end(not_written_words(str(self._folder), reason, self._written))
            return
        except Exception:
            self._end(_("The read-aheads could not be made: the program made a mistake."))
            raise
        if file is None:
            self._end(written_words(self._written, str(self._folder)))
        else:
            self._written += 1
            self.far.emit(self._written)

    def _end(self, told: str) -> None:
        self._next.stop()
        self.ended.emit(told)


class PapersForm(QWidget):
    """Which seat, a handling line, and whether to a folder or a printer."""

    def __init__(self, maker: PaperMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maker = maker
        self._source: PaperSource | None = None
        self._writing: _Writing | None = None
        self.whose = PickList(_LETTERS)
        self.whose.setAccessibleName(_("Whose read-aheads"))
        self.handling = QLineEdit()
        self.handling.setPlaceholderText(_("Handling line, if any"))
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
        """Whether files are still being written."""
        return self._writing is not None

    def show_source(self, source: PaperSource) -> None:
        """Offer these papers; what was picked stays picked where it is still there."""
        self._source = source
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
        work = _Writing(self._papers(self._source), self._maker, folder, self)
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

    def _show_far(self, written: int) -> None:
        self.bar.setValue(written)
        self.far.setText(writing_words(written, self.bar.maximum()))

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
        name = QFileDialog.getExistingDirectory(self, title, str(self._source.folder()))
        if name:
            self.save_to(Path(name))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if self._source is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            print_papers(self._papers(self._source), self._maker, printer)

    def _lay_out(self) -> None:
        far = QHBoxLayout()
        far.setSpacing(theme.SPACE)
        far.addWidget(self.far)
        far.addWidget(self.bar, 1)
        far.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.handling)
        column.addWidget(flowing(theme.SPACE, self.whose, self.save, self.print))
        column.addLayout(far)
        column.addWidget(self.told)
        for part in (self.bar, self.far, self.stop, self.told):
            part.hide()


def _button(text: str, icon: str, does: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setIcon(icons.icon(icon))
    button.setAutoDefault(False)
    button.clicked.connect(does)
    return button
