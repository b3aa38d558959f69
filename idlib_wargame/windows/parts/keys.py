"""The key map: every key of every window, in one table. A key with Ctrl means one thing in all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QShortcutEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from idlib_wargame.windows.parts.key_text import key_text
from idlib_wargame.windows.parts.one_press import Watching, hand
from idlib_wargame.windows.parts.second_click import SecondClicks
from idlib_wargame.words.language import _, fill, pgettext
from idlib_wargame.words.lists import facts

MOST_TABS = 9  # that there are digits for
MOST_SHOWN = 4  # keys of one meaning that are named one by one


class Where(Enum):
    """A window, or what in it has the keys."""

    EVERYWHERE = auto()
    START = auto()
    SETUP = auto()
    DESK = auto()
    SEAT = auto()
    REPLAY = auto()
    ROOM = auto()
    FIELD = auto()
    QUESTION = auto()
    MOVES = auto()
    MAP = auto()
    CHART = auto()
    NUMBER = auto()
    NOTE = auto()
    OBSERVER = auto()
    CODES = auto()


class Tabs(Protocol):
    """What digits go through: a QTabWidget, or whatever else shows one of several pages."""

    def count(self) -> int:
        """How many there are, seen or not."""
        ...

    def isTabVisible(self, index: int, /) -> bool:
        """Whether that one can be turned to."""
        ...

    def currentIndex(self) -> int:
        """Which is in front."""
        ...

    def setCurrentIndex(self, index: int, /) -> None:
        """Bring that one to the front."""
        ...

    def isVisible(self) -> bool:
        """Whether they are on the screen at all."""
        ...


class Key(NamedTuple):
    """A row of the map: what its keys mean, by a name that windows know it by, and in words.

    A ``weighty`` one does nothing while somebody types: it would do it to everybody in play.
    Only what changes nothing but the view ``repeats`` while its key is held down.
    """

    where: Where
    keys: tuple[str, ...]
    means: str
    words: str
    weighty: bool = False
    repeats: bool = False

    @property
    def shown(self) -> str:
        """The keys as they stand on this machine's keyboard; those that read the same once."""
        names = list(dict.fromkeys(key_text(key) for key in self.keys))
        if len(names) > MOST_SHOWN:
            return fill(_("{first} to {last}"), first=names[0], last=names[-1])
        return facts(names)


PALETTE = ("Ctrl+K",)
GO_ON = ("Ctrl+Return", "Ctrl+Enter")  # the large key, and the one among the digits


def key_map() -> tuple[Key, ...]:
    """Every key there is."""
    return (*_everywhere(), *_starting(), *_desk(), *_seat(), *_replay(), *_room(), *_in_parts())


def _everywhere() -> tuple[Key, ...]:
    at = Where.EVERYWHERE
    return (
        Key(at, ("F1", "?"), "keys", _("Show these keys")),
        Key(at, ("Ctrl+W",), "close", _("Close the window; a seat closes its curtain")),
        Key(at, _digits(), "tab", _("To a tab, by its place from the left")),
    )


def _digits() -> tuple[str, ...]:
    return tuple(f"Ctrl+{digit}" for digit in range(1, MOST_TABS + 1))


def _starting() -> tuple[Key, ...]:
    return (
        Key(Where.START, ("Ctrl+N",), "new", _("New exercise")),
        Key(Where.START, ("Ctrl+O",), "open", _("Open a session…")),
        Key(Where.START, ("Ctrl+R",), "replay", _("Replay…")),
        Key(Where.START, ("Del", "Backspace"), "forget", _("Take a session off the list")),
        Key(Where.SETUP, ("Return",), "onward", _("On to the next page; on the last, begin")),
        Key(Where.SETUP, ("Esc",), "leave", _("Leave the assistant")),
    )


