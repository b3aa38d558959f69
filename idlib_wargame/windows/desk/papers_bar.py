"""Read-aheads of an exercise that has begun: for whoever lost theirs, or sits down late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.session import Session
from idlib_wargame.views.papers import Paper, PaperMaker, papers, readers
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys_back import KeysBack
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.papers_form import PapersForm, PaperSource
from idlib_wargame.windows.parts.save_place import folder_beside
from idlib_wargame.words.language import _


class PapersBar(QFrame):
    """Hidden until asked for. The papers tell how the exercise began, whatever was played since."""

    def __init__(self, session: Session, maker: PaperMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        KeysBack(self)
        self.setProperty("role", "bar")
        self._session = session
        self.form = PapersForm(maker)
        self.away = QPushButton(_("Close"))
        self.away.setProperty("role", "quiet")
        self.away.clicked.connect(self.hide)
        steady(self.away)
        head = QHBoxLayout()
        head.addWidget(label(_("Read-aheads, as the exercise began"), bold=True), 1)
        head.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.form)
        self.hide()

    def begin(self) -> None:
        """Show the bar with the seats as they are shared out."""
        session = self._session

        def made_for(seat: str, handling: str) -> list[Paper]:
            return papers(session.referee, session.play.setup, seat, handling)

        source = PaperSource(
            readers(session.scenario),
            made_for,
            lambda: folder_beside(session.path),
            session.play.setup.handling,
        )
        self.form.show_source(source)
        self.show()
        self.form.whose.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the bar; what is being written goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
