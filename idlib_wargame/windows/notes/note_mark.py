"""The mark on a card that notes are tied to: how many, and the way to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from idlib_wargame.session.notes import About, Tie
from idlib_wargame.views.notes.rows import count_words
from idlib_wargame.windows.look import icons
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.figures import plain


class NoteMark(QPushButton):
    """Says "2 notes"; there only where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.setIcon(icons.icon("note", "muted"))
        steady(self)


class NoteMarks:
    """Puts them on cards; ``pressed`` is told which one was pressed."""

    def __init__(
        self, counts: Callable[[], dict[Tie, int]], pressed: Callable[[Tie], object]
    ) -> None:
        self._count, self._pressed = counts, pressed
        self._counts = counts()

    def look_again(self) -> None:
        """Notes may have come or gone."""
        self._counts = self._count()

    def put_on(self, card: QWidget, column: QBoxLayout, tie: Tie, at: int = -1) -> None:
        """Have a card say how many notes are tied to that, at the foot of its column.

        In a row, ``at`` that place of it, the number alone has room.
        """
        count = self._counts.get(tie, 0)
        if tie.about is About.SEAT:
            count += sum(n for each, n in self._counts.items() if _sits(each, tie))
        mark = card.findChild(NoteMark)
        if mark is None and count:
            mark = NoteMark()
            mark.clicked.connect(lambda: self._pressed(tie))
            if at < 0:
                column.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeading)
            else:
                column.insertWidget(at, mark)
        if mark is not None:
            mark.setText(count_words(count) if at < 0 else plain(count))
            mark.setToolTip("" if at < 0 else count_words(count))
            mark.setAccessibleName(count_words(count))
            mark.setVisible(count > 0)


def _sits(person: Tie, seat: Tie) -> bool:
    return person.about is About.PERSON and person.id == seat.id
