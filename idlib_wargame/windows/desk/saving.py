"""Copies of the exercise, and another place for it where the disk has failed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.session import Session
from idlib_wargame.views.file_names import SUFFIX, file_name, free_path, with_ending
from idlib_wargame.windows.parts.file_asking import ask_to_save
from idlib_wargame.windows.parts.save_place import folder_beside
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.setting_up import session_files_words


class Saving:
    """Asks for a place and writes there.

    A copy is a copy: play goes on in the file it is in. Only an exercise that has none, or has lost
    it, goes on in the new one. ``tell`` says what was done, ``warn`` what could not be.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        tell: Callable[[str], None],
        warn: Callable[[str], None],
    ) -> None:
        self._window, self._session = window, session
        self._tell, self._warn = tell, warn

    @property
    def moves(self) -> bool:
        """Whether the exercise would go on in what is saved now."""
        return self._session.saved.in_memory

    @property
    def words(self) -> str:
        """What the menu says that it does."""
        return _("Save the exercise elsewhere…") if self.moves else _("Save a copy elsewhere…")

    def suggested(self) -> Path:
        """A place that is free, beside the exercise."""
        session = self._session
        setup = session.play.setup
        name = file_name(setup.name_in(session.scenario), setup.group)
        if not self.moves:
            name = file_name(setup.name_in(session.scenario), setup.group, "copy")
        return free_path(folder_beside(session.path), name)

    def ask(self, then: Callable[[Path], object]) -> None:
        """Ask for a place, for what is done then; play goes on meanwhile."""
        title = _("Save the exercise elsewhere") if self.moves else _("Save a copy elsewhere")
        kinds = session_files_words(SUFFIX)
        ask_to_save(self._window, title, self.suggested(), kinds, then)

    def save_at(self, path: Path) -> None:
        """Write the whole record there."""
        path = with_ending(path, SUFFIX)
        try:
            if self.moves:
                self._session.save_as(path)
                return
            self._session.save_copy(path)
        except SessionFault as fault:
            self._warn(str(fault))
            return
        said = _("A copy was written to {copy}. Play goes on in {file}.")
        here = self._session.path
        self._tell(fill(said, copy=str(path), file=here.name if here else ""))
