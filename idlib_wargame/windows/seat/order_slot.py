"""A picked order among the seat's orders, and the field for its reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.seat import MoveOption, Wish
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Stripe
from idlib_wargame.windows.parts.meanwhile_row import MeanwhileRow
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.remarks import remark
from idlib_wargame.words.language import _, fill


class Reason(QPlainTextEdit):
    """The reason for one order; ``left`` when the focus goes elsewhere."""

    left = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(_("Why? One line for the record"))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.scaled(60))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is kept at once."""
        super().focusOutEvent(event)
        self.left.emit()


class Slot(QFrame):
    """One picked order: its number, its name, its odds, its reason, and a way to take it back."""

    def __init__(
        self,
        place: int,
        wish: Wish,
        option: MoveOption,
        is_open: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.why: Reason | None = None
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
        across.addWidget(Stripe(option.colour))
        column = QVBoxLayout()
        column.setSpacing(4)
        across.addLayout(column, 1)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(str(place + 1), "muted", bold=True), 0, Qt.AlignmentFlag.AlignTop)
        name = label(option.title, bold=True, wrap=True)
        head.addWidget(name, 1)
        head.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        # Not before it lies in here: shown by itself it would be a window, and take the keys.
        self.drop.setVisible(is_open)
        column.addWidget(label(option.hint, "muted", wrap=True, leads=True))
        for said in option.breaches:
            column.addLayout(remark("warning", "warning", said))
        for said in option.keeps:
            column.addLayout(remark("check", "good", said))
        if is_open:
            self.why = Reason(wish.why)
            self.why.setAccessibleName(fill(_("Why order {number}?"), number=place + 1))
            column.addWidget(self.why)
            column.addWidget(self.meanwhile)
        elif wish.why:
            column.addWidget(label(fill(_("“{reason}”"), reason=wish.why), wrap=True))
