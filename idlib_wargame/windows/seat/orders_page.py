"""Giving orders: what the seat goes by, its moves, and what it has picked, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.seat.drafting import Drafting
from idlib_wargame.windows.seat.knowledge_column import KnowledgeColumn
from idlib_wargame.windows.seat.move_detail import MoveDetail
from idlib_wargame.windows.seat.move_tables import MoveTables
from idlib_wargame.windows.seat.orders_column import OrdersColumn


class OrdersPage(QSplitter):
    """Nothing that is being typed on it is ever touched by a new view."""

    def __init__(self, view: SeatView, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._drafting = drafting
        self.knowledge = KnowledgeColumn()
        self.moves = MoveTables(view.tables)
        self.detail = MoveDetail()
        self.orders = OrdersColumn(drafting)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for part, least, stretch in (
            (self.knowledge, 0, 1),  # it knows itself how narrow it may be
            (self._moves_and_detail(), 480, 4),
            (self.orders, 240, 1),
        ):
            part.setMinimumWidth(least)
            self.addWidget(part)
            self.setStretchFactor(self.count() - 1, stretch)
        self.setSizes([theme.scaled(276), 800, theme.scaled(288)])
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
