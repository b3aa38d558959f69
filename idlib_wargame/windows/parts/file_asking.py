"""The system's own windows for files and printers, opened so that nothing waits for them.

Seats seal and the desk is drawn anew while somebody looks for a folder. Each opens, and ``then`` is
called with what was picked; whoever thinks better of it is asked no more.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from idlib_wargame.windows.parts.save_place import nearest

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Then = Callable[[Path], object]


def ask_to_save(window: QWidget, title: str, suggested: Path, kinds: str, then: Then) -> None:
    """Ask where to write; a file that is there is only written over once that was agreed to."""
    dialog = QFileDialog(window, title, str(nearest(suggested.parent)), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(suggested.name)
    _open(dialog, then)


def ask_to_open(window: QWidget, title: str, folder: Path, kinds: str, then: Then) -> None:
    """Ask for a file that is there."""
    dialog = QFileDialog(window, title, str(nearest(folder)), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, then)


def ask_for_folder(window: QWidget, title: str, folder: Path, then: Then) -> None:
    """Ask for a folder that is there."""
    dialog = QFileDialog(window, title, str(nearest(folder)))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, then)


def ask_for_printer(window: QWidget, then: Callable[[QPrinter], object]) -> None:
    """Ask for a printer, and how it is to print."""
    # Printing is loaded when somebody prints.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(lambda: then(printer))
    dialog.show()


def _open(dialog: QFileDialog, then: Then) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