def _desk() -> tuple[Key, ...]:
    at = Where.DESK
    uncover = _("Show or cover private messages")
    return (
        Key(at, GO_ON, "go_on", _("Do the next thing"), weighty=True),
        Key(at, PALETTE, "palette", _("Find an action…")),
        Key(at, ("Shift+F1",), "help", _("What is this page for?")),
        Key(at, ("Ctrl+N",), "new", _("Take a note")),
        Key(at, ("Ctrl+Shift+M",), "tell", _("Tell seats…")),
        Key(at, ("Ctrl+T",), "pause", _("Pause the timer, or go on")),
        Key(at, ("Ctrl+Up",), "minute_more", _("One minute more for this phase")),
        Key(at, ("Ctrl+Down",), "minute_less", _("One minute fewer for this phase")),
        Key(at, ("Ctrl+Shift+Up",), "five_more", _("Five minutes more")),
        Key(at, ("Ctrl+Shift+Down",), "five_less", _("Five minutes fewer")),
        Key(at, ("Ctrl+Z",), "undo", _("Undo…"), weighty=True),
        Key(at, ("Ctrl+Shift+Z",), "redo", _("Redo…"), weighty=True),
        Key(at, ("Ctrl+L",), "cover", _("Cover the desk")),
        Key(at, ("Ctrl+Shift+L",), "hand_round", _("Hand the laptop round")),
        Key(at, ("Ctrl+M",), "messages", _("Injects")),
        Key(at, ("Ctrl+G",), "map", _("Map or tracks")),
        Key(at, ("Ctrl+E",), "uncover", _("Show or cover sealed orders"), weighty=True),
        Key(at, ("Ctrl+Shift+E",), "uncover_messages", uncover, weighty=True),
        Key(at, ("Ctrl+Shift+O",), "devices", _("Open to the room: codes and devices")),
        Key(at, ("Ctrl+Shift+R",), "room", _("Open or close the room's screen")),
        Key(at, ("Ctrl+Shift+N",), "room_next", _("Next on the room's screen")),
        Key(at, ("Ctrl+Shift+B",), "room_blank", _("Blank the room's screen, and back")),
        Key(at, ("Ctrl+Shift+S",), "save", _("Save a copy elsewhere…")),
    )


def _seat() -> tuple[Key, ...]:
    at = Where.SEAT
    return (
        Key(at, GO_ON, "go_on", _("Seal the orders, or table the offer"), weighty=True),
        Key(at, PALETTE, "palette", _("Find an action…")),
        Key(at, ("Ctrl+F",), "find", _("Find a move")),
        Key(at, ("Ctrl+D",), "deals", _("Agreements and offers")),
        Key(at, ("Ctrl+M",), "messages", _("Messages")),
        Key(at, ("Ctrl+G",), "map", _("The situation: map, tracks, chart")),
        Key(at, ("Ctrl+B",), "brief", _("The brief, and back again")),
        Key(at, ("Shift+F1",), "first_look", _("The first look once more")),
        Key(at, ("Esc",), "leave", _("Leave the first look")),
        Key(Where.MOVES, ("Up", "Down", "Left", "Right"), "step", _("From move to move")),
        Key(Where.MOVES, ("PgUp", "PgDown"), "read_on", _("Read on about the move, and back")),
        Key(Where.MOVES, ("Return", "Space"), "pick", _("Pick the move, or take it off")),
    )


def _replay() -> tuple[Key, ...]:
    at = Where.REPLAY
    return (
        Key(at, ("Space",), "play", _("Play, or pause")),
        Key(at, PALETTE, "palette", _("Find an action…")),
        Key(at, ("Left",), "back", _("One moment back"), repeats=True),
        Key(at, ("Right",), "forward", _("One moment on"), repeats=True),
        Key(at, ("PgUp",), "turn_back", _("One turn back"), repeats=True),
        Key(at, ("PgDown",), "turn_forward", _("One turn on"), repeats=True),
        Key(at, ("Home",), "first", _("To the beginning")),
        Key(at, ("End",), "last", _("To the end")),
        Key(at, ("+",), "faster", _("Faster")),
        Key(at, ("-",), "slower", _("Slower")),
        Key(at, ("Ctrl+M",), "messages", _("Messages")),
        Key(at, ("Ctrl+G",), "map", _("Map or tracks")),
    )


