"""The tab key goes through a page as one reads it, whenever its fields were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def fields_of(widget: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard in a widget, in the order of its layout.

    Of answers that exclude each other Qt lets tab stop at the given one alone; the others take
    their places too, since any of them may be given next.
    """
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _fields_in(layout)


def tab_through(fields: Sequence[QWidget]) -> None:
    """Has the tab key go along these, which stand in one window."""
    for field, following in pairwise(fields):
        QWidget.setTabOrder(field, following)


def _fields_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item else None
        inner = item.layout() if item else None
        if widget is not None:
            yield from fields_of(widget)
        elif inner is not None:
            yield from _fields_in(inner)
