"""Every menu entry of the desk, with its keys and the method that does it."""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
    """One entry. ``does`` names a method of the desk; an empty ``text`` is a dividing line.

    ``choice`` groups entries of which one is in force; ``value`` is handed to the method then.
    """

    menu: str
    text: str
    does: str = ""
    keys: str = ""
    icon: str = ""
    choice: str = ""
    value: object = None


ACTIONS: tuple[Action, ...] = (
    Action("&File", "Save a copy elsewhere…", "save_elsewhere", "Ctrl+Shift+S", "save"),
    Action("&File", ""),
    Action("&File", "Close", "close", "Ctrl+W", "close"),
    Action("&Exercise", "Do the next thing", "do_next", "Ctrl+Return", "right"),
    Action("&Exercise", "Take a note", "take_note", "Ctrl+N", "note"),
    Action("&Exercise", "Tell seats…", "tell_seats", "Ctrl+Shift+M", "edit"),
    Action("&Exercise", "Pause the timer, or go on", "pause_timer", "Ctrl+T", "timer"),
    Action("&Exercise", ""),
    Action("&Exercise", "Undo…", "ask_undo", "Ctrl+Z", "undo"),
    Action("&Exercise", "Re-open a turn…", "ask_reopen", "", "reopen"),
    Action("&Exercise", "Finish the exercise…", "ask_finish", "", "finish"),
    Action("&View", "Situation", "show_situation", "Ctrl+1", "situation"),
    Action("&View", "Orders", "show_orders", "Ctrl+2", "orders"),
    Action("&View", "Log", "show_log", "Ctrl+3", "log"),
    Action("&View", "Report of the last turn", "show_report", "Ctrl+4", "brief"),
    Action("&View", "Injects", "show_injects", "Ctrl+5", "list"),
    Action("&View", ""),
    Action("&View", "Map or tracks", "switch_map", "Ctrl+M", "map"),
    Action("&View", "Show or cover sealed orders", "uncover_orders", "Ctrl+E", "eye"),
    Action("&View", ""),
    Action("&View", "Text at 100%", "set_text", "", "", "text", 100),
    Action("&View", "Text at 125%", "set_text", "", "", "text", 125),
    Action("&View", "Text at 150%", "set_text", "", "", "text", 150),
    Action("&View", ""),
    Action("&View", "Light or dark with the system", "set_scheme", "", "", "scheme", None),
    Action("&View", "Light", "set_scheme", "", "", "scheme", "light"),
    Action("&View", "Dark", "set_scheme", "", "", "scheme", "dark"),
    Action("&Help", "Keys of this window", "show_keys", "F1", "keyboard"),
)
