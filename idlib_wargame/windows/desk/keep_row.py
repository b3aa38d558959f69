"""A row that was written for a free order: who may order it again, and the row for the pack."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from idlib_wargame.rules.order import Order
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.row_offered import OfferRow
from idlib_wargame.views.desk.kept_rows import KeptRow
from idlib_wargame.windows.desk.order_forms import Do, OrderForm, SeatChips
from idlib_wargame.windows.look import icons
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _


class KeepRowForm(OrderForm):
    """Actors that may order ``row`` from the next turn on; none takes that back."""

    def __init__(self, kept: KeptRow, order: Order, do: Do, parent: QWidget | None = None) -> None:
        super().__init__(order, do, _("Let these order it"), parent)
        self._kept, self.row = kept, kept.move
        said = _("From the next turn on it stands among the moves of those you pick.")
        self.column.addWidget(label(said, "muted", wrap=True))
        self.actors = SeatChips(kept.may)
        self.actors.pick(kept.actors)
        self.column.addWidget(self.actors)
        if kept.said:
            self.column.addWidget(label(kept.said, "muted", wrap=True))
        self.copy = QPushButton(_("Copy it for the pack"))
        self.copy.setProperty("role", "soft")
        self.copy.setIcon(icons.icon("copy", "muted"))
        told = _("As a moves file of a pack has it, for the pack's author.")
        self.copy.setToolTip(in_tooltip(told))
        self.copy.clicked.connect(self._copy)
        steady(self.copy, waits=False)
        self.actors.changed.connect(self.say)
        self.finish(beside=(self.copy,))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._kept.text)
        self.copy.setText(_("Copied"))

    def lacking(self) -> str:
        """Another choice than it has."""
        if set(self.actors.picked) != set(self._kept.actors):
            return ""
        return _("Pick who may order it, or leave it as it is.")

    def act(self) -> Act:
        """It is offered to those from now on."""
        return OfferRow(self._kept.move, self.actors.picked)
