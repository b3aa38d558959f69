"""Buttons that cannot be pressed, and whether each says why: beside it, on it, and read aloud."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def reasons_of_grey(within: QWidget) -> dict[str, str]:
    """Why each button in sight is grey, by its words. Fails where one does not say it everywhere.

    Chips and switches aside: they are no act.
    """
    beside = "\n".join(
        each.text() for each in within.findChildren(QLabel) if each.isVisible() and each.text()
    )
    found: dict[str, str] = {}
    for each in within.findChildren(QPushButton):
        if each.isVisible() and not each.isEnabled() and not each.isCheckable():
            why = each.accessibleDescription()
            assert why, f"{each.text()} says nothing"
            assert each.toolTip() == why
            assert why in beside, f"{each.text()}: {why}"
            found[each.text()] = why
    return found
