"""The windows for files that a window of ours has opened, as a hand has them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def asked(window: QWidget) -> QFileDialog:
    """The one that stands before a window now."""
    (dialog,) = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    return dialog


def offered_place(window: QWidget) -> Path:
    """The file that it proposes."""
    return Path(asked(window).selectedFiles()[0])


def take_what_is_offered(window: QWidget) -> None:
    """Press its button."""
    asked(window).accept()
