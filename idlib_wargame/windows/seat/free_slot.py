"""An order that the seat writes itself, among its picked moves: what it does, to what end, why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.free_orders import MOST_REASONS, FreeOrder, free_sheet
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Stripe
from idlib_wargame.windows.parts.meanwhile_row import MeanwhileRow
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill

MOST_LINES = 8
GREY = "#7A7F87"  # that of no table


def _heads() -> tuple[str, str, str]:
    """What stands over its fields; that of the reasons over the first of them."""
    return _("What we do"), _("To what end"), _("Why it comes off")


class FreeField(QPlainTextEdit):
    """One of its texts; ``left`` when the focus goes elsewhere."""

    left = Signal()

    def __init__(self, text: str, holds: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(holds)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._least = lines
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """As high as what is written, within bounds: nobody reads half a line."""
        lines = round(self.document().size().height())
        lines = min(max(lines, self._least), MOST_LINES)
        edges = 2 * round(self.document().documentMargin()) + theme.scaled(16)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + edges)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is kept at once."""
        super().focusOutEvent(event)
        self.left.emit()


class FreeSlot(QFrame):
    """``written`` whenever something is typed; ``left`` when a field is left.

    A field for another reason comes as the last one is begun.
    """

    written = Signal()
    left = Signal()

    def __init__(
        self,
        place: int,
        free: FreeOrder,
        is_open: bool,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.fields: list[FreeField] = []
        self.meanwhile = MeanwhileRow(self)
        self.drop = QPushButton()
        self.drop.setProperty("role", "quiet")
        self.drop.setIcon(icons.icon("close", "muted"))
        self.drop.setToolTip(_("Take this order back"))
        self.drop.setAccessibleName(fill(_("Take back order {number}"), number=place + 1))
        steady(self.drop)
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        across.setSpacing(10)
        across.addWidget(Stripe(GREY))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        across.addLayout(self._column, 1)
        head = QHBoxLayout()
        head.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(label(str(place + 1), "muted", bold=True), 0, top)
        head.addWidget(label(_("An order of our own"), "muted", wrap=True, leads=True), 1)
        head.addWidget(self.drop, 0, top)
        self._column.addLayout(head)
        self.drop.setVisible(is_open)
        if is_open:
            self._add_fields(place, free)
            self._column.addWidget(self.meanwhile)
        else:
            self._add_text(free, hint)

    def _add_fields(self, place: int, free: FreeOrder) -> None:
        reasons = (*free.reasons, *[""] * (MOST_REASONS - len(free.reasons)))
        holds = (
            (free.what, _("What we do"), 2),
            (free.aim, _("To what end"), 1),
            *(
                (text, fill(_("Why it comes off, reason {number}"), number=number), 1)
                for number, text in enumerate(reasons[:MOST_REASONS], start=1)
            ),
        )
        for text, words, lines in holds:
            field = FreeField(text, words, lines)
            said = fill(_("Order {number}: {field}"), number=place + 1, field=words)
            field.setAccessibleName(said)
            field.textChanged.connect(self._typed)
            field.left.connect(self.left)
            self.fields.append(field)
            if len(self.fields) <= len(_heads()):
                # What is written hides what a field says it is for.
                head = label(_heads()[len(self.fields) - 1], "eyebrow", wrap=True)
                head.setBuddy(field)
                self._column.addWidget(head)
            self._column.addWidget(field)
        self._show_reasons()

    def _add_text(self, free: FreeOrder, hint: str) -> None:
        sheet = free_sheet(free, hint)
        self._column.addWidget(label(sheet.what, bold=True, wrap=True))
        for line in sheet.lines:
            self._column.addWidget(label(line, "muted", wrap=True))

    @property
    def what(self) -> FreeField:
        """Where it says what the seat does."""
        return self.fields[0]

    @property
    def reasons(self) -> list[FreeField]:
        """Where it says why that should come off."""
        return self.fields[2:]

    @property
    def free(self) -> FreeOrder:
        """What is written now; a reason of blanks is none."""
        reasons = (each.toPlainText() for each in self.reasons)
        return FreeOrder(
            self.what.toPlainText(),
            self.fields[1].toPlainText(),
            tuple(each for each in reasons if each.strip()),
        )

    def _typed(self) -> None:
        self._show_reasons()
        self.written.emit()

    def _show_reasons(self) -> None:
        """As many as are begun, and one more."""
        begun = [bool(each.toPlainText().strip()) for each in self.reasons]
        last = max((place for place, on in enumerate(begun) if on), default=-1)
        for place, field in enumerate(self.reasons):
            field.setVisible(place <= last + 1)
