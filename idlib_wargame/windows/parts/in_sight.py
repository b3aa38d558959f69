"""What opens inside a page that scrolls is brought into sight, from its beginning."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_in_sight(part: QWidget) -> None:
    """Scroll to it once it is laid out; where it is higher than there is room, to its beginning."""
    QTimer.singleShot(0, part, lambda: _scroll_to(part))


def _scroll_to(part: QWidget) -> None:
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    inside = area.widget() if area is not None else None
    if area is None or inside is None or not part.isVisible():
        return
    layout = inside.layout()
    if layout is not None:
        layout.activate()
    area.ensureWidgetVisible(part)
    if part.height() > area.viewport().height():
        area.verticalScrollBar().setValue(part.mapTo(inside, QPoint(0, 0)).y())
    area.horizontalScrollBar().setValue(0)
