"""Turns the table of actions into menus and keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from idlib_wargame.windows.desk.actions import ACTIONS, Action
from idlib_wargame.windows.look import icons


class Menus:
    """The menus of a window; ``chosen`` says which value of a choice is in force at the start."""

    def __init__(self, window: QMainWindow, chosen: dict[str, object]) -> None:
        self._window = window
        self._groups: dict[str, QActionGroup] = {}
        self.actions: dict[str, QAction] = {}
        bar = window.menuBar()
        menus = {name: bar.addMenu(name) for name in dict.fromkeys(a.menu for a in ACTIONS)}
        for row in ACTIONS:
            if not row.text:
                menus[row.menu].addSeparator()
                continue
            action = self._action(row, chosen)
            menus[row.menu].addAction(action)
            self.actions[row.text] = action

    def enable(self, on: bool) -> None:
        """Nothing can be done from the menus while the desk is covered."""
        for action in self.actions.values():
            action.setEnabled(on)

    def _action(self, row: Action, chosen: dict[str, object]) -> QAction:
        action = QAction(row.text, self._window)
        if row.icon:
            action.setIcon(icons.icon(row.icon, "muted"))
        if row.keys:
            action.setShortcut(QKeySequence(row.keys))
        does: Callable[..., object] = getattr(self._window, row.does)
        if row.choice:
            group = self._groups.setdefault(row.choice, QActionGroup(self._window))
            action.setCheckable(True)
            action.setChecked(chosen.get(row.choice) == row.value)
            group.addAction(action)
            action.triggered.connect(lambda _=False: does(row.value))
        else:
            action.triggered.connect(lambda _=False: does())
        return action


def keys_in_words() -> str:
    """Every key of the desk in one paragraph."""
    rows = [row for row in ACTIONS if row.keys]
    return " · ".join(
        f"{row.keys.replace('Return', 'Enter')}: {row.text.rstrip('…').lower()}" for row in rows
    )