def _room() -> tuple[Key, ...]:
    at = Where.ROOM
    return (
        Key(at, ("Space", "Right", "PgDown"), "next", _("Next result, page or scene")),
        Key(at, ("Left", "PgUp"), "back", _("Back")),
        Key(at, ("B", "."), "blank", _("Blank screen, and back")),
        Key(at, ("F11",), "full", _("Full screen, and back")),
        Key(at, ("Esc",), "leave", _("Leave the full screen; asks first")),
        *(row._replace(where=at) for row in _desk() if row.means.startswith("room")),
    )


def _in_parts() -> tuple[Key, ...]:
    zoomed = _("Closer, further away, all of it")
    return (
        Key(Where.FIELD, GO_ON, "go_on", _("Send, keep or rule what is typed")),
        Key(Where.FIELD, ("Esc",), "leave", _("Leave it; what was typed stays")),
        Key(Where.OBSERVER, ("Ctrl+N",), "new", _("Take a note")),
        Key(Where.CODES, ("Esc", "Return", "Space"), "leave", _("Back to the desk")),
        Key(Where.NOTE, ("Return",), "keep", _("Keep the note; with Shift, a new line")),
        Key(Where.NOTE, ("Ctrl+Shift+P",), "for_report", _("For the report, or private")),
        Key(Where.NOTE, ("Ctrl+Shift+I",), "important", _("Important, or not")),
        Key(
            Where.FIELD,
            ("Up", "Down", "PgUp", "PgDown"),
            "step",
            _("In a number: one more, one fewer, five more, five fewer"),
        ),
        Key(Where.QUESTION, ("Return",), "answer", _("Press the button that has the keys")),
        Key(Where.QUESTION, ("Esc",), "leave", _("Leave things as they are")),
        Key(Where.MAP, ("Up", "Down", "Left", "Right"), "pull", _("Pull the map")),
        Key(Where.MAP, ("PgUp", "PgDown"), "feature", _("From one feature to the next")),
        Key(Where.MAP, ("Return",), "history", _("How it came to that, turn by turn")),
        Key(Where.MAP, ("+", "-", "0"), "zoom", zoomed),
        Key(Where.CHART, ("Left", "Right", "Home", "End"), "turn", _("From turn to turn")),
        Key(Where.CHART, ("+", "-", "0"), "zoom", zoomed),
        Key(Where.NUMBER, ("Return", "F2"), "open", _("How it came to that, or close it")),
        Key(Where.NUMBER, ("Up", "Down"), "step", _("From number to number")),
        Key(Where.NUMBER, ("PgUp", "PgDown"), "read_on", _("Read on in what is open, and back")),
        Key(Where.NUMBER, ("Esc",), "leave", _("Close it")),
    )


def where_words(where: Where) -> str:
    """The heading over the keys of a place."""
    return {
        Where.EVERYWHERE: lambda: _("In every window"),
        Where.START: lambda: _("Start window"),
        Where.SETUP: lambda: _("New exercise"),
        Where.DESK: lambda: _("Facilitator's desk"),
        Where.SEAT: lambda: _("A seat's window"),
        Where.REPLAY: lambda: pgettext("a window", "Replay"),
        Where.ROOM: lambda: _("The room's screen"),
        Where.FIELD: lambda: _("While typing"),
        Where.QUESTION: lambda: _("While a question is asked"),
        Where.MOVES: lambda: _("On the moves of a seat"),
        Where.MAP: lambda: _("On the map"),
        Where.CHART: lambda: _("On the chart"),
        Where.NUMBER: lambda: _("On a number with dots under it"),
        Where.NOTE: lambda: _("In a note"),
        Where.OBSERVER: lambda: _("An observer’s window"),
        Where.CODES: lambda: _("The codes across the screen"),
    }[where]()


def keys_of(where: Where, means: str) -> tuple[str, ...]:
    """The keys with that meaning there. Raises LookupError where the map has none."""
    for row in key_map():
        if row.where in (where, Where.EVERYWHERE) and row.means == means:
            return row.keys
    raise LookupError(f"no key of {where.name} means {means!r}")


