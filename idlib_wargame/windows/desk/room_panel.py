"""The room's screen on the desk: a small picture of it, and what it shows next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QEnterEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.desk.questions import projector_question
from idlib_wargame.views.room.scenes import Scene, scene_name
from idlib_wargame.windows.desk.room_opening import RoomOpening
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.room.screen import RoomScreen
from idlib_wargame.windows.room.show import RoomShow
from idlib_wargame.windows.screens.sharing import OtherScreen
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import facts

MOST_OF_WINDOW = 0.22
MOST_PREVIEW = 160  # pixels high, at the usual size of text
UNFOLDS_FROM = 900  # pixels of the window's height, below which the picture is not shown unasked
LETTERS = 12  # of a scene's name, in the list that is folded


class Preview(QFrame):
    """The room's screen, as large as there is room for, in its own shape."""

    def __init__(self, show: RoomShow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.setProperty("role", "well")
        self.screen_of_room = RoomScreen(show, parent=self)
        self.fit()

    def fit(self) -> None:
        """Take the shape of the screen that it is a picture of."""
        sheet = self._show.sheet
        most = min(theme.scaled(MOST_PREVIEW), MOST_OF_WINDOW * self.window().height())
        high = min(self.width() * sheet.high / sheet.wide, most)
        wide = high * sheet.wide / sheet.high
        if self.height() != round(high):
            self.setFixedHeight(round(high))
        left = round((self.width() - wide) / 2)
        self.screen_of_room.setGeometry(left, 0, round(wide), round(high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for another height."""
        super().resizeEvent(event)
        self.fit()


class RoomPanel(QFrame):
    """One line while it is folded, and one for the room's devices where any can join.

    ``unfolded`` when its picture is asked for, ``devices_wanted`` when those are.

    Where the computer has one screen, ``question`` asks what the room sees of it.
    """

    unfolded = Signal()
    devices_wanted = Signal()

    def __init__(
        self,
        show: RoomShow,
        opening: RoomOpening,
        question: QuestionBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._opening = opening
        self._question = question
        self._pages = 0
        self.fold = QPushButton(_("Room"))
        self.fold.setProperty("role", "section")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self.state = label("", "muted", wrap=True, leads=True)
        self.open = QPushButton()
        self.open.setProperty("role", "soft")
        self.open.clicked.connect(self.open_or_close)
        self.on = self._small("next", _("Next on the room's screen"), "room_next", show.next)
        self.blank = self._small(
            "eye_off", _("Blank the room's screen"), "room_blank", show.turn_blank
        )
        self.blank.setCheckable(True)
        self.back = self._small("previous", _("Back on the room's screen"), "", show.back)
        self.devices = self._make_devices()
        self.scenes = PickList(LETTERS)
        self.scenes.setAccessibleName(_("Scene of the room's screen"))
        self.preview = Preview(show)
        self._fill_scenes()
        self.scenes.activated.connect(self._pick)
        self._lay_out()
        steady(self.open)
        show.changed.connect(self.refresh)
        opening.changed.connect(self._opened_or_closed)

    def _small(self, icon: str, tip: str, means: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "quiet")
        button.setIcon(icons.icon(icon, "muted"))
        button.setAccessibleName(tip)
        keys = key_words(Where.DESK, means) if means else ""
        said = fill(_("{what} ({keys})"), what=tip, keys=keys) if keys else tip
        button.setToolTip(in_tooltip(said))
        button.clicked.connect(lambda: does())
        steady(button, waits=False)
        return button

    def _make_devices(self) -> QPushButton:
        """Where the room may join with its own devices, the way there, and how many have."""
        button = QPushButton()
        button.setProperty("role", "soft")
        button.setIcon(icons.icon("people", "muted"))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.devices_wanted)
        steady(button, waits=False)
        button.hide()
        return button

    def show_devices(self, words: str, waits: bool = False) -> None:
        """What the way to the room's devices is called; none for "". Marked where somebody waits
        there.
        """
        if waits is not self.devices.property("waits"):
            self.devices.setProperty("waits", waits)
            self.devices.setIcon(icons.icon("people", "warning" if waits else "muted"))
            theme.style(self.devices)
        keys = key_words(Where.DESK, "devices")
        tip = fill(_("{what} ({keys})"), what=_("Codes, devices, and who is here"), keys=keys)
        self.devices.setText(words)
        self.devices.setToolTip(in_tooltip(tip))
        self.devices.setVisible(bool(words))

    def show_pages(self, count: int) -> None:
        """On how many pages in a browser the room's screen is shown."""
        if count == self._pages:
            return
        before, self._pages = self._pages, count
        if before:
            self.refresh()
        else:
            self._opened_or_closed()

    @property
    def is_shown(self) -> bool:
        """Whether the room can see its screen: in a window, or on a page."""
        return self._opening.is_open or bool(self._pages)

    @property
    def is_in_sight(self) -> bool:
        """Whether anybody sees it: the room, or the facilitator by its picture."""
        return self.is_shown or self.fold.isChecked()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.fold)
        row.addWidget(self.state, 1)
        row.addWidget(self.on)
        row.addWidget(self.blank)
        row.addWidget(self.open)
        self.below = QWidget()
        inside = QVBoxLayout(self.below)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.preview)
        choice = QHBoxLayout()
        choice.addWidget(self.scenes, 1)
        choice.addWidget(self.back)
        inside.addLayout(choice)
        self.below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.devices)
        column.addWidget(self.below)
        self._point_fold()

    def _fill_scenes(self) -> None:
        self.scenes.addItem("", None)
        for scene in self._show.view.choices:
            self.scenes.addItem(scene_name(scene), scene)

    def showEvent(self, event: QShowEvent) -> None:
        """Say how it stands."""
        super().showEvent(event)
        self.refresh()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The desk may have been moved since."""
        super().enterEvent(event)
        self.refresh()

    def open_or_close(self) -> None:
        """Open it, at once where there is one other screen, or ask where; close an open one."""
        if self._opening.is_open:
            self._opening.close()
            return
        others = self._opening.others
        if len(others) == 1:
            self._opening.open_on(others[0])
        elif others:
            self._offer(others)
        else:
            opening = self._opening
            self._question.ask(
                projector_question(), opening.open_over_desk, instead=opening.open_beside_desk
            )

    def _offer(self, others: tuple[OtherScreen, ...]) -> None:
        menu = QMenu(self)
        for screen in others:
            action = QAction(_named(screen), menu)
            action.triggered.connect(lambda _on=False, picked=screen: self._opening.open_on(picked))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.open.mapToGlobal(QPoint(0, self.open.height())))

    def _opened_or_closed(self) -> None:
        if self.is_shown and self.window().height() >= theme.scaled(UNFOLDS_FROM):
            self.fold.setChecked(True)
        self.refresh()

    def _pick(self, place: int) -> None:
        self._show.choose(self.scenes.itemData(place))

    def _unfold(self, on: bool) -> None:
        self.below.setVisible(on)
        self._point_fold()
        self.refresh()
        if on:
            self.unfolded.emit()

    def heights(self) -> tuple[int, int]:
        """The pixels of its line alone, and of the picture under it; 0 while that is folded."""
        layout = self.layout()
        gap = layout.spacing() if layout else 0
        picture = gap + self.below.sizeHint().height()
        line = self.sizeHint().height() - (0 if self.below.isHidden() else picture)
        return line, picture if self.fold.isChecked() else 0

    def show_picture(self, on: bool) -> None:
        """Show the picture, unless it is folded; not ``on``, something else has its room."""
        self.below.setVisible(on and self.fold.isChecked())

    def _point_fold(self) -> None:
        is_open = self.fold.isChecked()
        self.fold.setIcon(icons.icon("collapse" if is_open else "expand", "muted"))
        said = _("Hide the picture of the room's screen") if is_open else ""
        self.fold.setToolTip(in_tooltip(said or _("Show a picture of the room's screen")))

    def refresh(self) -> None:
        """Say what is shown and where; nothing is made for a room that nobody looks at."""
        opening, show = self._opening, self._show
        is_open = opening.is_open
        self.open.setText(_("Close") if is_open else _("Open on a screen"))
        said = _("Close the room's screen") if is_open else _("Open the room's screen")
        self.open.setAccessibleName(said)
        keys = key_words(Where.DESK, "room")
        self.open.setToolTip(in_tooltip(fill(_("{what} ({keys})"), what=said, keys=keys)))
        for button in (self.on, self.blank):
            button.setVisible(self.is_in_sight)
        self.blank.setChecked(show.showing.is_blank)
        if not self.isVisible() or not self.is_in_sight:
            self.state.setText(_("not shown"))
            return
        self.state.setText(self._state())
        named = fill(_("By phase: {scene}"), scene=scene_name(_by_phase(show)))
        self.scenes.setItemText(0, named)
        self.scenes.setCurrentIndex(max(self.scenes.findData(show.showing.chosen), 0))
        self.preview.fit()

    def _state(self) -> str:
        show, where = self._show, self._opening.where
        shown = [_("blank")] if show.showing.is_blank else []
        shown += [scene_name(show.scene)]
        shown += [show.page.place] if show.page.place else []
        said = [_shown_on(where)] if where else []
        if self._pages:
            shown.append(_on_pages(self._pages))
            said.append(_pages_told(self._pages))
        self.state.setToolTip(in_tooltip("\n".join(said) or _("Shown nowhere")))
        return facts(shown)


def _on_pages(count: int) -> str:
    return fill(ngettext("shown on {count} page", "shown on {count} pages", count), count=count)


def _pages_told(count: int) -> str:
    said = ngettext(
        "Shown on {count} page, on another computer or in a browser here",
        "Shown on {count} pages, on other computers or in a browser here",
        count,
    )
    return fill(said, count=count)


def _by_phase(show: RoomShow) -> Scene:
    place, programme = show.showing.place, show.view.programme
    return programme[min(place, len(programme) - 1)]


def _named(screen: OtherScreen) -> str:
    said = _("Open on {screen}, {width} × {height}")
    return fill(said, screen=screen.name, width=screen.width, height=screen.height)


def _shown_on(screen: OtherScreen) -> str:
    said = _("Shown on {screen}, {width} × {height}")
    return fill(said, screen=screen.name, width=screen.width, height=screen.height)
