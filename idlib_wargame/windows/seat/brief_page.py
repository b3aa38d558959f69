"""What a seat wants and goes by, at full width: its aims, its brief, and what everybody knows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.views import brief_reading
from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.markdown_view import MarkdownView
from idlib_wargame.windows.parts.staying import Staying
from idlib_wargame.windows.parts.tall_column import READING_WIDTH
from idlib_wargame.windows.seat.aims_list import AimsList
from idlib_wargame.windows.seat.knowledge_column import duty_line
from idlib_wargame.words.language import _


class BriefPage(QScrollArea):
    """Redrawn only where something on it is new. ``brief_seen`` when it has stayed in front."""

    brief_seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ("", "")
        self._aims: tuple[object, ...] | None = None
        self._duties_shown: tuple[str, ...] | None = None
        self.duties_head = label(_("To see to this turn"), "heading")
        self._duties = QVBoxLayout()
        self.aims_head = label(_("Your aims"), "heading")
        self.aims = AimsList()
        self.brief = MarkdownView(grows=True)
        self.public_head = label(_("What everybody knows"), "heading")
        self.public = MarkdownView(grows=True)
        self.brief.setAccessibleName(_("Your brief"))
        self.public.setAccessibleName(_("What everybody knows"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Brief"))
        inside = QWidget()
        inside.setMaximumWidth(theme.scaled(READING_WIDTH))
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.duties_head)
        column.addLayout(self._duties)
        column.addWidget(self.aims_head)
        column.addWidget(self.aims)
        column.addSpacing(theme.SPACE)
        column.addWidget(label(_("Your brief"), "heading"))
        column.addWidget(self.brief)
        column.addSpacing(theme.SPACE)
        column.addWidget(self.public_head)
        column.addWidget(self.public)
        column.addStretch()
        self.setWidget(inside)
        self._staying = Staying(self.isVisible, brief_reading.STAYS, self)
        self._staying.stayed.connect(self.brief_seen)

    def showEvent(self, event: QShowEvent) -> None:
        """It is turned to, and the curtain is up."""
        super().showEvent(event)
        self._staying.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """It is turned away from, or covered."""
        super().hideEvent(event)
        self._staying.look()

    def show_view(self, view: SeatView) -> None:
        """Show what the seat is to go by."""
        if (view.brief, view.public_brief) != self._texts:
            self._texts = (view.brief, view.public_brief)
            self.brief.say(view.brief or view.seat.summary)
            self.public.say(view.public_brief)
            self.public_head.setVisible(bool(view.public_brief))
            self.public.setVisible(bool(view.public_brief))
        if view.duties != self._duties_shown:
            self._duties_shown = view.duties
            emptied(self._duties)
            for duty in view.duties:
                self._duties.addWidget(duty_line(duty))
            self.duties_head.setVisible(bool(view.duties))
        if (view.aims, view.is_over) != self._aims:
            self._aims = (view.aims, view.is_over)
            self.aims.show_view(view)
            self.aims_head.setVisible(bool(view.aims))
            self.aims.setVisible(bool(view.aims))
