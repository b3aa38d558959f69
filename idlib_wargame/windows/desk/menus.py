"""The menus of the desk: a row for each entry, with its keys and the method that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.key_text import key_text
from idlib_wargame.windows.parts.map_or_tracks import SWITCH_KEYS
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts

NEXT_KEYS, NOTE_KEYS, TELL_KEYS = "Ctrl+Return", "Ctrl+N", "Ctrl+Shift+M"


class Action(NamedTuple):
    """One entry. ``does`` names a method of the desk.

    ``choice`` groups entries of which one is in force; ``value`` is handed to the method then.
    """

    text: str
    does: str
    keys: str = ""
    icon: str = ""
    choice: str = ""
    value: object = None


class Menu(NamedTuple):
    """One menu: its title, and its entries in groups with a line between."""

    title: str
    groups: tuple[tuple[Action, ...], ...]


def desk_menus() -> tuple[Menu, ...]:
    """Every menu of the desk."""
    return (
        Menu(_("&File"), _file_groups()),
        Menu(_("&Exercise"), _exercise_groups()),
        Menu(_("&View"), (*_page_groups(), *_look_groups())),
        Menu(_("&Help"), ((Action(_("Keys of this window"), "show_keys", "F1", "keyboard"),),)),
    )


def _file_groups() -> tuple[tuple[Action, ...], ...]:
    return (
        (Action(_("Save a copy elsewhere…"), "save_elsewhere", "Ctrl+Shift+S", "save"),),
        (
            Action(_("Cover the desk"), "cover_desk", "Ctrl+L", "curtain"),
            Action(_("Close"), "close", "Ctrl+W", "close"),
        ),
    )


def _exercise_groups() -> tuple[tuple[Action, ...], ...]:
    return (
        (
            Action(_("Do the next thing"), "do_next", NEXT_KEYS, "right"),
            Action(_("Take a note"), "take_note", NOTE_KEYS, "note"),
            Action(_("Tell seats…"), "tell_seats", TELL_KEYS, "edit"),
            Action(_("Pause the timer, or go on"), "pause_timer", "Ctrl+T", "timer"),
        ),
        (
            Action(_("Undo…"), "ask_undo", "Ctrl+Z", "undo"),
            Action(_("Redo…"), "ask_redo", "Ctrl+Shift+Z"),
            Action(_("Re-open a turn…"), "ask_reopen", "", "reopen"),
            Action(_("Finish the exercise…"), "ask_finish", "", "finish"),
        ),
    )


def _page_groups() -> tuple[tuple[Action, ...], ...]:
    return (
        (
            Action(_("Situation"), "show_situation", "Ctrl+1", "situation"),
            Action(_("Orders"), "show_orders", "Ctrl+2", "orders"),
            Action(_("Log"), "show_log", "Ctrl+3", "log"),
            Action(_("Report of the last turn"), "show_report", "Ctrl+4", "brief"),
            Action(_("Injects"), "show_injects", "Ctrl+5", "list"),
        ),
        (
            Action(_("Map or tracks"), "switch_map", SWITCH_KEYS, "map"),
            Action(_("Show or cover sealed orders"), "uncover_orders", "Ctrl+E", "eye"),
            Action(_("Show or cover private messages"), "uncover_messages", "Ctrl+Shift+E", "eye"),
        ),
    )


def _look_groups() -> tuple[tuple[Action, ...], ...]:
    sizes = tuple(
        Action(fill(_("Text at {percent}%"), percent=scale), "set_text", "", "", "text", scale)
        for scale in theme.TEXT_SCALES
    )
    system = _("Light or dark with the system")
    return (
        sizes,
        (
            Action(system, "set_scheme", "", "", "scheme", None),
            Action(_("Light"), "set_scheme", "", "", "scheme", "light"),
            Action(_("Dark"), "set_scheme", "", "", "scheme", "dark"),
        ),
    )


class Menus(QObject):
    """The menus on a window; ``chosen`` says which value of each choice is in force.

    ``actions`` are the entries by the method that each calls; those of a choice are not among them.
    """

    def __init__(self, window: QMainWindow, chosen: Callable[[], dict[str, object]]) -> None:
        super().__init__(window)
        self._window = window
        self._chosen = chosen
        self._groups: dict[str, QActionGroup] = {}
        self._choices: list[tuple[QAction, str, object]] = []
        self._all: list[QAction] = []
        self.actions: dict[str, QAction] = {}
        for menu in desk_menus():
            self._fill(window.menuBar().addMenu(menu.title), menu)
        self._tick()
        # Chosen at another window too, or brought back from the last time.
        for told in (theme.changes().changed, theme.changes().chosen):
            told.connect(self._tick)

    def _tick(self) -> None:
        now = self._chosen()
        for action, choice, value in self._choices:
            action.setChecked(now.get(choice) == value)

    def enable(self, on: bool) -> None:
        """Nothing can be done from the menus while the desk is covered."""
        for action in self._all:
            action.setEnabled(on)

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        for place, group in enumerate(menu.groups):
            if place:
                shown.addSeparator()
            for row in group:
                action = self._action(row)
                shown.addAction(action)
                self._all.append(action)

    def _action(self, row: Action) -> QAction:
        action = QAction(row.text, self._window)
        if row.icon:
            action.setIcon(icons.icon(row.icon, "muted"))
        if row.keys:
            action.setShortcut(QKeySequence(row.keys))
        does: Callable[..., object] = getattr(self._window, row.does)
        if row.choice:
            self._make_choice(action, row)
            action.triggered.connect(lambda _on=False: does(row.value))
        else:
            self.actions[row.does] = action
            action.triggered.connect(lambda _on=False: does())
        return action

    def _make_choice(self, action: QAction, row: Action) -> None:
        group = self._groups.setdefault(row.choice, QActionGroup(self._window))
        action.setCheckable(True)
        group.addAction(action)
        self._choices.append((action, row.choice, row.value))


def every_action() -> Iterator[Action]:
    """Every entry, menu by menu."""
    for menu in desk_menus():
        for group in menu.groups:
            yield from group


def keys_in_words() -> str:
    """Every key of the desk in one paragraph."""
    return facts(
        [
            fill(_("{keys}: {action}"), keys=key_text(row.keys), action=row.text.rstrip("…"))
            for row in every_action()
            if row.keys
        ]
    )
