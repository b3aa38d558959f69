"""The command palette: every action of a window in one list, narrowed down by what is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from idlib_wargame.views.actions import ActionRow, found_actions
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.action_list import ActionList
from idlib_wargame.windows.parts.floating import Floating
from idlib_wargame.windows.parts.keys import Where, key_map, tab_key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import ENTER, Place, hand
from idlib_wargame.words.language import _, unmarked

WIDE, HIGH = 620, 440  # pixels at the usual size of text, where the window has room
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Doable(NamedTuple):
    """A row of the palette, and what choosing it does."""

    row: ActionRow
    does: Callable[[], object]


class CommandPalette(QFrame):
    """Hidden until it begins; Escape leaves it, and the keys go back to where they were.

    ``offers`` gives the actions as they stand each time. What somebody was typing stays as it was,
    with its cursor and what was picked of it. What cannot be done is told and not chosen.
    """

    def __init__(
        self, offers: Callable[[], Sequence[Doable]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "palette")
        self._offers = offers
        self._all: tuple[Doable, ...] = ()
        self.shown: tuple[Doable, ...] = ()
        self._over: QWidget | None = None
        self._back_to: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("What do you want to do?"))
        self.field.setAccessibleName(_("Find an action"))
        self.field.setAccessibleDescription(
            _("Type words of it; arrows go through the list, Enter does it, Escape leaves.")
        )
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = ActionList()
        self.list.clicked.connect(self._click)
        self.nothing = label(role="muted", wrap=True)
        self.nothing.setText(_("No action is called that. Fewer words may find it."))
        self.nothing.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE] * 4))
        column.setSpacing(theme.SPACE)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.nothing.hide()
        self.hide()

    def float_on(self, over: QWidget) -> None:
        """Lie over this, along its upper edge and in the middle."""
        self._over = over
        Floating(self, over, self._place)

    def begin(self) -> None:
        """Come up with every action; by its keys once more, go."""
        if self.isVisible():
            self.leave()
            return
        self._all = tuple(self._offers())
        self.field.clear()
        self._narrow()
        on = QApplication.focusWidget()
        self._back_to = on if on is not None and on.window() is self.window() else None
        self.show()
        self._place()
        # As for a menu that folds out: a field left so keeps what was picked in it.
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go, with nothing done."""
        back, self._back_to = self._back_to, None
        if self.field.hasFocus() and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Once its window is covered, it does not come back with it."""
        super().hideEvent(event)
        self.setVisible(False)

    def _narrow(self) -> None:
        rows = [each.row for each in self._all]
        self.shown = tuple(self._all[place] for place in found_actions(rows, self.field.text()))
        self.list.show_rows([each.row for each in self.shown])
        self.nothing.setVisible(not self.shown)
        self.list.setVisible(bool(self.shown))
        self._place()

    def _place(self) -> None:
        over = self._over
        if over is None or not self.isVisible():
            return
        where, gap = over.geometry(), 2 * theme.SPACE
        wide = min(theme.scaled(WIDE), where.width() - 2 * gap)
        edges = self.contentsMargins()
        inside = wide - 2 * theme.SPACE - edges.left() - edges.right()
        beside = self.field.sizeHint().height() + 3 * theme.SPACE + edges.top() + edges.bottom()
        rows = self.list.high_at(inside) if self.shown else self.nothing.heightForWidth(inside)
        high = min(beside + rows, theme.scaled(HIGH), where.height() - 2 * gap)
        left = where.left() + (where.width() - wide) // 2
        self.setGeometry(left, where.top() + gap, wide, high)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys stay in the field; some of them are the list's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._keys_went(event.reason())
        return False

    def _keys_went(self, why: Qt.FocusReason) -> None:
        """Somebody went elsewhere, and not only to another window or a menu."""
        if why not in _STAYS and self.isVisible():
            self.hide()

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Backtab: -1,
            Qt.Key.Key_PageDown: self.list.page,
            Qt.Key.Key_PageUp: -self.list.page,
        }
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in ENTER:
            if not event.isAutoRepeat() and hand().presses(key):
                self._choose(self.list.currentIndex().row(), key)
        elif key in steps:
            self.list.step(steps[key])
            self._read_out()
        else:
            return False
        return True

    def _read_out(self) -> None:
        """Say to a reader of the screen which row is picked: the keys are still in the field."""
        self.field.setAccessibleDescription(self.list.said())
        changed = QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)

    def _click(self, index: QModelIndex) -> None:
        at = QCursor.pos()
        hand().presses(at)
        self._choose(index.row(), at)

    def _choose(self, place: int, at: Place) -> None:
        """Do it, once the keys are back: what it opens may want them."""
        if not 0 <= place < len(self.shown) or self.shown[place].row.why_not:
            return
        chosen = self.shown[place]
        self.leave()
        hand().has_moved()  # what is done may count the press itself
        chosen.does()
        hand().presses(at)  # and a second one there is not meant for what lies behind
        hand().has_acted()


def bound_actions(where: Where, does: Mapping[str, Callable[[], object]]) -> list[Doable]:
    """What the keys of a window do, as rows of its palette, its own first; not the palette."""
    keys = [key for key in key_map() if key.where is where]
    keys += [key for key in key_map() if key.where is Where.EVERYWHERE]
    return [
        Doable(ActionRow(key.words, keys=key.shown), does[key.means])
        for key in keys
        if key.means in does and key.means != "palette"
    ]


def tab_actions(tabs: QTabWidget) -> list[Doable]:
    """A row for each tab that can be turned to, with its digit."""
    seen = [place for place in range(tabs.count()) if tabs.isTabVisible(place)]
    return [
        Doable(
            ActionRow(unmarked(tabs.tabText(place)), _("Pages"), tab_key_words(digit)),
            partial(tabs.setCurrentIndex, place),
        )
        for digit, place in enumerate(seen)
    ]
