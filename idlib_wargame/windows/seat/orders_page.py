"""Giving orders: what the seat goes by, its moves, and what it has picked, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.shared_room import SharedRoom
from idlib_wargame.windows.seat.drafting import Drafting
from idlib_wargame.windows.seat.knowledge_column import KnowledgeColumn
from idlib_wargame.windows.seat.move_detail import MoveDetail
from idlib_wargame.windows.seat.move_tables import MoveTables
from idlib_wargame.windows.seat.orders_column import OrdersColumn


class OrdersPage(SharedRoom):
    """Nothing that is being typed on it is ever touched by a new view."""

    def __init__(self, view: SeatView, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__("seat", Qt.Orientation.Horizontal, _first_widths, _least_widths, parent)
        self._drafting = drafting
        self.knowledge = KnowledgeColumn()
        self.moves = MoveTables(view.tables)
        self.detail = MoveDetail()
        self.orders = OrdersColumn(drafting)
        self.setHandleWidth(1)
        for part, stretch in ((self.knowledge, 1), (self._moves_and_detail(), 4), (self.orders, 1)):
            self.addWidget(part)
            self.setStretchFactor(self.count() - 1, stretch)
        self.moves.picked.connect(drafting.pick_or_drop)
        self.moves.looked_at.connect(self.detail.show_option)
        self.moves.read_on.connect(self.detail.read_on)
        self.moves.lost.connect(self.detail.clear)
        drafting.changed.connect(self._show_picks)

    def _moves_and_detail(self) -> QWidget:
        both = QWidget()
        stacked = QVBoxLayout(both)
        stacked.setContentsMargins(0, 0, 0, 12)
        stacked.setSpacing(12)
        stacked.addWidget(self.moves, 1)
        under = QHBoxLayout()
        under.setContentsMargins(12, 0, 12, 0)
        under.addWidget(self.detail)
        stacked.addLayout(under)
        return both

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a move is about has its share of the height."""
        super().resizeEvent(event)
        self.detail.share_page(self.height())

    def show_view(self, view: SeatView) -> None:
        """Show what the seat knows, may order and has picked now."""
        self.knowledge.show_view(view)
        self.moves.show_options(view.options)
        self.orders.show_view(view)
        self._show_picks()

    def _show_picks(self) -> None:
        self.moves.show_picks(self._drafting.wishes, self._drafting.is_open)

    def find_move(self) -> None:
        """Look for a move by words."""
        self.moves.filter.setFocus()
        self.moves.filter.selectAll()


def _first_widths(total: int) -> list[int]:
    aside, orders = theme.scaled(276), theme.scaled(288)
    return [aside, max(total - aside - orders, 0), orders]


def _least_widths(total: int) -> list[int]:
    """What the seat goes by knows itself how narrow it may be."""
    return [0, min(theme.scaled(480), total * 2 // 5), min(theme.scaled(240), total // 4)]
