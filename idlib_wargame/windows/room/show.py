"""What the room's screen shows now, for the window on the projector and its picture on the desk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from idlib_wargame.views.breaks import left_words
from idlib_wargame.views.room.scenes import Scene
from idlib_wargame.views.room.showing import Showing
from idlib_wargame.views.room.shown import RoomView, SceneShown
from idlib_wargame.views.room_door import RoomDoor
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.room.page import RoomPage
from idlib_wargame.windows.room.sheet import Clock, RoomSheet, Shape

USUAL = Shape(1920, 1080)


class RoomShow(QObject):
    """Holds which scene and page are shown. ``changed`` when something of it may be another.

    Nothing is made before somebody asks for it: a room's screen that nobody sees costs nothing.
    """

    changed = Signal()

    def __init__(self, door: RoomDoor, timer: PhaseTimer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self.timer = timer
        self.showing = Showing()
        self._shape = USUAL
        self._view: RoomView | None = None
        self._shown: SceneShown | None = None
        self._scene: Scene | None = None
        self._sheet: RoomSheet | None = None
        self._latest: tuple[int | None, int] = (None, 0)
        self._is_stale = True
        self._unwatch = door.watch(self._changed)
        self.destroyed.connect(self._unwatch)

    def _changed(self) -> None:
        self._is_stale = True
        self.changed.emit()

    @property
    def view(self) -> RoomView:
        """What stands around every scene."""
        self._catch_up()
        assert self._view is not None
        return self._view

    @property
    def sheet(self) -> RoomSheet:
        """The scene on its pages; another only where something of it is."""
        self._catch_up()
        assert self._sheet is not None
        return self._sheet

    @property
    def page(self) -> RoomPage:
        """The page that is shown, also where the screen is blank."""
        pages = self.sheet.pages
        return pages[min(self.showing.page, len(pages) - 1)]

    @property
    def scene(self) -> Scene:
        """The scene that is shown."""
        return self.showing.scene(self.view.programme)

    @property
    def clock(self) -> Clock:
        """What the clock of the phase reads; in a break or the hot wash, what is left of that."""
        timer = self.timer
        left = timer.minutes_left
        if left is not None:
            return Clock(left_words(left), "text" if left >= 0 else "danger", is_paused=False)
        if not timer.is_shown or timer.is_waiting:
            return Clock("", "text", False)
        is_late = timer.is_over or timer.is_nearly_up
        return Clock(timer.words_left, "danger" if is_late else "text", timer.is_paused)

    @property
    def reads(self) -> str:
        """What the clock reads where no phase runs; a page counts the seconds of one by itself."""
        return self.clock.words if self.timer.minutes_left is not None else ""

    def _catch_up(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        before, view = self._view, self._door.view()
        if before is not None and view.moment != before.moment:
            self.showing = self.showing.begin_anew()
        scene = self.showing.scene(view.programme)
        shown = self._door.scene(scene)
        is_same = scene is self._scene and shown == self._shown
        if scene is Scene.NEWS and not is_same and scene is self._scene:
            self.showing = self.showing.begin_anew()  # what is new stands on its first page
        if not is_same or view != before or self._sheet is None:
            self._sheet = RoomSheet(view, shown, self._shape.wide, self._shape.high)
            self._go_to_latest()
        self._view, self._scene, self._shown = view, scene, shown

    def _go_to_latest(self) -> None:
        """Of results that are shown one by one, to the one that was shown last."""
        pages = self._sheet.pages if self._sheet is not None else []
        latest = next((place for place, page in enumerate(pages) if page.is_latest), None)
        if latest is not None and (latest, len(pages)) != self._latest:
            self.showing = replace(self.showing, page=latest)
        self._latest = (latest, len(pages))

    def reveal(self) -> None:
        """The result that was shown last is seen, whatever was: somebody has just shown it."""
        self.showing = self.showing.choose(None).uncovered()
        self._is_stale = True
        self._catch_up()  # before anybody asks: a screen that follows has gone there already
        self._latest = (None, 0)
        self._go_to_latest()
        self.changed.emit()

    def take_shape(self, shape: Shape) -> None:
        """It is shown on a screen of that shape from now on."""
        if (shape.wide, shape.high) != (self._shape.wide, self._shape.high):
            self._shape, self._sheet = shape, None
            self._changed()

    def next(self) -> None:
        """A press on."""
        count = len(self.sheet.pages)
        page = min(self.showing.page, count - 1)
        here = Showing(self.showing.chosen, self.showing.place, page, self.showing.is_blank)
        self._show(here.next(self.view.programme, count))

    def back(self) -> None:
        """A press back."""
        self._show(self.showing.back(self.view.programme))

    def choose(self, scene: Scene | None) -> None:
        """Show a scene whatever the phase; None goes with the phase."""
        self._show(self.showing.choose(scene))

    def turn_blank(self) -> None:
        """Show nothing, or what was shown again."""
        self._show(self.showing.turn_blank())

    def _show(self, showing: Showing) -> None:
        if showing != self.showing:
            self.showing = showing
            self._changed()

    def leave(self) -> None:
        """The desk has gone."""
        self._unwatch()
