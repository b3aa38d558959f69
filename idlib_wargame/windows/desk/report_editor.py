"""A situation report in the facilitator's own words: a plain editor in the place of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.words.language import _

PAUSE_IN_TYPING = 600  # milliseconds


class ReportEditor(QWidget):
    """``paused`` after a pause in typing; ``kept``, ``written_wanted``, ``left`` and ``cancelled``
    at a press.

    Nothing but ``begin`` ever changes what stands in the field.
    """

    paused = Signal()
    kept = Signal()
    written_wanted = Signal()
    left = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("The report, worded anew"))
        self.text.setTabChangesFocus(True)
        self.keep = QPushButton(_("Keep this wording"))
        self.back = QPushButton(_("Back to the program’s words"))
        self.back.setProperty("role", "quiet")
        self.leave = QPushButton(_("Keep as draft"))
        self.leave.setProperty("role", "quiet")
        self.leave.setToolTip(_("What is typed is kept, and can be gone on with."))
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.setProperty("role", "quiet")
        self.cancel.setToolTip(_("The report stays as it was before you began to word it."))
        self.fault = label("", "danger", wrap=True)
        self.fault.hide()
        self.text.setToolTip(
            _(
                "Markdown: # begins a heading, - a line of a list, ** stands around what is bold. "
                "What you type is kept as you go."
            )
        )
        for button in (self.keep, self.cancel, self.back, self.leave):
            button.setAutoDefault(False)
            steady(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.text, 1)
        column.addWidget(self.fault)
        column.addWidget(label(_signs_words(), "muted", wrap=True))
        column.addWidget(flowing(theme.SPACE, self.keep, self.cancel, self.back, self.leave))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_IN_TYPING)
        self._pause.timeout.connect(self.paused)
        self.text.textChanged.connect(self._pause.start)
        self.keep.clicked.connect(self.kept)
        self.back.clicked.connect(self.written_wanted)
        self.leave.clicked.connect(self.left)
        self.cancel.clicked.connect(self.cancelled)
        sends(self.kept.emit, self.text)

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.text.toPlainText()

    def begin(self, text: str) -> None:
        """Put a text in the field, and the keys with it."""
        self.fault.hide()
        self.text.setPlainText(text)
        self._pause.stop()  # nobody typed that
        self.text.setFocus()

    def settle(self) -> None:
        """What was typed is taken up now."""
        self._pause.stop()

    def refuse(self, reason: str) -> None:
        """Say why it cannot be kept; what was typed stays."""
        self.fault.setText(reason)
        self.fault.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it; what was typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _signs_words() -> str:
    return _("**words** are bold, ### begins a heading")