def key_words(where: Where, means: str) -> str:
    """The first of those keys as this keyboard has it, for tooltips."""
    return key_text(keys_of(where, means)[0])


def is_key(event: QKeyEvent, where: Where, means: str) -> bool:
    """Whether a press of a key means that there; both keys for Enter mean the same."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    key = Qt.Key.Key_Return if key == Qt.Key.Key_Enter else key
    pressed = QKeySequence(QKeyCombination(modifiers, key))
    return any(pressed == QKeySequence(key) for key in keys_of(where, means))


def is_typing() -> bool:
    """Whether the keys go into a field. A search that is still empty is none: nothing is lost."""
    on = QApplication.focusWidget()
    if isinstance(on, QLineEdit):
        return not on.isReadOnly() and (not on.property("finds") or bool(on.text()))
    return isinstance(on, QPlainTextEdit | QTextEdit) and not on.isReadOnly()


def bind(window: QWidget, where: Where, does: Mapping[str, Callable[[], object]]) -> None:
    """Let the keys of a window do what they mean."""
    Watching(window)
    SecondClicks(window)
    for row in key_map():
        act = does.get(row.means)
        if act is not None and row.where in (where, Where.EVERYWHERE):
            for key in row.keys:
                act_now = unless_typing(act) if row.weighty else act
                _bind_one(window, key, act_now, row.repeats)


class KeyPress(QObject):
    """Keeps the keys of a menu's entry from doing what was not meant; a choice by mouse always is.

    A key held down means one press. A weighty one is not meant while somebody types, nor one of
    which ``counts`` says so.
    """

    def __init__(
        self,
        action: QAction,
        where: Where,
        means: str,
        counts: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(action)
        self._weighty = any(
            row.weighty for row in key_map() if row.where is where and row.means == means
        )
        self._counts = counts
        action.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An entry hears of its keys by this event."""
        if event.type() != QEvent.Type.Shortcut:
            return False
        if _is_held(event):
            return True
        if self._weighty and is_typing():
            return True
        return self._counts is not None and not self._counts()


class _NotHeld(QObject):
    """Keeps a key that is held down from doing the same again and again."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A shortcut hears of its keys by this event."""
        return event.type() == QEvent.Type.Shortcut and _is_held(event)


def _is_held(event: QEvent) -> bool:
    """Whether the keys of a shortcut repeat; Qt itself does not always notice under X."""
    if not isinstance(event, QShortcutEvent):
        return False
    keys = event.key()
    pressed = [keys[place] for place in range(keys.count())]  # type: ignore[index]  # it is
    return any(hand().repeats(each.key()) for each in pressed)


def unless_typing(act: Callable[[], object]) -> Callable[[], object]:
    """The act of a weighty key: nothing while somebody types."""
    return lambda: None if is_typing() else act()


def tab_key_words(place: int) -> str:
    """The keys that go to the tab in that place, of those that can be seen; "" past the digits."""
    digits = _digits()
    return key_text(digits[place]) if place < len(digits) else ""


def bind_tabs(window: QWidget, tabs: Callable[[], Tabs]) -> None:
    """Ctrl and a digit go to the tab in that place, of those that can be seen."""
    for place, key in enumerate(_digits()):
        _bind_one(window, key, partial(_go_to_tab, tabs, place))


def _go_to_tab(tabs: Callable[[], Tabs], place: int) -> None:
    shown = tabs()
    seen = [tab for tab in range(shown.count()) if shown.isTabVisible(tab)]
    if place < len(seen) and shown.isVisible():
        shown.setCurrentIndex(seen[place])


def _bind_one(window: QWidget, key: str, act: Callable[[], object], repeats: bool = False) -> None:
    shortcut = QShortcut(QKeySequence(key), window)
    shortcut.setAutoRepeat(repeats)
    if not repeats:
        shortcut.installEventFilter(_NotHeld(shortcut))
    shortcut.activated.connect(lambda: act())
