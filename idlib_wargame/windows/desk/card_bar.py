"""The card for the desk, as a PDF or on paper: a bar that is hidden until asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPagedPaintDevice
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.session import Session
from idlib_wargame.views.desk_card import DeskCard, desk_card
from idlib_wargame.views.papers import PaperMaker
from idlib_wargame.windows.desk.card_names import desk_names
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.file_asking import ask_for_folder, ask_for_printer
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.paper_printing import print_papers
from idlib_wargame.windows.parts.paper_work import PaperWork, Told
from idlib_wargame.windows.parts.save_place import folder_beside
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


class CardBar(QFrame):
    """One side of A4. Play goes on while a folder or a printer is asked for."""

    def __init__(self, session: Session, maker: PaperMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "bar")
        self._session, self._maker = session, maker
        self._work: PaperWork | None = None
        self.save = QPushButton(_("Save as PDF…"))
        self.save.setIcon(icons.icon("export"))
        self.save.clicked.connect(self._ask_folder)
        self.print = QPushButton(_("Print…"))
        self.print.setIcon(icons.icon("print"))
        self.print.clicked.connect(lambda: ask_for_printer(self, self._print_there))
        self.away = QPushButton(_("Close"))
        self.away.setProperty("role", "quiet")
        self.away.clicked.connect(self.hide)
        for button in (self.save, self.print, self.away):
            button.setAutoDefault(False)
        steady(self.away)
        self.told = label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        title = label(_("Card for the desk: a turn, the keys, and what to do when"), bold=True)
        column.addWidget(flowing(theme.SPACE, title, self.save, self.print, self.away))
        column.addWidget(self.told)
        self.hide()

    @property
    def is_writing(self) -> bool:
        """Whether the card is still being written or printed."""
        return self._work is not None

    def begin(self) -> None:
        """Show the bar, with the keys on saving."""
        self.told.setVisible(self.is_writing)
        self.show()
        self.save.setFocus()

    def save_to(self, folder: Path) -> None:
        """Write the card into a folder."""
        told = Told(
            writing_words,
            lambda count: written_words(count, str(folder)),
            lambda count, of: stopped_words(count, of, str(folder)),
            lambda reason, count: not_written_words(str(folder), reason, count),
        )
        self._start(self._maker.write([self._card()], folder), told)

    def print_on(self, printer: QPagedPaintDevice, name: str = "") -> None:
        """Put the card on paper, on a printer of that name."""
        told = Told(
            printing_words,
            lambda count: printed_words(count, name),
            stopped_printing_words,
            not_printed_words,
        )
        self._start(print_papers([self._card()], self._maker, printer), told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _card(self) -> DeskCard:
        session = self._session
        return desk_card(session.scenario, session.play.setup, session.path, desk_names())

    def _start(self, steps: Iterator[object], told: Told) -> None:
        if self.is_writing:
            return
        self._work = work = PaperWork(steps, 1, told, self)
        work.ended.connect(self._say_ended)
        self.told.setText(told.far(0, 1))
        self.told.show()

    def _say_ended(self, said: str) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.deleteLater()
        self.told.setText(said)

    def _ask_folder(self) -> None:
        folder = folder_beside(self._session.path)
        ask_for_folder(self, _("Where the card is written"), folder, self.save_to)

    def _print_there(self, printer: QPrinter) -> None:
        self.print_on(printer, printer.printerName() or printer.outputFileName())
