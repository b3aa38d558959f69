"""Links that are somebody's own: the room's screen on another computer, and whoever watches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.online.codes import code_of
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.code_picture import CodePicture
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sliding import sliding
from idlib_wargame.windows.parts.spoken_button import spoken_button
from idlib_wargame.words.language import _, fill

SIDE = 148  # pixels of a code at the usual size of text


class LinkRow(QWidget):
    """Whose link it is; copied, or shown as a code. ``link`` makes it, once somebody wants it.

    ``copied`` by its button.
    """

    copied = Signal()

    def __init__(self, whose: str, about: str, link: Callable[[], str]) -> None:
        super().__init__()
        self._whose, self._link = whose, link
        self._shown = ""
        self.copy = spoken_button(
            _("Copy the link"), fill(_("Copy the link: {whose}"), whose=whose), "soft"
        )
        self.copy.clicked.connect(self._copy)
        self.shows = spoken_button(
            _("Code"), fill(_("Show the code: {whose}"), whose=whose), "soft"
        )
        self.shows.setCheckable(True)
        self.shows.toggled.connect(self._show_code)
        self.text = QLineEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(fill(_("Link: {whose}"), whose=whose))
        self.code = CodePicture(SIDE)
        self.code.clicked.connect(lambda: self.shows.setChecked(False))
        self.code.hide()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(whose, wrap=True, leads=True))
        texts.addWidget(label(about, "muted", wrap=True, leads=True))
        across = QHBoxLayout()
        across.setSpacing(theme.SPACE)
        across.addLayout(texts, 1)
        across.addWidget(self.copy)
        across.addWidget(self.shows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(across)
        column.addWidget(self.text)
        column.addWidget(self.code)
        sliding(self)

    def show_link(self) -> None:
        """What is to be copied, in words too; the room may have another address than before."""
        link = self._link()
        if link != self._shown:
            self._shown = link
            self.text.setText(link)
            self.text.setCursorPosition(0)
            self.forget()
            self._show_code(self.shows.isChecked())

    def forget(self) -> None:
        """Something else has been copied since."""
        self.copy.setText(_("Copy the link"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link())
        self.copied.emit()
        self.copy.setText(_("Copied"))

    def _show_code(self, on: bool) -> None:
        link = self._link()
        if on and link:
            self.code.show_code(code_of(link, self._whose))
        self.code.setVisible(on and bool(link))


class LinksCard(QWidget):
    """Folded until somebody wants one: whoever has such a link sees what it shows."""

    def __init__(self, screen: Callable[[], str], observer: Callable[[str], str]) -> None:
        super().__init__()
        self._screen, self._observer = screen, observer
        self._names: tuple[str, ...] | None = None
        self.rows: dict[str, LinkRow] = {}
        self.fold = QPushButton(_("Links for a second screen and observers"))
        self.fold.setProperty("role", "section")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        steady(self.fold)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(theme.SPACE, 0, 0, 0)
        self._column.setSpacing(theme.SPACE)
        self._column.addWidget(label(_about_links(), "muted", wrap=True, leads=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fold)
        column.addWidget(self._inside)
        self._unfold(False)

    def show_observers(self, names: Sequence[str]) -> None:
        """There are links for these, beside that of the screen, which has no name."""
        if tuple(names) != self._names:
            self._offer(names)
        self._show_links()

    def _offer(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        for name in [name for name in self.rows if name and name not in names]:
            gone = self.rows.pop(name)
            gone.hide()
            gone.deleteLater()
        if "" not in self.rows:
            said = _("What the room's screen shows, on the computer at the projector")
            self._add("", LinkRow(_("The room's screen"), said, self._screen))
        for name in names:
            if name not in self.rows:
                said = _("Theirs alone: whoever opens it sees what they may see")
                self._add(name, LinkRow(name, said, partial(self._observer, name)))

    def _show_links(self) -> None:
        if self.fold.isChecked():
            for row in self.rows.values():
                row.show_link()

    def _add(self, name: str, row: LinkRow) -> None:
        self.rows[name] = row
        row.copied.connect(self._forget)
        self._column.addWidget(row)

    def _forget(self) -> None:
        for row in self.rows.values():
            row.forget()

    def _unfold(self, on: bool) -> None:
        self._show_links()
        self._inside.setVisible(on)
        self.fold.setIcon(icons.icon("collapse" if on else "expand", "muted"))


def _about_links() -> str:
    return _(
        "A link is too long to type: copy it, and send it to the computer that is to open it. A "
        "code is for a phone or tablet, whose camera reads it."
    )
