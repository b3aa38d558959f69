"""Where is it saved?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from idlib_wargame.files.synced import service_of
from idlib_wargame.views.file_names import SUFFIX, file_name, free_path, with_ending
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.file_asking import ask_to_save
from idlib_wargame.windows.parts.save_place import folder_beside, made
from idlib_wargame.windows.setup.assistant_page import heading, muted
from idlib_wargame.words.language import _
from idlib_wargame.words.setting_up import session_files_words
from idlib_wargame.words.synced import synced_while_choosing


class FileCard(QFrame):
    """The file, which follows the exercise's name until it is chosen by hand."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.path: Path | None = None
        self._is_ours = True
        self._name = ""
        self.place = ElidedLabel(cut=Qt.TextElideMode.ElideMiddle)
        self.synced = muted()
        self.change = QPushButton(_("Change…"))
        self.change.setAutoDefault(False)
        self.change.setAccessibleName(_("Change where the exercise is saved"))
        self.change.clicked.connect(self._choose)
        self._lay_out()

    def follow_again(self) -> None:
        """Another exercise: whatever was chosen for the one before is forgotten."""
        self._is_ours = True

    def show_path(self, path: Path | None) -> None:
        """Say where the exercise goes, if anywhere."""
        self.path = path
        self.place.say(str(path) if path else _("In memory until it is saved"))
        service = service_of(path.parent) if path else ""
        self.synced.setText(synced_while_choosing(service) if service else "")
        self.synced.setVisible(bool(service))

    def rename(self, exercise: str, group: str) -> None:
        """The exercise is called so now."""
        self._name = file_name(exercise, group)
        if self._is_ours and self.path:
            self.path = free_path(self.path.parent, self._name)

    def _choose(self) -> None:
        start = self.path or free_path(folder_beside(None), self._name)
        made(start.parent)
        title, kinds = _("Where the exercise is saved"), session_files_words(SUFFIX)
        ask_to_save(self, title, start, kinds, self._take)

    def _take(self, path: Path) -> None:
        self.path = with_ending(path, SUFFIX)
        self._is_ours = False
        self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(heading(_("Saved in")))
        column.addLayout(row)
        column.addWidget(self.synced)
        column.addWidget(muted(_("Every change is written at once; there is nothing to save."), 11))
