"""What is half typed is kept after a pause in typing, so that no end of the program loses it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

PAUSE_IN_TYPING = 600  # milliseconds


class HalfTyped(QObject):
    """Keeps the text of each place: after a pause in typing, and at once by ``keep``.

    A place is a name that its field is known by: "tell", "ruling/turn 2/talk/astra/protest". One
    with several fields keeps ``views.desk.drafts.draft_text`` of them. A field alone is kept by
    ``watch``; any other says what it holds with ``typed``, and reads ``of`` its place as it opens.
    ``recorded`` gives what the record has of a place, ``write`` brings it there.
    """

    def __init__(
        self,
        recorded: Callable[[str], str],
        write: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._recorded, self._write = recorded, write
        self._waiting: dict[str, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_IN_TYPING)
        self._pause.timeout.connect(self.keep)

    def of(self, place: str) -> str:
        """What was typed there and not sent; empty where nothing was."""
        waiting = self._waiting.get(place)
        return self._recorded(place) if waiting is None else waiting

    def typed(self, place: str, text: str) -> None:
        """It reads so by now; an empty text when nothing is left of it."""
        self._waiting[place] = text
        self._pause.start()

    def done(self, place: str) -> None:
        """It was sent, or let go of."""
        self._waiting.pop(place, None)
        self._write(place, "")

    def keep(self) -> None:
        """Bring everything into the record now."""
        self._pause.stop()
        waiting, self._waiting = self._waiting, {}
        for place, text in waiting.items():
            self._write(place, text)

    def watch(self, field: QLineEdit | QPlainTextEdit, place: str) -> None:
        """Fill a field with what was left in it, and keep what is typed in it from now on."""
        left = self.of(place)
        if isinstance(field, QPlainTextEdit):
            if left:
                field.setPlainText(left)
            field.textChanged.connect(lambda: self.typed(place, field.toPlainText()))
        else:
            if left:
                field.setText(left)
            field.textChanged.connect(lambda text: self.typed(place, text))
