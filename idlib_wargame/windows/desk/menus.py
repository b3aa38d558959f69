"""The menus of the desk: a row for each entry, with its keys and the method that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from idlib_wargame.views.room.scenes import Scene, scene_name
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.keys import KeyPress, Where, keys_of
from idlib_wargame.windows.parts.one_press import Watching
from idlib_wargame.windows.parts.second_click import SecondClicks
from idlib_wargame.words.help_texts import help_texts
from idlib_wargame.words.language import _, fill


class Action(NamedTuple):
    """One entry. ``does`` names a method of a doer of the desk or of a part of one ("room.next").

    ``choice`` groups entries of which one is in force. ``value`` is handed to the method, where
    there is one. ``within`` is the title of a menu inside the menu, in which the entry stands.
    ``means`` names a row of the key map. ``switches``: it is ticked while what it says is so.
    ``is_about``: a Mac shows it in the program's own menu, beside Quit.
    """

    text: str
    does: str
    means: str = ""
    icon: str = ""
    choice: str = ""
    value: object = None
    within: str = ""
    switches: bool = False
    is_about: bool = False


class Menu(NamedTuple):
    """One menu: its title, and its entries in groups with a line between."""

    title: str
    groups: tuple[tuple[Action, ...], ...]


def desk_menus() -> tuple[Menu, ...]:
    """Every menu of the desk."""
    return (
        Menu(_("&File"), _file_groups()),
        Menu(_("&Exercise"), _exercise_groups()),
        Menu(_("&Room"), _room_groups()),
        Menu(_("&View"), (*_page_groups(), *_look_groups())),
        Menu(_("&Help"), _help_groups()),
    )


def _help_groups() -> tuple[tuple[Action, ...], ...]:
    return (
        (
            Action(_("Find an action…"), "show_palette", "palette", "search"),
            Action(_("Keys of this window"), "show_keys", "keys", "keyboard"),
            Action(_("Guided first turn"), "ask_guide", "", "next"),
            Action(_("Card for the desk…"), "show_card", "", "print"),
        ),
        (
            Action(_("What is this page for?"), "help_here", "help", "help"),
            *(
                Action(each.title, "show_help", value=each.topic, within=_("What is…"))
                for each in help_texts()
            ),
        ),
        (Action(_("About this program"), "helping.show_about", icon="info", is_about=True),),
    )


def _file_groups() -> tuple[tuple[Action, ...], ...]:
    return (
        (
            Action(_("Save a copy elsewhere…"), "save_elsewhere", "save", "save"),
            Action(_("Read-aheads…"), "show_read_aheads", "", "print"),
        ),
        (
            Action(_("Observer or assistant…"), "add_observer", "", "people"),
            Action(_("Hand the laptop round"), "hand_round", "hand_round", "people"),
            Action(_("Cover the desk"), "cover_desk", "cover", "curtain"),
            Action(_("Close"), "close", "close", "close"),
        ),
    )


def _exercise_groups() -> tuple[tuple[Action, ...], ...]:
    return (
        (
            Action(_("Do the next thing"), "do_next", "go_on", "right"),
            Action(_("Practice turn…"), "practise", "", "replay"),
            Action(_("End the practice…"), "end_practice", "", "close"),
            Action(_("Take a note"), "take_note", "new", "note"),
            Action(_("Tell seats…"), "tell_seats", "tell", "edit"),
            Action(_("Pause the timer, or go on"), "pause_timer", "pause", "timer"),
            Action(_("One minute more"), "minute_more", "minute_more"),
            Action(_("One minute fewer"), "minute_less", "minute_less"),
            Action(_("Five minutes more"), "five_more", "five_more"),
            Action(_("Five minutes fewer"), "five_less", "five_less"),
            Action(_("Plan the day"), "plan_day", "", "calendar"),
            Action(_("What to cut"), "cut_day"),
            Action(_("Ask what each seat thinks will happen"), "ask_judgements", "", "help"),
            Action(_("Release the reports"), "release_reports", "", "brief"),
            Action(_("Injects wait for me"), "injects_by_hand", switches=True),
            Action(_("Look at orders before they are rolled"), "roll_by_hand", switches=True),
            Action(_("Let habits bargain now"), "bargain_now"),
            Action(_("Habits bargain only when told"), "bargain_by_hand", switches=True),
            Action(_("Reports wait for me"), "hold_reports", switches=True),
            Action(_("Rows of this exercise…"), "show_rows", "", "list"),
            Action(_("Handling line…"), "ask_handling", "", "shield"),
        ),
        (
            Action(_("Undo…"), "ask_undo", "undo", "undo"),
            Action(_("Redo…"), "ask_redo", "redo"),
            Action(_("Re-open a turn…"), "ask_reopen", "", "reopen"),
            Action(_("Finish the exercise…"), "ask_finish", "", "finish"),
        ),
    )


def _room_groups() -> tuple[tuple[Action, ...], ...]:
    by_phase = Action(_("Scene by phase"), "room.choose", "", "", "scene", None)
    scenes = (
        Action(scene_name(each), "room.choose", "", "", "scene", each)
        for each in Scene
        if each not in (Scene.BREAK, Scene.WAITING)
    )
    return (
        (
            Action(_("Open to the room…"), "online.show_page", "devices", "people"),
            Action(_("Show the codes across the screen"), "online.show_codes"),
            Action(_("Close the room to devices…"), "online.ask_close"),
        ),
        (
            Action(_("Open or close the room's screen"), "room.open_or_close", "room", "export"),
            Action(_("Next on the room's screen"), "room.next", "room_next", "next"),
            Action(_("Back on the room's screen"), "room.back", "", "previous"),
            Action(_("Blank the room's screen"), "room.blank", "room_blank", "eye_off"),
        ),
        (by_phase, *scenes),
    )


def _page_groups() -> tuple[tuple[Action, ...], ...]:
    return (
        (
            Action(_("Situation"), "show_situation", "", "situation"),
            Action(_("Orders"), "show_orders", "", "orders"),
            Action(_("Injects"), "show_injects", "messages", "list"),
            Action(_("List of injects"), "show_msel", "", "list"),
            Action(_("Messages"), "show_letters", "", "people"),
            Action(_("Agreements"), "show_agreements", "", "copy"),
            Action(_("Notes"), "show_notes", "", "note"),
            Action(_("Log"), "show_log", "", "log"),
            Action(_("Report of the last turn"), "show_report", "", "brief"),
            Action(_("Judgements"), "show_judgements", "", "help"),
            Action(_("Seats that you and habits play"), "show_control", "", "bot"),
        ),
        (
            Action(_("Map or tracks"), "switch_map", "map", "map"),
            Action(_("See as a seat…"), "ask_see_as", "", "eye"),
            Action(_("See as the room"), "see_as_room", "", "eye"),
            Action(_("Show or cover sealed orders"), "uncover_orders", "uncover", "eye"),
            Action(
                _("Show or cover private messages"), "uncover_messages", "uncover_messages", "eye"
            ),
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
        (Action(_("Sizes as at first"), "share_as_at_first"),),
    )


class Entry(NamedTuple):
    """An entry of a menu as it stands on a window, and the title of its menu."""

    menu: str
    row: Action
    action: QAction


class Menus(QObject):
    """The menus on a window; ``chosen`` says which value of each choice is in force.

    Each entry is done by the first of the ``doers`` that has a method of its name.
    ``presses`` says of what a key means whether a press of it counts now. ``opening`` before a
    menu is seen: its entries may say what they would do.
    ``entries`` are all of them in their order; ``actions`` by the method that each calls, those
    of a choice not among them.
    """

    opening = Signal()

    def __init__(
        self,
        window: QMainWindow,
        doers: Sequence[object],
        chosen: Callable[[], dict[str, object]],
        presses: Mapping[str, Callable[[], bool]],
    ) -> None:
        super().__init__(window)
        Watching(window)
        SecondClicks(window)
        self._window = window
        self._doers = doers
        self._presses = presses
        self._chosen = chosen
        self._groups: dict[str, QActionGroup] = {}
        self._choices: list[tuple[QAction, str, object]] = []
        self.entries: list[Entry] = []
        self.actions: dict[str, QAction] = {}
        for menu in desk_menus():
            shown = window.menuBar().addMenu(menu.title)
            shown.setToolTipsVisible(True)
            shown.aboutToShow.connect(self.opening)
            self._fill(shown, menu)
        self._tick()
        self.opening.connect(self._tick)
        # Chosen at another window too, or brought back from the last time.
        for told in (theme.changes().changed, theme.changes().chosen):
            told.connect(self._tick)

    def _tick(self) -> None:
        now = self._chosen()
        for action, choice, value in self._choices:
            action.setChecked(now.get(choice) == value)

    def enable(self, on: bool) -> None:
        """Nothing can be done from the menus while the desk is covered, and none of them opens."""
        self._window.menuBar().setEnabled(on)
        for entry in self.entries:
            entry.action.setEnabled(on)

    def close_off(self, does: str, why: str) -> None:
        """Grey that entry, and say why where the pointer rests on it; "" opens it again."""
        self.actions[does].setEnabled(not why and self._window.menuBar().isEnabled())
        self.actions[does].setToolTip(why)

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        for place, group in enumerate(menu.groups):
            if place:
                shown.addSeparator()
            for row in group:
                action = self._action(row)
                _inside(shown, row.within).addAction(action)
                self.entries.append(Entry(menu.title, row, action))

    def _action(self, row: Action) -> QAction:
        action = QAction(row.text, self._window)
        # Or Qt would go by the words, and take "Settings" and the like out of their menu on a Mac.
        role = QAction.MenuRole.AboutRole if row.is_about else QAction.MenuRole.NoRole
        action.setMenuRole(role)
        if row.icon:
            action.setIcon(icons.icon(row.icon, "muted"))
        if row.means:
            keys = keys_of(Where.DESK, row.means)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setAutoRepeat(False)
            KeyPress(action, Where.DESK, row.means, self._presses.get(row.means))
        does = self._method(row.does)
        if row.choice:
            self._make_choice(action, row)
        if row.switches:
            action.setCheckable(True)
            self._choices.append((action, row.does, True))
        if row.value is not None or row.choice:
            action.triggered.connect(lambda _on=False: does(row.value))
        else:
            self.actions[row.does] = action
            action.triggered.connect(lambda _on=False: does())
            if row.switches:
                action.triggered.connect(self._tick)  # it may have been refused
        return action

    def _method(self, name: str) -> Callable[..., object]:
        part = name.partition(".")[0]
        doer = next(each for each in self._doers if hasattr(each, part))
        found: Callable[..., object] = attrgetter(name)(doer)
        return found

    def _make_choice(self, action: QAction, row: Action) -> None:
        group = self._groups.setdefault(row.choice, QActionGroup(self._window))
        action.setCheckable(True)
        group.addAction(action)
        self._choices.append((action, row.choice, row.value))


def _inside(menu: QMenu, title: str) -> QMenu:
    """The menu inside a menu by its title, made when its first entry comes; "" is the menu."""
    if not title:
        return menu
    made = [each for each in menu.findChildren(QMenu) if each.title() == title]
    return made[0] if made else menu.addMenu(title)


def every_action() -> Iterator[Action]:
    """Every entry, menu by menu."""
    for menu in desk_menus():
        for group in menu.groups:
            yield from group
